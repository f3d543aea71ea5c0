"""What the corpus brings to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature
from bot.core.asker import Asker
from bot.features.corpus import phrases
from bot.features.corpus.service import Corpus


async def _reload(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Corpus).reload()


async def _status(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Corpus).status()


FEATURE = Feature(
    "corpus",
    help=((phrases.HELP_CORPUS, phrases.ABOUT_CORPUS),),
    console=(
        ConsoleCommand((phrases.CMD_CORPUS, phrases.CMD_RELOAD), None, _reload),
        ConsoleCommand((phrases.CMD_CORPUS, phrases.CMD_STATUS), None, _status),
    ),
)
