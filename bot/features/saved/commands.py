"""/saved: the papers that the asker saved, for their eyes only."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from discord import app_commands

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.discord.app_commands import ANYWHERE, BY_ANYONE, suggestions, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import PaperCard
from bot.features.papers.components import CARD_ROW
from bot.features.papers.service import Papers
from bot.features.saved import phrases
from bot.features.saved.answers import Bookmark, SavedList
from bot.features.saved.components import (
    BookmarkButton,
    SaveButton,
    SavedMenu,
    SavedTurn,
    bookmark_rows,
    list_rows,
    save_row,
)
from bot.features.saved.service import SavedPapers
from bot.state import StateError
from bot.state.saved import MAX_SAVED

log = logging.getLogger(__name__)


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
    async def page(self, interaction: Interaction, page: app_commands.Range[int, 1, MAX_SAVED] = 1) -> None:
        await _respond(interaction, lambda saved, asker: saved.list(asker, page))

    @app_commands.command(name=text(phrases.CMD_SEARCH), description=text(phrases.ABOUT_SEARCH))
    @app_commands.rename(query=text(phrases.OPT_QUERY))
    @app_commands.describe(query=text(phrases.ABOUT_OPT_QUERY))
    async def search(self, interaction: Interaction, query: str) -> None:
        await _respond(interaction, lambda saved, asker: saved.search(asker, query))

    @app_commands.command(name=text(phrases.CMD_ADD), description=text(phrases.ABOUT_ADD))
    @app_commands.rename(paper=text(papers_phrases.OPT_PAPER))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_ADD))
    async def add(self, interaction: Interaction, paper: str) -> None:
        await _respond(interaction, lambda saved, asker: saved.add(asker, paper))

    @app_commands.command(name=text(phrases.CMD_REMOVE), description=text(phrases.ABOUT_REMOVE))
    @app_commands.rename(paper=text(phrases.OPT_SAVED))
    @app_commands.describe(paper=text(phrases.ABOUT_OPT_REMOVE))
    async def remove(self, interaction: Interaction, paper: str) -> None:
        await _respond(interaction, lambda saved, asker: saved.remove(asker, paper))

    @app_commands.command(name=text(phrases.CMD_EXPORT), description=text(phrases.ABOUT_EXPORT))
    @app_commands.rename(kind=text(phrases.OPT_FORMAT))
    @app_commands.describe(kind=text(phrases.ABOUT_OPT_FORMAT))
    @app_commands.choices(
        kind=[app_commands.Choice(name=name, value=kind.value) for kind, name in phrases.FORMATS.items()]
    )
    async def export(self, interaction: Interaction, kind: str) -> None:
        await _respond(interaction, lambda saved, asker: saved.export(asker, kind))

    @add.autocomplete("paper")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await suggestions(interaction, lambda: interaction.client.app.service(Papers).suggest(typed))

    @remove.autocomplete("paper")
    async def suggest_saved(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        try:
            saved = interaction.client.app.service(SavedPapers)
            return await suggestions(interaction, lambda: saved.suggest(interaction.user.id, typed))
        except StateError as error:
            log.warning("no suggestions: %s", error)
            return []


async def _respond(
    interaction: Interaction, request: Callable[[SavedPapers, Asker], Coroutine[Any, Any, Answer]]
) -> None:
    """Answer the asker alone: what somebody saved is nobody else's business."""
    saved = interaction.client.app.service(SavedPapers)
    await respond(interaction, lambda asker: request(saved, asker), private=True)


EXTENSION = Extension(
    commands=lambda: (SavedGroup(),),
    components=(SaveButton, SavedTurn, SavedMenu, BookmarkButton),
    controls=(
        controls(SavedList, list_rows),
        controls(PaperCard, save_row, row=CARD_ROW),
        controls(Bookmark, bookmark_rows),
    ),
)
