"""How people and servers want to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Boolean, Column, Connection, Integer, Table, bindparam, delete, false, select

from bot.rendering.language import Language, language_of
from bot.state.database import Database, reading, writing
from bot.state.schema import METADATA, Id, Text, insert_into

user_settings = Table(
    "user_settings",
    METADATA,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("private", Boolean, nullable=False, server_default=false()),
)
server_settings = Table(
    "server_settings",
    METADATA,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("per_page", Integer),
    Column("reload_role", Id),
)
PAGE_SIZES: Final = (3, 5, 10)

# Asked for at every command, so made once.
_USER = select(user_settings.c.language, user_settings.c.private).where(
    user_settings.c.user_id == bindparam("user_id"),
)
_SERVER = select(server_settings.c.language, server_settings.c.per_page, server_settings.c.reload_role).where(
    server_settings.c.guild_id == bindparam("guild_id"),
)


@dataclass(frozen=True, slots=True)
class UserSettings:
    """`language` is None where it is Discord's; `private`: only they see their replies."""

    language: Language | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """`language` is None where it is each reader's; `per_page` is how many results a page has, one of PAGE_SIZES.
    Members with the role `reload_role` may reload, beside those who manage the server."""

    language: Language | None = None
    per_page: int = 10
    reload_role: int | None = None


class Settings:
    """The settings of people and servers. Each is changed by itself, so that changes at the same time all count."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def of(self, connection: Connection, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings]:
        """What the person and the server have chosen, the defaults where they have not."""
        user = connection.execute(_USER, {"user_id": user_id}).one_or_none()
        server = connection.execute(_SERVER, {"guild_id": guild_id}).one_or_none() if guild_id is not None else None
        default = ServerSettings()
        return (
            UserSettings(user.language, user.private) if user else UserSettings(),
            ServerSettings(server.language, server.per_page or default.per_page, server.reload_role)
            if server
            else default,
        )

    async def set_language(self, user_id: int, language: Language | None) -> None:
        await self._change_user(user_id, language=language)

    async def set_private(self, user_id: int, private: bool) -> None:
        await self._change_user(user_id, private=private)

    async def set_server_language(self, guild_id: int, language: Language | None) -> None:
        await self._change_server(guild_id, language=language)

    async def set_per_page(self, guild_id: int, per_page: int) -> None:
        await self._change_server(guild_id, per_page=per_page)

    async def set_reload_role(self, guild_id: int, role_id: int | None) -> None:
        await self._change_server(guild_id, reload_role=role_id)

    @writing
    def _change_user(self, connection: Connection, /, user_id: int, **values: str | bool | None) -> None:
        change = insert_into(connection, user_settings).values(user_id=user_id, **values)
        connection.execute(change.on_conflict_do_update(index_elements=["user_id"], set_=values))
        # Nothing is kept of people who have only default settings.
        table = user_settings.c
        connection.execute(
            delete(user_settings).where(table.user_id == user_id, table.language.is_(None), ~table.private)
        )

    @writing
    def _change_server(self, connection: Connection, /, guild_id: int, **values: str | int | None) -> None:
        change = insert_into(connection, server_settings).values(guild_id=guild_id, **values)
        connection.execute(change.on_conflict_do_update(index_elements=["guild_id"], set_=values))


def language_for(user: UserSettings, server: ServerSettings, locale: str) -> Language:
    """The person's language, else the server's, else that of their Discord."""
    return user.language or server.language or language_of(locale)
