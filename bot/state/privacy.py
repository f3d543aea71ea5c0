"""Everything that is kept about a person, in whichever table."""

from __future__ import annotations

from typing import Any

import aiosqlite

from retrieval.storage.database import Database

# Read from the database itself, so that no table can be forgotten: its column `user_id` makes it personal.
_PERSONAL = """
    SELECT tables.name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND columns.name = 'user_id' ORDER BY tables.name
"""

Kept = dict[str, list[dict[str, Any]]]
"""Rows as they stand in the tables, by the names of the tables; of tables that hold any."""


class Privacy:
    """Shows and deletes what is kept about people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int) -> Kept:
        """Everything that is kept about the person."""
        async with self._database.reading() as connection:
            kept = {table: await _rows(connection, table, user_id) for table in await _tables(connection)}
        return {table: rows for table, rows in kept.items() if rows}

    async def forget(self, user_id: int) -> int:
        """Delete it all in one transaction, and overwrite it in the file; how many rows there were."""
        deleted = 0
        async with self._database.writing() as connection:
            await connection.execute("PRAGMA defer_foreign_keys = ON")  # rows may refer to one another
            for table in await _tables(connection):
                done = await connection.execute(f'DELETE FROM "{table}" WHERE user_id = ?', (user_id,))
                deleted += done.rowcount
        await self._database.settle()
        return deleted


async def _tables(connection: aiosqlite.Connection) -> list[str]:
    return [str(name) for [name] in await connection.execute_fetchall(_PERSONAL)]


async def _rows(connection: aiosqlite.Connection, table: str, user_id: int) -> list[dict[str, Any]]:
    async with connection.execute(f'SELECT * FROM "{table}" WHERE user_id = ?', (user_id,)) as cursor:
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in await cursor.fetchall()]
