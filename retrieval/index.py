"""One immutable snapshot of all that is searched: texts by their terms, authors, titles and ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from retrieval.bm25 import BM25, Weighted
from retrieval.excerpt import Excerpt, best_point
from retrieval.names import AuthorNames, name_words
from retrieval.paper import Paper, parse_arxiv_id
from retrieval.query import Query, parse_query
from retrieval.terms import terms
from retrieval.titles import Titles

_TITLE_COPIES = 3


@dataclass(frozen=True, slots=True)
class Ranking:
    """arXiv ids with their scores (> 0), best first; `total` counts all that match."""

    hits: tuple[tuple[str, float], ...]
    total: int


class Index:
    """Finds papers by id, author or words. Safe to use from several threads."""

    def __init__(
        self, ids: Sequence[str], bm25: BM25, names: AuthorNames, titles: Titles, newest: NDArray[np.int32]
    ) -> None:
        """For `Index.build`. `newest` is each paper's place in `titles`, which go from the newest day to the oldest."""
        self._ids = ids
        self._numbers = {arxiv_id: number for number, arxiv_id in enumerate(ids)}
        self._bm25 = bm25
        self._names = names
        self._titles = titles
        self._newest = newest

    @classmethod
    def build(cls, papers: Sequence[Paper]) -> Index:
        """An index of `papers`, of which none may come twice. Keeps nothing of their texts but the titles."""
        # Equal scores go by document number: so more votes come first, then the newer day.
        papers = sorted(papers, key=lambda paper: (-_votes(paper), -paper.latest.date.toordinal(), paper.arxiv_id))
        by_day = sorted(range(len(papers)), key=lambda number: papers[number].latest.date, reverse=True)
        newest = np.empty(len(papers), np.int32)
        newest[by_day] = np.arange(len(papers))
        return cls(
            tuple(paper.arxiv_id for paper in papers),
            BM25(map(_paper_terms, papers)),
            AuthorNames(paper.authors for paper in papers),
            Titles((papers[number].arxiv_id, papers[number].title) for number in by_day),
            newest,
        )

    def search(self, query: Query, limit: int, offset: int = 0) -> Ranking:
        """The paper that `query` names, or its author's papers, newest first, or the papers that match its terms best.

        `limit` and `offset` count papers, both ≥ 0. Of equal scores more votes go first, then the newer day.
        """
        if query.arxiv_id:
            named = [self._numbers[query.arxiv_id]] if query.arxiv_id in self._numbers else []
            return self._listed(np.array(named, np.int32), limit, offset)
        by_author = self._by_author(query)
        if len(by_author):
            return self._listed(by_author, limit, offset)
        top = self._bm25.top(self.weighted_terms(query), limit, offset)
        scored = zip(top.documents.tolist(), top.scores.tolist(), strict=True)
        return Ranking(tuple((self._ids[number], score) for number, score in scored), top.total)

    def weighted_terms(self, query: Query) -> list[Weighted]:
        """The terms that stand for `query`, and how much each counts."""
        return [(term, 1.0) for term in query.terms]

    def excerpt(self, paper: Paper, query: Query) -> tuple[Excerpt, float] | None:
        """The point of `paper` that answers `query` best, and its score (≥ 0); None where it has none."""
        return best_point(paper, self.weighted_terms(query), self._bm25.weight)

    def suggest(self, text: str, limit: int = 25) -> tuple[tuple[str, str], ...]:
        """At most `limit` ids and titles that may be meant by what is typed so far, the likeliest first.

        Where nothing is typed, the newest papers.
        """
        found = dict(self._titles.suggest(text, limit))
        if len(found) < limit and not parse_arxiv_id(text):
            places = self._newest[self._bm25.top(self.weighted_terms(parse_query(text)), limit).documents]
            found |= dict(map(self._titles.__getitem__, places.tolist()))
        return tuple(islice(found.items(), limit))

    def titled(self, text: str) -> str | None:
        """The id of the paper whose title is `text`, apart from case, accents and punctuation."""
        return self._titles.titled(text)

    def _by_author(self, query: Query) -> NDArray[np.int32]:
        """The papers of the author whose name the query, or what it is about, is; or of all of that last name, unless
        some text has it."""
        nobody = self._names.full(())
        if not query.subject:
            return nobody
        about = name_words(query.text[query.subject[0].start : query.subject[-1].end])
        for name in (name_words(query.text), about):
            if len(found := self._names.full(name)):
                return found
        if len(about) == 1 and not any(map(self._bm25.frequency, query.terms)):
            return self._names.last(about[0])
        return nobody

    def _listed(self, numbers: NDArray[np.int32], limit: int, offset: int) -> Ranking:
        newest_first = numbers[np.argsort(self._newest[numbers])][offset : offset + limit]
        return Ranking(tuple((self._ids[number], 1.0) for number in newest_first), len(numbers))


def _votes(paper: Paper) -> int:
    votes = paper.latest.votes
    return -1 if votes is None else votes


def _paper_terms(paper: Paper) -> list[str]:
    found = terms(paper.title) * _TITLE_COPIES
    for point in paper.points:
        found += terms(point.label)
        found += terms(point.text)
    return found
