"""/trends: how many papers a month speak of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import trend_words
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


@app_commands.command(name=text(trend_words.CMD_TRENDS), description=text(trend_words.ABOUT_TRENDS))
@app_commands.rename(term=text(trend_words.OPT_TERMS), months=text(trend_words.OPT_MONTHS))
@app_commands.describe(term=text(trend_words.ABOUT_TERMS), months=text(trend_words.ABOUT_MONTHS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def trends(interaction: discord.Interaction[Paperbot], term: str = "", months: int | None = None) -> None:
    await interaction.client.respond(
        interaction, lambda asker: interaction.client.answers.trends(term, months, asker.language)
    )
