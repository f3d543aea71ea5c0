"""Whether the papers of late speak of a term more often than those just before, where that is sure."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

from retrieval.trends.trends import Series, Trends

SPAN: Final = 3
"""Months that are compared with as many before them."""

_SURE = 2.58  # standard errors: of terms that did not change, one in a hundred seems to have


@dataclass(frozen=True, slots=True)
class Direction:
    """The shares of the papers that speak of a term, from 0 to 1: in the last SPAN months, and in as many before them.
    They are never the same."""

    before: float
    lately: float

    @property
    def rises(self) -> bool:
        return self.lately > self.before


def direction_of(trends: Trends, series: Series) -> Direction | None:
    """Where the share of a term goes; None where the difference may be chance, or one of the months has no papers.

    Two shares differ surely by the z-test for two proportions with a pooled share (Fleiss, Levin and Paik, Statistical
    Methods for Rates and Proportions, 3rd ed., 2003, section 3.1, without its correction for continuity).
    """
    papers = trends.papers[-2 * SPAN :]
    if len(papers) < 2 * SPAN or not all(papers):
        return None
    counts = series.counts[-2 * SPAN :]
    earlier, later = sum(papers[:SPAN]), sum(papers[SPAN:])
    before, lately = sum(counts[:SPAN]) / earlier, sum(counts[SPAN:]) / later
    pooled = sum(counts) / (earlier + later)
    error = sqrt(pooled * (1 - pooled) * (1 / earlier + 1 / later))
    return Direction(before, lately) if error and abs(lately - before) >= _SURE * error else None
