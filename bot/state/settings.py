"""How people and servers want to be answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Boolean, Column, Connection, Integer, Table, bindparam, delete, false, select, true

from bot.rendering.language import Language, language_of
from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Id, Text, insert_into
from bot.state.notes import read_note, write_note

user_settings = Table(
    "user_settings",
    METADATA,
    Column("user_id", Id, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("private", Boolean, nullable=False, server_default=false()),
    Column("words", Boolean, nullable=False, server_default=true()),
)
server_settings = Table(
    "server_settings",
    METADATA,
    Column("guild_id", Id, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("per_page", Integer),
    Column("reload_role", Id),
    Column("words", Boolean, nullable=False, server_default=true()),
)
PAGE_SIZES: Final = (3, 5, 10)
FRESH_FOR_S: Final = 1.0
"""For so long settings are taken from memory. After it, the next reader looks whether any have changed."""
_MOST_KNOWN: Final = 10_000
_REVISION: Final = "settings-revision"

# Asked for at every command, so made once.
_USER = select(user_settings.c.language, user_settings.c.private, user_settings.c.words).where(
    user_settings.c.user_id == bindparam("user_id"),
)
_SERVER = select(
    server_settings.c.language, server_settings.c.per_page, server_settings.c.reload_role, server_settings.c.words
).where(
    server_settings.c.guild_id == bindparam("guild_id"),
)


@dataclass(frozen=True, slots=True)
class UserSettings:
    """`language` is None where it is Discord's; `private`: only they see their replies; `words`: they may be answered
    in words of a model."""

    language: Language | None = None
    private: bool = False
    words: bool = True


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """`language` is None where it is each reader's; `per_page` is how many results a page has, one of PAGE_SIZES.
    Members with the role `reload_role` may reload, beside those who manage the server. `words`: members may be answered
    in words of a model."""

    language: Language | None = None
    per_page: int = 10
    reload_role: int | None = None
    words: bool = True


_Chosen = tuple[UserSettings, ServerSettings]


class Settings:
    """The settings of people and servers. Each is changed by itself, so that changes at the same time all count."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` counts seconds."""
        self._database = database
        self._clock = clock
        self._known: dict[tuple[int, int | None], tuple[str | None, _Chosen]] = {}
        self._revision: str | None = None
        self._fresh_until = 0.0
        self._changes = 0

    def known(self, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings] | None:
        """As `of`, where nothing has to be read for it; else None."""
        revision, chosen = self._known.get((user_id, guild_id), (None, None))
        return chosen if revision == self._revision and self._clock() < self._fresh_until else None

    async def of(self, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings]:
        """What the person and the server have chosen, the defaults where they have not. What another process changed is
        seen after FRESH_FOR_S at the latest, what this one changed at once."""
        if found := self.known(user_id, guild_id):
            return found
        began, changes = self._clock(), self._changes
        revision, chosen = await self._read(user_id, guild_id)
        if changes == self._changes:  # else this may be what was chosen before
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[user_id, guild_id] = revision, chosen
            self._revision, self._fresh_until = revision, began + FRESH_FOR_S
        return chosen

    def look_again(self) -> None:
        """Have the next reader read the database: this process has changed settings."""
        self._changes += 1
        self._fresh_until = 0.0

    @reading
    def _read(self, connection: Connection, user_id: int, guild_id: int | None) -> tuple[str | None, _Chosen]:
        user = connection.execute(_USER, {"user_id": user_id}).one_or_none()
        server = connection.execute(_SERVER, {"guild_id": guild_id}).one_or_none() if guild_id is not None else None
        return read_note(connection, _REVISION), (
            UserSettings(*user) if user else UserSettings(),
            _server_settings(*server) if server else ServerSettings(),
        )

    async def set_language(self, user_id: int, language: Language | None) -> None:
        await self._change_user(user_id, language=language)

    async def set_private(self, user_id: int, private: bool) -> None:
        await self._change_user(user_id, private=private)

    async def set_words(self, user_id: int, words: bool) -> None:
        await self._change_user(user_id, words=words)

    async def set_server_words(self, guild_id: int, words: bool) -> None:
        await self._change_server(guild_id, words=words)

    async def set_server_language(self, guild_id: int, language: Language | None) -> None:
        await self._change_server(guild_id, language=language)

    async def set_per_page(self, guild_id: int, per_page: int) -> None:
        await self._change_server(guild_id, per_page=per_page)

    async def set_reload_role(self, guild_id: int, role_id: int | None) -> None:
        await self._change_server(guild_id, reload_role=role_id)

    async def _change_user(self, user_id: int, **values: str | bool | None) -> None:
        await self._write_user(user_id, **values)
        self.look_again()

    async def _change_server(self, guild_id: int, **values: str | int | None) -> None:
        await self._write_server(guild_id, **values)
        self.look_again()

    @writing
    def _write_user(self, connection: Connection, /, user_id: int, **values: str | bool | None) -> None:
        change = insert_into(connection, user_settings).values(user_id=user_id, **values)
        connection.execute(change.on_conflict_do_update(index_elements=["user_id"], set_=values))
        # Nothing is kept of people who have only default settings.
        table = user_settings.c
        connection.execute(
            delete(user_settings).where(table.user_id == user_id, table.language.is_(None), ~table.private, table.words)
        )
        note_settings_changed(connection)

    @writing
    def _write_server(self, connection: Connection, /, guild_id: int, **values: str | int | None) -> None:
        change = insert_into(connection, server_settings).values(guild_id=guild_id, **values)
        connection.execute(change.on_conflict_do_update(index_elements=["guild_id"], set_=values))
        note_settings_changed(connection)


def note_settings_changed(connection: Connection) -> None:
    """Let all processes read the settings anew."""
    write_note(connection, _REVISION, str(int(read_note(connection, _REVISION) or 0) + 1))


def _server_settings(
    language: Language | None, per_page: int | None, reload_role: int | None, words: bool
) -> ServerSettings:
    return ServerSettings(language, per_page or ServerSettings().per_page, reload_role, words)


def language_for(user: UserSettings, server: ServerSettings, locale: str) -> Language:
    """The person's language, else the server's, else that of their Discord."""
    return user.language or server.language or language_of(locale)
