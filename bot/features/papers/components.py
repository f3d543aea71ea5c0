"""Buttons and menus that open papers, and lead on from them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from typing import Any

from discord import ui

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.core.location import Location
from bot.core.paging import Page
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, option, page_buttons
from bot.discord.controls import EntryControls
from bot.discord.navigation import PageButton, carried, carrying, page_id, page_number
from bot.discord.replies import is_shared, respond, turn
from bot.features.papers import phrases
from bot.features.papers.answers import PaperCard, Term
from bot.features.papers.results import Nearest, NothingMeets, Results
from bot.features.papers.service import Papers
from bot.rendering import phrases as common
from bot.rendering.blocks import Block
from bot.rendering.conditions import say_condition
from bot.rendering.language import Language
from bot.rendering.phrases import papers
from bot.rendering.snippet import clip
from bot.rendering.titles import plain_title
from retrieval.paper import Paper

CARD_ROW = "card"
"""Names the row below a card that other features may add buttons to."""

_MAX_LABEL = 80  # https://discord.com/developers/docs/components/reference#button
_MOST_WITHOUT = 5  # buttons that a row holds
_MAX_URL = 512  # https://discord.com/developers/docs/components/reference#button


async def _open(interaction: Interaction, arxiv_id: str) -> None:
    """Open a paper in place of its list; for the presser alone where others read the list too, and below it where the
    list could not be found again."""
    papers, origin = interaction.client.app.service(Papers), carried(interaction.message)

    async def request(_: Asker) -> Answer:
        return await papers.open(arxiv_id, origin=origin)

    if origin is None or is_shared(interaction):
        await respond(interaction, request, private=True)
    else:
        await turn(interaction, request)


class OpenButton(LastingButton, template=carrying("open:(?P<arxiv_id>[^:]*)")):
    """Opens a paper of the list that the reply shows."""

    carries = True
    opens = True

    async def press(self, interaction: Interaction) -> None:
        await _open(interaction, self.fields["arxiv_id"])


class PaperMenu(LastingMenu, template=carrying("jump:")):
    """Opens one of the papers of a list."""

    carries = True

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        await _open(interaction, values[0])


class PointsButton(LastingButton, template=carrying("points:(?P<arxiv_id>[^:]*)/(?P<page>[^:/]*)")):
    """Shows more points of a paper that one reply cannot hold."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        papers, origin = interaction.client.app.service(Papers), carried(interaction.message)
        arxiv_id, page = self.fields["arxiv_id"], page_number(self.fields["page"])
        await turn(interaction, lambda _: papers.open(arxiv_id, page, origin))


class SimilarButton(LastingButton, template=carrying("similar:(?P<arxiv_id>[^:]*)")):
    """Shows the papers most like one."""

    carries = True
    of_card = True

    async def press(self, interaction: Interaction) -> None:
        papers, arxiv_id = interaction.client.app.service(Papers), self.fields["arxiv_id"]
        await turn(interaction, lambda _: papers.similar(arxiv_id))


class LiteralButton(LastingButton, template=carrying("literal:")):
    """Searches what was typed, without corrections."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location = interaction.client.app, carried(interaction.message)
        if location is None:
            await turn(interaction, lambda asker: app.open(None, asker))
            return
        papers, typed = app.service(Papers), location
        await turn(interaction, lambda asker: papers.literal(typed, asker.per_page))


class LooseButton(LastingButton, template=carrying("loose:")):
    """Searches again, and lists what is near the query as well."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location = interaction.client.app, carried(interaction.message)
        there = replace(location, kind="loose", page=1) if location else None
        await turn(interaction, lambda asker: app.open(there, asker))


class TermMoreButton(LastingButton, template=carrying("names:")):
    """Tells all that a term may be called, what may be chance too."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location = interaction.client.app, carried(interaction.message)

        async def request(asker: Asker) -> Answer:
            if location is None:
                return await app.open(None, asker)
            return await app.service(Papers).term(location.text, everything=True)

        await turn(interaction, request)


class SuggestionButton(LastingButton, template=carrying("meant:(?P<number>[0-9])")):
    """Searches a word that may have been meant."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        await _search_again(interaction, Papers.suggested, int(self.fields["number"]))


