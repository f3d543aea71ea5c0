# mypy: disallow-subclassing-any=False
"""rank_bm25's Okapi over postings: the same scores, bit for bit, without looking at documents that do not match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from copy import copy
from itertools import chain, compress, count
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.postings import Entry, Postings
from retrieval.renumbering import Renumbering
from retrieval.vocabulary import Vocabulary

_T = TypeVar("_T")

Weighted = tuple[str, float]
"""A term of a query, and what its score is multiplied by."""

_LEAST_IDF = 0.001  # tells what matches from what does not, and is outweighed by everything else
_TOGETHER = 4_096  # postings scored at once: enough to outweigh the cost of the calls
_KEPT = 262_144  # postings whose scores are kept for the next query: two megabytes
_KEPT_OF_TERM = 4096  # more make the keeping cost more than it saves
_KEPT_LEAST = 64  # what a term with fewer counts as: it takes as much memory


class Top(NamedTuple):
    """The best documents by number, best first, with their scores (> 0); `total` counts all that match."""

    documents: NDArray[np.int64]
    scores: NDArray[np.float64]
    total: int


class _Term(NamedTuple):
    """The postings of a term, its idf, and what it adds to the score of each document that holds it."""

    entry: Entry
    idf: float
    scores: NDArray[np.float64]


class BM25(BM25Okapi):
    """BM25Okapi with postings in place of one dictionary a document. Takes an empty corpus too; immutable once built.

    Keeps rank_bm25's parameters, idf and order of operations, and so its scores. Safe to use from several threads.
    """

    vocabulary: Vocabulary
    """Every term of the corpus, and its number."""

    def __init__(self, corpus: Iterable[Sequence[str]]) -> None:
        super().__init__(corpus)

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        return self._hold(Postings.build(corpus, numbers), numbers)

    def updated(self, move: Renumbering, corpus: Iterable[Sequence[str]]) -> BM25:
        """That of the documents that stay, and of `corpus`, those that come.

        Scores are those of a BM25 of them all, but for rounding where a term is in more than half of the documents: its
        idf comes from the mean of all, which are summed in another order.
        """
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        others = Postings.build(corpus, numbers)
        known = [self.vocabulary.number(term) for term in numbers]
        fresh = [term for term, number in zip(numbers, known, strict=True) if number is None]
        free = count(len(self.vocabulary))
        terms = np.array([next(free) if number is None else number for number in known], np.int64)
        postings, held = self._postings.updated(move, others, terms)
        new = copy(self)
        new.idf = {}
        new._calc_idf(new._hold(postings, list(compress(chain(self.vocabulary, fresh), held.tolist()))))
        return new

    def _hold(self, postings: Postings, terms: Collection[str]) -> dict[str, int]:
        """In how many documents each of the `terms` is, which are in the order of their numbers."""
        self._postings = postings
        self.vocabulary = Vocabulary.build(terms)
        self.doc_len = self._postings.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = int(self.doc_len.sum()) / max(1, self.corpus_size)
        often, sizes = self._postings.pairs
        norms = self.k1 * (1 - self.b + self.b * sizes / (self.avgdl or 1))
        self._values = often * (self.k1 + 1) / (often + norms)
        self._kept: dict[str, _Term] = {}
        self._room = _KEPT
        return dict(zip(terms, postings.counts().tolist(), strict=True))

    def _calc_idf(self, nd: dict[str, int]) -> None:
        if nd:
            super()._calc_idf(nd)
        self._idf = np.fromiter(self.idf.values(), np.float64, len(nd))
        self.idf.clear()

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_kept": {}, "_room": _KEPT}

    def weight(self, term: str) -> float:
        """The idf of `term`, above 0; 0 where no document holds it.

        rank_bm25's own can be 0 or less in a corpus of a few documents, whose every term is in half of them or more.
        """
        number = self.vocabulary.number(term)
        return 0.0 if number is None else max(self._idf.item(number), _LEAST_IDF)

    def frequency(self, term: str) -> int:
        """In how many documents `term` is."""
        number = self.vocabulary.number(term)
        return 0 if number is None else self._postings.count(number)

    def documents(self, term: str) -> NDArray[np.intp]:
        """The documents that hold `term`, in order."""
        number = self.vocabulary.number(term)
        return np.zeros(0, np.intp) if number is None else self._postings.numbers([self._postings.of(number)])

    def top(self, query: Sequence[Weighted], limit: int, offset: int = 0) -> Top:
        """The documents that match best; of equal scores the lower number comes first.

        Scores are rank_bm25's, times the weights. Only where that leaves none above 0, `weight` takes the idf's place.
        """
        known = [(term, weight) for text, weight in query if (term := self._term(text))]
        scores = self._scores(known)
        matching = scores > 0
        total = int(np.count_nonzero(matching))
        if known and not total:
            known = [(self._scored(term.entry, max(term.idf, _LEAST_IDF)), weight) for term, weight in known]
            scores = self._scores(known)
            matching = scores > 0
            total = int(np.count_nonzero(matching))
        floor = self._floor(scores, [term.entry for term, _ in known], offset + limit)
        best = (scores >= floor if floor > 0 else matching).nonzero()[0]
        found = scores.take(best)
        order = (-found).argsort(kind="stable")[offset : offset + limit]
        return Top(best.take(order), found.take(order), total)

    def get_scores(self, query: Iterable[str]) -> NDArray[np.float64]:
        """The score of every document, as rank_bm25's BM25Okapi gives it."""
        return self._scores([(term, 1.0) for text in query if (term := self._term(text))])

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        return [float(score) for score in self.get_scores(query)[np.asarray(doc_ids, np.int64)]]

    def get_top_n(self, query: Iterable[str], documents: Sequence[_T], n: int = 5) -> list[_T]:
        """As rank_bm25's, but without documents that do not match."""
        return [documents[number] for number in self.top([(term, 1.0) for term in query], n).documents]

    def _term(self, text: str) -> _Term | None:
        if text in self._kept:
            return self._kept[text]
        number = self.vocabulary.number(text)
        if number is None:
            return None
        term = self._scored(self._postings.of(number), self._idf.item(number))
        size = max(len(term.scores), _KEPT_LEAST)
        if size <= _KEPT_OF_TERM:
            if size > self._room:
                self._kept, self._room = {}, _KEPT
            self._kept[text] = term
            self._room -= size
        return term

    def _scored(self, entry: Entry, idf: float) -> _Term:
        return _Term(entry, idf, self._values.take(entry.codes) * idf)

    def _scores(self, terms: Sequence[tuple[_Term, float]]) -> NDArray[np.float64]:
        """The scores of all documents, from the terms of a query and what each counts."""
        scores = np.zeros(self.corpus_size)
        entries: list[Entry] = []
        added: list[NDArray[np.float64]] = []
        size = 0
        for place, (term, weight) in enumerate(terms, start=1):
            entries.append(term.entry)
            added.append(term.scores if weight == 1 else weight * term.scores)
            size += len(term.scores)
            if size >= _TOGETHER or place == len(terms):
                together = np.concatenate(added) if len(added) > 1 else added[0]
                np.add.at(scores, self._postings.numbers(entries), together)
                entries, added, size = [], [], 0
        return scores

    def _floor(self, scores: NDArray[np.float64], known: Sequence[Entry], wanted: int) -> float:
        """A score that at least `wanted` documents have, as the rarest term tells that so many hold; else 0."""
        enough = [entry for entry in known if len(entry.codes) >= wanted > 0]
        if not enough:
            return 0.0
        some = scores.take(self._postings.numbers([min(enough, key=_held)]))
        some.partition(len(some) - wanted)
        return some.item(len(some) - wanted)


def _held(entry: Entry) -> int:
    return len(entry.codes)
