"""What a source remembers between its runs: a small hidden file beside the digests. Losing it loses no paper."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from retrieval.sources.faults import SourceFault, message
from retrieval.sources.whole_files import write_whole

log = logging.getLogger(__name__)

T = TypeVar("T")

FILE: Final = ".huggingface.json"
_MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong last, and when."""

    at: datetime
    fault: SourceFault
    detail: str

    @property
    def message(self) -> str:
        return message(self.fault, self.detail)


@dataclass(slots=True)
class Journal:
    """Moments are aware. `began` is the first day that was fetched without being asked for. `empty` are days without
    papers, `edited` those whose edited files were told of, `missing` the papers of a day that its last list lacked;
    `unknown` are papers that no source has an abstract of. `failing_since` is None while all is well."""

    last_success: datetime | None = None
    last_error: Failure | None = None
    failing_since: datetime | None = None
    next: datetime | None = None
    began: date | None = None
    empty: set[date] = field(default_factory=set)
    edited: set[date] = field(default_factory=set)
    missing: dict[date, set[str]] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)


def read_journal(folder: Path) -> Journal:
    """The journal of a folder. What is not there, or cannot be understood, is as at the beginning."""
    path = folder / FILE
    try:
        with path.open("rb") as file:
            value = json.loads(file.read(_MAX_BYTES))
    except FileNotFoundError:
        return Journal()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("%s cannot be read, and is made anew: %s", path, error)
        return Journal()
    table: dict[str, Any] = value if isinstance(value, dict) else {}
    return Journal(
        last_success=_moment(table.get("last_success")),
        last_error=_failure(table.get("last_error")),
        failing_since=_moment(table.get("failing_since")),
        next=_moment(table.get("next")),
        began=_day(table.get("began")),
        empty=_all(_day, table.get("empty")),
        edited=_all(_day, table.get("edited")),
        missing=_missing(table.get("missing")),
        unknown=_all(_name, table.get("unknown")),
    )


def write_journal(folder: Path, journal: Journal) -> None:
    """Keep the journal. Raises SourceError."""
    error = journal.last_error
    value = {
        "last_success": _iso(journal.last_success),
        "last_error": error and {"at": _iso(error.at), "fault": error.fault.value, "detail": error.detail},
        "failing_since": _iso(journal.failing_since),
        "next": _iso(journal.next),
        "began": journal.began and journal.began.isoformat(),
        "empty": sorted(day.isoformat() for day in journal.empty),
        "edited": sorted(day.isoformat() for day in journal.edited),
        "missing": {day.isoformat(): sorted(ids) for day, ids in sorted(journal.missing.items()) if ids},
        "unknown": sorted(journal.unknown),
    }
    write_whole(folder / FILE, (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode())


def _iso(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _all(read: Callable[[object], T | None], value: object) -> set[T]:
    return {each for one in value if (each := read(one)) is not None} if isinstance(value, list) else set()


def _missing(value: object) -> dict[date, set[str]]:
    items = value.items() if isinstance(value, dict) else ()
    return {day: _all(_name, ids) for key, ids in items if (day := _day(key))}


def _failure(value: object) -> Failure | None:
    if not isinstance(value, dict):
        return None
    at, fault, detail = _moment(value.get("at")), value.get("fault"), value.get("detail")
    if at is None or fault not in set(SourceFault) or not isinstance(detail, str):
        return None
    return Failure(at, SourceFault(fault), detail)
