"""Answers about trends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.core.answer import Attachment, Notice
from bot.features.trends import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Kind, Line, Run, line
from bot.rendering.language import Language
from bot.rendering.snippet import clip
from retrieval.trends.rising import Rise, Rises
from retrieval.trends.trends import Series, Trends


@dataclass(frozen=True, slots=True)
class Trend:
    """How many papers speak of some terms in each of at most the last `months` months; there is a month and a term.

    `chart` draws that, None where nobody can see it.
    """

    trends: Trends
    months: int
    notices: tuple[Notice, ...] = ()
    chart: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Rising:
    """Terms on the rise in the last `months` months; there is at least one."""

    rises: Rises
    months: int


MAX_ALT = 1_024  # https://discord.com/developers/docs/resources/message#attachment-object: description
_TERM = 40  # characters of a term where there are several
_BARS = "▁▂▃▄▅▆▇█"


def trend_blocks(answer: Trend, notices: Iterable[Line], language: Language) -> tuple[Block, ...]:
    """The head with the chart, then each term with what counts as it, then the numbers."""
    trends = answer.trends
    names = ", ".join(clip(each.term, _TERM) for each in trends.series)
    period = phrases.PERIOD.say(language, months=_months(trends.months[0], trends.months[-1], language))
    title = line(phrases.TITLE.say(language, terms=names), Kind.HEADING)
    picture = f"attachment://{answer.chart.name}" if answer.chart else ""
    alt = answer.chart.description if answer.chart else ""
    head = Block((title, line(period, Kind.SMALL), *notices), picture, alt=alt)
    own = [text for series in trends.series for text in _series(trends, series, answer.chart is None, language)]
    return head, Block(tuple(own)), Block(tuple(_table(trends, language)))


def alt_text(trends: Trends, language: Language) -> str:
    """All numbers of a chart, for who cannot see it."""
    said = [phrases.ALT.say(language, months=_months(trends.months[0], trends.months[-1], language))]
    for series in trends.series:
        counts = ", ".join(_counted(trends, series))
        said.append(phrases.ALT_TERM.say(language, term=clip(series.term, _TERM), counts=counts))
    totals = ", ".join(str(count) if count else "–" for count in trends.papers)
    said.append(phrases.ALT_TOTAL.say(language, counts=totals))
    return clip("".join(said), MAX_ALT)


def rising_blocks(answer: Rising, language: Language) -> tuple[Block, ...]:
    rises = answer.rises
    period = phrases.RISES_PERIOD.say(
        language,
        lately_months=_months(rises.since, rises.last, language),
        lately=common.papers(rises.papers_lately, language),
        earlier_months=_months(rises.first, rises.until, language),
        before=common.papers(rises.papers_before, language),
    )
    head = Block((line(phrases.RISES_TITLE.say(language), Kind.HEADING), line(period, Kind.SMALL)))
    return head, Block(tuple(_rise(answer, rise, language) for rise in rises.rises))


def rise_shares(answer: Rising, rise: Rise, language: Language) -> str:
    """How often a term was in a paper, and is."""
    rises = answer.rises
    return phrases.RISE_TIMES.say(
        language, before=_share(rise.before, rises.papers_before), lately=_share(rise.lately, rises.papers_lately)
    )


def _rise(answer: Rising, rise: Rise, language: Language) -> Line:
    other = f" ({rise.translation})" if rise.translation else ""
    counts = phrases.RISE_COUNTS.say(language, papers=common.papers(rise.lately, language))
    return Line(
        (Run(rise.term, bold=True), Run(f"{other}  {rise_shares(answer, rise, language)}{counts}")), Kind.BULLET
    )


def _series(trends: Trends, series: Series, bars: bool, language: Language) -> Iterator[Line]:
    total = sum(series.counts)
    share = _share(total, sum(trends.papers))
    counted = phrases.TERM_LINE.say(language, papers=common.papers(total, language), share=share)
    if series.also:
        also = ", ".join(clip(one, _TERM) for one in series.also)
        counted += f" ({phrases.ALSO.say(language, terms=also)})"
    elif series.scattered:
        counted += f" ({phrases.SCATTERED.say(language)})"
    yield Line((Run(clip(series.term, _TERM), bold=True), Run(counted)), Kind.BULLET)
    if bars:
        yield line(_sparkline(trends, series), Kind.NESTED)


def _table(trends: Trends, language: Language) -> Iterator[Line]:
    """A row for each month, and one for several without digests."""
    several = len(trends.series) > 1
    yield line((phrases.TABLE_HEAD_MANY if several else phrases.TABLE_HEAD).say(language), Kind.SMALL)
    rows = enumerate(zip(trends.months, trends.papers, strict=True))
    for empty, group in groupby(rows, lambda row: not row[1][1]):
        run = list(group)
        if empty:
            first, last = run[0][1][0], run[-1][1][0]
            yield line(phrases.TABLE_GAP.say(language, months=_months(first, last, language)), Kind.SMALL)
            continue
        for place, (month, papers) in run:
            counts = (series.counts[place] for series in trends.series)
            said = " · ".join(f"{count:,} ({_share(count, papers)}%)" for count in counts)
            yield line(
                phrases.TABLE_ROW.say(language, month=_month(month), counts=said, papers=f"{papers:,}"), Kind.SMALL
            )


def _sparkline(trends: Trends, series: Series) -> str:
    most = max(1, *series.counts)
    bars = (_BARS[count * (len(_BARS) - 1) // most] for count in series.counts)
    return "".join(bar if papers else " " for bar, papers in zip(bars, trends.papers, strict=True))


def _counted(trends: Trends, series: Series) -> list[str]:
    return [str(count) if papers else "–" for count, papers in zip(series.counts, trends.papers, strict=True)]


def _share(part: int, whole: int) -> str:
    """A part in a hundred, without the sign: two digits of it."""
    share = 100 * part / max(1, whole)
    return f"{share:.0f}" if share >= 10 or not part else f"{share:.1f}"


def _month(month: date) -> str:
    return f"{month:%Y-%m}"


def _months(first: date, last: date, language: Language) -> str:
    one, other = _month(first), _month(last)
    return one if first == last else phrases.PERIOD_OF.say(language, first=one, last=other)
