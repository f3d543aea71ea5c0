from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from tests.conftest import SEEDS
from tests.fakes import BotProcess, FakeDiscord, GuildDriver, Person, Reply

ENGLISH = {"LC_ALL": "C.UTF-8"}
"""For a process whose sentences on standard error a test reads: the locale decides their language."""


@dataclass(frozen=True, slots=True)
class Home:
    """A folder to run the bot from, with the seeds as its digests."""

    config: Path
    digests: Path
    corpus_database: Path

    @classmethod
    def make(
        cls, folder: Path, discord: Mapping[str, str], *, state_database: str = "state.db", corpus_database: str = ""
    ) -> Home:
        """`discord` are the settings of that section."""
        home = cls(folder / "config.toml", folder / "digests", folder / "corpus.db")
        home.digests.mkdir()
        for seed in SEEDS.glob("*.md"):
            shutil.copy(seed, home.digests)
        sections = {
            "discord": discord,
            "corpus": {"digests": ["digests"], "database": corpus_database or home.corpus_database.name},
            "state": {"database": state_database},
        }
        lines = [
            line
            for name, section in sections.items()
            for line in (f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in section.items()))
        ]
        home.config.write_text("\n".join(lines))
        return home

    @contextmanager
    def corpus_being_written(self) -> Iterator[None]:
        """Another program is in the middle of writing to the corpus database: a reload has to wait for it."""
        with closing(sqlite3.connect(self.corpus_database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")


@dataclass(frozen=True, slots=True)
class Lab:
    """A bot that is running, and a server it is in."""

    discord: FakeDiscord
    home: Home
    bot: BotProcess
    guild: GuildDriver

    def member(self, name: str = "member", *, locale: str = "en-US") -> Person:
        return self.guild.member(name, locale=locale)

    def admin(self, *, locale: str = "en-US") -> Person:
        return self.guild.member("admin", locale=locale, manage_guild=True)

    def settle(self, said: str = "") -> None:
        """What must hold after whatever was done; `said` is what the bot had printed before it."""
        assert self.discord.take_problems() == []
        assert self.discord.faults.unmet == []
        assert secrets_shown(self.bot, self.discord) == []
        assert "Traceback" not in self.bot.stderr[len(said) :]


def discord_settings(discord: FakeDiscord) -> dict[str, str]:
    return {"token": discord.token, "api_base": discord.api_base}


def secrets_shown(bot: BotProcess, discord: FakeDiscord) -> list[str]:
    """Tokens, of the bot and of interactions, that stand in what the process printed."""
    tokens = [discord.token, *(interaction.token for interaction in discord.world.interactions.values())]
    return [token for token in tokens if token in bot.stdout + bot.stderr]


def shown_to_anyone(discord: FakeDiscord, reply: Reply) -> list[str]:
    """The ids of all messages that answer the same command."""
    return [message.id for message in discord.world.messages.values() if message.source is reply.interaction]


async def deferred(discord: FakeDiscord) -> None:
    """Waits until a command shows that the bot is thinking."""
    await discord.until(
        lambda: next((message for message in discord.world.messages.values() if message.loading), None),
        "a deferred answer",
    )


@pytest.fixture(scope="session", autouse=True)
def bots_are_forked() -> Iterator[None]:
    """Except those that a test gives a command."""
    BotProcess.forked = True
    yield
    BotProcess.forked = False


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord.start() as discord:
        yield discord


@pytest.fixture
def home(tmp_path: Path, discord: FakeDiscord) -> Home:
    return Home.make(tmp_path, discord_settings(discord))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def running_lab(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Lab]:
    async with FakeDiscord.start() as discord:
        home = Home.make(tmp_path_factory.mktemp("lab"), discord_settings(discord))
        guild = discord.guild()
        async with BotProcess.start(discord, home.config) as bot:
            yield Lab(discord, home, bot, guild)


@pytest.fixture
def lab(running_lab: Lab) -> Iterator[Lab]:
    """One bot for all the tests of a module; each test is held to account for what went wrong in it."""
    said = running_lab.bot.stderr
    yield running_lab
    running_lab.settle(said)
