"""The buttons and the menu below a list of saved papers; they know from their custom ids alone what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.features.saved import phrases
from bot.features.saved.answers import SavedList
from bot.rendering import phrases as common
from bot.rendering.language import Language
from bot.rendering.plain import one_line
from bot.rendering.snippet import clip

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

_OPTION_CHARS = 100  # https://discord.com/developers/docs/components/reference#string-select-select-option-structure


class SavedTurn(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(r"saved:(?P<page>[0-9]{1,6})")):
    """Turns to another page of what who presses it has saved."""

    def __init__(self, page: int, label: str = "…", *, disabled: bool = False) -> None:
        super().__init__(ui.Button(label=label, custom_id=f"saved:{page}", disabled=disabled))
        self.page = page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(int(match["page"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        await bot.turn(interaction, lambda asker: bot.saved.list(asker, self.page))


class SavedMenu(ui.DynamicItem[ui.Select[ui.LayoutView]], template=re.compile(r"saved-open")):
    """Opens a paper of the list, below it."""

    def __init__(self, options: list[discord.SelectOption], placeholder: str = "…") -> None:
        super().__init__(ui.Select(custom_id="saved-open", options=options, placeholder=placeholder))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls([])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        [arxiv_id] = self.item.values
        await bot.respond(interaction, lambda _: bot.answers.show(arxiv_id), private=True)


def saved_rows(answer: SavedList, language: Language) -> list[list[ui.Item[Any]]]:
    options = [
        discord.SelectOption(label=_label(paper.title), value=paper.arxiv_id, description=paper.arxiv_id)
        for paper in answer.papers
    ]
    rows: list[list[ui.Item[Any]]] = [[SavedMenu(options, phrases.OPEN.say(language))]]
    if answer.pages > 1:
        page, pages = answer.page, answer.pages
        rows.append(
            [
                SavedTurn(page - 1, f"← {common.PREVIOUS_PAGE.say(language)}", disabled=page <= 1),
                SavedTurn(page, f"{page} / {pages}", disabled=True),
                SavedTurn(page + 1, f"{common.NEXT_PAGE.say(language)} →", disabled=page >= pages),
            ]
        )
    return rows


def _label(title: str) -> str:
    return clip(one_line(title) or "…", _OPTION_CHARS)
