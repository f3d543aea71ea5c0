"""Weeks, months and years of days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Period = Literal["week", "month", "year", "all"]
PERIODS: Mapping[str, Period] = {period: period for period in get_args(Period)}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `since` to `until`, both included; `previous` and `next` are the nearest days with a digest before
    and after them."""

    period: Period
    since: date
    until: date
    previous: date | None
    next: date | None


def span_of(period: Period, day: date, days: Sequence[date]) -> Span:
    """The week (from Monday), month or year that `day` is in, or all of `days`, which are in order and at least one."""
    since, until = _bounds(period, day, days)
    before, after = bisect_left(days, since), bisect_right(days, until)
    return Span(
        period,
        since,
        until,
        days[before - 1] if before else None,
        days[after] if after < len(days) else None,
    )


def _bounds(period: Period, day: date, days: Sequence[date]) -> tuple[date, date]:
    match period:
        case "week":
            monday = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
            return monday, monday + timedelta(days=min(6, (date.max - monday).days))
        case "month":
            return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
        case "year":
            return day.replace(month=1, day=1), day.replace(month=12, day=31)
        case "all":
            return days[0], days[-1]
