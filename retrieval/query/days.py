"""What people type for a day → a date."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Sequence
from datetime import date, timedelta, timezone

# "today" is the day in Korea, where the digests and their readers are.
KOREA = timezone(timedelta(hours=9), "KST")


class BadDate(ValueError):
    """The text names no day: it is in no form that is understood, or (`impossible`) not in the calendar; `near` is then
    the day of the calendar that comes closest, where the text says the year."""

    def __init__(self, text: str, *, impossible: bool = False, near: date | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.impossible = impossible
        self.near = near


_MAX_CHARS = 40
_LEAP_GAP = 10  # years: 29 February is at most eight apart, and one more may still lie ahead
_RELATIVE = {
    "today": 0, "now": 0, "오늘": 0, "금일": 0,
    "yesterday": 1, "어제": 1, "전날": 1,
    "그제": 2, "그저께": 2, "엊그제": 2,
}  # fmt: skip
_SEPARATOR = r"\s*[-./년월]\s*"
_FULL = re.compile(rf"(\d{{4}}|\d{{2}}){_SEPARATOR}(\d{{1,2}}){_SEPARATOR}(\d{{1,2}})\s*[일.]?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SHORT = re.compile(r"(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[일.]?", re.ASCII)


def parse_day(text: str, today: date, known: Sequence[date] = ()) -> date:
    """The day that `text` names: `2024-02-14`, `20240214`, `2024/2/14`, `2024년 2월 14일`, `2.14`, `today`, `어제`, …

    A day without a year is the newest such day in `known`, else the newest that is not after `today`.
    Raises `BadDate`.
    """
    cleaned = " ".join(text.split()).casefold()
    if len(cleaned) > _MAX_CHARS:
        raise BadDate(cleaned[:_MAX_CHARS] + "…")
    if cleaned in _RELATIVE:
        return today - timedelta(days=_RELATIVE[cleaned])
    if match := _FULL.fullmatch(cleaned) or _COMPACT.fullmatch(cleaned):
        year, month, day = match.groups()
        return _date(cleaned, int(year if len(year) > 2 else f"20{year}"), int(month), int(day))
    if match := _SHORT.fullmatch(cleaned):
        return _without_year(cleaned, *map(int, match.groups()), today=today, known=known)
    raise BadDate(cleaned)


def _date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        year, month = min(max(year, date.min.year), date.max.year), min(max(month, 1), 12)
        near = date(year, month, min(max(day, 1), monthrange(year, month)[1]))
        raise BadDate(text, impossible=True, near=near) from None


def _without_year(text: str, month: int, day: int, *, today: date, known: Sequence[date]) -> date:
    try:
        date(2000, month, day)  # a leap year: refuses 2.30 and lets 2.29 through
    except ValueError:
        raise BadDate(text, impossible=True) from None
    if here := [other for other in known if (other.month, other.day) == (month, day)]:
        return max(here)
    newest = min(today, max(known, default=today))
    years = range(newest.year, newest.year - _LEAP_GAP, -1)
    candidates = (date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year))
    return next(candidate for candidate in candidates if candidate <= today)
