"""What a paper is about: the one notion that search lists and counts by, and trends, alerts and exports with it.

A paper is about a query when its title or summary says each of the query's concepts: whole, in words that follow one
another, and in a way that is sure (as it was typed, in a translation that the corpus backs, in a sure correction).
Light words are not asked for, nor are the words of the field beside others (LLM, 모델). Of four concepts or more one in
four may be missing: people's sentences say more than papers do.

Two words typed side by side are one term where papers that say both mostly say them so (문서 이해, video generation):
then a paper about them says the term, or has both in its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.expansion.concepts import Concept, Way
from retrieval.filters.wordings import Wordings
from retrieval.inverted_index.bm25 import BM25

_SPARED = 4  # of so many concepts one may be missing
_TERM, _TERM_PAPERS = 0.3, 3  # of the papers with both words, as many have them side by side, and so many at least
_WAYS = 5  # of each of two words that are put together
_TITLE_COPIES = 3

_Marks = NDArray[np.bool_]


class About:
    """Finds the papers that are about something. Safe to use from several threads."""

    def __init__(self, bm25: BM25, wordings: Wordings) -> None:
        self._bm25 = bm25
        self._wordings = wordings

    def marks(self, concepts: Sequence[Concept]) -> _Marks:
        """Marks the papers that are about all of `concepts`; none where nothing is required."""
        size = self._bm25.corpus_size
        required = [each for each in concepts if each.required]
        if not required:
            return np.zeros(size, np.bool_)
        found = {each.text: self.says(each.sure) for each in required}
        missing = np.zeros(size, np.int64)
        for each in required:
            missing += ~found[each.text]
        marked: _Marks = missing <= len(required) // _SPARED
        for one, other in pairwise(concepts):
            if one.joined and one.required and other.required:
                both = found[one.text] & found[other.text]
                term = self._term(one, other, both)
                if term is not None:
                    marked &= term | ~both if len(required) >= _SPARED else term
        for each in concepts:
            if each.unwanted:
                marked &= ~self._in_title(each.unwanted) | self.says(each.ways)
        return marked

    def says(self, ways: Iterable[Way]) -> _Marks:
        """Marks the papers that say one of `ways`."""
        return self._wordings.saying(way.words for way in ways)

    def _term(self, one: Concept, other: Concept, both: _Marks) -> _Marks | None:
        """The papers that say two words as one term; None where they are none."""
        pairs = product(one.sure[:_WAYS], other.sure[:_WAYS])
        alike = [(*a.words, *b.words) for a, b in pairs if is_hangul(a.words[-1]) == is_hangul(b.words[0])]
        bound = self._wordings.saying(alike)
        if np.count_nonzero(bound) < max(_TERM_PAPERS, _TERM * np.count_nonzero(both)):
            return None
        return bound | (self._in_title(one.sure) & self._in_title(other.sure))

    def _in_title(self, ways: Iterable[Way]) -> _Marks:
        """Marks the papers whose titles have all terms of one of `ways`."""
        marked = np.zeros(self._bm25.corpus_size, np.bool_)
        for way in ways:
            held = np.ones_like(marked)
            for term in way.terms:
                (documents, _), often = self._bm25.saturated(term)
                titled = np.zeros_like(marked)
                titled[documents[often >= _TITLE_COPIES]] = True
                held &= titled
            marked |= held
        return marked
