"""Buttons that show what the bot can do, by doing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.features.daily.answers import DayPage
from bot.features.help import phrases
from bot.features.help.answers import Help, Welcome
from bot.features.papers.service import Answers
from bot.rendering.language import Language

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


async def _top_paper(answers: Answers) -> Answer:
    newest = await answers.daily()
    return await answers.show(newest.papers[0].arxiv_id) if isinstance(newest, DayPage) else newest


_EXAMPLES: Mapping[str, Callable[[Answers, Language, Asker], Coroutine[Any, Any, Answer]]] = {
    "search": lambda answers, said, asker: answers.search(phrases.TRY_SEARCH.say(said), per_page=asker.per_page),
    "ask": lambda answers, said, asker: answers.ask(phrases.TRY_ASK.say(said)),
    "paper": lambda answers, said, asker: _top_paper(answers),
    "day": lambda answers, said, asker: answers.daily(),
    "help": lambda answers, said, asker: answers.help(),
}


class TourButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(rf"try:(?P<example>{'|'.join(_EXAMPLES)}):(?P<said>ko|en)"),
):
    """Answers an example as its command would, to whoever presses it and to nobody else.

    `said` is the language of the label, and so of what is asked.
    """

    def __init__(self, example: str, said: Language) -> None:
        label = phrases.TRY_LABELS[example].say(said)
        super().__init__(ui.Button(label=label, custom_id=f"try:{example}:{said}"))
        self.example, self.said = example, said

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["example"], "ko" if match["said"] == "ko" else "en")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        run = _EXAMPLES[self.example]
        await bot.respond(interaction, lambda asker: run(bot.answers, self.said, asker), private=True)


def tour_row(answer: Help | Welcome, language: Language) -> list[TourButton]:
    """The examples below the help and below the welcome; the latter also leads to the help."""
    examples = [example for example in _EXAMPLES if example != "help" or isinstance(answer, Welcome)]
    return [TourButton(example, language) for example in examples]
