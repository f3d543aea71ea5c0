"""Buttons that know from their custom id alone what to do, and so go on working after a restart."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot import words
from bot.answer import Answer, DayPage, NoDay, PaperCard, Results
from bot.answers import Answers
from bot.asker import Asker
from bot.words import Language
from retrieval.query import MAX_QUERY_CHARS

if TYPE_CHECKING:
    from bot.client import Paperbot

# A custom id holds 100 characters (https://discord.com/developers/docs/components/reference#custom-id), so a query is
# parted over the three buttons of its row; a press puts it together again from the message that the button stands in.
_PARTS = 3
_PART = -(-MAX_QUERY_CHARS // _PARTS)
# A space, which could be trimmed off the end of an id, changes places with a sign that is seldom typed.
_SPACES = str.maketrans({" ": "␣", "␣": " "})

Row = list[ui.Item[Any]]


class TurnButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(r"(?P<kind>results|literal|day|paper):(?P<page>\d{1,6}):(?P<text>.*)", re.DOTALL),
):
    """Turns the reply it stands in to another page or day. `text` is (a part of) a query, a day or an arXiv id."""

    def __init__(self, kind: str, page: int, text: str, label: str = "…", *, disabled: bool = False) -> None:
        custom_id = f"{kind}:{page}:{text.translate(_SPACES)}"
        super().__init__(ui.Button(label=label, custom_id=custom_id, disabled=disabled))
        self.kind, self.page, self.text = kind, page, text

    @classmethod
    def knows(cls, custom_id: str) -> bool:
        return cls.__discord_ui_compiled_template__.fullmatch(custom_id) is not None

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["kind"], int(match["page"]), match["text"].translate(_SPACES))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        await bot.turn(interaction, lambda asker: self._answer(bot.answers, interaction.message, asker))

    async def _answer(self, answers: Answers, message: discord.Message | None, asker: Asker) -> Answer:
        match self.kind:
            case "results":
                return await answers.search(_whole_query(message), self.page, asker.per_page)
            case "literal":
                return await answers.search(self.text, per_page=asker.per_page)
            case "day":
                return await answers.daily(self.text, self.page)
            case _:
                return await answers.show(self.text, self.page)


def _whole_query(message: discord.Message | None) -> str:
    if message is None:
        return ""
    template = TurnButton.__discord_ui_compiled_template__
    ids = (getattr(item, "custom_id", None) or "" for item in ui.LayoutView.from_message(message).walk_children())
    found = [match for match in map(template.fullmatch, ids) if match and match["kind"] == "results"]
    parts = sorted((int(match["page"]), match["text"]) for match in found)
    return "".join(text for _, text in parts).translate(_SPACES)


def turn_rows(answer: Answer, pages: int, language: Language) -> list[Row]:
    """The rows of buttons below `answer`; `pages` is into how many a paper was parted."""
    match answer:
        case Results():
            return _results_rows(answer, language)
        case DayPage():
            rows = [_day_row(answer.day.previous, answer.day.next)]
            if answer.pages > 1:
                texts = [answer.day.day.isoformat()] * _PARTS
                rows.append(_page_row("day", answer.page, answer.pages, texts, language))
            return [row for row in rows if row]
        case NoDay():
            return [row] if (row := _day_row(answer.previous, answer.next)) else []
        case PaperCard() if pages > 1:
            return [_page_row("paper", answer.page, pages, [answer.paper.arxiv_id] * _PARTS, language)]
    return []


def _results_rows(answer: Results, language: Language) -> list[Row]:
    rows: list[Row] = []
    if 0 < len(answer.literal) <= _PART:
        rows.append([TurnButton("literal", 1, answer.literal, words.LITERAL.say(language))])
    if answer.pages > 1:
        texts = [answer.query[start : start + _PART] for start in range(0, _PART * _PARTS, _PART)]
        rows.append(_page_row("results", answer.page, answer.pages, texts, language))
    return rows


def _page_row(kind: str, page: int, pages: int, texts: list[str], language: Language) -> Row:
    previous, following = words.PREVIOUS_PAGE.say(language), words.NEXT_PAGE.say(language)
    return [
        TurnButton(kind, page - 1, texts[0], f"← {previous}", disabled=page <= 1),
        TurnButton(kind, page, texts[1], f"{page} / {pages}", disabled=True),
        TurnButton(kind, page + 1, texts[2], f"{following} →", disabled=page >= pages),
    ]


def _day_row(previous: date | None, following: date | None) -> Row:
    row: Row = []
    if previous:
        row.append(TurnButton("day", 1, previous.isoformat(), f"← {previous}"))
    if following:
        row.append(TurnButton("day", 1, following.isoformat(), f"{following} →"))
    return row
