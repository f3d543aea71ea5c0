"""/top: the papers with the most votes of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import command_words
from bot.commands.daily import suggest
from bot.commands.scope import ANYWHERE, BY_ANYONE
from bot.span import PERIODS, Period
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


def top_group() -> app_commands.Group:
    """/top with a command for each period."""
    group = app_commands.Group(
        name=text(command_words.CMD_TOP),
        description=text(command_words.ABOUT_TOP),
        allowed_contexts=ANYWHERE,
        allowed_installs=BY_ANYONE,
    )
    for period in PERIODS.values():
        group.add_command(_command(period))
    return group


def _command(period: Period) -> app_commands.Command[app_commands.Group, ..., None]:
    @app_commands.command(
        name=text(command_words.CMD_PERIODS[period]), description=text(command_words.ABOUT_PERIODS[period])
    )
    @app_commands.rename(date=text(command_words.OPT_DATE))
    @app_commands.describe(date=text(command_words.ABOUT_DATE_IN))
    @app_commands.autocomplete(date=suggest)
    async def top(interaction: discord.Interaction[Paperbot], date: str = "") -> None:
        await interaction.client.respond(
            interaction, lambda asker: interaction.client.answers.top(period, date, per_page=asker.per_page)
        )

    return top
