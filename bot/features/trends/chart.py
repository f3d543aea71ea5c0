"""A chart of how many papers a month speak of some terms, as a PNG on a light ground, drawn with Pillow.

Nothing in a label is a command: text is drawn letter by letter, in a font that comes with a package.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, _imaging
from pylopdf_fonts_ko import sans_path

from bot.features.trends import phrases
from bot.rendering.language import Language
from bot.rendering.phrases import papers
from bot.rendering.plain import one_line
from bot.rendering.snippet import ELLIPSIS
from retrieval.trends.trends import Series, Trends

WIDTH, HEIGHT = 1400, 840  # pixels: Discord shows half of that on a screen, a quarter on a phone
MAX_LABEL = 120  # characters of a term that are looked at

_GROUND, _INK, _FAINT, _GRID, _AXIS = "#fcfcfb", "#1f2328", "#5c6370", "#e3e5e8", "#9aa0a6"
# Readers who cannot tell red from green can tell these apart: of the colours of Okabe and Ito (2008), the four that are
# dark enough on white.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#b3568f")
_TITLE, _TEXT, _SMALL, _TINY = 46, 38, 32, 26  # pixels, the height of a line of text
_LEFT, _RIGHT, _MARGIN = 130, 1350, 50  # of the plot, and of the text above it
_LEGEND_TOP, _LEGEND_LINE = 128, 56
_BOTTOM = 660  # of the plot; below it are months, years and the papers of each month
_OVER = 2  # lines are drawn at so many times their size, so that they come out smooth
_LINE, _MARK = 6, 10  # the width of a line, half of that of a mark
_TICKS = 5  # at most, on the axis of counts
_NUMBERED = 15  # months up to which a single line has its numbers written on it

_KEPT = 32  # charts, of some 70 kB each

# Threads take turns at drawing: without blocks to share, each keeps the memory of the largest picture to itself.
_imaging.set_blocks_max(4)  # https://pillow.readthedocs.io/en/stable/reference/block_allocator.html

Point = tuple[float, float]


@lru_cache(maxsize=_KEPT)
def draw(trends: Trends, language: Language) -> bytes:
    """The chart of `trends`, which has at least one series."""
    image = Image.new("RGB", (WIDTH * _OVER, HEIGHT * _OVER), _GROUND)
    legend_rows = -(-len(trends.series) // 2)
    plot = _Plot(trends, top=_LEGEND_TOP + legend_rows * _LEGEND_LINE + 56)
    _draw_lines(ImageDraw.Draw(image), plot)
    image = image.reduce(_OVER)
    _Lettering(ImageDraw.Draw(image), sans_path(), language).write(plot)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where each thing is on the chart, in pixels of the finished picture."""

    trends: Trends
    top: float

    @property
    def highest(self) -> int:
        return max(1, *(max(each.counts) for each in self.trends.series))

    @property
    def step(self) -> int:
        """Papers from one line of the grid to the next: 1, 2 or 5 times a power of ten."""
        sizes = (digit * int(10**power) for power in range(10) for digit in (1, 2, 5))
        return next(size for size in sizes if size * _TICKS >= self.highest)

    @property
    def ticks(self) -> range:
        return range(0, self.highest + self.step, self.step)

    @property
    def column_width(self) -> float:
        return (_RIGHT - _LEFT) / len(self.trends.months)

    def x(self, column: int) -> float:
        """The middle of a month's column, counted from 0."""
        return _LEFT + (column + 0.5) * self.column_width

    def y(self, count: int) -> float:
        return _BOTTOM - (_BOTTOM - self.top) * count / self.ticks[-1]

    def runs(self, series: Series) -> Iterator[list[Point]]:
        """The points of a line, in pieces without the months that have no papers."""
        columns = range(len(self.trends.months))
        for counted, run in groupby(columns, lambda column: self.trends.papers[column] > 0):
            if counted:
                yield [(self.x(column), self.y(series.counts[column])) for column in run]


def _draw_lines(canvas: ImageDraw.ImageDraw, plot: _Plot) -> None:
    for tick in plot.ticks:
        height = plot.y(tick) * _OVER
        colour = _GRID if tick else _AXIS
        canvas.line((_LEFT * _OVER, height, _RIGHT * _OVER, height), colour, 3 * _OVER)
    for number, series in enumerate(plot.trends.series):
        for run in plot.runs(series):
            scaled = [(x * _OVER, y * _OVER) for x, y in run]
            canvas.line(scaled, _COLOURS[number], _LINE * _OVER, joint="curve")
            for point in scaled:
                _mark(canvas, number, point)
    for number, (x, y) in enumerate(_legend_corners(len(plot.trends.series))):
        middle = (x + 22) * _OVER, (y + _LEGEND_LINE / 2) * _OVER
        canvas.line((x * _OVER, middle[1], (x + 44) * _OVER, middle[1]), _COLOURS[number], _LINE * _OVER)
        _mark(canvas, number, middle)


