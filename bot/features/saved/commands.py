"""/saved: the papers that who asks keeps, for their eyes only."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.features.papers import phrases as papers_phrases
from bot.features.saved import phrases
from bot.rendering.snippet import clip
from bot.state import StateError
from bot.state.saved import MAX_SAVED

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

log = logging.getLogger(__name__)

_CHOICE_CHARS = 100  # https://discord.com/developers/docs/interactions/application-commands: name and value of a choice


class SavedGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_SAVED),
            description=text(phrases.ABOUT_SAVED),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(phrases.CMD_LIST), description=text(phrases.ABOUT_LIST))
    @app_commands.rename(page=text(phrases.OPT_PAGE))
    @app_commands.describe(page=text(phrases.ABOUT_OPT_PAGE))
    async def page(
        self, interaction: discord.Interaction[Paperbot], page: app_commands.Range[int, 1, MAX_SAVED] = 1
    ) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.list(asker, page), private=True)

    @app_commands.command(name=text(phrases.CMD_SEARCH), description=text(phrases.ABOUT_SEARCH))
    @app_commands.rename(query=text(phrases.OPT_QUERY))
    @app_commands.describe(query=text(phrases.ABOUT_OPT_QUERY))
    async def search(self, interaction: discord.Interaction[Paperbot], query: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.search(asker, query), private=True)

    @app_commands.command(name=text(phrases.CMD_ADD), description=text(phrases.ABOUT_ADD))
    @app_commands.rename(paper=text(papers_phrases.OPT_PAPER))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_ADD))
    async def add(self, interaction: discord.Interaction[Paperbot], paper: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.add(asker, paper), private=True)

    @app_commands.command(name=text(phrases.CMD_REMOVE), description=text(phrases.ABOUT_REMOVE))
    @app_commands.rename(paper=text(phrases.OPT_SAVED))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_REMOVE))
    async def remove(self, interaction: discord.Interaction[Paperbot], paper: str) -> None:
        saved = interaction.client.saved
        await interaction.client.respond(interaction, lambda asker: saved.remove(asker, paper), private=True)

    @app_commands.command(name=text(phrases.CMD_EXPORT), description=text(phrases.ABOUT_EXPORT))
    @app_commands.rename(kind=text(phrases.OPT_FORMAT))
    @app_commands.describe(kind=text(phrases.ABOUT_OPT_FORMAT))
    @app_commands.choices(
        kind=[app_commands.Choice(name=name, value=kind.value) for kind, name in phrases.FORMATS.items()]
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
