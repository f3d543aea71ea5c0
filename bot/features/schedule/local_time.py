"""Times of day: what people type for one, and the moments at which it comes round in a time zone."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from retrieval.lazy_regex import lazy_regex

_MAX_CHARS = 20
_NAMED = {"정오": 12 * 60, "낮": 12 * 60, "noon": 12 * 60, "자정": 0, "midnight": 0}
_CLOCK = lazy_regex(
    r"(?P<before>오전|오후|아침|새벽|점심|낮|저녁|밤|am|pm)?\s*"
    r"(?P<hour>\d{1,2})(?:\s*(?P<hours>시)|\s*[:.](?=\s*\d))?\s*(?:(?P<minute>\d{1,2})\s*분?|(?P<half>반))?\s*"
    r"(?P<after>a\.?m\.?|p\.?m\.?)?(?:\s*에)?",
    re.ASCII,
)
_COMPACT = lazy_regex(r"([01]\d|2[0-4])([0-5]\d)", re.ASCII)
_MORNING, _AFTERNOON = {"오전", "아침", "새벽", "am"}, {"오후", "저녁", "점심", "낮", "pm"}
_LONGEST_GAP: Final = timedelta(hours=25)  # Samoa left out the whole of 30 December 2011


def parse_time(text: str) -> int | None:
    """The minute of the day that `text` names: `9:00`, `09:00`, `9시`, `오전 9시 반`, `21:30`, `9am`, `정오`, …; None
    where it names none."""
    typed = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if typed in _NAMED:
        return _NAMED[typed]
    if len(typed) > _MAX_CHARS:
        return None
    if match := _COMPACT.fullmatch(typed):
        return _minute(int(match[1]), int(match[2]))
    match = _CLOCK.fullmatch(typed)
    if match is None or (match["before"] and match["after"]):
        return None
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or 0)
    return _minute(_of_24(hour, (match["before"] or match["after"] or "").replace(".", "")), minute)


def _of_24(hour: int | None, half: str) -> int | None:
    if hour is None or not half:
        return hour
    if half == "밤":  # 밤 9시 and 밤 1시
        half = "오후" if 6 <= hour < 12 else "오전"
    if half in _MORNING:
        return hour % 12 if hour <= 12 else None
    if half in _AFTERNOON and half != "낮":
        return hour % 12 + 12 if hour <= 12 else hour
    return hour if hour >= 11 else hour + 12


def _minute(hour: int | None, minute: int) -> int | None:
    if hour is None or minute > 59 or hour * 60 + minute > 24 * 60:
        return None
    return (hour * 60 + minute) % (24 * 60)


def say_time(minute: int) -> str:
    """`09:00`"""
    return f"{minute // 60:02}:{minute % 60:02}"


def moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The moment in UTC at which a local day comes to `minute`.

    Of a time that comes twice that day, the first; of one that is left out, the next moment that there is.
    """
    local = datetime.combine(day, time(minute // 60, minute % 60))
    for later in range(int(_LONGEST_GAP.total_seconds()) // 60):
        wanted = local + timedelta(minutes=later)
        found = wanted.replace(tzinfo=zone).astimezone(UTC)
        if found.astimezone(zone).replace(tzinfo=None) == wanted:
            return found
    raise ValueError(f"{zone} leaves out {local}")


def last_moment(minute: int, zone: ZoneInfo, now: datetime) -> datetime:
    """The latest such moment that is not after `now`."""
    today = now.astimezone(zone).date()
    days = (today - timedelta(days=back) for back in range(4))
    return next(found for day in days if (found := moment(day, minute, zone)) <= now)


def next_moment(minute: int, zone: ZoneInfo, now: datetime) -> datetime:
    """The first such moment after `now`."""
    today = now.astimezone(zone).date()
    days = (today + timedelta(days=ahead) for ahead in range(4))
    return next(found for day in days if (found := moment(day, minute, zone)) > now)
