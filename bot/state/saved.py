"""The papers that people saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import aiosqlite

from retrieval.paper import arxiv_url
from retrieval.storage.database import Database

MAX_SAVED: Final = 1_000  # papers a person

SAVED_TABLES: Final = (
    """CREATE TABLE saved_papers (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL,
        arxiv_id TEXT NOT NULL,
        title TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        UNIQUE (user_id, arxiv_id)
    )""",
)


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper that somebody saved, with the title it had then; it may have left the corpus since."""

    arxiv_id: str
    title: str
    saved_at: datetime

    @property
    def url(self) -> str:
        return arxiv_url(self.arxiv_id)


class Saved:
    """The saved papers of everybody, at most `MAX_SAVED` a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int) -> tuple[SavedPaper, ...]:
        """What the person saved, the latest first."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                "SELECT arxiv_id, title, saved_at FROM saved_papers WHERE user_id = ? ORDER BY id DESC", (user_id,)
            )
        return tuple(SavedPaper(arxiv_id, title, datetime.fromisoformat(at)) for arxiv_id, title, at in rows)

    async def add(self, user_id: int, paper: SavedPaper) -> bool:
        """Save a paper; one that is saved already stays as it is. False where the person has no room left."""
        async with self._database.writing() as connection:
            if await _count(connection, user_id) >= MAX_SAVED:
                return False
            await connection.execute(
                "INSERT OR IGNORE INTO saved_papers (user_id, arxiv_id, title, saved_at) VALUES (?, ?, ?, ?)",
                (user_id, paper.arxiv_id, paper.title, paper.saved_at.isoformat()),
            )
        return True

    async def remove(self, user_id: int, arxiv_id: str) -> bool:
        """Remove a saved paper. False where it was not saved."""
        async with self._database.writing() as connection:
            removed = await connection.execute(
                "DELETE FROM saved_papers WHERE user_id = ? AND arxiv_id = ?", (user_id, arxiv_id)
            )
            return removed.rowcount > 0


async def _count(connection: aiosqlite.Connection, user_id: int) -> int:
    rows = await connection.execute_fetchall("SELECT count(*) FROM saved_papers WHERE user_id = ?", (user_id,))
    return next(int(count) for [count] in rows)
