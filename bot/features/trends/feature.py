"""What trends bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature
from bot.core.asker import Asker
from bot.features.trends import phrases
from bot.features.trends.service import Trends


async def _answer(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Trends).of_line(text)


FEATURE = Feature(
    "trends",
    help=((phrases.HELP_TRENDS, phrases.ABOUT_TRENDS),),
    console=(ConsoleCommand((phrases.CMD_TRENDS,), phrases.OPT_TERMS, _answer),),
)
