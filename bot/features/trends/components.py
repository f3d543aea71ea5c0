"""Buttons and a menu below trends, which know from their custom ids alone what to do.

The terms of a chart, too long for one id, are parted over the buttons of its row.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Self

import discord
from discord import ui

from bot.core.answer import Answer
from bot.features.trends import phrases
from bot.features.trends.answers import Rising, Trend, rise_shares
from bot.features.trends.service import MAX_TERM_CHARS, MAX_TERMS
from bot.rendering.language import Language
from bot.rendering.snippet import clip

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

Item = ui.Item[Any]

_PERIODS: Final = (6, 12, 24)
_PART = 88  # characters of the terms in each of the buttons: three times that is more than MAX_TERMS of them have
_MAX_OPTION = 100  # https://discord.com/developers/docs/components/reference#string-select
# A space, which could be trimmed off the end of an id, changes places with a sign that is seldom typed.
_SPACES = str.maketrans({" ": "␣", "␣": " "})


class TrendButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(r"trend:(?P<months>[0-9]{1,2}):(?P<text>.*)", re.DOTALL),
):
    """Shows the same terms over other months. `text` is a part of them."""

    def __init__(self, months: int, text: str, label: str = "…", *, disabled: bool = False) -> None:
        custom_id = f"trend:{months}:{text.translate(_SPACES)}"
        super().__init__(ui.Button(label=label, custom_id=custom_id, disabled=disabled))
        self.months = months

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(int(match["months"]), match["text"].translate(_SPACES))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        terms = _whole(interaction.message)
        await bot.turn(interaction, lambda asker: bot.answers.trends(terms, self.months, asker.language))


class RisesButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(r"rises:(?P<months>[0-9]{1,2})")):
    """Shows the terms on the rise."""

    def __init__(self, months: int, label: str = "…") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"rises:{months}"))
        self.months = months

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(int(match["months"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        await bot.turn(interaction, lambda asker: bot.answers.trends("", self.months, asker.language))


class RiseMenu(ui.DynamicItem[ui.Select[ui.LayoutView]], template=re.compile(r"rise:(?P<months>[0-9]{1,2})")):
    """Charts one to four of the terms on the rise."""

    def __init__(self, months: int, options: tuple[discord.SelectOption, ...] = (), placeholder: str = "…") -> None:
        most = max(1, min(MAX_TERMS, len(options)))
        super().__init__(
            ui.Select(custom_id=f"rise:{months}", options=list(options), placeholder=placeholder, max_values=most)
        )
        self.months = months

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(int(match["months"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        chosen = ", ".join(self.item.values)
        await bot.turn(interaction, lambda asker: bot.answers.trends(chosen, self.months, asker.language))


TREND_ITEMS: Final = (TrendButton, RisesButton, RiseMenu)


def trend_rows(answer: Answer, language: Language) -> list[list[Item]]:
    """The rows below trends."""
    match answer:
        case Trend():
            terms = ", ".join(series.term for series in answer.trends.series)
            row: list[Item] = []
            for number, months in enumerate(_PERIODS):
                part = terms[number * _PART : (number + 1) * _PART]
                label = phrases.MONTHS.say(language, months=months)
                row.append(TrendButton(months, part, label, disabled=months == answer.months))
            return [[*row, RisesButton(answer.months, phrases.RISES.say(language))]]
        case Rising():
            options = {
                rise.term: discord.SelectOption(
                    label=clip(rise.term, _MAX_OPTION), value=rise.term, description=rise_shares(answer, rise, language)
                )
                for rise in answer.rises.rises
                if len(rise.term) <= MAX_TERM_CHARS and "," not in rise.term
            }
            return [[RiseMenu(answer.months, tuple(options.values()), phrases.PICK.say(language))]] if options else []
    return []


def _whole(message: discord.Message | None) -> str:
    """The terms that the buttons of a message hold between them."""
    if message is None:
        return ""
    template = TrendButton.__discord_ui_compiled_template__
    ids = (getattr(item, "custom_id", None) or "" for item in ui.LayoutView.from_message(message).walk_children())
    parts = sorted((int(match["months"]), match["text"]) for match in map(template.fullmatch, ids) if match)
    return "".join(text for _, text in parts).translate(_SPACES)
