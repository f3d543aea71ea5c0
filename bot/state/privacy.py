"""Everything that is kept about a person, in whichever table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA
from bot.state.newcomers import Newcomers
from bot.state.settings import Settings, note_settings_changed

Kept = dict[str, list[dict[str, Any]]]
"""Rows as they stand in the tables, by the names of the tables; of tables that hold any."""


class Privacy:
    """Shows and deletes what is kept about people."""

    def __init__(self, database: Database, settings: Settings, newcomers: Newcomers) -> None:
        self._database = database
        self._settings = settings
        self._newcomers = newcomers

    @reading
    def of(self, connection: Connection, user_id: int) -> Kept:
        """Everything that is kept about the person."""
        kept = {}
        for table in sorted(personal_tables(), key=lambda table: table.name):
            rows = connection.execute(select(table).where(table.c.user_id == user_id).order_by(*table.primary_key))
            kept[table.name] = [dict(row) for row in rows.mappings()]
        return {table: rows for table, rows in kept.items() if rows}

    async def forget(self, user_id: int) -> int:
        """Delete it all in one transaction, and overwrite it in a file; how many rows there were."""
        deleted = await self._delete(user_id)
        self._settings.look_again()
        self._newcomers.forget(user_id)
        await self._database.settle()
        return deleted

    @writing
    def _delete(self, connection: Connection, user_id: int) -> int:
        # What refers to other rows goes before them.
        tables = reversed(list(personal_tables()))
        note_settings_changed(connection)
        return sum(connection.execute(delete(table).where(table.c.user_id == user_id)).rowcount for table in tables)


def personal_tables() -> Iterator[Table]:
    """The tables that are about people, in an order in which each refers only to those before it. Their column
    `user_id` makes them personal, so none can be forgotten."""
    return (table for table in METADATA.sorted_tables if "user_id" in table.c)
