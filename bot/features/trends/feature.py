"""What trends bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature, SpokenCommand
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.sentences.understood import Understood
from bot.features.trends import phrases, sentences
from bot.features.trends.service import Trends


async def _answer(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Trends).of_line(text)


async def _spoken(app: App, asker: Asker, understood: Understood) -> Answer:
    """The trend with a chart, where there is somebody who can see it."""
    language = None if asker.user_id == CONSOLE_USER else asker.language
    return await app.service(Trends).show(understood.slots.query, language=language)


FEATURE = Feature(
    "trends",
    help=((phrases.HELP_TRENDS, phrases.ABOUT_TRENDS),),
    spoken=(SpokenCommand(sentences.RISING, _spoken), SpokenCommand(sentences.TREND, _spoken)),
    console=(ConsoleCommand((phrases.CMD_TRENDS,), phrases.OPT_TERMS, _answer),),
)
