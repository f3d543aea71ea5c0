"""What is said of a paper: its title, its facts, its points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.rendering import phrases
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.snippet import Snippet, clip, snippet
from bot.rendering.titles import plain_title
from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.library import Hit
from retrieval.paper import ABSTRACT, Appearance, Paper, SummaryPoint
from retrieval.passages.excerpt import Excerpt, introduction
from retrieval.passages.passages import Passage
from retrieval.sources.abstract_points import is_korean

_LONGEST_QUOTE = 500  # characters; what is quoted is read beside what was made of it


@dataclass(frozen=True, slots=True)
class PaperLines:
    """Says papers in the language of a reply, each text within its limit."""

    options: RenderOptions

    def hits(self, hits: tuple[Hit, ...], first: int = 1) -> tuple[Block, ...]:
        """An entry for each, numbered from `first`, with the sentence that matches best."""
        return tuple(
            self._entry(hit.paper, f"{number}. ", number, self.facts(hit.paper, hit.paper.latest), hit.excerpt)
            for number, hit in enumerate(hits, first)
        )

    def entry(self, paper: Paper, number: int, on: Appearance | None = None, *, of_a_day: bool = False) -> Block:
        """An entry with the sentence that says what the paper does. In a list by votes, `on` is the appearance whose
        day and votes it shows; the day is left out where all of the list are `of_a_day`."""
        lead = _ranked_lead(number, on) if on else f"{number}. "
        facts = self.facts(paper, on or paper.latest, dated=not of_a_day)
        return self._entry(paper, lead, number, facts, introduction(paper))

    def _entry(self, paper: Paper, lead: str, number: int, facts: str, excerpt: Excerpt | None) -> Block:
        lines = (self.title(paper, lead), line(facts, LineKind.SMALL), *self.sentence_of(paper, excerpt))
        return Block(lines, paper=paper, number=number)

    def sentence_of(self, paper: Paper, excerpt: Excerpt | None) -> tuple[Line, ...]:
        """One sentence, in a list: that of the excerpt; for English readers the abstract's first."""
        if abstract := self._abstract(paper):
            [(start, end), *_] = sentences(abstract) or [(0, len(abstract))]
            return (line(clip(abstract[start:end], self.options.limits.excerpt)),)
        if excerpt is None:
            return ()
        return (Line(_marked(snippet(excerpt.sentence(paper), excerpt.marks, self.options.limits.excerpt))),)

    def title(self, paper: Paper, lead: str = "") -> Line:
        """The title, linked, behind `lead`."""
        runs = (Run(lead, bold=True),) if lead else ()
        text = clip(plain_title(paper.title), self.options.limits.title)
        return Line((*runs, Run(text, bold=True, url=paper.url)))

    def whole(self, paper: Paper, *, suspicious: bool) -> tuple[Block, ...]:
        """The head, then a block for each point; for English readers the abstract stands before them."""
        text = clip(plain_title(paper.title), self.options.limits.title)
        head = [
            Line((Run(text, url=paper.url),), LineKind.HEADING),
            line(self.facts(paper, paper.latest), LineKind.SMALL),
            line(self._authors(paper), LineKind.SMALL),
        ]
        if earlier := paper.appearances[:-1]:
            days = ", ".join(f"{one.date} ({self._votes(one)})" for one in reversed(earlier[-5:]))
            head.append(line(self.options.say(phrases.ALSO_ON, days=days), LineKind.SMALL))
        if suspicious:
            head.append(line(self.options.say(phrases.SUSPICIOUS)))
        if paper.points and self.options.language == "en" and is_korean(paper.points):
            head.append(line(self.options.say(phrases.KOREAN_SUMMARY), LineKind.SMALL))
        if model := next((point.by for point in paper.points if point.by), None):
            head.append(line(self.options.say(phrases.MODEL_SUMMARY, model=model), LineKind.SMALL))
        points = [self._point(point) for point in paper.points] or [(line(self.options.say(phrases.NO_POINTS)),)]
        if abstract := self._abstract(paper):
            is_said = all(point.label == ABSTRACT for point in paper.points)
            points = [self._point(SummaryPoint(ABSTRACT, abstract)), *([] if is_said else points)]
        return (Block(tuple(head), picture_of(paper)), *(Block(lines, flows=True) for lines in points))

    def passage(self, passage: Passage) -> Block:
        paper, point = passage.paper, passage.paper.points[passage.excerpt.index]
        where = [
            paper.latest.date.isoformat(),
            paper.arxiv_id,
            phrases.section_name(point.label, self.options.language),
        ]
        if point.by:
            where.append(self.options.say(phrases.BY_MODEL))
        found = snippet(passage.sentence, passage.excerpt.marks, self.options.limits.point)
        lines = Line(_marked(found)), self.title(paper), line(" · ".join(filter(None, where)), LineKind.SMALL)
        return Block(lines, paper=paper)

    def cited(self, paper: Paper, excerpts: Sequence[Excerpt], number: int) -> Block:
        """An entry of that number with sentences of the paper's, in quotation marks."""
        labels = dict.fromkeys(paper.points[each.index].label for each in excerpts)
        sections = [phrases.section_name(label, self.options.language) for label in labels]
        where = " · ".join(filter(None, [paper.latest.date.isoformat(), paper.arxiv_id, *sections]))
        said = [clip(each.sentence(paper), min(_LONGEST_QUOTE, self.options.limits.point)) for each in excerpts]
        quotes = [line(self.options.say(phrases.QUOTED, text=text)) for text in said]
        return Block(
            (self.title(paper, f"{number}. "), line(where, LineKind.SMALL), *quotes), paper=paper, number=number
        )

    def sentence(self, passage: Passage) -> Block:
        """The sentence of a passage, and where it stands."""
        where = line(f"{plain_title(passage.paper.title)} · {passage.paper.arxiv_id}", LineKind.SMALL)
        return Block((line(clip(passage.sentence, self.options.limits.point)), where), paper=passage.paper)

    def korean_note(self, papers: Iterable[Paper]) -> tuple[Block, ...]:
        """For English readers, once below a reply: that summaries are in Korean, where no abstract stands for them."""
        if self.options.language == "ko" or not any(paper.points and not paper.abstract for paper in papers):
            return ()
        return (Block((line(self.options.say(phrases.KOREAN_SUMMARIES), LineKind.SMALL),)),)

    def _abstract(self, paper: Paper) -> str:
        """The abstract, for those who do not read Korean."""
        return (paper.abstract or "") if self.options.language == "en" else ""

    def facts(self, paper: Paper, on: Appearance, *, dated: bool = True) -> str:
        """The day and the votes of an appearance, and the paper's id."""
        return " · ".join([*([f"{on.date}"] if dated else []), self._votes(on), paper.arxiv_id])

    def _votes(self, appearance: Appearance) -> str:
        if appearance.votes is None:
            return self.options.say(phrases.VOTES_UNKNOWN)
        phrase = phrases.ONE_VOTE if appearance.votes == 1 else phrases.VOTES
        return self.options.say(phrase, votes=f"{appearance.votes:,}")

    def _authors(self, paper: Paper) -> str:
        if not paper.authors:
            return self.options.say(phrases.NO_AUTHORS)
        shown, length = 0, 0
        for author in paper.authors:
            length += len(author) + 2
            if shown and length > self.options.limits.authors:
                break
            shown += 1
        more = len(paper.authors) - shown
        names = clip(", ".join(paper.authors[:shown]), self.options.limits.authors)
        return f"{names} {self.options.say(phrases.MORE_AUTHORS, count=more)}" if more else names

    def _point(self, point: SummaryPoint) -> tuple[Line, ...]:
        first, *nested = clip(point.text, self.options.limits.point).split("\n")
        runs = [Run(first)]
        if point.label:
            # The space stands outside the bold: Markdown takes no asterisks for marks that a space stands before.
            label = Run(f"{phrases.section_name(point.label, self.options.language)}:", bold=True)
            runs = [label, Run(f" {first}")]
        return (
            Line(tuple(runs), LineKind.BULLET),
            *(line(text.removeprefix("- "), LineKind.NESTED) for text in nested),
        )


_PUBLIC = lazy_regex(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+(?::443|:80)?(?:[/?#]|$)", re.IGNORECASE)


def picture_of(paper: Paper) -> str:
    """The URL of the paper's picture, "" where it has none that Discord can fetch: it refuses a whole message for a
    picture at no public host."""
    if paper.media is None or paper.media.kind != "image" or not _PUBLIC.match(paper.media.url):
        return ""
    return paper.media.url


_MEDALS = {1: "🥇 ", 2: "🥈 ", 3: "🥉 "}


def _ranked_lead(number: int, appearance: Appearance) -> str:
    """The place in a list by votes; the first three that have any get medals."""
    return (appearance.votes and _MEDALS.get(number)) or f"{number}. "


_LINK = lazy_regex(r"https?://\S+")


def _marked(found: Snippet) -> tuple[Run, ...]:
    links = [match.span() for match in _LINK.finditer(found.text)]
    runs, end = [], 0
    for start, stop in found.spans:
        if any(start < link_end and link_start < stop for link_start, link_end in links):
            continue  # bold in the middle of a link would break it
        runs += [Run(found.text[end:start]), Run(found.text[start:stop], bold=True)]
        end = stop
    return tuple(run for run in (*runs, Run(found.text[end:])) if run.text)
