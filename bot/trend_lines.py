"""What a reply about trends says, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from bot import trend_words, words
from bot.answer import Rising, Trend
from bot.page import Block, Kind, Line, Run, line
from bot.snippet import clip
from bot.words import Language
from retrieval.trends.rising import Rise
from retrieval.trends.trends import Series, Trends

MAX_ALT = 1_024  # https://discord.com/developers/docs/resources/message#attachment-object: description
_TERM = 40  # characters of a term where there are several
_BARS = "▁▂▃▄▅▆▇█"


def trend_blocks(answer: Trend, notices: Iterable[Line], language: Language) -> tuple[Block, ...]:
    """The head with the chart, then each term with what counts as it, then the numbers."""
    trends = answer.trends
    names = ", ".join(clip(each.term, _TERM) for each in trends.series)
    period = trend_words.PERIOD.say(language, months=_months(trends.months[0], trends.months[-1], language))
    title = line(trend_words.TITLE.say(language, terms=names), Kind.HEADING)
    picture = f"attachment://{answer.chart.name}" if answer.chart else ""
    alt = answer.chart.description if answer.chart else ""
    head = Block((title, line(period, Kind.SMALL), *notices), picture, alt=alt)
    own = [text for series in trends.series for text in _series(trends, series, answer.chart is None, language)]
    return head, Block(tuple(own)), Block(tuple(_table(trends, language)))


def alt_text(trends: Trends, language: Language) -> str:
    """All numbers of a chart, for who cannot see it."""
    said = [trend_words.ALT.say(language, months=_months(trends.months[0], trends.months[-1], language))]
    for series in trends.series:
        counts = ", ".join(_counted(trends, series))
        said.append(trend_words.ALT_TERM.say(language, term=clip(series.term, _TERM), counts=counts))
    totals = ", ".join(str(count) if count else "–" for count in trends.papers)
    said.append(trend_words.ALT_TOTAL.say(language, counts=totals))
    return clip("".join(said), MAX_ALT)


def rising_blocks(answer: Rising, language: Language) -> tuple[Block, ...]:
    rises = answer.rises
    period = trend_words.RISES_PERIOD.say(
        language,
        lately_months=_months(rises.since, rises.last, language),
        lately=words.papers(rises.papers_lately, language),
        earlier_months=_months(rises.first, rises.until, language),
        before=words.papers(rises.papers_before, language),
    )
    head = Block((line(trend_words.RISES_TITLE.say(language), Kind.HEADING), line(period, Kind.SMALL)))
    return head, Block(tuple(_rise(answer, rise, language) for rise in rises.rises))


def rise_shares(answer: Rising, rise: Rise, language: Language) -> str:
    """How often a term was in a paper, and is."""
    rises = answer.rises
    return trend_words.RISE_TIMES.say(
        language, before=_share(rise.before, rises.papers_before), lately=_share(rise.lately, rises.papers_lately)
    )


def _rise(answer: Rising, rise: Rise, language: Language) -> Line:
    other = f" ({rise.translation})" if rise.translation else ""
    counts = trend_words.RISE_COUNTS.say(language, papers=words.papers(rise.lately, language))
    return Line(
        (Run(rise.term, bold=True), Run(f"{other}  {rise_shares(answer, rise, language)}{counts}")), Kind.BULLET
    )


def _series(trends: Trends, series: Series, bars: bool, language: Language) -> Iterator[Line]:
    total = sum(series.counts)
    share = _share(total, sum(trends.papers))
    counted = trend_words.TERM_LINE.say(language, papers=words.papers(total, language), share=share)
    if series.also:
        also = ", ".join(clip(one, _TERM) for one in series.also)
        counted += f" ({trend_words.ALSO.say(language, terms=also)})"
    elif series.scattered:
        counted += f" ({trend_words.SCATTERED.say(language)})"
    yield Line((Run(clip(series.term, _TERM), bold=True), Run(counted)), Kind.BULLET)
    if bars:
        yield line(_sparkline(trends, series), Kind.NESTED)


def _table(trends: Trends, language: Language) -> Iterator[Line]:
    """A row for each month, and one for several without digests."""
    several = len(trends.series) > 1
    yield line((trend_words.TABLE_HEAD_MANY if several else trend_words.TABLE_HEAD).say(language), Kind.SMALL)
    rows = enumerate(zip(trends.months, trends.papers, strict=True))
    for empty, group in groupby(rows, lambda row: not row[1][1]):
        run = list(group)
        if empty:
            first, last = run[0][1][0], run[-1][1][0]
            yield line(trend_words.TABLE_GAP.say(language, months=_months(first, last, language)), Kind.SMALL)
            continue
        for place, (month, papers) in run:
            counts = (series.counts[place] for series in trends.series)
            said = " · ".join(f"{count:,} ({_share(count, papers)}%)" for count in counts)
            yield line(
                trend_words.TABLE_ROW.say(language, month=_month(month), counts=said, papers=f"{papers:,}"), Kind.SMALL
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
    return one if first == last else trend_words.PERIOD_OF.say(language, first=one, last=other)
