"""/daily: the papers of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import text
from bot.features.daily import phrases
from bot.rendering import language
from bot.rendering import phrases as common

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


@app_commands.command(name=text(phrases.CMD_DAILY), description=text(phrases.ABOUT_DAILY))
@app_commands.rename(date=text(phrases.OPT_DATE))
@app_commands.describe(date=text(phrases.ABOUT_DATE))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def daily(interaction: discord.Interaction[Paperbot], date: str = "") -> None:
    await interaction.client.respond(interaction, lambda _: interaction.client.answers.daily(date))


@daily.autocomplete("date")
async def suggest(interaction: discord.Interaction[Paperbot], typed: str) -> list[app_commands.Choice[str]]:
    language = language.language_of(interaction.locale.value)
    days = interaction.client.answers.suggest_days(typed)
    return [app_commands.Choice(name=common.long_day(day, language), value=day.isoformat()) for day in days]
