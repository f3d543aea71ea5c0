"""Answers about papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.core.answer import Answer, Notice, small_print
from bot.core.location import Location
from bot.features.papers import phrases
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, line
from bot.rendering.language import Phrase
from bot.rendering.papers import PaperLines
from bot.rendering.phrases import times
from retrieval.glossary.translations import Translation
from retrieval.library import Hit
from retrieval.paper import Paper
from retrieval.passages.excerpt import introduction
from retrieval.passages.passages import Passage


@dataclass(frozen=True, slots=True)
class PaperCard(Answer):
    """One paper whole. `suspicious`: its summary may be another paper's. `origin` is the list that it was opened from,
    and `back` the label of the way there. Where a reply cannot hold all its points at once, `page` (from 1) is the one
    of `pages` that it shows."""

    introduces: ClassVar[bool] = True

    paper: Paper
    page: int = 1
    suspicious: bool = False
    origin: Location | None = None
    back: Phrase | None = None
    pages: int = 1

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        return PaperLines(options).whole(self.paper, suspicious=self.suspicious)

    @property
    def location(self) -> Location | None:
        return self.origin

    @property
    def opened(self) -> str:
        return self.paper.arxiv_id

    @property
    def links(self) -> tuple[str, ...]:
        return self.paper.url, self.paper.pdf_url, self.paper.huggingface_url

    @property
    def part(self) -> int:
        return self.page

    def in_parts(self, parts: int) -> PaperCard:
        return replace(self, page=min(self.page, parts), pages=parts)


@dataclass(frozen=True, slots=True)
class Passages(Answer):
    """The sentences that answer a question, best first; never empty. `of_one`: it was asked of just this paper."""

    introduces: ClassVar[bool] = True

    question: str
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...] = ()
    of_one: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.ANSWER_TITLE, query=options.quote(self.question))
        head = Block((line(title, LineKind.HEADING), *small_print(self.notices, options)))
        papers = PaperLines(options)
        note = papers.korean_note(passage.paper for passage in self.passages)
        return (head, *map(papers.passage, self.passages), *note)

    @property
    def location(self) -> Location | None:
        return None if self.of_one else Location("ask", self.question)


@dataclass(frozen=True, slots=True)
class NoAnswer(Answer):
    """A question that no summary answers, and the papers that come nearest to it, if any comes near."""

    introduces: ClassVar[bool] = True

    question: str
    nearest: tuple[Hit, ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        phrase = phrases.NO_ANSWER_NEAREST if self.nearest else phrases.NO_ANSWER
        title = Block((line(options.say(phrase, query=options.quote(self.question))),))
        papers = PaperLines(options)
        return (title, *papers.hits(self.nearest), *papers.korean_note(hit.paper for hit in self.nearest))

    @property
    def location(self) -> Location:
        return Location("ask", self.question)


@dataclass(frozen=True, slots=True)
class Unanswered(Answer):
    """What is said where the summary of a paper does not answer a question about it, and the sentences of others that
    do, if any."""

    paper: Paper
    elsewhere: tuple[Passage, ...] = ()
    question: str = ""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        papers = PaperLines(options)
        blocks = [
            Block((line(options.say(phrases.NOT_IN_THIS)),)),
            *papers.hits((Hit(self.paper, 1.0, introduction(self.paper)),)),
        ]
        if self.elsewhere:
            blocks.append(Block((line(options.say(phrases.IN_OTHERS), LineKind.SMALL),)))
            blocks += map(papers.passage, self.elsewhere)
        return (*blocks, *papers.korean_note((self.paper, *(passage.paper for passage in self.elsewhere))))

    @property
    def opened(self) -> str:
        return self.paper.arxiv_id


@dataclass(frozen=True, slots=True)
class Similar(Answer):
    """Papers about the same things as `paper`; there is at least one."""

    introduces: ClassVar[bool] = True

    paper: Paper
    hits: tuple[Hit, ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        papers = PaperLines(options)
        title = line(options.say(phrases.SIMILAR_TITLE), LineKind.HEADING)
        note = papers.korean_note(hit.paper for hit in self.hits)
        head = Block((title, papers.title(self.paper)), paper=self.paper)  # the way back to it
        return (head, *papers.hits(self.hits), *note)

    @property
    def location(self) -> Location:
        return Location("similar", self.paper.arxiv_id)


@dataclass(frozen=True, slots=True)
class Term(Answer):
    """What a term is in the other language, what most speaks for first, and the best papers for it; at least one of
    either.

    `everything`: what may be chance is told too. `nearest` is a term that may have been meant where there is no
    translation, "" where none is like it.
    """

    introduces: ClassVar[bool] = True

    term: str
    translations: tuple[Translation, ...]
    hits: tuple[Hit, ...]
    nearest: str = ""
    everything: bool = False

    @property
    def hidden(self) -> tuple[Translation, ...]:
        """The translations that may be chance, where they are not told."""
        return () if self.everything else tuple(one for one in self.translations if one.thin)

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.TERM_TITLE, term=options.quote(self.term))
        told = [one for one in self.translations if one not in self.hidden]
        lines = [line(title, LineKind.HEADING), *(_translation(one, options) for one in told)]
        if not told:
            phrase = phrases.TERM_UNKNOWN_NEAREST if self.nearest else phrases.TERM_UNKNOWN
            lines.append(line(options.say(phrase, nearest=options.quote(self.nearest))))
        if self.hits:
            lines.append(line(options.say(phrases.TERM_PAPERS), LineKind.SMALL))
        papers = PaperLines(options)
        return (Block(tuple(lines)), *papers.hits(self.hits), *papers.korean_note(hit.paper for hit in self.hits))

    @property
    def location(self) -> Location:
        return Location("term", self.term)

    @property
    def topic(self) -> str:
        return self.term if self.hits else ""


@dataclass(frozen=True, slots=True)
class Definition(Answer):
    """What a term means: the sentence that says so, where one does, what it is called in the other language, the paper
    that introduced it, where that is here, and the best papers on it; at least one of all of them."""

    introduces: ClassVar[bool] = True

    term: str
    sentence: Passage | None
    names: tuple[str, ...]
    introduced: Paper | None
    hits: tuple[Hit, ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        papers = PaperLines(options)
        title = options.say(phrases.DEFINITION_TITLE, term=options.quote(self.term))
        lines = [line(title, LineKind.HEADING)]
        if self.names:
            lines.append(line(options.say(phrases.ALSO_CALLED, names=", ".join(self.names)), LineKind.SMALL))
        if not self.sentence:
            lines.append(line(options.say(phrases.NO_DEFINITION)))
        blocks = [Block(tuple(lines))]
        listed = {hit.paper.arxiv_id for hit in self.hits} | ({self.introduced.arxiv_id} if self.introduced else set())
        if self.sentence:
            said = papers.sentence(self.sentence)  # without a way to its paper where that is listed below
            blocks.append(replace(said, paper=None) if self.sentence.paper.arxiv_id in listed else said)
        if self.introduced:
            blocks.append(Block((line(options.say(phrases.INTRODUCED_BY), LineKind.SMALL),)))
            blocks += papers.hits((Hit(self.introduced, 1.0, None),))
        if self.hits:
            blocks.append(Block((line(options.say(phrases.TERM_PAPERS), LineKind.SMALL),)))
            blocks += papers.hits(self.hits, 2 if self.introduced else 1)
        return (*blocks, *papers.korean_note(self._papers()))

    def _papers(self) -> Iterator[Paper]:
        yield from (hit.paper for hit in self.hits)
        yield from (paper for paper in (self.introduced, self.sentence and self.sentence.paper) if paper)

    @property
    def location(self) -> Location:
        return Location("define", self.term)

    @property
    def topic(self) -> str:
        return self.term if self.hits or self.introduced else ""


def _translation(one: Translation, options: RenderOptions) -> Line:
    unstated = phrases.TERM_LINE_CURATED if one.origin == "curated" else phrases.TERM_LINE_LEARNT
    phrase = phrases.TERM_LINE if one.mentions else unstated
    said = options.say(phrase, term=one.term, times=times(one.mentions, options.language))
    return line(f"{said} · {options.say(phrases.TERM_UNSURE)}" if one.thin else said, LineKind.BULLET)


@dataclass(frozen=True, slots=True)
class Listed(Answer):
    """Papers that were named by their ids, at least one, and the ids of which there is no paper here."""

    introduces: ClassVar[bool] = True

    papers: tuple[Paper, ...]
    missing: tuple[str, ...] = ()

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        head = [line(options.say(phrases.LISTED_TITLE), LineKind.HEADING)]
        if self.missing:
            missing = options.say(phrases.LISTED_MISSING, arxiv_ids=", ".join(self.missing))
            head.append(line(missing, LineKind.SMALL))
        papers, hits = PaperLines(options), tuple(Hit(paper, 1.0, introduction(paper)) for paper in self.papers)
        return (Block(tuple(head)), *papers.hits(hits), *papers.korean_note(self.papers))

    @property
    def location(self) -> Location:
        return Location("listed", " ".join([*(paper.arxiv_id for paper in self.papers), *self.missing]))
