"""What follows bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer, Notice
from bot.core.app import App, Feature, SpokenCommand
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.sentences.understood import Understood
from bot.features.follow import phrases, sentences
from bot.features.follow.service import Following


async def _add(app: App, asker: Asker, understood: Understood) -> Answer:
    if asker.user_id == CONSOLE_USER:
        return Notice(phrases.ONLY_IN_DISCORD)
    return await app.service(Following).add(asker, understood.slots.query)


async def _list(app: App, asker: Asker, understood: Understood) -> Answer:
    return Notice(phrases.ONLY_IN_DISCORD if asker.user_id == CONSOLE_USER else phrases.SEE_LIST)


FEATURE = Feature(
    "follow",
    help=((phrases.HELP_FOLLOW, phrases.ABOUT_FOLLOW),),
    spoken=(
        SpokenCommand(sentences.LIST, _list),
        SpokenCommand(sentences.SHOWN, _add),
        SpokenCommand(sentences.ADD, _add),
    ),
    discord_only=phrases.CMD_FOLLOW,
)
