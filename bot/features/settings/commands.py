"""/settings: how people and servers want to be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import text
from bot.features.settings import phrases
from bot.features.settings.components import settings_panel

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


@app_commands.command(name=text(phrases.CMD_SETTINGS), description=text(phrases.ABOUT_SETTINGS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def settings(interaction: discord.Interaction[Paperbot]) -> None:
    await interaction.client.respond(interaction, lambda _: settings_panel(interaction), private=True)
