"""Which days are to be fetched, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from retrieval.sources.holdings import Holdings, own_file
from retrieval.sources.journal import Journal
from retrieval.sources.provenance import read_provenance

NEWS: Final = timedelta(days=7)
"""How old a day may be to be news, and to be fetched without being asked for."""
_DAY = timedelta(days=1)
_SATURDAY = 5


class DayState(StrEnum):
    """What became of a day, or of a dry run what is to become of it (`MISSING`, `REFRESH`). `ABSTRACTS`: some were
    looked for, for papers of the day."""

    WRITTEN = "written"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    EDITED = "edited"
    OTHER = "other"
    KEPT = "kept"
    MISSING = "missing"
    REFRESH = "refresh"
    ABSTRACTS = "abstracts"


@dataclass(frozen=True, slots=True)
class Plan:
    """The days to ask for, in order, and those that need no asking, with the reason. `backfill`: who asked named the
    days, so they are news to nobody."""

    tasks: tuple[tuple[date, DayState], ...]
    settled: tuple[tuple[date, DayState], ...]
    backfill: bool

    def is_news(self, day: date, today: date) -> bool:
        return not self.backfill and today - day <= NEWS


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are asked for, both included; None: as it comes by itself."""

    since: date | None = None
    until: date | None = None


def last_settled(now: datetime, settled: time) -> date:
    """The newest day whose list is settled: so long after the day's end, in UTC."""
    moment = now.astimezone(UTC)
    return moment.date() - (_DAY if moment.time() >= settled else 2 * _DAY)


def next_settled(now: datetime, settled: time) -> datetime:
    """When the next day is settled."""
    return datetime.combine(last_settled(now, settled) + 2 * _DAY, settled, UTC)


def first_missing(since: date | None, journal: Journal, holdings: Holdings, today: date) -> date:
    """The first day to fetch without being asked for: once it is chosen it stays, so that a long outage loses none."""
    if since or journal.began:
        return since or journal.began or today
    newest = max((day for day in holdings.papers if day <= today), default=date.min)
    return max(today - NEWS, newest + _DAY)


def make_plan(
    span: Span, first: date, last: date, refresh_days: int, folder: Path, holdings: Holdings, journal: Journal
) -> Plan:
    """Missing days first, the oldest first, then those whose votes still move. Reads the files of the days.

    `first` is where to begin without being asked, `last` the newest settled day.
    """
    until = min(last, span.until or last)
    begin, fresh = span.since or first, last - (refresh_days - 1) * _DAY
    state = partial(_state, folder, holdings, journal, fresh)
    known = {day: state(day) for day in _days(begin, until)}
    if span.since is None:
        earlier = _days(fresh, min(begin - _DAY, until))
        known |= {day: state(day) for day in earlier if own_file(folder, day).exists()}
    asked = [(day, state) for day, state in sorted(known.items()) if state in {DayState.MISSING, DayState.REFRESH}]
    settled = [(day, state) for day, state in sorted(known.items()) if (day, state) not in asked]
    tasks = sorted(asked, key=lambda task: task[1] is DayState.REFRESH)
    shown = settled if span.since or span.until else [one for one in settled if one[1] is DayState.EDITED]
    return Plan(tuple(tasks), tuple(shown), backfill=span.since is not None)


def _state(folder: Path, holdings: Holdings, journal: Journal, fresh: date, day: date) -> DayState:
    if day in holdings.others:
        return DayState.OTHER
    try:
        text = own_file(folder, day).read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        if day not in journal.empty:
            return DayState.MISSING
        # A source that is out of order may call any day empty: only at weekends that is taken for good.
        return DayState.EMPTY if day < fresh and day.weekday() >= _SATURDAY else DayState.REFRESH
    except OSError:
        return DayState.OTHER
    signed = read_provenance(text)
    if signed is None:
        return DayState.OTHER
    if signed.edited:
        return DayState.EDITED
    return DayState.REFRESH if day >= fresh else DayState.KEPT


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))
