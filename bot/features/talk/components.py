"""The button below the answer to a plain sentence."""

from __future__ import annotations

import re

from bot.discord.base import Interaction
from bot.discord.components import MAX_CUSTOM_ID, LastingButton, Rows, packed
from bot.discord.replies import turn
from bot.features.papers.service import Papers
from bot.features.talk import phrases
from bot.features.talk.answers import Said
from bot.rendering.language import Language

_BEGINNING = "typed/"  # no colon: it must not look as if it carried a part of a location


class TypedButton(LastingButton, template=re.compile(rf"{_BEGINNING}(?P<text>.+)", re.DOTALL)):
    """Searches for the words of a sentence, whatever was understood of it."""

    async def press(self, interaction: Interaction) -> None:
        papers, text = interaction.client.app.service(Papers), packed(self.fields["text"])
        await turn(interaction, lambda asker: papers.search(text, per_page=asker.per_page))


def typed_rows(answer: Said, language: Language) -> Rows:
    return [[TypedButton(_BEGINNING + packed(_cut(answer.understood.text)), phrases.AS_TYPED.say(language))]]


def _cut(text: str) -> str:
    """As many words of a text as a custom id has room for."""
    room = MAX_CUSTOM_ID - len(_BEGINNING)
    return text if len(text) <= room else text[: room + 1].rpartition(" ")[0] or text[:room]
