"""Two fields of a paper: its title with its summary, and its abstract, which counts apart and for less.

As in BM25F's simplest form (Robertson, Zaragoza and Taylor 2004, "Simple BM25 Extension to Multiple Weighted Fields"),
each field's length is held against the mean of those that have the field. But the fields' scores add up, rather than
their counts, so that a corpus without abstracts has rank_bm25's scores to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted_index.bm25 import BM25
from retrieval.inverted_index.postings import Postings
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.inverted_index.scored import Scored
from retrieval.inverted_index.vocabulary import Vocabulary

ABSTRACT = 0.5
"""What an abstract's score is multiplied by."""

_REMEMBERED = 8192  # terms: a megabyte

_Often = NDArray[np.unsignedinteger]


class Abstracts(BM25):
    """BM25 of abstracts, whose mean length is that of the documents that have one."""

    def _hold(self, postings: Postings, terms: Iterable[str]) -> None:
        super()._hold(postings, terms)
        self.avgdl = int(self.doc_len.sum()) / max(1, int(np.count_nonzero(self.doc_len)))
        self._norms = self.k1 * (1 - self.b + self.b * self.doc_len / (self.avgdl or 1))


class Fields:
    """Which documents hold a term in either field, and what it adds to their scores. Immutable."""

    def __init__(self, summaries: BM25, abstracts: Abstracts) -> None:
        """Of the same documents. `summaries` hold titles too."""
        self.summaries = summaries
        self._abstracts = abstracts
        self.corpus_size = summaries.corpus_size
        self.vocabulary = summaries.vocabulary
        """Every term of either field."""
        self._frequencies: dict[str, int] = {}
        if len(abstracts.vocabulary):
            self.vocabulary = Vocabulary.build(dict.fromkeys((*summaries.vocabulary, *abstracts.vocabulary)))

    def updated(
        self, move: Renumbering, summaries: Iterable[Sequence[str]], abstracts: Iterable[Sequence[str]]
    ) -> Fields:
        """As `BM25.updated`, of both."""
        return Fields(self.summaries.updated(move, summaries), self._abstracts.updated(move, abstracts))

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_frequencies": {}}

    def frequency(self, term: str) -> int:
        """In how many documents `term` is. Remembers this of the last terms: a query asks for most of its own often."""
        found = self._frequencies.get(term)
        if found is None:
            if len(self._frequencies) >= _REMEMBERED:
                self._frequencies = {}
            found = self.summaries.frequency(term)
            if self._abstracts.frequency(term):
                found = len(self.documents(term))
            self._frequencies[term] = found
        return found

    def documents(self, term: str) -> NDArray[np.integer]:
        """The documents that hold `term`, in order."""
        documents = self.summaries.documents(term)
        if not self._abstracts.frequency(term):
            return documents
        return np.union1d(documents, self._abstracts.documents(term))

    def idf_of(self, count: int) -> float:
        """See `BM25.idf_of`."""
        return self.summaries.idf_of(count)

    def saturated(self, term: str) -> tuple[Scored, _Often]:
        """As `BM25.saturated`; how often they hold it leaves abstracts out."""
        (documents, added), often = self.summaries.saturated(term)
        if not self._abstracts.frequency(term):
            return (documents, added), often
        return _merged((documents, added), often, self._abstracts.saturated(term)[0])

    def saturated_among(self, term: str, documents: NDArray[np.integer]) -> tuple[Scored, _Often]:
        """As `BM25.saturated_among`; how often they hold it leaves abstracts out."""
        scored, often = self._known(self.summaries, term, documents)
        if not self._abstracts.frequency(term):
            return scored, often
        return _merged(scored, often, self._abstracts.saturated_among(term, documents)[0])

    def _known(self, field: BM25, term: str, documents: NDArray[np.integer]) -> tuple[Scored, _Often]:
        if field.frequency(term):
            return field.saturated_among(term, documents)
        return (np.zeros(0, np.intp), np.zeros(0)), np.zeros(0, np.uint8)


def _merged(scored: Scored, often: _Often, abstracts: Scored) -> tuple[Scored, _Often]:
    documents = np.union1d(scored[0], abstracts[0])
    added, counts = np.zeros(len(documents)), np.zeros(len(documents), often.dtype)
    places = np.searchsorted(documents, scored[0])
    added[places] += scored[1]
    counts[places] = often
    added[np.searchsorted(documents, abstracts[0])] += ABSTRACT * abstracts[1]
    return (documents, added), counts
