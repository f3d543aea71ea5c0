"""What plain words bring to every platform."""

from __future__ import annotations

from typing import Final

from bot.core.answer import Answer, Notice
from bot.core.app import App, Feature, SpokenCommand
from bot.core.asker import Asker
from bot.core.sentences.understood import Understood
from bot.core.shown import Recall
from bot.features.talk import follow_up_sentences, follow_ups, phrases, sentences
from bot.features.talk.hints import hint, off_topic
from bot.features.talk.service import Talk


async def _hint(app: App, asker: Asker, understood: Understood) -> Answer:
    return await hint(app)


async def _welcome(app: App, asker: Asker, understood: Understood) -> Answer:
    return Notice(phrases.YOU_ARE_WELCOME)


async def _off_topic(app: App, asker: Asker, understood: Understood) -> Answer:
    return await off_topic(app)


async def _plain_text(app: App, asker: Asker, text: str, recall: Recall) -> Answer:
    return await app.service(Talk).answer(asker, text, recall)


async def _retold(app: App, answer: Answer, text: str) -> Answer:
    return await app.service(Talk).retold(answer, text)


_SPOKEN: Final = (
    SpokenCommand(sentences.HELLO, _hint),
    SpokenCommand(sentences.THANKS, _welcome),
    SpokenCommand(sentences.OFF_TOPIC, _off_topic),
    SpokenCommand(follow_up_sentences.MORE, go_on=follow_ups.more),
    SpokenCommand(follow_up_sentences.PREVIOUS, go_on=follow_ups.previous),
    SpokenCommand(follow_up_sentences.BACK, go_on=follow_ups.back),
    SpokenCommand(follow_up_sentences.AGAIN, go_on=follow_ups.again),
    SpokenCommand(follow_up_sentences.FIRST_PAGE, go_on=follow_ups.first_page),
    SpokenCommand(follow_up_sentences.OPEN, go_on=follow_ups.opened),
    SpokenCommand(follow_up_sentences.OPEN_NUMBER, go_on=follow_ups.opened),
    SpokenCommand(follow_up_sentences.REFINE, go_on=follow_ups.refine),
    SpokenCommand(follow_up_sentences.NARROWED, go_on=follow_ups.refine),
    SpokenCommand(follow_up_sentences.UNCONDITIONED, go_on=follow_ups.unconditioned),
    SpokenCommand(follow_up_sentences.NEXT_TOPIC, go_on=follow_ups.next_topic),
)
FEATURE = Feature("talk", spoken=_SPOKEN, plain_text=_plain_text, retold=_retold)
