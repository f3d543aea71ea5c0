"""The button that saves a paper, and what stands below a list of saved papers."""

from __future__ import annotations

import re

from bot.discord.base import Interaction
from bot.discord.components import LastingButton, LastingMenu, Rows, option, page_buttons
from bot.discord.navigation import carrying
from bot.discord.replies import respond, turn
from bot.features.papers.answers import PaperCard
from bot.features.papers.service import Papers
from bot.features.saved import phrases
from bot.features.saved.answers import SavedList
from bot.features.saved.service import SavedPapers
from bot.rendering.language import Language


class SaveButton(LastingButton, template=carrying("save:(?P<arxiv_id>[^:]*)")):
    """Saves the paper of a card for the presser, or removes it where it is saved already."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        saved, arxiv_id = interaction.client.app.service(SavedPapers), self.fields["arxiv_id"]
        await turn(interaction, lambda asker: saved.toggle(asker, arxiv_id))


class SavedTurn(LastingButton, template=re.compile(r"saved:(?P<page>[0-9]{1,6})")):
    """Turns to another page of what the presser has saved."""

    async def press(self, interaction: Interaction) -> None:
        saved, page = interaction.client.app.service(SavedPapers), int(self.fields["page"])
        await turn(interaction, lambda asker: saved.list(asker, page))


class SavedMenu(LastingMenu, template=re.compile(r"saved-open")):
    """Opens a paper of the list, below it."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        papers, [arxiv_id] = interaction.client.app.service(Papers), values
        await respond(interaction, lambda _: papers.show(arxiv_id), private=True)


def save_row(answer: PaperCard, language: Language) -> Rows:
    return [[SaveButton(f"save:{answer.paper.arxiv_id}:", phrases.SAVE.say(language))]]


def list_rows(answer: SavedList, language: Language) -> Rows:
    options = [option(paper.title, paper.arxiv_id, paper.arxiv_id) for paper in answer.papers]
    menu = SavedMenu("saved-open", options, phrases.OPEN.say(language))
    return [[menu], page_buttons(answer.page, language, SavedTurn, lambda page: f"saved:{page}")]
