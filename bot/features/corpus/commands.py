"""/corpus: for those who run a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.app_commands import BY_SERVERS, SERVERS, text
from bot.discord.tree import MayNotReload
from bot.features.corpus import phrases
from bot.state import StateError

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


async def _has_reload_role(interaction: discord.Interaction[Paperbot]) -> bool:
    """Raises what keeps it from being known: then nobody has it."""
    try:
        _, server = await interaction.client.state.settings.of(interaction.user.id, interaction.guild_id)
    except StateError as error:
        raise app_commands.CheckFailure("who may reload cannot be known") from error
    if server.reload_role is None or not isinstance(interaction.user, discord.Member):
        return False
    everyone = server.reload_role == interaction.guild_id
    return everyone or interaction.user.get_role(server.reload_role) is not None


class CorpusGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_CORPUS),
            description=text(phrases.ABOUT_CORPUS),
            allowed_contexts=SERVERS,
            allowed_installs=BY_SERVERS,
            default_permissions=discord.Permissions(manage_guild=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Those who manage the server may, and who has the role that they chose. Discord hides the commands from
        everyone else unless the server's settings say otherwise; what counts is checked here."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not (interaction.permissions.manage_guild or await _has_reload_role(interaction)):
            raise MayNotReload
        return True

    @app_commands.command(name=text(phrases.CMD_RELOAD), description=text(phrases.ABOUT_RELOAD))
    async def reload(self, interaction: discord.Interaction[Paperbot]) -> None:
        await interaction.client.respond(interaction, lambda _: interaction.client.answers.reload(), private=True)
        interaction.client.scheduler.wake()

    @app_commands.command(name=text(phrases.CMD_STATUS), description=text(phrases.ABOUT_STATUS))
    async def status(self, interaction: discord.Interaction[Paperbot]) -> None:
        await interaction.client.respond(interaction, lambda _: interaction.client.answers.status(), private=True)
