"""How people and servers want to be answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bot.words import Language
from retrieval.database import Database

SETTINGS_TABLES: Final = (
    "CREATE TABLE user_settings (user_id INTEGER PRIMARY KEY, language TEXT, private INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE server_settings (guild_id INTEGER PRIMARY KEY, language TEXT, per_page INTEGER)",
)


@dataclass(frozen=True, slots=True)
class UserSettings:
    """`language` is None where it is Discord's; `private`: only they see their replies."""

    language: Language | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """`language` is None where it is each reader's; `per_page` is how many results a page has."""

    language: Language | None = None
    per_page: int = 5


class Settings:
    """The settings of people and servers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int, guild_id: int | None) -> tuple[UserSettings, ServerSettings]:
        """What the person and the server have chosen, the defaults where they have not."""
        async with self._database.reading() as connection:
            user = await connection.execute_fetchall(
                "SELECT language, private FROM user_settings WHERE user_id = ?", (user_id,)
            )
            server = await connection.execute_fetchall(
                "SELECT language, per_page FROM server_settings WHERE guild_id = ?", (guild_id,)
            )
        return _user(user), _server(server)


def _user(rows: Iterable[Any]) -> UserSettings:
    return next((UserSettings(language, bool(private)) for language, private in rows), UserSettings())


def _server(rows: Iterable[Any]) -> ServerSettings:
    default = ServerSettings()
    return next((ServerSettings(language, per_page or default.per_page) for language, per_page in rows), default)
