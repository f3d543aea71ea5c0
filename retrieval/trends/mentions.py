"""Which papers speak of a term, and in which month each paper first was in a digest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.filters.filters import Filters
from retrieval.glossary.glossary import Glossary
from retrieval.inverted_index.fields import Fields

MAX_ALSO: Final = 5

_MONTHS = 12  # of a year
_EPOCH = date(1970, 1, 1).toordinal()


class Mention(NamedTuple):
    """The papers that are about a term, marked, and other ways to say it that count as well, at most MAX_ALSO.

    `scattered`: it is of several terms, and the papers are about each of them.
    """

    marked: NDArray[np.bool_]
    also: tuple[str, ...]
    scattered: bool


class Mentions:
    """The papers of one index, by what they speak of."""

    def __init__(
        self, ids: Sequence[str], fields: Fields, filters: Filters, glossary: Glossary, find: Callable[[str], Mention]
    ) -> None:
        """`find` is what says which papers are about a term."""
        self.ids = ids
        self.fields = fields
        self.glossary = glossary
        self._filters = filters
        self._find = find
        days = (filters.first_days() - _EPOCH).astype("datetime64[D]")
        self.months: NDArray[np.int64] = days.astype("datetime64[M]").astype(np.int64)
        """Of each paper, counted from January 1970."""
        self.last: date | None = date.fromordinal(int(days.astype(np.int64).max()) + _EPOCH) if len(days) else None
        """The first day of the newest paper."""

    def of(self, term: str) -> Mention:
        """The papers that are about `term`, as a search for it lists them."""
        return self._find(term)

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


def first_day(month: int) -> date:
    """The first day of a month that is counted from January 1970."""
    return date(1970 + month // _MONTHS, month % _MONTHS + 1, 1)
