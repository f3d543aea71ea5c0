"""Answers about trends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from bot.core.answer import Answer, Attachment, Notice, small_print
from bot.core.location import Location
from bot.features.trends import phrases
from bot.features.trends.wording import month_text, months_text, period, share, up_to
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.language import Language
from bot.rendering.snippet import clip
from retrieval.trends.direction import SPAN, direction_of
from retrieval.trends.rising import Rise, Rises
from retrieval.trends.trends import Series, Trends

MAX_ALT: Final = 1_024  # https://discord.com/developers/docs/resources/message#attachment-object: description
_MAX_TERM = 40  # characters of a term where there are several
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Trend(Answer):
    """Which share of the papers of each of at most the last `months` months mentions some terms; there is a month and a
    term.

    `chart` draws that; None where nobody can see it, and there are bars and numbers instead.
    """

    trends: Trends
    months: int
    notices: tuple[Notice, ...] = ()
    chart: Attachment | None = None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        """The head with the chart, then a line for each term."""
        trends, chart = self.trends, self.chart
        title = line(options.say(phrases.TITLE, terms=_names(trends)), LineKind.HEADING)
        months = options.say(phrases.PERIOD, period=period(trends, options.language))
        lines = (title, line(months, LineKind.SMALL), *small_print(self.notices, options))
        terms = [each for series in trends.series for each in _term_lines(trends, series, options, bars=chart is None)]
        if chart:
            return Block(lines, chart.url, alt=chart.description), Block(tuple(terms))
        return Block(lines), Block(tuple(terms)), Block(tuple(_table(trends, options)))

    @property
    def location(self) -> Location:
        return Location("trend", ", ".join(series.term for series in self.trends.series))

    @property
    def topic(self) -> str:
        """Its term; "" where it has several: what leads on from it would have to choose one."""
        return self.trends.series[0].term if len(self.trends.series) == 1 else ""

    @property
    def attachment(self) -> Attachment | None:
        return self.chart


@dataclass(frozen=True, slots=True)
class TrendNumbers(Answer):
    """The numbers of a chart: how many papers each month has, and how many of them mention each term."""

    trends: Trends

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.NUMBERS_TITLE, terms=_names(self.trends))
        months = options.say(phrases.PERIOD, period=period(self.trends, options.language))
        head = Block((line(title, LineKind.HEADING), line(months, LineKind.SMALL)))
        return head, Block(tuple(_table(self.trends, options)))


@dataclass(frozen=True, slots=True)
class Rising(Answer):
    """Terms on the rise in the last `months` months; there is at least one."""

    rises: Rises
    months: int

    @property
    def location(self) -> Location:
        return Location("trend", "")

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        rises, language = self.rises, options.language
        period = options.say(
            phrases.RISES_PERIOD,
            lately_months=months_text(rises.since, rises.last, language),
            lately=common.papers(rises.papers_lately, language),
            earlier_months=months_text(rises.first, rises.until, language),
            before=common.papers(rises.papers_before, language),
        )
        head = Block((line(options.say(phrases.RISES_TITLE), LineKind.HEADING), line(period, LineKind.SMALL)))
        return head, Block(tuple(self._line(rise, options) for rise in rises.rises))

    def shares(self, rise: Rise, language: Language) -> str:
        """How many in a hundred papers spoke of a term before, and how many do lately."""
        before, lately = self.rises.papers_before, self.rises.papers_lately
        return phrases.RISE_TIMES.say(language, before=share(rise.before, before), lately=share(rise.lately, lately))

    def _line(self, rise: Rise, options: RenderOptions) -> Line:
        name, other = named(rise, options.language)
        translation = f" ({other})" if other else ""
        counts = options.say(phrases.RISE_COUNTS, papers=common.papers(rise.lately, options.language))
        rest = f"{translation}: {self.shares(rise, options.language)}{counts}"
        return Line((Run(name, bold=True), Run(rest)), LineKind.BULLET)


def named(rise: Rise, language: Language) -> tuple[str, str]:
    """What a term is called in a reply in `language`, and in the other one ("" where that is not known)."""
    if language == "en" and rise.translation.isascii() and rise.translation:
        return (rise.translation, rise.term) if not rise.term.isascii() else (rise.term, rise.translation)
    return rise.term, rise.translation


def alt_text(trends: Trends, language: Language) -> str:
    """All that a chart shows, for those who cannot see it; at most MAX_ALT characters."""
    sentences = [phrases.ALT.say(language, period=period(trends, language))]
    for series in trends.series:
        shares = _of_months([share(*each) for each in zip(series.counts, trends.papers, strict=True)], trends)
        sentences.append(phrases.ALT_TERM.say(language, term=clip(series.term, _MAX_TERM), shares=shares))
    sentences.append(
        phrases.ALT_TOTAL.say(language, counts=_of_months([str(count) for count in trends.papers], trends))
    )
    return clip("".join(sentences), MAX_ALT)


def _of_months(texts: Sequence[str], trends: Trends) -> str:
    """The text of each month, a dash where it has no papers at all."""
    return ", ".join(text if known else "–" for text, known in zip(texts, trends.papers, strict=True))


def _names(trends: Trends) -> str:
    return ", ".join(clip(series.term, _MAX_TERM) for series in trends.series)


def _term_lines(trends: Trends, series: Series, options: RenderOptions, *, bars: bool) -> Iterator[Line]:
    """A term, how many papers mention it, where that goes, and what else counts as it."""
    total = sum(series.counts)
    papers, of_all = common.papers(total, options.language), share(total, sum(trends.papers))
    counted = options.say(phrases.TERM_LINE, papers=papers, share=of_all) + _direction(trends, series, options)
    if series.also:
        also = ", ".join(clip(term, _MAX_TERM) for term in series.also)
        counted += f" ({options.say(phrases.ALSO, terms=also)})"
    elif series.scattered:
        counted += f" ({options.say(phrases.SCATTERED)})"
    yield Line((Run(clip(series.term, _MAX_TERM), bold=True), Run(counted)), LineKind.BULLET)
    if bars:
        yield line(_sparkline(trends, series), LineKind.NESTED)


def _direction(trends: Trends, series: Series, options: RenderOptions) -> str:
    """Where the share of a term goes; "" where that is not sure."""
    direction = direction_of(trends, series)
    if direction is None:
        return ""
    phrase = phrases.RISING if direction.rises else phrases.FALLING
    return options.say(phrase, months=SPAN, before=share(direction.before, 1), lately=share(direction.lately, 1))


def _table(trends: Trends, options: RenderOptions) -> Iterator[Line]:
    """A row for each month, and one for each run of months without digests."""
    terms = " · ".join(clip(series.term, _MAX_TERM) for series in trends.series)
    yield line(options.say(phrases.TABLE_HEAD, terms=terms), LineKind.SMALL)
    for empty, group in groupby(range(len(trends.months)), lambda column: not trends.papers[column]):
        columns = list(group)
        if empty:
            months = months_text(trends.months[columns[0]], trends.months[columns[-1]], options.language)
            yield Line((Run(months, bold=True), Run(options.say(phrases.TABLE_GAP))))
        else:
            yield from (_row(trends, column, options) for column in columns)


def _row(trends: Trends, column: int, options: RenderOptions) -> Line:
    papers, month = trends.papers[column], month_text(trends.months[column])
    counts = (series.counts[column] for series in trends.series)
    cells = " · ".join(f"{count:,} ({share(count, papers)}%)" for count in counts)
    said = options.say(phrases.TABLE_ROW, counts=cells, papers=f"{papers:,}")
    if trends.running and column == len(trends.months) - 1:
        said = f" ({up_to(trends.running, options.language)}){said}"
    return Line((Run(month, bold=True), Run(said)))


def _sparkline(trends: Trends, series: Series) -> str:
    """A bar for the share of each month, a space where it has no papers."""
    shares = [count / papers if papers else 0.0 for count, papers in zip(series.counts, trends.papers, strict=True)]
    most = max(shares) or 1
    bars = (_BARS[int(each / most * (len(_BARS) - 1))] for each in shares)
    return "".join(bar if papers else " " for bar, papers in zip(bars, trends.papers, strict=True))
