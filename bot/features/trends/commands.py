"""/trends: how many papers a month speak of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import text
from bot.features.trends import phrases

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


@app_commands.command(name=text(phrases.CMD_TRENDS), description=text(phrases.ABOUT_TRENDS))
@app_commands.rename(term=text(phrases.OPT_TERMS), months=text(phrases.OPT_MONTHS))
@app_commands.describe(term=text(phrases.ABOUT_TERMS), months=text(phrases.ABOUT_MONTHS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def trends(interaction: discord.Interaction[Paperbot], term: str = "", months: int | None = None) -> None:
    await interaction.client.respond(
        interaction, lambda asker: interaction.client.answers.trends(term, months, asker.language)
    )
