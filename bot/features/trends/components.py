"""The buttons and the menu below trends, which know from their custom ids alone what to do.

The terms of a chart can be too long for one id: each button of its row carries a part of them.
"""

from __future__ import annotations

import re
from typing import Final

import discord

from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, option, packed, unpacked
from bot.discord.replies import turn
from bot.features.trends import phrases
from bot.features.trends.answers import Rising, Trend
from bot.features.trends.service import MAX_TERM_CHARS, MAX_TERMS, Trends
from bot.rendering.language import Language

_PERIODS: Final = (6, 12, 24)
_PART = 88  # characters of the terms in each of the buttons: three times that is more than MAX_TERMS of them have


class TrendButton(LastingButton, template=re.compile(r"trend:(?P<months>[0-9]{1,2}):(?P<part>.*)", re.DOTALL)):
    """Shows the same terms over other months; `part` is the button's part of the terms."""

    async def press(self, interaction: Interaction) -> None:
        await _turn(interaction, unpacked(interaction.message, self.template), self.fields["months"])


class RisesButton(LastingButton, template=re.compile(r"rises:(?P<months>[0-9]{1,2})")):
    """Shows the terms on the rise."""

    async def press(self, interaction: Interaction) -> None:
        await _turn(interaction, "", self.fields["months"])


class RiseMenu(LastingMenu, template=re.compile(r"rise:(?P<months>[0-9]{1,2})")):
    """Charts one to four of the terms on the rise."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        await _turn(interaction, ", ".join(values), self.fields["months"])


async def _turn(interaction: Interaction, terms: str, months: str) -> None:
    service = interaction.client.app.service(Trends)
    await turn(interaction, lambda asker: service.show(terms, int(months), asker.language))


def trend_rows(answer: Trend, language: Language) -> Rows:
    """The same terms over other months, and the terms on the rise."""
    terms = packed(", ".join(series.term for series in answer.trends.series))
    row: list[Item] = []
    for number, months in enumerate(_PERIODS):
        part = terms[number * _PART : (number + 1) * _PART]
        label = phrases.MONTHS.say(language, months=months)
        row.append(TrendButton(f"trend:{months}:{part}", label, disabled=months == answer.months))
    return [[*row, RisesButton(f"rises:{answer.months}", phrases.RISES.say(language))]]


def rising_rows(answer: Rising, language: Language) -> Rows:
    """The menu of the terms on the rise that can be charted."""
    options: dict[str, discord.SelectOption] = {
        rise.term: option(rise.term, rise.term, answer.shares(rise, language))
        for rise in answer.rises.rises
        if len(rise.term) <= MAX_TERM_CHARS and "," not in rise.term
    }
    if not options:
        return []
    most = min(MAX_TERMS, len(options))
    return [[RiseMenu(f"rise:{answer.months}", tuple(options.values()), phrases.PICK.say(language), most)]]
