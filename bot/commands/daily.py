"""/daily: the papers of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import command_words, words
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


@app_commands.command(name=text(command_words.CMD_DAILY), description=text(command_words.ABOUT_DAILY))
@app_commands.rename(date=text(command_words.OPT_DATE))
@app_commands.describe(date=text(command_words.ABOUT_DATE))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def daily(interaction: discord.Interaction[Paperbot], date: str = "") -> None:
    await interaction.client.respond(interaction, lambda _: interaction.client.answers.daily(date))


@daily.autocomplete("date")
async def suggest(interaction: discord.Interaction[Paperbot], typed: str) -> list[app_commands.Choice[str]]:
    language = words.language_of(interaction.locale.value)
    days = interaction.client.answers.suggest_days(typed)
    return [app_commands.Choice(name=words.long_day(day, language), value=day.isoformat()) for day in days]
