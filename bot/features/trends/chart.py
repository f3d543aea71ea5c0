"""A chart of the share of each month's papers that mention some terms, as a PNG on a light ground, drawn with Pillow.

Nothing in a label is a command: text is drawn letter by letter, in a font that comes with a package.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from math import dist
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, _imaging
from pylopdf_fonts_ko import sans_path

from bot.features.trends import phrases
from bot.features.trends.plot import BOTTOM, HEIGHT, LEFT, LEGEND_LINE, MARGIN, RIGHT, WIDTH, Plot, Point, years
from bot.features.trends.wording import share, up_to_year
from bot.rendering.language import Language
from bot.rendering.phrases import papers
from bot.rendering.plain import one_line
from bot.rendering.snippet import ELLIPSIS
from retrieval.trends.trends import Series, Trends

MAX_LABEL = 120  # characters of a term that are looked at

_GROUND, _INK, _FAINT, _GRID, _AXIS = "#fcfcfb", "#1f2328", "#5c6370", "#e3e5e8", "#9aa0a6"
# Readers who cannot tell red from green can tell these apart: of the colours of Okabe and Ito (2008), the four that are
# dark enough on white.
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#b3568f")
_TITLE, _TEXT, _SMALL, _TINY = 50, 40, 36, 30  # pixels, the height of a line of text
_OVER = 2  # lines are drawn at so many times their size, so that they come out smooth
_LINE, _MARK = 6, 10  # the width of a line, half of that of a mark
_DASH, _GAP = 16, 12  # of a dashed line
_NUMBERED = 15  # months up to which a single line has its numbers written on it

_KEPT = 32  # charts, of some 70 kB each

# Threads take turns at drawing: without blocks to share, each keeps the memory of the largest picture to itself.
_imaging.set_blocks_max(4)  # https://pillow.readthedocs.io/en/stable/reference/block_allocator.html


@lru_cache(maxsize=_KEPT)
def draw(trends: Trends, language: Language) -> bytes:
    """The chart of `trends`, which has at least one series."""
    image = Image.new("RGB", (WIDTH * _OVER, HEIGHT * _OVER), _GROUND)
    plot = Plot(trends)
    _draw_lines(ImageDraw.Draw(image), plot)
    image = image.reduce(_OVER)
    _Lettering(ImageDraw.Draw(image), sans_path(), language).write(plot)
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def _draw_lines(canvas: ImageDraw.ImageDraw, plot: Plot) -> None:
    for tick in plot.ticks:
        height = plot.y(tick) * _OVER
        colour = _GRID if tick else _AXIS
        canvas.line((LEFT * _OVER, height, RIGHT * _OVER, height), colour, 3 * _OVER)
    for number, series in enumerate(plot.trends.series):
        colour = _COLOURS[number]
        for piece in plot.pieces(series):
            if piece.solid:
                canvas.line(_scaled(piece.solid), colour, _LINE * _OVER, joint="curve")
            for dash in _dashes(piece.dashed):
                canvas.line(_scaled(dash), colour, _LINE * _OVER)
            for point in piece.solid:
                _mark(canvas, number, point)
            for point in piece.dashed[-1:]:
                _mark(canvas, number, point, hollow=True)
    for number, (x, y) in enumerate(plot.legend()):
        middle = y + LEGEND_LINE / 2
        canvas.line(_scaled(((x, middle), (x + 44, middle))), _COLOURS[number], _LINE * _OVER)
        _mark(canvas, number, (x + 22, middle))


def _scaled(points: tuple[Point, ...]) -> list[Point]:
    return [(x * _OVER, y * _OVER) for x, y in points]


def _dashes(line: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    """The dashes from the first point of `line` to the second; none where it has only one."""
    if len(line) < 2:
        return
    (x, y), (x_end, y_end) = line
    length = dist(*line)
    for start in range(0, int(length), _DASH + _GAP):
        a, b = start / length, min(start + _DASH, length) / length
        yield (x + a * (x_end - x), y + a * (y_end - y)), (x + b * (x_end - x), y + b * (y_end - y))


def _mark(canvas: ImageDraw.ImageDraw, number: int, middle: Point, *, hollow: bool = False) -> None:
    """A mark of its own shape for each line, for readers who cannot tell their colours apart."""
    [(x, y)], size = _scaled((middle,)), _MARK * _OVER
    box = (x - size, y - size, x + size, y + size)
    fill, edge, width = _COLOURS[number], _GROUND, _OVER
    if hollow:
        fill, edge, width = _GROUND, _COLOURS[number], 4 * _OVER
    shapes: tuple[Callable[[], None], ...] = (
        lambda: canvas.ellipse(box, fill, edge, width),
        lambda: canvas.rectangle(box, fill, edge, width),
        lambda: canvas.regular_polygon((x, y, 1.5 * size), 3, 0, fill, edge, width),
        lambda: canvas.regular_polygon((x, y, 1.35 * size), 4, 45, fill, edge, width),
    )
    shapes[number]()


class _Lettering:
    """Writes on the finished picture."""

    def __init__(self, canvas: ImageDraw.ImageDraw, font: Path, language: Language) -> None:
        self._canvas = canvas
        self._language = language
        # BASIC: the same letters in the same places everywhere, whatever libraries Pillow finds on the machine.
        largest = ImageFont.truetype(font, _TITLE, layout_engine=ImageFont.Layout.BASIC)
        self._fonts = {size: largest.font_variant(size=size) for size in (_TITLE, _TEXT, _SMALL, _TINY)}

    def write(self, plot: Plot) -> None:
        gaps = not all(plot.trends.papers)
        subtitle = phrases.CHART_SUBTITLE_GAPS if gaps else phrases.CHART_SUBTITLE
        self._text((MARGIN, 56), phrases.CHART_TITLE.say(self._language), _TITLE, _INK, "lm")
        self._text((MARGIN, 114), subtitle.say(self._language), _SMALL, _FAINT, "lm")
        self._legend(plot)
        for tick in plot.ticks:
            self._text((LEFT - 20, plot.y(tick)), f"{tick:g}%", _SMALL, _FAINT, "rm")
        self._months(plot)
        if len(plot.trends.series) == 1 and len(plot.trends.months) <= _NUMBERED:
            self._numbers(plot, plot.trends.series[0])

    def _numbers(self, plot: Plot, series: Series) -> None:
        """The share at each point, off the line: below it in a dip, where there is room, else above and aside."""
        known = [-1.0 if each is None else each for each in plot.shares(series)]
        for column, (before, here, after) in enumerate(zip([-1.0, *known], known, [*known[1:], -1.0], strict=False)):
            if here >= 0:
                dip = before > here < after and plot.y(here) < BOTTOM - 60
                anchor, away = ("mt", 20) if dip else ("mb", -20)
                aside = 0 if dip else 20 * ((before > here) - (after > here))
                at = (plot.x(column) + aside, plot.y(here) + away)
                self._text(at, share(here, 100), _SMALL, _INK, anchor, halo=4)

    def _legend(self, plot: Plot) -> None:
        shown = plot.trends.series
        alone = len(shown) == 1
        size = _TEXT if alone else _SMALL
        room = (WIDTH - 2 * MARGIN) * (1 if alone else 0.5) - 80
        for series, (x, y) in zip(shown, plot.legend(), strict=True):
            count = sum(series.counts)
            short = phrases.CHART_COUNT.say(self._language, count=count)
            total = f" · {papers(count, self._language) if alone else short}"
            name = self._clipped(series.term, room - self._fonts[size].getlength(total), size)
            self._text((x + 60, y + LEGEND_LINE / 2), name + total, size, _INK, "lm")

    def _months(self, plot: Plot) -> None:
        """The months, the years, how far the newest month goes, and how many papers there are in each."""
        totals = [f"{count:,}" if count else "–" for count in plot.trends.papers]
        widest = max(map(self._fonts[_TINY].getlength, totals))
        every = -(-int(widest + 10) // int(plot.column_width))
        newest = len(totals) - 1
        for column, month in enumerate(plot.trends.months):
            self._text((plot.x(column), BOTTOM + 36), str(month.month), _SMALL, _INK, "mm")
            if (newest - column) % every == 0:
                self._text((plot.x(column), BOTTOM + 138), totals[column], _TINY, _FAINT, "mm")
        end: float = WIDTH
        if day := plot.trends.running:
            note = up_to_year(day, self._language)
            self._text((RIGHT, BOTTOM + 84), note, _SMALL, _INK, "rm")
            end = RIGHT - self._fonts[_SMALL].getlength(note)
        for column, year in years(plot, end).items():
            said = phrases.CHART_YEAR.say(self._language, year=year)
            self._text((plot.x(column), BOTTOM + 84), said, _SMALL, _FAINT, "mm")
        self._text((LEFT - 20, BOTTOM + 138), phrases.CHART_TOTAL.say(self._language), _TINY, _FAINT, "rm")

    def _text(self, at: Point, text: str, size: int, colour: str, anchor: str, halo: int = 0) -> None:
        """`halo`: how many pixels of the ground are kept free around the letters."""
        self._canvas.text(at, text, colour, self._fonts[size], anchor, stroke_width=halo, stroke_fill=_GROUND)

    def _clipped(self, text: str, room: float, size: int) -> str:
        """`text` on one line, and no wider than `room` pixels."""
        text = one_line(text)[:MAX_LABEL]
        measure = self._fonts[size].getlength
        if measure(text) <= room:
            return text
        while text and measure(text + ELLIPSIS) > room:
            text = text[:-1]
        return text.rstrip() + ELLIPSIS
