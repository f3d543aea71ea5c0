"""Answers about papers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Notice
from bot.features.papers import phrases
from bot.rendering.blocks import Block, Kind, line
from bot.rendering.papers import PaperLines
from retrieval.glossary.glossary import Translation
from retrieval.library import Hit
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage


@dataclass(frozen=True, slots=True)
class Results:
    """One page (from 1) of the papers that match `query`: the `first`th (from 1) and those that follow.

    `corrections` are the words that were searched in place of what was typed; `literal` is the query without them.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    first: int
    took_ms: float
    notices: tuple[Notice, ...] = ()
    literal: str = ""


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One paper whole; `page` (from 1) where a reply cannot hold all its points at once. `suspicious`: its summary may
    be another paper's. `origin` is the code of the place it was opened from, "" where there is none."""

    paper: Paper
    page: int = 1
    suspicious: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Passages:
    """The summary points that answer a question, best first; never empty."""

    question: str
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A question that no summary answers, and the papers that come nearest to it; there is at least one."""

    question: str
    nearest: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """Papers about the same things as `paper`; there is at least one."""

    paper: Paper
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What a term is in the other language, what most speaks for first, and the best papers for it; at least one of
    either.

    `nearest` is a term that may have been meant where there is no translation, "" where none is like it.
    """

    term: str
    translations: tuple[Translation, ...]
    hits: tuple[Hit, ...]
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """Papers that were named by their ids, at least one, and the ids of which there is no paper here."""

    papers: tuple[Paper, ...]
    missing: tuple[str, ...] = ()

    @property
    def arxiv_ids(self) -> tuple[str, ...]:
        return (*(paper.arxiv_id for paper in self.papers), *self.missing)


def listed_blocks(answer: Listed, papers: PaperLines) -> tuple[Block, ...]:
    """The head, with the ids that are not here, and an entry for each paper with its first summary point."""
    head = [line(phrases.LISTED_TITLE.say(papers.language), Kind.HEADING)]
    if answer.missing:
        said = phrases.LISTED_MISSING.say(papers.language, arxiv_ids=", ".join(answer.missing))
        head.append(line(said, Kind.SMALL))
    first = Excerpt(0, ())
    hits = tuple(Hit(paper, 1.0, first if paper.points else None) for paper in answer.papers)
    return (Block(tuple(head)), *papers.hits(hits))
