"""/top: the papers with the most votes of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.features.daily import phrases as daily_phrases
from bot.features.daily.commands import suggest
from bot.features.top import phrases
from bot.features.top.span import PERIODS, Period

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


def top_group() -> app_commands.Group:
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
    @app_commands.rename(date=text(daily_phrases.OPT_DATE))
    @app_commands.describe(date=text(phrases.ABOUT_DATE_IN))
    @app_commands.autocomplete(date=suggest)
    async def top(interaction: discord.Interaction[Paperbot], date: str = "") -> None:
        await interaction.client.respond(
            interaction, lambda asker: interaction.client.answers.top(period, date, per_page=asker.per_page)
        )

    return top
