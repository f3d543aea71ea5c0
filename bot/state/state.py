"""The state: one database, with a store for each kind of thing that is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable

from bot.state.alerts import Alerts
from bot.state.engine.database import Database
from bot.state.follows import Follows
from bot.state.newcomers import Newcomers
from bot.state.notes import Notes
from bot.state.places import Place, backend_of
from bot.state.privacy import Privacy
from bot.state.saved import Saved
from bot.state.schedules import Schedules
from bot.state.settings import Settings


class State:
    """What is remembered. Every method, here and of the stores, raises `StateError` where the database fails."""

    def __init__(self, place: Place | str, clock: Callable[[], float] = time.monotonic) -> None:
        """Use the database at `place`: in a SQLite file, which is made if need be, in PostgreSQL (a URL), or, with
        `":memory:"`, in memory. It is opened when it is first needed. Where that fails, it is tried again after a while
        by `clock`, which counts seconds."""
        self._database = database = Database(backend_of(place), clock)
        self._notes = Notes(database)
        self.settings = Settings(database, clock)
        self.saved = Saved(database)
        self.schedules = Schedules(database)
        self.newcomers = Newcomers(database)
        self.privacy = Privacy(database, self.settings, self.newcomers)
        self.follows = Follows(database, clock)
        self.alerts = Alerts(database)

    @classmethod
    async def open(cls, place: Place | str) -> State:
        """Open the database, or make it. Raises StateError."""
        state = cls(place)
        try:
            await state.reach()
        except BaseException:
            await state.close()
            raise
        return state

    async def reach(self) -> None:
        """Open the database now if it is not open. Raises StateError; later uses try again, after a while."""
        await self._database.reach()

    async def close(self) -> None:
        await self._database.close()

    async def recall(self, name: str) -> str | None:
        """The note of that name; None where there is none."""
        return await self._notes.read(name)

    async def remember(self, name: str, value: str) -> None:
        """Keep a note, in place of an older one of that name."""
        await self._notes.write(name, value)

    async def revise(self, name: str, change: Callable[[str | None], str]) -> str:
        """Make a note anew out of the old one, None where there is none, with nobody else writing in between; the new
        one. `change` runs in a thread, and may be called more than once."""
        return await self._notes.revise(name, change)
