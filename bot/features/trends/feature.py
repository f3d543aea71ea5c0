"""What trends bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature, Route
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.location import Location
from bot.features.trends import phrases
from bot.features.trends.service import Trends


async def _answer(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Trends).of_line(text)


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    """The trend with a chart, where there is somebody who can see it."""
    language = None if asker.user_id == CONSOLE_USER else asker.language
    return await app.service(Trends).show(location.text, language=language)


FEATURE = Feature(
    "trends",
    help=((phrases.HELP_TRENDS, phrases.ABOUT_TRENDS),),
    routes=(Route("trend", _open),),
    console=(ConsoleCommand((phrases.CMD_TRENDS,), phrases.OPT_TERMS, _answer),),
)
