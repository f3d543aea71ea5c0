"""What is said of a paper: its title, its facts, its points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.rendering import phrases
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.snippet import Snippet, clip, snippet
from retrieval.library import Hit
from retrieval.paper import Appearance, Paper, SummaryPoint
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage


@dataclass(frozen=True, slots=True)
class PaperLines:
    """Says papers in the language of a reply, each text within its limit."""

    options: RenderOptions

    def hits(self, hits: tuple[Hit, ...], first: int = 1) -> tuple[Block, ...]:
        """An entry for each, numbered from `first`."""
        return tuple(
            Block(
                (self.title(hit.paper, f"{number}. "), self._facts(hit.paper), *self._excerpt(hit.paper, hit.excerpt)),
                paper=hit.paper,
                number=number,
            )
            for number, hit in enumerate(hits, first)
        )

    def title(self, paper: Paper, lead: str = "") -> Line:
        """The title, linked, behind `lead`."""
        runs = (Run(lead, bold=True),) if lead else ()
        return Line((*runs, Run(clip(paper.title, self.options.limits.title), bold=True, url=paper.url)))

    def whole(self, paper: Paper, *, suspicious: bool) -> tuple[Block, ...]:
        """The head, then a block for each point."""
        title = Line((Run(clip(paper.title, self.options.limits.title), url=paper.url),), LineKind.HEADING)
        head = [title, self._facts(paper), line(self._authors(paper), LineKind.SMALL)]
        if earlier := paper.appearances[:-1]:
            days = ", ".join(f"{one.date} ({self._votes(one)})" for one in reversed(earlier[-5:]))
            head.append(line(self.options.say(phrases.ALSO_ON, days=days), LineKind.SMALL))
        if suspicious:
            head.append(line(self.options.say(phrases.SUSPICIOUS)))
        points = [self._point(point) for point in paper.points] or [(line(self.options.say(phrases.NO_POINTS)),)]
        return (Block(tuple(head), picture_of(paper)), *(Block(lines, flows=True) for lines in points))

    def passage(self, passage: Passage) -> Block:
        paper, label = passage.paper, passage.paper.points[passage.excerpt.index].label
        where = [paper.latest.date.isoformat(), paper.arxiv_id, phrases.section_name(label, self.options.language)]
        found = snippet(paper.points[passage.excerpt.index].text, passage.excerpt.spans, self.options.limits.point)
        lines = Line(_marked(found)), self.title(paper), line(" · ".join(filter(None, where)), LineKind.SMALL)
        return Block(lines, paper=paper)

    def sentence(self, passage: Passage) -> Block:
        """The sentence of a passage, which its first span marks, and where it stands."""
        paper, point = passage.paper, passage.paper.points[passage.excerpt.index]
        start, end = passage.excerpt.spans[0]
        where = line(f"{clip(paper.title, self.options.limits.title)} · {paper.arxiv_id}", LineKind.SMALL)
        return Block(
            (line(clip(point.text[start:end].replace("\n", " "), self.options.limits.point)), where), paper=paper
        )

    def on_day(self, paper: Paper, number: int, day: date) -> Block:
        """An entry of one line of summary."""
        here = next(one for one in paper.appearances if one.date == day)
        said = " · ".join(filter(None, (self._votes(here), self._first_point(paper, self.options.limits.day_excerpt))))
        return Block(
            (self.title(paper, _ranked_lead(number, here)), line(said, LineKind.SMALL)), paper=paper, number=number
        )

    def entry(self, paper: Paper, number: int, on: Appearance | None = None) -> Block:
        """An entry with the paper's facts and the first point of its summary. In a list by votes, `on` is the
        appearance whose day and votes it shows."""
        summary = self._first_point(paper, self.options.limits.excerpt)
        lead = _ranked_lead(number, on) if on else f"{number}. "
        lines = (self.title(paper, lead), self._facts(paper, on), *((line(summary),) if summary else ()))
        return Block(lines, paper=paper, number=number)

    def _first_point(self, paper: Paper, limit: int) -> str:
        return snippet(paper.points[0].text, (), limit).text if paper.points else ""

    def _facts(self, paper: Paper, on: Appearance | None = None) -> Line:
        shown = on or paper.latest
        return line(f"{shown.date} · {self._votes(shown)} · {paper.arxiv_id}", LineKind.SMALL)

    def _votes(self, appearance: Appearance) -> str:
        if appearance.votes is None:
            return self.options.say(phrases.VOTES_UNKNOWN)
        phrase = phrases.ONE_VOTE if appearance.votes == 1 else phrases.VOTES
        return self.options.say(phrase, votes=f"{appearance.votes:,}")

    def _excerpt(self, paper: Paper, excerpt: Excerpt | None) -> tuple[Line, ...]:
        if excerpt is None:
            return ()
        found = snippet(paper.points[excerpt.index].text, excerpt.spans, self.options.limits.excerpt)
        return (Line(_marked(found)),)

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
        label = (
            (Run(f"{phrases.section_name(point.label, self.options.language)}: ", bold=True),) if point.label else ()
        )
        lines = [Line((*label, Run(first)), LineKind.BULLET)]
        return (*lines, *(line(text.removeprefix("- "), LineKind.NESTED) for text in nested))


_PUBLIC = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+(?::443|:80)?(?:[/?#]|$)", re.IGNORECASE)


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


_LINK = re.compile(r"https?://\S+")


def _marked(found: Snippet) -> tuple[Run, ...]:
    links = [match.span() for match in _LINK.finditer(found.text)]
    runs, end = [], 0
    for start, stop in found.spans:
        if any(start < link_end and link_start < stop for link_start, link_end in links):
            continue  # bold in the middle of a link would break it
        runs += [Run(found.text[end:start]), Run(found.text[start:stop], bold=True)]
        end = stop
    return tuple(run for run in (*runs, Run(found.text[end:])) if run.text)
