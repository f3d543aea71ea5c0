"""/settings: how people and servers want to be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import settings_words
from bot.settings_panel import settings_panel
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


@app_commands.command(name=text(settings_words.CMD_SETTINGS), description=text(settings_words.ABOUT_SETTINGS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def settings(interaction: discord.Interaction[Paperbot]) -> None:
    await interaction.client.respond(interaction, lambda _: settings_panel(interaction), private=True)
