"""Answers about trends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from bot.core.answer import Answer, Attachment, Notice, small_print
from bot.features.trends import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.language import Language
from bot.rendering.snippet import clip
from retrieval.trends.rising import Rise, Rises
from retrieval.trends.trends import Series, Trends

MAX_ALT: Final = 1_024  # https://discord.com/developers/docs/resources/message#attachment-object: description
_MAX_TERM = 40  # characters of a term where there are several
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Trend(Answer):
    """How many papers speak of some terms in each of at most the last `months` months; there is a month and a term.

    `chart` draws that; None where nobody can see it.
    """

    trends: Trends
    months: int
    notices: tuple[Notice, ...] = ()
    chart: Attachment | None = None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        """The head with the chart, then each term with what counts as it, then the numbers."""
        trends, chart = self.trends, self.chart
        names = ", ".join(clip(each.term, _MAX_TERM) for each in trends.series)
        title = line(options.say(phrases.TITLE, terms=names), LineKind.HEADING)
        period = options.say(phrases.PERIOD, months=_months(trends.months[0], trends.months[-1], options.language))
        lines = (title, line(period, LineKind.SMALL), *small_print(self.notices, options))
        head = Block(lines, chart.url, alt=chart.description) if chart else Block(lines)
        terms = [each for series in trends.series for each in _term_lines(trends, series, options, bars=chart is None)]
        return head, Block(tuple(terms)), Block(tuple(_table(trends, options)))

    @property
    def attachment(self) -> Attachment | None:
        return self.chart


@dataclass(frozen=True, slots=True)
class Rising(Answer):
    """Terms on the rise in the last `months` months; there is at least one."""

    rises: Rises
    months: int

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        rises, language = self.rises, options.language
        period = options.say(
            phrases.RISES_PERIOD,
            lately_months=_months(rises.since, rises.last, language),
            lately=common.papers(rises.papers_lately, language),
            earlier_months=_months(rises.first, rises.until, language),
            before=common.papers(rises.papers_before, language),
        )
        head = Block((line(options.say(phrases.RISES_TITLE), LineKind.HEADING), line(period, LineKind.SMALL)))
        return head, Block(tuple(self._line(rise, options) for rise in rises.rises))

    def shares(self, rise: Rise, language: Language) -> str:
        """How many in a hundred papers spoke of a term before, and how many do lately."""
        before, lately = self.rises.papers_before, self.rises.papers_lately
        return phrases.RISE_TIMES.say(language, before=_share(rise.before, before), lately=_share(rise.lately, lately))

    def _line(self, rise: Rise, options: RenderOptions) -> Line:
        translation = f" ({rise.translation})" if rise.translation else ""
        counts = options.say(phrases.RISE_COUNTS, papers=common.papers(rise.lately, options.language))
        rest = f"{translation}  {self.shares(rise, options.language)}{counts}"
        return Line((Run(rise.term, bold=True), Run(rest)), LineKind.BULLET)


def alt_text(trends: Trends, language: Language) -> str:
    """All numbers of a chart, for those who cannot see it; at most MAX_ALT characters."""
    sentences = [phrases.ALT.say(language, months=_months(trends.months[0], trends.months[-1], language))]
    for series in trends.series:
        counts = _counts(series.counts, trends.papers)
        sentences.append(phrases.ALT_TERM.say(language, term=clip(series.term, _MAX_TERM), counts=counts))
    sentences.append(phrases.ALT_TOTAL.say(language, counts=_counts(trends.papers, trends.papers)))
    return clip("".join(sentences), MAX_ALT)


def _term_lines(trends: Trends, series: Series, options: RenderOptions, *, bars: bool) -> Iterator[Line]:
    """A term, how many papers speak of it, and what else counts as it."""
    total = sum(series.counts)
    papers, share = common.papers(total, options.language), _share(total, sum(trends.papers))
    counted = options.say(phrases.TERM_LINE, papers=papers, share=share)
    if series.also:
        also = ", ".join(clip(term, _MAX_TERM) for term in series.also)
        counted += f" ({options.say(phrases.ALSO, terms=also)})"
    elif series.scattered:
        counted += f" ({options.say(phrases.SCATTERED)})"
    yield Line((Run(clip(series.term, _MAX_TERM), bold=True), Run(counted)), LineKind.BULLET)
    if bars:
        yield line(_sparkline(trends, series), LineKind.NESTED)


def _table(trends: Trends, options: RenderOptions) -> Iterator[Line]:
    """A row for each month, and one for each run of months without digests."""
    several = len(trends.series) > 1
    yield line(options.say(phrases.TABLE_HEAD_MANY if several else phrases.TABLE_HEAD), LineKind.SMALL)
    for empty, group in groupby(range(len(trends.months)), lambda column: not trends.papers[column]):
        columns = list(group)
        if empty:
            months = _months(trends.months[columns[0]], trends.months[columns[-1]], options.language)
            yield line(options.say(phrases.TABLE_GAP, months=months), LineKind.SMALL)
        else:
            yield from (line(_row(trends, column, options), LineKind.SMALL) for column in columns)


def _row(trends: Trends, column: int, options: RenderOptions) -> str:
    papers = trends.papers[column]
    counts = (series.counts[column] for series in trends.series)
    cells = " · ".join(f"{count:,} ({_share(count, papers)}%)" for count in counts)
    return options.say(phrases.TABLE_ROW, month=_month(trends.months[column]), counts=cells, papers=f"{papers:,}")


def _sparkline(trends: Trends, series: Series) -> str:
    most = max(1, *series.counts)
    bars = (_BARS[count * (len(_BARS) - 1) // most] for count in series.counts)
    return "".join(bar if papers else " " for bar, papers in zip(bars, trends.papers, strict=True))


def _counts(counts: tuple[int, ...], papers: tuple[int, ...]) -> str:
    """The count of each month, a dash where it has no papers at all."""
    return ", ".join(str(count) if known else "–" for count, known in zip(counts, papers, strict=True))


def _share(part: int, whole: int) -> str:
    """`part` as a percentage of `whole`, without the sign: two digits of it."""
    share = 100 * part / max(1, whole)
    return f"{share:.0f}" if share >= 10 or not part else f"{share:.1f}"


def _month(month: date) -> str:
    return f"{month:%Y-%m}"


def _months(first: date, last: date, language: Language) -> str:
    if first == last:
        return _month(first)
    return phrases.PERIOD_OF.say(language, first=_month(first), last=_month(last))
