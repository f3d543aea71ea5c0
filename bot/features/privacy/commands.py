"""/privacy: what is kept on who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.features.privacy import phrases
from bot.features.privacy.service import ask_to_delete, show_kept

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


class PrivacyGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_PRIVACY),
            description=text(phrases.ABOUT_PRIVACY),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(phrases.CMD_SHOW), description=text(phrases.ABOUT_SHOW))
    async def show(self, interaction: discord.Interaction[Paperbot]) -> None:
        shelf = interaction.client.state.privacy
        await interaction.client.respond(interaction, lambda asker: show_kept(shelf, asker), private=True)

    @app_commands.command(name=text(phrases.CMD_DELETE), description=text(phrases.ABOUT_DELETE))
    async def delete(self, interaction: discord.Interaction[Paperbot]) -> None:
        shelf = interaction.client.state.privacy
        await interaction.client.respond(interaction, lambda asker: ask_to_delete(shelf, asker), private=True)
