"""Which papers speak of a term, and in which month each paper first was in a digest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.stemming import stem, without_particle
from retrieval.analysis.terms import words
from retrieval.filters.filters import Filters
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import term_key
from retrieval.glossary.synonyms import synonyms, written
from retrieval.inverted_index.bm25 import BM25

_MONTHS = 12  # of a year
_EPOCH = date(1970, 1, 1).toordinal()


class Mention(NamedTuple):
    """The papers that speak of a term, marked, and the other ways to say it that some of them have.

    `scattered`: none has the term as such, so it is those that have all its words.
    """

    marked: NDArray[np.bool_]
    also: tuple[str, ...]
    scattered: bool


class Mentions:
    """The papers of one index. A paper speaks of a term where its title or summary has it, singular or plural and
    however its Hangul is spaced, or has what the glossary takes for the same."""

    def __init__(self, ids: Sequence[str], bm25: BM25, filters: Filters, glossary: Glossary) -> None:
        self.ids = ids
        self.bm25 = bm25
        self.glossary = glossary
        self._filters = filters
        days = (filters.first_days() - _EPOCH).astype("datetime64[D]")
        self.months: NDArray[np.int64] = days.astype("datetime64[M]").astype(np.int64)
        """Of each paper, counted from January 1970."""
        self.last: date | None = date.fromordinal(int(days.astype(np.int64).max()) + _EPOCH) if len(days) else None
        """The first day of the newest paper."""

    def of(self, term: str) -> Mention:
        everything = np.ones(len(self.months), np.bool_)
        ways = self._ways(term, everything)
        marked = self.saying(ways, everything)
        parts = words(term)
        if marked.any() or len(parts) < 2:
            also = (way for way in ways[1:] if self.saying((way,), marked).any())
            return Mention(marked, tuple(also), scattered=False)
        for part in parts:
            everything &= self.saying(self._ways(part.text, everything), everything)
        return Mention(everything, (), scattered=True)

    def saying(self, ways: Iterable[str], among: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Marks the papers of `among` that have one of `ways`."""
        marked = np.zeros_like(among)
        for way in ways:
            marked |= self._filters.saying(way, among)
        return marked

    def titled(self, ways: Iterable[str], among: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Marks those that have one of `ways` in their titles."""
        marked = np.zeros_like(among)
        for way in ways:
            marked |= self._filters.saying(way, among, title=True)
        return marked

    def _ways(self, term: str, everything: NDArray[np.bool_]) -> tuple[str, ...]:
        """The ways to say `term`: itself, without a particle, first."""
        bare = without_particle(term)
        last = words(bare)[-1:]
        if last and last[0].hangul and (stemmed := bare[: last[0].start] + stem(last[0].text)) != bare:
            known = term_key(written(self.glossary, bare)) == term_key(stemmed)
            if known or not self._filters.saying(bare, everything).any():
                bare = stemmed
        return (bare, *synonyms(self.glossary, bare))


def first_day(month: int) -> date:
    """The first day of a month that is counted from January 1970."""
    return date(1970 + month // _MONTHS, month % _MONTHS + 1, 1)
