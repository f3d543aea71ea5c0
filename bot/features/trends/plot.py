"""Where each thing is on a chart, in pixels of the finished picture; drawing it is for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil
from typing import Final

from retrieval.trends.trends import Series, Trends

WIDTH, HEIGHT = 1400, 920  # pixels: Discord shows half of that on a screen, a quarter on a phone
LEFT, RIGHT, MARGIN = 150, 1350, 50  # of the plot, and of the text above it
BOTTOM = 718  # of the plot; below it are months, years and the papers of each month
LEGEND_TOP, LEGEND_LINE = 146, 60

_ABOVE = 60  # pixels between the legend and the plot
_MOST_TICKS = 5
_SMALLEST = -3  # the power of ten of the finest step between lines of the grid

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """A line through months that follow one another. `open_ended`: its last month is not over, so that its last point
    is open, and the way there dashed."""

    points: tuple[Point, ...]
    open_ended: bool

    @property
    def solid(self) -> tuple[Point, ...]:
        return self.points[:-1] if self.open_ended else self.points

    @property
    def dashed(self) -> tuple[Point, ...]:
        return self.points[-2:] if self.open_ended else ()


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot of `trends`, which has a month and a term. Its height is the share of a month's papers, in per cent:
    months differ in how many papers they have, and the newest may not be over."""

    trends: Trends

    @property
    def top(self) -> int:
        return LEGEND_TOP + ceil(len(self.trends.series) / 2) * LEGEND_LINE + _ABOVE

    @property
    def ticks(self) -> Sequence[float]:
        """The shares at which there is a line of the grid, from 0: 1, 2 or 5 times a power of ten apart."""
        highest = max(share for series in self.trends.series for share in self.shares(series) if share is not None)
        steps = (digit * 10.0**power for power in range(_SMALLEST, 3) for digit in (1, 2, 5))
        step = next(step for step in steps if step * _MOST_TICKS >= (highest or 1))
        return [step * number for number in range(ceil(highest / step - 1e-9) + 1 if highest else 2)]

    @property
    def column_width(self) -> float:
        return (RIGHT - LEFT) / len(self.trends.months)

    def x(self, column: int) -> float:
        """The middle of a month's column, counted from 0."""
        return LEFT + (column + 0.5) * self.column_width

    def y(self, share: float) -> float:
        return BOTTOM - (BOTTOM - self.top) * share / self.ticks[-1]

    def shares(self, series: Series) -> list[float | None]:
        """The share of each month, None where it has no papers at all."""
        both = zip(series.counts, self.trends.papers, strict=True)
        return [100 * count / papers if papers else None for count, papers in both]

    def pieces(self, series: Series) -> Iterator[Piece]:
        """The line of a term, in pieces without the months that have no papers."""
        places = [
            None if share is None else (self.x(column), self.y(share))
            for column, share in enumerate(self.shares(series))
        ]
        last = places[-1]
        for empty, run in groupby(places, lambda place: place is None):
            if not empty:
                points = tuple(place for place in run if place is not None)
                yield Piece(points, open_ended=self.trends.running is not None and points[-1] == last)

    def legend(self) -> list[tuple[int, int]]:
        """The upper left corner of each entry: two a row."""
        half = (WIDTH - 2 * MARGIN) // 2
        return [
            (MARGIN + number % 2 * half, LEGEND_TOP + number // 2 * LEGEND_LINE)
            for number in range(len(self.trends.series))
        ]


YEAR_WIDTH: Final = 150  # pixels that a year takes below the months


def years(plot: Plot, end: float) -> dict[int, int]:
    """The years, by the columns that they stand below: where one begins, and the first where it stays clear of the
    next; only those that end before the pixel `end`."""
    months: Sequence[date] = plot.trends.months
    found = {column: month.year for column, month in enumerate(months) if month.month == 1}
    if min(found, default=len(months)) * plot.column_width > YEAR_WIDTH:
        found[0] = months[0].year
    return {column: year for column, year in found.items() if plot.x(column) + YEAR_WIDTH / 2 <= end}
