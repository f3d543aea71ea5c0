"""What a fetch has done so far, and whether there is any use in going on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from retrieval.sources.day_file import DayReport
from retrieval.sources.faults import SourceError, SourceFault, message
from retrieval.sources.planning import DayState

Progress = Callable[[int, int, date], None]
"""Called with how many of how many days or papers have been asked for, and the day that is next."""

_HAD = frozenset({DayState.WRITTEN, DayState.UPDATED, DayState.UNCHANGED})
_MOST_FAILURES = 5  # in succession, before all else is left to a later run
_MOST_OUTAGES = 2  # the same where no server answers at all
_OUTAGES = frozenset({SourceFault.UNREACHABLE, SourceFault.SLOW})
_FINAL = frozenset({SourceFault.LIMITED, SourceFault.UNWRITABLE})  # for all that follows, too


@dataclass(frozen=True, slots=True)
class DayFailure:
    """A day that could not be fetched; `until` is when to go on, where the source says so."""

    day: date
    fault: SourceFault
    detail: str
    until: datetime | None = None

    @property
    def message(self) -> str:
        return message(self.fault, self.detail, self.until)


@dataclass(slots=True)
class FetchReport:
    """Days and failures in the order in which they came, and how many requests were made."""

    days: list[DayReport] = field(default_factory=list)
    failures: list[DayFailure] = field(default_factory=list)
    requests: int = 0
    _in_succession: list[SourceFault] = field(default_factory=list)

    @property
    def wrote(self) -> bool:
        return any(day.state in {DayState.WRITTEN, DayState.UPDATED} for day in self.days)

    @property
    def asked_well(self) -> bool:
        """Whether any list was had."""
        return any(day.state in _HAD for day in self.days)

    def failed(self, day: date, error: SourceError) -> bool:
        """Note a failure. Returns whether to go on."""
        self.failures.append(DayFailure(day, error.fault, error.detail, error.until))
        self._in_succession.append(error.fault)
        outages = self._in_succession[-_MOST_OUTAGES:]
        is_away = len(outages) == _MOST_OUTAGES and _OUTAGES.issuperset(outages)
        return error.fault not in _FINAL and not is_away and len(self._in_succession) < _MOST_FAILURES

    def went_well(self) -> None:
        self._in_succession.clear()
