"""Days, weeks, months and years, and the present from which they are counted."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_LEAP_GAP = 10  # years: 29 February is at most eight apart, and one more may still lie ahead


class Unit(StrEnum):
    """How long a stretch of days is; a SPAN is of any other length."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from `first` to `last`, both included. `running`: it is named as the present one (this week, the last
    30 days), which goes on."""

    unit: Unit
    first: date
    last: date
    running: bool = False


class NotInCalendar(ValueError):
    """No calendar has the day; `near` is the closest that it has, where the year is said."""

    def __init__(self, near: date | None = None) -> None:
        super().__init__()
        self.near = near


class NeedsToday(ValueError):
    """Which days are meant depends on today, which is not known."""


@dataclass(frozen=True, slots=True)
class Present:
    """What days are counted from: today (None: not known), and the days there are."""

    today: date | None
    known: Sequence[date] = ()

    @property
    def day(self) -> date:
        """Today. Raises NeedsToday."""
        if self.today is None:
            raise NeedsToday
        return self.today

    def ago(self, days: int) -> date:
        return self.day - timedelta(days=days)

    def months_ago(self, count: int) -> date:
        """The same day so many months before today, or the last day of that month."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 - count, 12)
        if year < date.min.year:
            raise NotInCalendar
        return date(year, month + 1, min(self.day.day, monthrange(year, month + 1)[1]))

    def monday(self, weeks_ago: int = 0) -> date:
        return self.ago(self.day.weekday() + 7 * weeks_ago)

    def newest(self, month: int, day: int) -> date:
        """The newest such day there is, else the newest that is not after today."""
        try:
            date(2000, month, day)  # a leap year: refuses 30 February and lets the 29th through
        except ValueError:
            raise NotInCalendar from None
        if here := [other for other in self.known if (other.month, other.day) == (month, day)]:
            return max(here)
        latest = min(self.day, max(self.known, default=self.day))
        years = range(latest.year, max(0, latest.year - _LEAP_GAP), -1)
        candidates = (date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year))
        if (found := next((candidate for candidate in candidates if candidate <= self.day), None)) is None:
            raise NotInCalendar
        return found

    def newest_month(self, month: int) -> DateRange:
        """The newest such month that has days, else the newest that has begun."""
        here = [other for other in self.known if other.month == month]
        return one_month(max(here).year if here else self.day.year - (month > self.day.month), month)


def day_of(year: int, month: int, day: int) -> date:
    """That day. Raises NotInCalendar with the closest there is."""
    try:
        return date(year, month, day)
    except ValueError:
        year, month = min(max(year, date.min.year), date.max.year), min(max(month, 1), 12)
        raise NotInCalendar(date(year, month, min(max(day, 1), monthrange(year, month)[1]))) from None


def one_day(day: date) -> DateRange:
    return DateRange(Unit.DAY, day, day)


def one_week(monday: date, *, running: bool = False) -> DateRange:
    return DateRange(Unit.WEEK, monday, monday + timedelta(days=6), running)


def one_month(year: int, month: int, *, running: bool = False) -> DateRange:
    if not (1 <= month <= 12 and date.min.year <= year <= date.max.year):
        raise NotInCalendar
    first = date(year, month, 1)
    return DateRange(Unit.MONTH, first, first.replace(day=monthrange(year, month)[1]), running)


def one_year(year: int, *, running: bool = False) -> DateRange:
    if not date.min.year <= year <= date.max.year:
        raise NotInCalendar
    return DateRange(Unit.YEAR, date(year, 1, 1), date(year, 12, 31), running)
