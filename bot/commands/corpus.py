"""/corpus: for those who run a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import command_words
from bot.commands.scope import BY_SERVERS, SERVERS
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


class CorpusGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(command_words.CMD_CORPUS),
            description=text(command_words.ABOUT_CORPUS),
            allowed_contexts=SERVERS,
            allowed_installs=BY_SERVERS,
            default_permissions=discord.Permissions(manage_guild=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Server settings can let anyone see the commands; what counts is the permission of who calls."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not interaction.permissions.manage_guild:
            raise app_commands.MissingPermissions(["manage_guild"])
        return True

    @app_commands.command(name=text(command_words.CMD_RELOAD), description=text(command_words.ABOUT_RELOAD))
    async def reload(self, interaction: discord.Interaction[Paperbot]) -> None:
        await interaction.client.respond(interaction, lambda _: interaction.client.answers.reload(), private=True)
        interaction.client.scheduler.wake()

    @app_commands.command(name=text(command_words.CMD_STATUS), description=text(command_words.ABOUT_STATUS))
    async def status(self, interaction: discord.Interaction[Paperbot]) -> None:
        await interaction.client.respond(interaction, lambda _: interaction.client.answers.status(), private=True)
