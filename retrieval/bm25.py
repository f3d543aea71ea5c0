# mypy: disallow-subclassing-any=False
"""rank_bm25's Okapi over postings: the same scores, bit for bit, without looking at documents that do not match."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

_T = TypeVar("_T")

Weighted = tuple[str, float]
"""A term of a query, and what its score is multiplied by."""

_BLOCK = 16_384  # documents counted at once: bounds the memory that a build takes
_LEAST_IDF = 0.001  # tells what matches from what does not, and is outweighed by everything else


@dataclass(frozen=True, slots=True)
class Top:
    """The best documents by number, best first, with their scores (> 0); `total` counts all that match."""

    documents: NDArray[np.int64]
    scores: NDArray[np.float64]
    total: int


class BM25(BM25Okapi):
    """BM25Okapi with postings in place of one dictionary a document. Takes an empty corpus too; immutable once built.

    Keeps rank_bm25's parameters, idf and order of operations, and so its scores.
    """

    vocabulary: Mapping[str, int]
    """Every term of the corpus, in order of first occurrence, and its number."""

    def __init__(self, corpus: Iterable[Sequence[str]]) -> None:
        super().__init__(corpus)

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        blocks = list(_blocks(iter(corpus), numbers))
        self.vocabulary = dict(numbers)
        self.doc_len = np.concatenate([np.zeros(0, np.int64), *(block.lengths for block in blocks)])
        self.corpus_size = len(self.doc_len)
        self.avgdl = int(self.doc_len.sum()) / max(1, self.corpus_size)
        self._norms = self.k1 * (1 - self.b + self.b * self.doc_len / (self.avgdl or 1))
        self._starts, self._documents, self._frequencies = _merged(blocks, len(numbers))
        return dict(zip(numbers, np.diff(self._starts).tolist(), strict=True))

    def _calc_idf(self, nd: dict[str, int]) -> None:
        if nd:
            super()._calc_idf(nd)
        self._idf = np.fromiter(self.idf.values(), np.float64, len(nd))
        self.idf.clear()

    def weight(self, term: str) -> float:
        """The idf of `term`, above 0; 0 where no document holds it.

        rank_bm25's own can be 0 or less in a corpus of a few documents, whose every term is in half of them or more.
        """
        return max(self._own_idf(term), _LEAST_IDF) if term in self.vocabulary else 0.0

    def frequency(self, term: str) -> int:
        """In how many documents `term` is."""
        number = self.vocabulary.get(term)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def top(self, query: Sequence[Weighted], limit: int, offset: int = 0) -> Top:
        """The documents that match best; of equal scores the lower number comes first.

        Scores are rank_bm25's, times the weights. Only where that leaves none above 0, `weight` takes the idf's place.
        """
        scores = self._scores((term, weight * self._own_idf(term)) for term, weight in query)
        matching = np.flatnonzero(scores > 0)
        if not len(matching):
            scores = self._scores((term, weight * self.weight(term)) for term, weight in query)
            matching = np.flatnonzero(scores > 0)
        total, found = len(matching), scores[matching]
        wanted = max(0, offset + limit)
        if 0 < wanted < total:
            best = found >= np.partition(found, total - wanted)[total - wanted]
            matching, found = matching[best], found[best]
        order = np.argsort(-found, kind="stable")[offset:wanted]
        return Top(matching[order], found[order], total)

    def get_scores(self, query: Iterable[str]) -> NDArray[np.float64]:
        """The score of every document, as rank_bm25's BM25Okapi gives it."""
        return self._scores((term, self._own_idf(term)) for term in query)

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        return [float(score) for score in self.get_scores(query)[np.asarray(doc_ids, np.int64)]]

    def get_top_n(self, query: Iterable[str], documents: Sequence[_T], n: int = 5) -> list[_T]:
        """As rank_bm25's, but without documents that do not match."""
        return [documents[number] for number in self.top([(term, 1.0) for term in query], n).documents]

    def _own_idf(self, term: str) -> float:
        number = self.vocabulary.get(term)
        return 0.0 if number is None else float(self._idf[number])

    def _scores(self, factors: Iterable[tuple[str, float]]) -> NDArray[np.float64]:
        """The scores of all documents, from the terms of a query and what each counts."""
        scores = np.zeros(self.corpus_size)
        for term, factor in factors:
            if (number := self.vocabulary.get(term)) is None:
                continue
            postings = slice(self._starts[number], self._starts[number + 1])
            documents, frequencies = self._documents[postings], self._frequencies[postings]
            scores[documents] += factor * (frequencies * (self.k1 + 1) / (frequencies + self._norms[documents]))
        return scores


@dataclass(frozen=True, slots=True)
class _Block:
    """Documents counted together: their lengths, and an entry for each term of each of them, by term, then document."""

    lengths: NDArray[np.int64]
    terms: NDArray[np.int64]
    documents: NDArray[np.int64]
    frequencies: NDArray[np.int64]


def _blocks(corpus: Iterator[Sequence[str]], numbers: Mapping[str, int]) -> Iterator[_Block]:
    first = 0
    while True:
        lengths, terms = array("q"), array("i")
        for text in islice(corpus, _BLOCK):
            lengths.append(len(text))
            terms.extend(map(numbers.__getitem__, text))
        if not lengths:
            return
        places = np.repeat(np.arange(len(lengths)), lengths)
        keys, frequencies = np.unique(np.asarray(terms) * np.int64(_BLOCK) + places, return_counts=True)
        yield _Block(np.asarray(lengths), keys // _BLOCK, keys % _BLOCK + first, frequencies)
        first += len(lengths)


def _merged(
    blocks: Sequence[_Block], terms: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.unsignedinteger]]:
    """Where each term's postings start, the documents of all postings, and the term's frequency in each."""
    counts = [np.bincount(block.terms, minlength=terms) for block in blocks]
    starts = np.concatenate([[0], np.cumsum(sum(counts, np.zeros(terms, np.int64)))])
    most = max((int(block.frequencies.max(initial=0)) for block in blocks), default=0)
    documents = np.empty(starts[-1], np.int32)
    frequencies = np.empty(starts[-1], np.min_scalar_type(most))
    free = starts[:-1].copy()
    for block, counted in zip(blocks, counts, strict=True):
        shift = free - (np.cumsum(counted) - counted)
        places = np.arange(len(block.terms)) + shift[block.terms]
        documents[places] = block.documents
        frequencies[places] = block.frequencies
        free += counted
    return starts, documents, frequencies
