"""How people and servers want to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.rendering.language import Language, language_of
from retrieval.storage.database import Database

SETTINGS_TABLES: Final = (
    "CREATE TABLE user_settings (user_id INTEGER PRIMARY KEY, language TEXT, private INTEGER NOT NULL DEFAULT 0)",
    """CREATE TABLE server_settings (
        guild_id INTEGER PRIMARY KEY, language TEXT, per_page INTEGER, reload_role INTEGER
    )""",
)
PAGE_SIZES: Final = (3, 5, 10)

_SETTINGS: Final = """
    SELECT u.language, u.private, s.language, s.per_page, s.reload_role FROM (SELECT 1)
    LEFT JOIN user_settings u ON u.user_id = ? LEFT JOIN server_settings s ON s.guild_id = ?
"""


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

    async def of(self, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings]:
        """What the person and the server have chosen, the defaults where they have not. What another process changed is
        seen within FRESH_S."""
        [row] = await self._database.recent_rows(_SETTINGS, user_id, guild_id)
        language, private, server_language, per_page, role = row
        server = ServerSettings(server_language, per_page or ServerSettings().per_page, role)
        return UserSettings(language, bool(private)), server

    async def set_language(self, user_id: int, language: Language | None) -> None:
        await self._change_user("UPDATE user_settings SET language = ? WHERE user_id = ?", user_id, language)

    async def set_private(self, user_id: int, private: bool) -> None:
        await self._change_user("UPDATE user_settings SET private = ? WHERE user_id = ?", user_id, int(private))

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
            defaults = "DELETE FROM user_settings WHERE user_id = ? AND language IS NULL AND private = 0"
            await connection.execute(defaults, (user_id,))

    async def _change_server(self, update: str, guild_id: int, value: str | int | None) -> None:
        async with self._database.writing() as connection:
            await connection.execute("INSERT OR IGNORE INTO server_settings (guild_id) VALUES (?)", (guild_id,))
            await connection.execute(update, (value, guild_id))


def language_for(user: UserSettings, server: ServerSettings, locale: str) -> Language:
    """The person's language, else the server's, else that of their Discord."""
    return user.language or server.language or language_of(locale)
