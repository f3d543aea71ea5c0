"""/paper: find papers, and read one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import words
from bot.commands.scope import ANYWHERE, BY_ANYONE
from bot.snippet import clip
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot

_CHOICE_CHARS = 100  # https://discord.com/developers/docs/interactions/application-commands: name and value of a choice


class PaperGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(words.CMD_PAPER),
            description=text(words.ABOUT_PAPER),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(words.CMD_SEARCH), description=text(words.ABOUT_SEARCH))
    @app_commands.rename(query=text(words.OPT_QUERY))
    @app_commands.describe(query=text(words.ABOUT_QUERY))
    async def search(self, interaction: discord.Interaction[Paperbot], query: str) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.search(query))

    @app_commands.command(name=text(words.CMD_SHOW), description=text(words.ABOUT_SHOW))
    @app_commands.rename(paper=text(words.OPT_PAPER))
    @app_commands.describe(paper=text(words.ABOUT_OPT_PAPER))
    async def show(self, interaction: discord.Interaction[Paperbot], paper: str) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.show(paper))

    @show.autocomplete("paper")
    async def suggest(self, interaction: discord.Interaction[Paperbot], typed: str) -> list[app_commands.Choice[str]]:
        choices = await interaction.client.answers.suggest_papers(typed)
        return [app_commands.Choice(name=clip(one.name, _CHOICE_CHARS), value=one.value) for one in choices]

    @app_commands.command(name=text(words.CMD_ASK), description=text(words.ABOUT_ASK))
    @app_commands.rename(question=text(words.OPT_QUESTION))
    @app_commands.describe(question=text(words.ABOUT_QUESTION))
    async def ask(self, interaction: discord.Interaction[Paperbot], question: str) -> None:
        await interaction.client.respond(interaction, interaction.client.answers.ask(question))
