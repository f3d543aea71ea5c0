"""/top: the papers with the most votes of a period."""

from __future__ import annotations

from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.daily.commands import suggest_days
from bot.features.daily.phrases import OPT_DATE
from bot.features.top import phrases
from bot.features.top.answers import TopPage
from bot.features.top.components import SpanButton, top_rows
from bot.features.top.service import Top
from bot.features.top.span import PERIODS, Period


def _group() -> app_commands.Group:
    """/top with a command for each period."""
    group = app_commands.Group(
        name=text(phrases.CMD_TOP),
        description=text(phrases.ABOUT_TOP),
        allowed_contexts=ANYWHERE,
        allowed_installs=BY_ANYONE,
    )
    for period in PERIODS.values():
        group.add_command(_command(period))
    return group


def _command(period: Period) -> app_commands.Command[app_commands.Group, ..., None]:
    @app_commands.command(name=text(phrases.CMD_PERIODS[period]), description=text(phrases.ABOUT_PERIODS[period]))
    @app_commands.rename(date=text(OPT_DATE))
    @app_commands.describe(date=text(phrases.ABOUT_DATE_IN))
    @app_commands.autocomplete(date=suggest_days)
    async def top(interaction: Interaction, date: str = "") -> None:
        service = interaction.client.app.service(Top)
        await respond(interaction, lambda asker: service.show(period, date, per_page=asker.per_page))

    return top


EXTENSION = Extension(commands=lambda: (_group(),), components=(SpanButton,), controls=(controls(TopPage, top_rows),))
