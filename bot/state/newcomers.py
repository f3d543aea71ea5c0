"""Who has met the bot before."""

from __future__ import annotations

from typing import Final

from retrieval.storage.database import Database

NEWCOMER_TABLES: Final = (
    "CREATE TABLE answered_users (user_id INTEGER PRIMARY KEY)",
    "CREATE TABLE welcomed_servers (guild_id INTEGER PRIMARY KEY)",
)


class Newcomers:
    """Remembers whom the bot has met, so that each first time comes only once, in several processes too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def answer_to(self, user_id: int) -> bool:
        """Whether this is the first answer to that person; from now on it is not."""
        if await self.knows(user_id):
            return False
        async with self._database.writing() as connection:
            added = await connection.execute("INSERT OR IGNORE INTO answered_users VALUES (?)", (user_id,))
        return added.rowcount == 1

    async def knows(self, user_id: int) -> bool:
        """Whether that person has had an answer."""
        return bool(await self._database.recent_rows("SELECT 1 FROM answered_users WHERE user_id = ?", user_id))

    async def welcome_to(self, guild_id: int) -> bool:
        """Whether this is the first welcome to that server; from now on it is not."""
        async with self._database.writing() as connection:
            added = await connection.execute("INSERT OR IGNORE INTO welcomed_servers VALUES (?)", (guild_id,))
        return added.rowcount == 1
