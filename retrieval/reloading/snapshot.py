"""What readers of a library see at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from retrieval.index.index import Index
from retrieval.storage.store import Totals


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The papers as they are searched: replaced as a whole, never changed."""

    index: Index
    days: tuple[date, ...]
    totals: Totals
    backfilled: frozenset[date]
    loaded_at: datetime

    @classmethod
    def empty(cls, now: datetime) -> Snapshot:
        return cls(Index.build(()), (), Totals(0, 0, None, None, 0, 0, ""), frozenset(), now)
