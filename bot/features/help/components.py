"""Buttons that show what the bot can do, by doing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.core.location import Location
from bot.discord.base import Interaction
from bot.discord.components import LastingButton, Rows
from bot.discord.replies import respond
from bot.features.help import phrases
from bot.features.help.answers import Help, Welcome
from bot.rendering.language import Language

# Where the examples lead, by the language of their labels.
_EXAMPLES: Mapping[str, Callable[[Language], Location]] = {
    "search": lambda language: Location("results", phrases.TRY_SEARCH.say(language)),
    "ask": lambda language: Location("ask", phrases.TRY_ASK.say(language)),
    "paper": lambda language: Location("newest", ""),
    "day": lambda language: Location("day", ""),
    "help": lambda language: Location("help", ""),
}


class TourButton(LastingButton, template=re.compile(rf"try:(?P<example>{'|'.join(_EXAMPLES)}):(?P<language>ko|en)")):
    """Answers an example as its command would, to whoever presses it and to nobody else."""

    async def press(self, interaction: Interaction) -> None:
        language: Language = "ko" if self.fields["language"] == "ko" else "en"
        there = _EXAMPLES[self.fields["example"]](language)
        await respond(interaction, lambda asker: interaction.client.app.open(there, asker), private=True)


def help_rows(answer: Help, language: Language) -> Rows:
    return _rows([example for example in _EXAMPLES if example != "help"], language)


def welcome_rows(answer: Welcome, language: Language) -> Rows:
    """The examples, and the way to the help."""
    return _rows(list(_EXAMPLES), language)


def _rows(examples: list[str], language: Language) -> Rows:
    return [[TourButton(f"try:{each}:{language}", phrases.TRY_LABELS[each].say(language)) for each in examples]]
