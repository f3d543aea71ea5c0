"""How people and servers want to be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bot.rendering.language import Language, language_of
from retrieval.storage.database import Database

SETTINGS_TABLES: Final = (
    "CREATE TABLE user_settings (user_id INTEGER PRIMARY KEY, language TEXT, private INTEGER NOT NULL DEFAULT 0)",
    """CREATE TABLE server_settings (
        guild_id INTEGER PRIMARY KEY, language TEXT, per_page INTEGER, reload_role INTEGER
    )""",
)
WORDS_COLUMNS: Final = (
    "ALTER TABLE user_settings ADD COLUMN words INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE server_settings ADD COLUMN words INTEGER NOT NULL DEFAULT 1",
)
PAGE_SIZES: Final = (3, 5, 10)


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


class Settings:
    """The settings of people and servers. Each is changed by itself, so that changes at the same time all count."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings]:
        """What the person and the server have chosen, the defaults where they have not."""
        async with self._database.reading() as connection:
            user = await connection.execute_fetchall(
                "SELECT language, private, words FROM user_settings WHERE user_id = ?", (user_id,)
            )
            server = await connection.execute_fetchall(
                "SELECT language, per_page, reload_role, words FROM server_settings WHERE guild_id = ?", (guild_id,)
            )
        return _user(user), _server(server)

    async def set_language(self, user_id: int, language: Language | None) -> None:
        await self._change_user("UPDATE user_settings SET language = ? WHERE user_id = ?", user_id, language)

    async def set_private(self, user_id: int, private: bool) -> None:
        await self._change_user("UPDATE user_settings SET private = ? WHERE user_id = ?", user_id, int(private))

    async def set_words(self, user_id: int, words: bool) -> None:
        await self._change_user("UPDATE user_settings SET words = ? WHERE user_id = ?", user_id, int(words))

    async def set_server_words(self, guild_id: int, words: bool) -> None:
        await self._change_server("UPDATE server_settings SET words = ? WHERE guild_id = ?", guild_id, int(words))

    async def set_server_language(self, guild_id: int, language: Language | None) -> None:
        await self._change_server("UPDATE server_settings SET language = ? WHERE guild_id = ?", guild_id, language)

    async def set_per_page(self, guild_id: int, per_page: int) -> None:
        await self._change_server("UPDATE server_settings SET per_page = ? WHERE guild_id = ?", guild_id, per_page)

    async def set_reload_role(self, guild_id: int, role_id: int | None) -> None:
        await self._change_server("UPDATE server_settings SET reload_role = ? WHERE guild_id = ?", guild_id, role_id)

    async def _change_user(self, update: str, user_id: int, value: str | int | None) -> None:
        async with self._database.writing() as connection:
            await connection.execute("INSERT OR IGNORE INTO user_settings (user_id) VALUES (?)", (user_id,))
            await connection.execute(update, (value, user_id))
            # Nothing is kept of people who have only default settings.
            defaults = "DELETE FROM user_settings WHERE user_id = ? AND language IS NULL AND private = 0 AND words = 1"
            await connection.execute(defaults, (user_id,))

    async def _change_server(self, update: str, guild_id: int, value: str | int | None) -> None:
        async with self._database.writing() as connection:
            await connection.execute("INSERT OR IGNORE INTO server_settings (guild_id) VALUES (?)", (guild_id,))
            await connection.execute(update, (value, guild_id))


def language_for(user: UserSettings, server: ServerSettings, locale: str) -> Language:
    """The person's language, else the server's, else that of their Discord."""
    return user.language or server.language or language_of(locale)


def _user(rows: Iterable[Any]) -> UserSettings:
    found = (UserSettings(language, bool(private), bool(words)) for language, private, words in rows)
    return next(found, UserSettings())


def _server(rows: Iterable[Any]) -> ServerSettings:
    default = ServerSettings()
    found = (
        ServerSettings(language, per_page or default.per_page, role, bool(words))
        for language, per_page, role, words in rows
    )
    return next(found, default)
