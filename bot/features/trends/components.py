"""The buttons and the menu below trends, and the button that leads to a trend.

The terms of a chart can be too long for one id: its buttons carry them as its location.
"""

from __future__ import annotations

import re
from typing import Final

import discord

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.core.location import Location
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, option, unpacked
from bot.discord.navigation import carried, carrying
from bot.discord.replies import respond, turn
from bot.features.trends import phrases
from bot.features.trends.answers import Rising, Trend, named
from bot.features.trends.service import MAX_TERM_CHARS, MAX_TERMS, Trends, charted
from bot.rendering.language import Language
from bot.rendering.snippet import clip

_PERIODS: Final = (6, 12, 24)
_MAX_LABEL = 20  # characters of a term on a button


class TrendButton(LastingButton, template=re.compile(r"trend:(?P<months>[0-9]{1,2}):(?P<part>.*)", re.DOTALL)):
    """Shows the same terms over other months."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        location = carried(interaction.message)
        parts = unpacked(interaction.message, self.template)  # of the terms, in the ids of earlier releases
        terms = location.text if location and location.kind == "trend" else parts
        await _turn(interaction, terms, self.fields["months"])


class RisesButton(LastingButton, template=re.compile(r"rises:(?P<months>[0-9]{1,2})")):
    """Shows the terms on the rise."""

    async def press(self, interaction: Interaction) -> None:
        await _turn(interaction, "", self.fields["months"])


class RiseMenu(LastingMenu, template=re.compile(r"rise:(?P<months>[0-9]{1,2})")):
    """Charts one to four of the terms on the rise."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        await _turn(interaction, ", ".join(values), self.fields["months"])


class NumbersButton(LastingButton, template=carrying("numbers:(?P<months>[0-9]{1,2})")):
    """Shows the presser the numbers of a chart."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        service, months = interaction.client.app.service(Trends), int(self.fields["months"])
        location = carried(interaction.message)

        async def request(asker: Asker) -> Answer:
            if location is None:
                return await interaction.client.app.open(None, asker)
            return await service.numbers(location.text, months)

        await respond(interaction, request, private=True)


class NewestButton(LastingButton, template=carrying("newest:(?P<number>[0-3])")):
    """Shows the presser the newest papers on one of the terms of a chart."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location, number = interaction.client.app, carried(interaction.message), int(self.fields["number"])
        terms = location.text.split(", ") if location else []

        async def request(asker: Asker) -> Answer:
            if number >= len(terms):
                return await app.open(None, asker)
            query = f"{terms[number]} {phrases.NEWEST_FIRST.say(asker.language)}"
            return await app.open(Location("results", query), asker)

        await respond(interaction, request, private=interaction.guild_id is not None)


class ChartButton(LastingButton, template=carrying("chart:")):
    """Shows the presser the trend of what a reply is about."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location = interaction.client.app, carried(interaction.message)
        term = charted(location.text) if location else ""

        async def request(asker: Asker) -> Answer:
            return await app.open(Location("trend", term) if term else None, asker)

        await respond(interaction, request, private=interaction.guild_id is not None)


async def _turn(interaction: Interaction, terms: str, months: str) -> None:
    service = interaction.client.app.service(Trends)
    await turn(interaction, lambda asker: service.show(terms, int(months), asker.language))


def trend_rows(answer: Trend, language: Language) -> Rows:
    """The same terms over other months, and the terms on the rise."""
    row: list[Item] = []
    for months in _PERIODS:
        label = phrases.MONTHS.say(language, months=months)
        row.append(TrendButton(f"trend:{months}:", label, disabled=months == answer.months))
    return [[*row, RisesButton(f"rises:{answer.months}", phrases.RISES.say(language))]]


def topic_rows(answer: Trend, language: Language) -> Rows:
    """The numbers, and the papers on each term."""
    row: list[Item] = [NumbersButton(f"numbers:{answer.months}:", phrases.NUMBERS.say(language))]
    for number, series in enumerate(answer.trends.series):
        label = phrases.PAPERS.say(language)
        if len(answer.trends.series) > 1:
            label = phrases.PAPERS_ON.say(language, term=clip(series.term, _MAX_LABEL))
        row.append(NewestButton(f"newest:{number}:", label))
    return [row]


def chart_button(topic: str, language: Language) -> Item | None:
    """To the trend of a topic, where that can be charted."""
    return ChartButton("chart::", phrases.CHART.say(language)) if charted(topic) else None


def rising_rows(answer: Rising, language: Language) -> Rows:
    """The menu of the terms on the rise that can be charted."""
    names = [(named(rise, language)[0], answer.shares(rise, language)) for rise in answer.rises.rises]
    options: dict[str, discord.SelectOption] = {
        name: option(name, name, shares) for name, shares in names if len(name) <= MAX_TERM_CHARS and "," not in name
    }
    if not options:
        return []
    most = min(MAX_TERMS, len(options))
    return [[RiseMenu(f"rise:{answer.months}", tuple(options.values()), phrases.PICK.say(language), most)]]
