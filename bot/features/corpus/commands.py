"""/corpus: for those who run a server."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.discord.app_commands import BY_SERVERS, SERVERS, Refused, text
from bot.discord.base import Interaction
from bot.discord.extension import Extension
from bot.discord.permissions import manages_server
from bot.discord.replies import respond
from bot.features.corpus import phrases
from bot.features.corpus.job import PaperFetch
from bot.features.corpus.service import Corpus
from bot.state import StateError


async def _has_reload_role(interaction: Interaction) -> bool:
    """Raises CheckFailure where the role cannot be read: then nobody has it."""
    try:
        _, server = await interaction.client.app.state.settings.of(interaction.user.id, interaction.guild_id)
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
        """Let through those who manage the server, and those with the role that they chose. Discord hides the commands
        from everyone else, but a server's settings can show them to anyone."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not (manages_server(interaction) or await _has_reload_role(interaction)):
            raise Refused(phrases.MAY_NOT_RELOAD)
        return True

    @app_commands.command(name=text(phrases.CMD_RELOAD), description=text(phrases.ABOUT_RELOAD))
    async def reload(self, interaction: Interaction) -> None:
        await respond(interaction, lambda _: interaction.client.app.service(Corpus).reload(), private=True)
        interaction.client.scheduler.wake()

    @app_commands.command(name=text(phrases.CMD_STATUS), description=text(phrases.ABOUT_STATUS))
    async def status(self, interaction: Interaction) -> None:
        await respond(interaction, lambda _: interaction.client.app.service(Corpus).status(), private=True)


EXTENSION = Extension(commands=lambda: (CorpusGroup(),), jobs=(lambda client: PaperFetch(client).due,))
