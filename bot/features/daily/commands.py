"""/daily: the papers of a day."""

from __future__ import annotations

from discord import app_commands

from bot.core.answer import Choice
from bot.discord.app_commands import suggestions, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond, who_asks
from bot.features.daily import phrases
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.components import DayButton, day_rows, nearest_rows
from bot.features.daily.service import Daily
from bot.rendering.phrases import long_day


@app_commands.command(name=text(phrases.CMD_DAILY), description=text(phrases.ABOUT_DAILY))
@app_commands.rename(date=text(phrases.OPT_DATE))
@app_commands.describe(date=text(phrases.ABOUT_DATE))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def daily(interaction: Interaction, date: str = "") -> None:
    service = interaction.client.app.service(Daily)
    await respond(interaction, lambda asker: service.answer(asker, date), same=("daily", date))


@daily.autocomplete("date")
async def suggest_days(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    async def suggest() -> list[Choice]:
        language = (await who_asks(interaction)).language
        days = interaction.client.app.service(Daily).suggest(typed)
        return [Choice(long_day(day, language), day.isoformat()) for day in days]

    return await suggestions(interaction, suggest)


EXTENSION = Extension(
    commands=lambda: (daily,),
    components=(DayButton,),
    controls=(controls(DayPage, day_rows), controls(NoDay, nearest_rows)),
)
