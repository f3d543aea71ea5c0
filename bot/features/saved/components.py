"""The button that saves a paper, and what stands below a list of saved papers."""

from __future__ import annotations

import re

from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, page_buttons
from bot.discord.navigation import carrying
from bot.discord.replies import respond, turn, turn_unseen
from bot.features.papers.answers import PaperCard
from bot.features.papers.service import Papers
from bot.features.saved import phrases
from bot.features.saved.answers import Bookmark, SavedList
from bot.features.saved.service import SavedPapers
from bot.rendering.language import Language


class SaveButton(LastingButton, template=carrying("save:(?P<arxiv_id>[^:]*)")):
    """Saves the paper of a card for the presser, and says so below the card."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        saved, arxiv_id = interaction.client.app.service(SavedPapers), self.fields["arxiv_id"]
        await respond(interaction, lambda asker: saved.save(asker, arxiv_id), private=True)


class BookmarkButton(LastingButton, template=re.compile(r"keep:(?P<keep>on|off):(?P<arxiv_id>[^:]{1,80})")):
    """Removes what was just saved, or saves again what was just removed, in the reply that said so."""

    async def press(self, interaction: Interaction) -> None:
        saved, arxiv_id = interaction.client.app.service(SavedPapers), self.fields["arxiv_id"]
        change = saved.save if self.fields["keep"] == "on" else saved.unsave
        await turn(interaction, lambda asker: change(asker, arxiv_id))


class SavedTurn(LastingButton, template=re.compile(r"saved:(?P<page>[0-9]{1,6})")):
    """Turns to another page of what the presser has saved."""

    async def press(self, interaction: Interaction) -> None:
        saved, page = interaction.client.app.service(SavedPapers), int(self.fields["page"])
        await turn_unseen(interaction, lambda asker: saved.list(asker, page))


class SavedMenu(LastingMenu, template=re.compile(r"saved-open")):
    """Opens a paper of the list, below it. It stands in lists of earlier releases."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        papers, [arxiv_id] = interaction.client.app.service(Papers), values
        await respond(interaction, lambda _: papers.show(arxiv_id), private=True)


def save_row(answer: PaperCard, language: Language) -> Rows:
    return [[SaveButton(f"save:{answer.paper.arxiv_id}:", phrases.SAVE.say(language))]]


def bookmark_rows(answer: Bookmark, language: Language) -> Rows:
    """The way to take it back, and to the list."""
    row: list[Item] = [SavedTurn("saved:1", phrases.LIST_TITLE.say(language))]
    if answer.saved:
        row.insert(0, BookmarkButton(f"keep:off:{answer.arxiv_id}", phrases.REMOVE.say(language)))
    elif answer.undo:
        row.insert(0, BookmarkButton(f"keep:on:{answer.arxiv_id}", phrases.SAVE_AGAIN.say(language)))
    return [row]


def list_rows(answer: SavedList, language: Language) -> Rows:
    return [page_buttons(answer.page, language, SavedTurn, lambda page: f"saved:{page}")]
