"""Answers about days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retrieval.paper import Paper
from retrieval.storage.store import Day


@dataclass(frozen=True, slots=True)
class DayPage:
    """One page (from 1) of a day's papers, the `first`th (from 1) and those that follow; there is at least one."""

    day: Day
    page: int
    pages: int
    first: int
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class NoDay:
    """A day without a digest, and the nearest days with one."""

    day: date
    previous: date | None
    next: date | None
