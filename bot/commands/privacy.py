"""/privacy: what is kept on who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import privacy_words
from bot.commands.scope import ANYWHERE, BY_ANYONE
from bot.privacy import ask_to_delete, show_kept
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


class PrivacyGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(privacy_words.CMD_PRIVACY),
            description=text(privacy_words.ABOUT_PRIVACY),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(privacy_words.CMD_SHOW), description=text(privacy_words.ABOUT_SHOW))
    async def show(self, interaction: discord.Interaction[Paperbot]) -> None:
        shelf = interaction.client.state.privacy
        await interaction.client.respond(interaction, lambda asker: show_kept(shelf, asker), private=True)

    @app_commands.command(name=text(privacy_words.CMD_DELETE), description=text(privacy_words.ABOUT_DELETE))
    async def delete(self, interaction: discord.Interaction[Paperbot]) -> None:
        shelf = interaction.client.state.privacy
        await interaction.client.respond(interaction, lambda asker: ask_to_delete(shelf, asker), private=True)
