"""/saved: the papers that who asks keeps, for their eyes only."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import command_words, saved_words
from bot.commands.scope import ANYWHERE, BY_ANYONE
from bot.snippet import clip
from bot.state import StateError
from bot.state.saved import MAX_SAVED
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot

log = logging.getLogger(__name__)

_CHOICE_CHARS = 100  # https://discord.com/developers/docs/interactions/application-commands: name and value of a choice


class SavedGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(saved_words.CMD_SAVED),
            description=text(saved_words.ABOUT_SAVED),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(saved_words.CMD_LIST), description=text(saved_words.ABOUT_LIST))
    @app_commands.rename(page=text(saved_words.OPT_PAGE))
    @app_commands.describe(page=text(saved_words.ABOUT_OPT_PAGE))
    async def page(
        self, interaction: discord.Interaction[Paperbot], page: app_commands.Range[int, 1, MAX_SAVED] = 1
    ) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.list(asker, page), private=True)

    @app_commands.command(name=text(saved_words.CMD_SEARCH), description=text(saved_words.ABOUT_SEARCH))
    @app_commands.rename(query=text(saved_words.OPT_QUERY))
    @app_commands.describe(query=text(saved_words.ABOUT_OPT_QUERY))
    async def search(self, interaction: discord.Interaction[Paperbot], query: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.search(asker, query), private=True)

    @app_commands.command(name=text(saved_words.CMD_ADD), description=text(saved_words.ABOUT_ADD))
    @app_commands.rename(paper=text(command_words.OPT_PAPER))
    @app_commands.describe(paper=text(saved_words.ABOUT_OPT_ADD))
    async def add(self, interaction: discord.Interaction[Paperbot], paper: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.add(asker, paper), private=True)

    @app_commands.command(name=text(saved_words.CMD_REMOVE), description=text(saved_words.ABOUT_REMOVE))
    @app_commands.rename(paper=text(saved_words.OPT_SAVED))
    @app_commands.describe(paper=text(saved_words.ABOUT_OPT_REMOVE))
    async def remove(self, interaction: discord.Interaction[Paperbot], paper: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.remove(asker, paper), private=True)

    @app_commands.command(name=text(saved_words.CMD_EXPORT), description=text(saved_words.ABOUT_EXPORT))
    @app_commands.rename(kind=text(saved_words.OPT_FORMAT))
    @app_commands.describe(kind=text(saved_words.ABOUT_OPT_FORMAT))
    @app_commands.choices(
        kind=[app_commands.Choice(name=name, value=kind.value) for kind, name in saved_words.FORMATS.items()]
    )
    async def export(self, interaction: discord.Interaction[Paperbot], kind: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.export(asker, kind), private=True)

    @add.autocomplete("paper")
    async def suggest(self, interaction: discord.Interaction[Paperbot], typed: str) -> list[app_commands.Choice[str]]:
        choices = await interaction.client.answers.suggest_papers(typed)
        return [app_commands.Choice(name=clip(one.name, _CHOICE_CHARS), value=one.value) for one in choices]

    @remove.autocomplete("paper")
    async def suggest_saved(
        self, interaction: discord.Interaction[Paperbot], typed: str
    ) -> list[app_commands.Choice[str]]:
        try:
            choices = await interaction.client.saved.suggest(interaction.user.id, typed)
        except StateError as error:
            log.warning("no suggestions: %s", error)
            return []
        return [app_commands.Choice(name=clip(one.name, _CHOICE_CHARS), value=one.value) for one in choices]
