"""What plain words bring to every platform."""

from __future__ import annotations

from typing import Final

from bot.core.answer import Answer, Notice
from bot.core.app import App, Feature, SpokenCommand
from bot.core.asker import Asker
from bot.core.sentences.understood import Understood
from bot.features.talk import phrases, sentences
from bot.features.talk.hints import hint, off_topic
from bot.features.talk.service import Talk


async def _hint(app: App, asker: Asker, understood: Understood) -> Answer:
    return await hint(app)


async def _welcome(app: App, asker: Asker, understood: Understood) -> Answer:
    return Notice(phrases.YOU_ARE_WELCOME)


async def _off_topic(app: App, asker: Asker, understood: Understood) -> Answer:
    return await off_topic(app)


async def _plain_text(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Talk).answer(asker, text)


_SPOKEN: Final = (
    SpokenCommand(sentences.HELLO, _hint),
    SpokenCommand(sentences.THANKS, _welcome),
    SpokenCommand(sentences.OFF_TOPIC, _off_topic),
    SpokenCommand(sentences.MORE, None),
    SpokenCommand(sentences.OPEN, None),
    SpokenCommand(sentences.REFINE, None),
    SpokenCommand(sentences.NEXT_TOPIC, None),
)
FEATURE = Feature("talk", spoken=_SPOKEN, plain_text=_plain_text)
