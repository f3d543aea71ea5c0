"""Greets servers that the bot joins."""

from __future__ import annotations

import logging

import discord

from bot.discord.base import Client
from bot.discord.extension import Listener
from bot.discord.permissions import may_write
from bot.discord.retry import deliver
from bot.features.help.answers import Welcome
from bot.rendering.language import language_of
from bot.state import StateError

log = logging.getLogger(__name__)


class Greeter(Listener):
    def __init__(self, client: Client) -> None:
        self._client = client

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet a server once, in its system channel, where the bot may write there."""
        channel = guild.system_channel
        if channel is None or not may_write(channel, guild):
            return
        try:
            if not await self._client.app.state.newcomers.welcome_to(guild.id):
                return
        except StateError as error:
            log.warning("no welcome to a server, because it may have had one: %s", error)
            return
        view = self._client.draw(
            Welcome(await self._client.app.examples.current()), language_of(guild.preferred_locale.value)
        )
        await deliver(lambda: channel.send(view=view, nonce=f"join:{guild.id}"))
