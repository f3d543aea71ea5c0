"""Everything the fake Discord knows: people, places, messages, interactions, and what the bot did wrong."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any

from .waiting import Bell

Json = dict[str, Any]

EPOCH_MS = 1_420_070_400_000
"""The first millisecond of 2015, from which snowflakes count."""

EPHEMERAL = 1 << 6
LOADING = 1 << 7
SUPPRESS_EMBEDS = 1 << 2
SUPPRESS_NOTIFICATIONS = 1 << 12
COMPONENTS_V2 = 1 << 15

TEXT_CHANNEL, DM_CHANNEL = 0, 1


class Clock:
    """The real clocks, plus what a test advanced them by: no test waits for a deadline to pass."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def advance(self, seconds: float) -> None:
        self._ahead += seconds

    def now(self) -> float:
        """Seconds on a clock that only goes forward."""
        return time.monotonic() + self._ahead

    def wall(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead


@dataclass(slots=True)
class User:
    id: str
    username: str
    locale: str = "en-US"
    bot: bool = False


@dataclass(slots=True)
class Channel:
    id: str
    type: int
    name: str = ""
    guild_id: str | None = None
    recipient: User | None = None


@dataclass(slots=True)
class Guild:
    id: str
    name: str
    locale: str
    owner: User
    channel: Channel
    bot_permissions: int


@dataclass(slots=True)
class Message:
    """One message of the bot. `edits` counts what changed it after it was first complete."""

    id: str
    channel: Channel
    flags: int
    sent: float
    source: Interaction
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    edits: int = 0
    edited: float | None = None
    deleted: bool = False

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)


@dataclass(slots=True)
class Interaction:
    """One thing a person did; `payload` is what the gateway sent of it."""

    id: str
    token: str
    type: int
    user: User
    channel: Channel
    guild: Guild | None
    owners: dict[str, str]
    born: float
    payload: Json
    source: Message | None = None
    answer: int | None = None
    answer_lost: bool = False
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    choices: list[Json] | None = None
    outcome: Message | None = None


class World:
    """The state that the REST side, the gateway and the test share."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.bell = Bell()
        self.problems: list[str] = []
        self._last_id = 0
        self.bot = User(self.snowflake(), "paperbot", bot=True)
        self.token = f"{urlsafe_b64encode(self.bot.id.encode()).decode()}.{token_urlsafe(4)}.{token_urlsafe(28)}"
        self.owner = User(self.snowflake(), "owner")
        self.guilds: dict[str, Guild] = {}
        self.messages: dict[str, Message] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[Json] = []
        self.syncs = 0

    @property
    def application_id(self) -> str:
        return self.bot.id

    def snowflake(self) -> str:
        """A new id, later than every other; its upper bits are the time, as libraries expect."""
        self._last_id = max(int(self.clock.wall() * 1000) - EPOCH_MS << 22, self._last_id + 1)
        return str(self._last_id)

    def problem(self, text: str) -> None:
        """Records what Discord, or the people on it, would hold against the bot."""
        self.problems.append(text)
        self.bell.ring()
