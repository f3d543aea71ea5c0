"""What a feature brings to Discord."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands, ui

from bot.core.asker import Asker
from bot.core.scheduler import Job
from bot.discord.base import Client, Interaction
from bot.discord.controls import Controls, EntryControls, Frame

Command = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu


class Listener:
    """What a feature hears; it overrides what it is interested in."""

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote a message that the bot can see."""

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was let into a server."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What a feature brings to Discord.

    `commands` makes its commands anew for each client. `jobs` make what is called whenever it wants to be, `listeners`
    what hears of events. `entries` is given by one extension only.
    """

    commands: Callable[[], tuple[Command, ...]] = tuple
    components: tuple[type[ui.DynamicItem[Any]], ...] = ()
    controls: tuple[Controls, ...] = ()
    frames: tuple[Frame, ...] = ()
    entries: EntryControls | None = None
    jobs: tuple[Callable[[Client], Job], ...] = ()
    listeners: tuple[Callable[[Client], Listener], ...] = ()
    after_response: Callable[[Interaction, Asker], Awaitable[None]] | None = None
