"""What trends bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature, Route, SpokenCommand
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.location import Location
from bot.core.sentences.understood import Understood
from bot.features.trends import phrases, sentences
from bot.features.trends.service import Trends, charted


async def _answer(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Trends).of_line(text)


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return await _chart(app, asker, location.text)


async def _spoken(app: App, asker: Asker, understood: Understood) -> Answer:
    return await _chart(app, asker, sentences.compared(understood.slots.query))


async def _of_shown(app: App, asker: Asker, understood: Understood) -> Answer:
    """The trend of what was shown, without its conditions."""
    return await _chart(app, asker, charted(understood.slots.query) or understood.slots.query)


async def _chart(app: App, asker: Asker, terms: str) -> Answer:
    """The trend with a chart, where there is somebody who can see it."""
    language = None if asker.user_id == CONSOLE_USER else asker.language
    return await app.service(Trends).show(terms, language=language)


FEATURE = Feature(
    "trends",
    help=((phrases.HELP_TRENDS, phrases.ABOUT_TRENDS),),
    routes=(Route("trend", _open, query=lambda app, location: location.text),),
    spoken=(
        SpokenCommand(sentences.RISING, _spoken),
        SpokenCommand(sentences.TREND_OF_SHOWN, _of_shown),
        SpokenCommand(sentences.TREND, _spoken),
    ),
    console=(ConsoleCommand((phrases.CMD_TRENDS,), phrases.OPT_TERMS, _answer),),
)