class WithoutButton(LastingButton, template=carrying("without:(?P<number>[0-9])")):
    """Searches without a condition that leaves nothing."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        await _search_again(interaction, Papers.without, int(self.fields["number"]))


async def _search_again(
    interaction: Interaction, search: Callable[[Papers, Location, int, int], Coroutine[Any, Any, Answer]], number: int
) -> None:
    """Search what the message carries, changed in the way of that number."""
    app, location = interaction.client.app, carried(interaction.message)
    if location is None:
        await turn(interaction, lambda asker: app.open(None, asker))
        return
    typed, papers = location, app.service(Papers)
    await turn(interaction, lambda asker: search(papers, typed, number, asker.per_page))


def result_rows(answer: Results, language: Language) -> Rows:
    row = page_buttons(answer.page, language, PageButton, page_id)
    if answer.literal:
        row.append(LiteralButton("literal::", phrases.LITERAL.say(language)))
    if answer.near_total and not answer.loose:
        row.append(LooseButton("loose::", phrases.LOOSELY.say(language)))
    return [row, _suggestions(answer.suggestions, language)]


def term_rows(answer: Term, language: Language) -> Rows:
    return [[TermMoreButton("names::", phrases.TERM_MORE.say(language))] if answer.hidden else []]


def nearest_rows(answer: Nearest, language: Language) -> Rows:
    return [_suggestions(answer.suggestions, language)]


def _suggestions(suggestions: tuple[str, ...], language: Language) -> list[Item]:
    labels = (clip(phrases.SEARCH_SUGGESTED.say(language, searched=each), _MAX_LABEL) for each in suggestions)
    return [SuggestionButton(f"meant:{number}:", label) for number, label in enumerate(labels)]


def without_rows(answer: NothingMeets, language: Language) -> Rows:
    """A button for each condition that could be left out."""
    row: list[Item] = []
    for number, (condition, count) in enumerate(answer.without[:_MOST_WITHOUT]):
        found = papers(count, language)
        if condition is None:
            label = phrases.WITHOUT_CONDITIONS.say(language, papers=found)
        else:
            said = say_condition(condition, answer.asked, language)
            label = phrases.WITHOUT_CONDITION.say(language, condition=said, papers=found)
        row.append(WithoutButton(f"without:{number}:", clip(label, _MAX_LABEL)))
    return [row]


def card_buttons(answer: PaperCard, language: Language) -> Rows:
    """The way back, and to papers like this one."""
    row: list[Item] = []
    if answer.origin and answer.back:
        label = answer.back.say(language, text=answer.origin.text)
        row.append(PageButton(page_id(answer.origin.page), label))
    row.append(SimilarButton(f"similar:{answer.paper.arxiv_id}:", phrases.SIMILAR_TO.say(language)))
    return [row]


def card_rows(answer: PaperCard, language: Language) -> Rows:
    """More of the points, and where else the paper is."""
    arxiv_id, page = answer.paper.arxiv_id, Page.of(answer.pages, 1, answer.page)
    points = page_buttons(page, language, PointsButton, lambda number: f"points:{arxiv_id}/{number}:")
    return [points, _links(answer.paper, language)]


def _links(paper: Paper, language: Language) -> list[Item]:
    links = [
        (phrases.LINK_ARXIV, paper.url),
        (phrases.LINK_PDF, paper.pdf_url),
        (phrases.LINK_HUGGING_FACE, paper.huggingface_url),
    ]
    if paper.media and paper.media.kind == "video" and len(paper.media.url) <= _MAX_URL:
        links.append((phrases.LINK_VIDEO, paper.media.url))
    return [ui.Button(label=label.say(language), url=url) for label, url in links]


def _opener(paper: Paper, language: Language) -> Item:
    return OpenButton(f"open:{paper.arxiv_id}:", common.OPEN.say(language))


def _menu(blocks: Iterable[Block], language: Language) -> Item:
    """A menu of the papers that `blocks` are entries for; at most 25."""
    options = []
    for block in blocks:
        if paper := block.paper:
            lead = f"{block.number}. " if block.number else ""
            facts = f"{paper.latest.date} · {paper.arxiv_id}"
            options.append(option(lead + plain_title(paper.title), paper.arxiv_id, facts))
    return PaperMenu("jump::", options, common.JUMP.say(language))


ENTRIES = EntryControls(_opener, _menu)
