"""/help: what the bot can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import text
from bot.features.help import phrases

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


@app_commands.command(name=text(phrases.CMD_HELP), description=text(phrases.ABOUT_HELP))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def help_(interaction: discord.Interaction[Paperbot]) -> None:
    await interaction.client.respond(interaction, lambda _: interaction.client.answers.help(), private=True)
