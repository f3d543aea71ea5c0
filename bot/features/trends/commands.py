"""/trends: how many papers a month speak of a term."""

from __future__ import annotations

from discord import app_commands

from bot.discord.app_commands import text
from bot.discord.base import Interaction
from bot.discord.controls import TOPIC_ROW, controls, topic_controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.trends import phrases
from bot.features.trends.answers import Rising, Trend
from bot.features.trends.components import (
    ChartButton,
    NewestButton,
    NumbersButton,
    RiseMenu,
    RisesButton,
    TrendButton,
    chart_button,
    rising_rows,
    topic_rows,
    trend_rows,
)
from bot.features.trends.service import Trends


@app_commands.command(name=text(phrases.CMD_TRENDS), description=text(phrases.ABOUT_TRENDS))
@app_commands.rename(term=text(phrases.OPT_TERMS), months=text(phrases.OPT_MONTHS))
@app_commands.describe(term=text(phrases.ABOUT_TERMS), months=text(phrases.ABOUT_MONTHS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def trends(interaction: Interaction, term: str = "", months: int | None = None) -> None:
    service = interaction.client.app.service(Trends)
    await respond(interaction, lambda asker: service.show(term, months, asker.language))


EXTENSION = Extension(
    commands=lambda: (trends,),
    components=(TrendButton, RisesButton, RiseMenu, NumbersButton, NewestButton, ChartButton),
    controls=(
        controls(Trend, trend_rows),
        controls(Trend, topic_rows, TOPIC_ROW),
        topic_controls(chart_button, but=Trend),
        controls(Rising, rising_rows),
    ),
)
