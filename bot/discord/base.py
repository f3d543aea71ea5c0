"""The client as everything in Discord knows it; it imports no feature, and nothing that answers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Protocol

import discord

from bot.core.answer import Answer
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.scheduler import Scheduler
from bot.core.turns import Turns
from bot.discord.drawn import Drawn
from bot.discord.improving import Improvements
from bot.discord.kept_replies import KeptReplies
from bot.monitoring.metrics import CONNECTIONS
from bot.rendering.language import Language


class Draw(Protocol):
    """Draws an answer as a whole reply, which never expires. Below it a `newcomer` is told how to go on; so many
    components are `reserved` for what is put around it."""

    def __call__(self, answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> Drawn: ...


class Client(discord.AutoShardedClient):
    """The connection to Discord, the application that it speaks for, and how that looks there."""

    @property
    def serves_people(self) -> bool:
        """Whether direct messages come to this process: they all come to shard 0."""
        return self.shard_ids is None or 0 in self.shard_ids

    def shard_of(self, guild_id: int) -> int | None:
        """The shard of a server, as https://discord.com/developers/docs/events/gateway#sharding has it; None where this
        process has all shards."""
        if self.shard_ids is None or self.shard_count is None:
            return None
        return (guild_id >> 22) % self.shard_count

    def serves(self, guild_id: int) -> bool:
        """Whether this process is the one that is connected for the server."""
        shard = self.shard_of(guild_id)
        return shard is None or (self.shard_ids is not None and shard in self.shard_ids)

    app: App
    scheduler: Scheduler
    draw: Draw
    improvements: Improvements
    kept: KeptReplies
    turns: Turns
    after_response: tuple[Callable[[Interaction, Asker], Awaitable[None]], ...]
    """What is done once a command has been answered."""
    unsolicited: tuple[re.Pattern[str], ...]
    """The templates of the components that stand only in messages that nobody asked for."""
    cards: tuple[re.Pattern[str], ...]
    """The templates of the buttons of a paper that is shown whole."""
    openers: tuple[re.Pattern[str], ...]
    """The templates of the buttons that open a paper."""

    async def on_shard_connect(self, shard_id: int) -> None:
        CONNECTIONS.labels("connected").inc()

    async def on_shard_resumed(self, shard_id: int) -> None:
        CONNECTIONS.labels("resumed").inc()

    async def on_shard_disconnect(self, shard_id: int) -> None:
        CONNECTIONS.labels("lost").inc()


Interaction = discord.Interaction[Client]