def _mark(canvas: ImageDraw.ImageDraw, number: int, middle: Point) -> None:
    """A mark of its own shape for each line, for readers who cannot tell their colours apart."""
    x, y = middle
    size = _MARK * _OVER
    shapes: tuple[Callable[[], None], ...] = (
        lambda: canvas.ellipse((x - size, y - size, x + size, y + size), _COLOURS[0], _GROUND, _OVER),
        lambda: canvas.rectangle((x - size, y - size, x + size, y + size), _COLOURS[1], _GROUND, _OVER),
        lambda: canvas.regular_polygon((x, y, 1.5 * size), 3, 0, _COLOURS[2], _GROUND, _OVER),
        lambda: canvas.regular_polygon((x, y, 1.35 * size), 4, 45, _COLOURS[3], _GROUND, _OVER),
    )
    shapes[number]()


def _legend_corners(count: int) -> list[tuple[int, int]]:
    """The upper left corner of each entry: two a row."""
    half = (WIDTH - 2 * _MARGIN) // 2
    return [(_MARGIN + number % 2 * half, _LEGEND_TOP + number // 2 * _LEGEND_LINE) for number in range(count)]


class _Lettering:
    """Writes on the finished picture."""

    def __init__(self, canvas: ImageDraw.ImageDraw, font: Path, language: Language) -> None:
        self._canvas = canvas
        self._language = language
        # BASIC: the same letters in the same places everywhere, whatever libraries Pillow finds on the machine.
        largest = ImageFont.truetype(font, _TITLE, layout_engine=ImageFont.Layout.BASIC)
        self._fonts = {size: largest.font_variant(size=size) for size in (_TITLE, _TEXT, _SMALL, _TINY)}

    def write(self, plot: _Plot) -> None:
        self._text((_MARGIN, 52), phrases.CHART_TITLE.say(self._language), _TITLE, _INK, "lm")
        self._text((_MARGIN, 102), phrases.CHART_SUBTITLE.say(self._language), _SMALL, _FAINT, "lm")
        self._legend(plot.trends)
        for tick in plot.ticks:
            self._text((_LEFT - 20, plot.y(tick)), f"{tick:,}", _SMALL, _FAINT, "rm")
        self._months(plot)
        if len(plot.trends.series) == 1 and len(plot.trends.months) <= _NUMBERED:
            self._numbers(plot, plot.trends.series[0].counts)

    def _numbers(self, plot: _Plot, counts: Sequence[int]) -> None:
        """The number of each point, off the line: below it in a dip, where there is room, else above and aside."""
        known = [count if papers else -1 for count, papers in zip(counts, plot.trends.papers, strict=True)]
        for column, (before, count, after) in enumerate(zip([-1, *known], known, [*known[1:], -1], strict=False)):
            if count >= 0:
                dip = before > count < after and plot.y(count) < _BOTTOM - 60
                anchor, away = ("mt", 20) if dip else ("mb", -20)
                aside = 0 if dip else 20 * ((before > count) - (after > count))
                at = (plot.x(column) + aside, plot.y(count) + away)
                self._text(at, f"{count:,}", _SMALL, _INK, anchor, halo=4)

    def _legend(self, trends: Trends) -> None:
        counts = range(len(trends.series))
        room = (WIDTH - 2 * _MARGIN) * (1 if len(trends.series) == 1 else 0.5) - 90
        for number, (x, y) in zip(counts, _legend_corners(len(trends.series)), strict=True):
            series = trends.series[number]
            total = f" · {papers(sum(series.counts), self._language)}"
            name = self._clipped(series.term, room - self._fonts[_TEXT].getlength(total))
            self._text((x + 60, y + _LEGEND_LINE / 2), name + total, _TEXT, _INK, "lm")

    def _months(self, plot: _Plot) -> None:
        """The months, the year where one begins, and how many papers there are in each."""
        totals = [f"{count:,}" if count else "–" for count in plot.trends.papers]
        widest = max(map(self._fonts[_TINY].getlength, totals))
        every = -(-int(widest + 10) // int(plot.column_width))
        newest = len(totals) - 1
        for column, month in enumerate(plot.trends.months):
            middle = plot.x(column)
            self._text((middle, _BOTTOM + 34), str(month.month), _SMALL, _INK, "mm")
            if month.month == 1 or (column == 0 and _year_fits(plot.trends.months, plot.column_width)):
                year = phrases.CHART_YEAR.say(self._language, year=month.year)
                self._text((middle, _BOTTOM + 76), year, _SMALL, _FAINT, "mm")
            if (newest - column) % every == 0:
                self._text((middle, _BOTTOM + 128), totals[column], _TINY, _FAINT, "mm")
        self._text((_LEFT - 20, _BOTTOM + 128), phrases.CHART_TOTAL.say(self._language), _TINY, _FAINT, "rm")

    def _text(self, at: Point, text: str, size: int, colour: str, anchor: str, halo: int = 0) -> None:
        """`halo`: how many pixels of the ground are kept free around the letters."""
        self._canvas.text(at, text, colour, self._fonts[size], anchor, stroke_width=halo, stroke_fill=_GROUND)

    def _clipped(self, text: str, room: float) -> str:
        """`text` on one line, and no wider than `room` pixels."""
        text = one_line(text)[:MAX_LABEL]
        measure = self._fonts[_TEXT].getlength
        if measure(text) <= room:
            return text
        while text and measure(text + ELLIPSIS) > room:
            text = text[:-1]
        return text.rstrip() + ELLIPSIS


def _year_fits(months: Sequence[date], column_width: float) -> bool:
    """Whether the year of the first month stays clear of that of the next January."""
    january = next((column for column, month in enumerate(months) if column and month.month == 1), len(months))
    return january * column_width > 130
