"""What the bot was asked to remember. Never dropped, unlike the corpus database: people's choices live here."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, Protocol

from retrieval.database import Database, Schema, StoreError

StateError = StoreError
"""The state database cannot be used now; commands that need no state go on."""

STATE: Final = Schema(
    application_id=0x50617073,  # "Paps"
    steps=(("CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",),),
    remedy="Put back the last good copy of it (paperbot backup makes them).",
)


class State(Protocol):
    """Every method raises `StateError` where the database fails it."""

    async def recall(self, name: str) -> str | None:
        """The note of that name."""

    async def remember(self, name: str, value: str) -> None:
        """Keep a note, in place of an older one of that name."""

    async def close(self) -> None: ...


class SQLiteState:
    """State in a SQLite file of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    async def open(cls, path: Path | str) -> SQLiteState:
        """Open the database, or make it; `":memory:"` keeps it out of files. Raises StateError."""
        return cls(await Database.open(path, STATE))

    async def close(self) -> None:
        await self._database.close()

    async def recall(self, name: str) -> str | None:
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall("SELECT value FROM notes WHERE name = ?", (name,))
        return next((str(value) for [value] in rows), None)

    async def remember(self, name: str, value: str) -> None:
        async with self._database.writing() as connection:
            await connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))


def back_up(path: Path, copy: Path) -> None:
    """Copy the state database at `path` whole into a new file, while others may be writing to it. Raises StateError."""
    if copy.exists():
        raise StateError(f"{copy} exists already. Name a new file.")
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise StateError(f"{path} cannot be copied to {copy} ({error}). Check both paths.") from error
