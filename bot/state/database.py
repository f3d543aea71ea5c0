"""The state database: one file, with a store for each kind of thing that is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from bot.state.alerts import Alerts
from bot.state.deliveries import DELIVERY_TABLES
from bot.state.follows import FOLLOW_TABLES, Follows
from bot.state.newcomers import NEWCOMER_TABLES, Newcomers
from bot.state.privacy import Privacy
from bot.state.saved import SAVED_TABLES, Saved
from bot.state.schedules import POSTED_DAYS, SCHEDULE_TABLES, Schedules
from bot.state.settings import SETTINGS_TABLES, WORDS_COLUMNS, Settings
from retrieval.storage.database import Database, Schema, StoreError
from retrieval.storage.faults import StoreFault


class StateError(StoreError):
    """The state database cannot be used now; commands that need no state go on."""


# People wait for these, and Discord waits 3 s for the first response.
_WAIT_S = 1.5
_READ_WAIT_S = 0.25


# A table with a column `user_id` holds what is known of people, and what deleting a person's data deletes.
_NOTES = ("CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",)

SCHEMA: Final = Schema(
    application_id=0x50617073,  # "Paps"
    steps=(
        _NOTES,
        (
            *SETTINGS_TABLES,
            *SAVED_TABLES,
            *DELIVERY_TABLES,
            *SCHEDULE_TABLES,
            *FOLLOW_TABLES,
            *NEWCOMER_TABLES,
        ),
        POSTED_DAYS,
        WORDS_COLUMNS,
    ),
    damaged=StoreFault.DAMAGED,
    error=StateError,
    wait_s=_WAIT_S,
    read_wait_s=_READ_WAIT_S,
    forgets=True,
)


class State:
    """What is remembered. Every method, here and of the stores, raises `StateError` where the database fails."""

    def __init__(self, path: Path | str, clock: Callable[[], float] = time.monotonic) -> None:
        """Use the database in the file at `path`, which is opened, or made, when it is first needed. Where that fails,
        it is tried again at most once a minute by `clock`, which counts seconds."""
        self._database = database = Database(path, SCHEMA, clock)
        self.settings = Settings(database)
        self.saved = Saved(database)
        self.privacy = Privacy(database)
        self.schedules = Schedules(database)
        self.newcomers = Newcomers(database)
        self.follows = Follows(database)
        self.alerts = Alerts(database)

    @classmethod
    async def open(cls, path: Path | str) -> State:
        """Open the database, or make it; `":memory:"` keeps it out of files. Raises StateError."""
        state = cls(path)
        await state.reach()
        return state

    async def reach(self) -> None:
        """Open the database now if it is not open. Raises StateError; later uses try again, at most once a minute."""
        await self._database.reach()

    async def close(self) -> None:
        await self._database.close()

    async def recall(self, name: str) -> str | None:
        """The note of that name; None where there is none."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall("SELECT value FROM notes WHERE name = ?", (name,))
        return next((str(value) for [value] in rows), None)

    async def remember(self, name: str, value: str) -> None:
        """Keep a note, in place of an older one of that name."""
        async with self._database.writing() as connection:
            await connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    async def revise(self, name: str, change: Callable[[str | None], str]) -> None:
        """Make a note anew out of the old one, None where there is none, with nobody else writing in between."""
        async with self._database.writing() as connection:
            rows = await connection.execute_fetchall("SELECT value FROM notes WHERE name = ?", (name,))
            value = change(next((str(value) for [value] in rows), None))
            await connection.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))
