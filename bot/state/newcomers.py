"""Who has met the bot before."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Connection, Table, bindparam, select

from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Id, insert_into

answered_users = Table("answered_users", METADATA, Column("user_id", Id, primary_key=True, autoincrement=False))
welcomed_servers = Table("welcomed_servers", METADATA, Column("guild_id", Id, primary_key=True, autoincrement=False))

# Asked for at every command, so made once.
_MOST_MET: Final = 10_000
_KNOWN = select(answered_users.c.user_id).where(answered_users.c.user_id == bindparam("user_id"))


class Newcomers:
    """Remembers whom the bot has met, so that each first time comes only once, in several processes too."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._met: set[int] = set()

    async def answer_to(self, user_id: int) -> bool:
        """Whether this is the first answer to that person; from now on it is not."""
        return not await self.knows(user_id) and await self._meet_user(user_id)

    @writing
    def welcome_to(self, connection: Connection, guild_id: int) -> bool:
        """Whether this is the first welcome to that server; from now on it is not."""
        return _added(connection, welcomed_servers, guild_id=guild_id)

    def met(self, user_id: int) -> bool:
        """Whether it is known without asking that that person has had an answer."""
        return user_id in self._met

    async def knows(self, user_id: int) -> bool:
        """Whether that person has had an answer. It is asked at every answer, and once so, it stays so."""
        if user_id not in self._met and await self._find(user_id):
            if len(self._met) >= _MOST_MET:
                self._met.clear()
            self._met.add(user_id)
        return user_id in self._met

    def forget(self, user_id: int) -> None:
        """Look for that person again: they have had all about them deleted."""
        self._met.discard(user_id)

    @reading
    def _find(self, connection: Connection, user_id: int) -> bool:
        return connection.execute(_KNOWN, {"user_id": user_id}).first() is not None

    @writing
    def _meet_user(self, connection: Connection, user_id: int) -> bool:
        return _added(connection, answered_users, user_id=user_id)


def _added(connection: Connection, table: Table, **values: int) -> bool:
    return connection.execute(insert_into(connection, table).values(values).on_conflict_do_nothing()).rowcount == 1
