"""Buttons that show what the bot can do, by doing it."""

from __future__ import annotations

import re

from bot.core.examples.examples import Examples
from bot.core.location import Location
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, Rows
from bot.discord.replies import respond, turn_unseen
from bot.features.help import phrases
from bot.features.help.answers import Help, Manual, Welcome
from bot.rendering.language import Language

_KINDS = {"search": "results", "ask": "ask", "paper": "newest", "day": "day", "help": "help", "all": "manual"}
"""The kinds of the locations that examples lead to. `paper` stands on buttons of earlier releases only."""


class TourButton(
    LastingButton,
    template=re.compile(rf"try:(?P<example>{'|'.join(_KINDS)}):(?P<language>ko|en)(?::(?P<text>.+))?", re.DOTALL),
):
    """Answers an example as its command would, to whoever presses it and to nobody else."""

    async def press(self, interaction: Interaction) -> None:
        app, example = interaction.client.app, self.fields["example"]
        there = Location(_KINDS[example], self.fields["text"] or self._unwritten(example))
        if example == "all":
            await turn_unseen(interaction, lambda asker: app.open(there, asker))
        else:
            await respond(interaction, lambda asker: app.open(there, asker), private=True)

    def _unwritten(self, example: str) -> str:
        """What a button searches or asks that does not say it, as those of earlier releases do not."""
        language: Language = "ko" if self.fields["language"] == "ko" else "en"
        return phrases.TRIED_BEFORE[example].say(language) if example in phrases.TRIED_BEFORE else ""


def help_rows(answer: Help, language: Language) -> Rows:
    return [[*_examples(answer.examples, language), TourButton(f"try:all:{language}", phrases.TRY_ALL.say(language))]]


def manual_rows(answer: Manual, language: Language) -> Rows:
    return [_examples(answer.examples, language)]


def welcome_rows(answer: Welcome, language: Language) -> Rows:
    """The examples, and the way to the help."""
    return [[*_examples(answer.examples, language), TourButton(f"try:help:{language}", phrases.TRY_HELP.say(language))]]


def _examples(found: Examples, language: Language) -> list[Item]:
    row: list[Item] = []
    for example, label, text in (("ask", phrases.TRY_ASK, found.question), ("search", phrases.TRY_SEARCH, found.topic)):
        if text:
            custom_id = f"try:{example}:{language}:{text.say(language)}"
            row.append(TourButton(custom_id, label.say(language, text=text)))
    if found.day:
        row.append(TourButton(f"try:day:{language}", phrases.TRY_DAY.say(language)))
    return row
