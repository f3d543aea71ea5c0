"""What a search or a question gives back: papers with the sentences that match, and what was done to the query."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.analysis.terms import word_terms, words
from retrieval.expansion import spelling
from retrieval.expansion.concepts import Understanding
from retrieval.index.index import Index
from retrieval.index.ranking import Ranking
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage
from retrieval.query.conditions import Condition
from retrieval.query.query import Query

Ranked = Sequence[tuple[str, float]]
"""arXiv ids and scores, best first."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paper that is found, its score (> 0), and the point of its summary that matches best; None without points.

    `loose`: it is not about the query, only near it.
    """

    paper: Paper
    score: float
    excerpt: Excerpt | None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that no paper has, as it was `typed`, and what was `searched`, or may be, in its place."""

    typed: str
    searched: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The papers that are about a query, best first; `total` counts them all, `near_total` those that are near it,
    which follow where they were wanted. Where nothing is about it, `near` holds the nearest, at most MAX_NEAR.

    `corrections` are the words searched instead of others, `suggestions` those that may be meant and were not searched.
    `without`: where conditions are what leaves nothing, each that alone does so, with how many papers there would be
    without it; None for all conditions, where it takes several.
    """

    hits: tuple[Hit, ...]
    total: int
    near_total: int
    near: tuple[Hit, ...]
    corrections: tuple[Correction, ...]
    suggestions: tuple[Correction, ...]
    without: tuple[tuple[Condition | None, int], ...]
    took_ms: float


@dataclass(frozen=True, slots=True)
class Answered:
    """The passages that answer a question, the best first; where none does, the papers `nearest` to it, if any is near:
    papers to look at, not answers."""

    passages: tuple[Passage, ...]
    nearest: tuple[Hit, ...]


def search_result(
    index: Index, query: Query, ranking: Ranking, offset: int, papers: Sequence[Paper], started: float
) -> SearchResult:
    understood = index.understand(query)
    hits = hits_of(index, understood, ranking.hits, papers, ranking.total - offset)
    nearest = hits_of(index, understood, ranking.near, papers, 0) if ranking.near else ()
    return SearchResult(
        hits,
        ranking.total,
        ranking.near_total,
        nearest,
        _corrections(understood.corrections, (*hits, *nearest)) if hits or nearest else (),
        _corrections(_doubtful(understood), (*hits, *nearest)),
        ranking.without,
        (time.perf_counter() - started) * 1000,
    )


def _doubtful(understood: Understanding) -> list[spelling.Correction]:
    """The corrections to offer: of words that were not corrected, and never another number (GPT 3.5 is no GPT 1.5)."""
    made = {one.original for one in understood.corrections}
    return [
        one for one in understood.suggestions if one.original not in made and not any(map(str.isdigit, one.original))
    ]


def hits_of(
    index: Index, understood: Understanding, hits: Ranked, papers: Sequence[Paper], about: int | None = None
) -> tuple[Hit, ...]:
    """Those of the `papers` that are among `hits`, of which the first `about` are not loose."""
    found = {paper.arxiv_id: paper for paper in papers}
    ranked = [(found[arxiv_id], score) for arxiv_id, score in hits if arxiv_id in found]
    excerpts = index.excerpts([paper for paper, _ in ranked], understood)
    return tuple(
        Hit(paper, score, one, about is not None and place >= about)
        for place, ((paper, score), one) in enumerate(zip(ranked, excerpts, strict=True))
    )


def _corrections(found: Sequence[spelling.Correction], hits: Sequence[Hit]) -> tuple[Correction, ...]:
    """The best correction of each word, spelt as the hits spell it."""
    best: dict[str, Correction] = {}
    for each in found:
        if each.original not in best:
            spelt = dict.fromkeys(_spelling(term, hits) for term in each.terms)
            best[each.original] = Correction(each.original, " ".join(spelt))
    return tuple(best.values())


def _spelling(term: str, hits: Sequence[Hit]) -> str:
    """The first word of the hits' titles that `term` stands for."""
    for title in (hit.paper.title for hit in hits):
        for word in words(title):
            if term in word_terms(word.text):
                return title[word.start : word.end]
    return term
