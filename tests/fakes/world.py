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

TEXT_CHANNEL, DM_CHANNEL, VOICE_CHANNEL, GROUP_DM, CATEGORY, NEWS_CHANNEL, FORUM = 0, 1, 2, 3, 4, 5, 15
NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD = 10, 11, 12
THREADS = (NEWS_THREAD, PUBLIC_THREAD, PRIVATE_THREAD)
WRITABLE = (TEXT_CHANNEL, DM_CHANNEL, VOICE_CHANNEL, GROUP_DM, NEWS_CHANNEL, *THREADS)

DEFAULT, JOINED, REPLY, COMMAND_ANSWER, MENU_ANSWER = 0, 7, 19, 20, 23
"""Types of messages."""


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
    closed: bool = False
    """Takes no direct messages from the bot."""


@dataclass(slots=True)
class Channel:
    """`denied` are permissions that the bot has in the guild, but not here; `typing` counts its typing indicators."""

    id: str
    type: int
    name: str = ""
    guild_id: str | None = None
    recipient: User | None = None
    parent: Channel | None = None
    denied: int = 0
    deleted: bool = False
    unheard: bool = False
    """The bot was not told of the last change, and is not to be blamed for going by what it knew."""
    typing: int = 0
    starter: User | None = None
    locked: bool = False
    tags: tuple[Tag, ...] = ()
    applied_tags: tuple[str, ...] = ()
    tag_required: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """What the posts of a forum are sorted by."""

    id: str
    name: str


@dataclass(slots=True)
class Role:
    id: str
    name: str
    permissions: int = 0
    mentionable: bool = False


@dataclass(slots=True)
class Guild:
    """`channel` is the first, and the system channel unless `system_channel` is another or None. A guild that is not
    `joined` has members who installed the bot for themselves, but not the bot."""

    id: str
    name: str
    locale: str
    owner: User
    channel: Channel
    bot_permissions: int
    system_channel: Channel | None = None
    joined: bool = True
    channels: list[Channel] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attachment:
    id: str
    name: str
    content: bytes
    description: str | None
    url: str


@dataclass(slots=True)
class Message:
    """`source` is the interaction that a message of the bot answers. `edits` counts what changed it after it was first
    complete; `pinged` are ids of who was notified by name (of people and of roles)."""

    id: str
    channel: Channel
    flags: int
    sent: float
    source: Interaction | None
    author: User
    type: int = DEFAULT
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    edits: int = 0
    edited: float | None = None
    deleted: bool = False
    attachments: list[Attachment] = field(default_factory=list)
    replies_to: Message | None = None
    mentions: list[User] = field(default_factory=list)
    mention_roles: list[str] = field(default_factory=list)
    mention_everyone: bool = False
    webhook_id: str | None = None
    nonce: str | int | None = None
    thread: Channel | None = None
    forwarded: str = ""
    pinged: list[str] = field(default_factory=list)

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
    waited: float | None = None
    """Seconds until the first response that was asked for came in, before it was looked at."""
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
        self.users: dict[str, User] = {user.id: user for user in (self.bot, self.owner)}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
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

    def user(self, name: str, locale: str = "en-US", *, bot: bool = False) -> User:
        user = User(self.snowflake(), name, locale, bot)
        self.users[user.id] = user
        return user

    def channel(self, kind: int, name: str = "", guild: str | None = None, **other: Any) -> Channel:
        channel = Channel(self.snowflake(), kind, name, guild, **other)
        self.channels[channel.id] = channel
        return channel

    def direct(self, user: User) -> Channel:
        """The one direct message channel between the bot and `user`."""
        known = (one for one in self.channels.values() if one.type == DM_CHANNEL and one.recipient is user)
        return next(known, None) or self.channel(DM_CHANNEL, recipient=user)

    def guild_of(self, channel: Channel) -> Guild | None:
        return self.guilds[channel.guild_id] if channel.guild_id else None

    def problem(self, text: str) -> None:
        """Records what Discord, or the people on it, would hold against the bot."""
        self.problems.append(text)
        self.bell.ring()
