"""How many papers a month speak of a term. A paper counts once, in the month of its first day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from retrieval.trends.mentions import Mentions, first_day

MAX_MONTHS: Final = 24

_SATURDAY = 5  # as `date.weekday` counts


@dataclass(frozen=True, slots=True)
class Series:
    """A term as it was typed, the other ways to say it that count too, and how many papers of each month speak of it.

    `ever` counts all papers that do. `scattered`: none has the term as such, so those count that have all its words.
    """

    term: str
    also: tuple[str, ...]
    counts: tuple[int, ...]
    ever: int
    scattered: bool


@dataclass(frozen=True, slots=True)
class Trends:
    """`months`, each by its first day, follow one another and end with the newest there is; none without papers.

    `papers` is how many papers each has: 0 where there was no digest, and so nothing to count. `last` is the first day
    of the newest paper, None where there is none.
    """

    months: tuple[date, ...]
    papers: tuple[int, ...]
    series: tuple[Series, ...]
    last: date | None = None

    @property
    def running(self) -> date | None:
        """The day that the newest month goes up to, None where that month is over: digests come on weekdays, and it has
        none of them left."""
        if self.last is None:
            return None
        day = self.last + timedelta(days=1)
        while day.month == self.last.month and day.weekday() >= _SATURDAY:
            day += timedelta(days=1)
        return self.last if day.month == self.last.month else None


def count_trends(mentions: Mentions, terms: Sequence[str], months: int) -> Trends:
    """The last `months` (1 to MAX_MONTHS) months of the corpus, as many as it has, and each of `terms` in them."""
    if not len(mentions.months):
        return Trends((), (), ())
    newest, oldest = int(mentions.months.max()), int(mentions.months.min())
    span = range(max(oldest, newest - months + 1), newest + 1)
    series = []
    for term in terms:
        marked, also, scattered = mentions.of(term)
        counts = _by_month(mentions.months[marked], span)
        series.append(Series(term, also, counts, int(np.count_nonzero(marked)), scattered))
    return Trends(tuple(map(first_day, span)), _by_month(mentions.months, span), tuple(series), mentions.last)


def _by_month(months: NDArray[np.int64], span: range) -> tuple[int, ...]:
    places = months - span.start
    return tuple(np.bincount(places[places >= 0], minlength=len(span)).tolist())
