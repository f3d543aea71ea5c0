"""What the help brings to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature, Route
from bot.core.asker import Asker
from bot.core.location import Location
from bot.features.help import phrases
from bot.features.help.answers import Help


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return _help(app)


async def _show(app: App, asker: Asker, text: str) -> Answer:
    return _help(app)


def _help(app: App) -> Help:
    return Help(tuple(pair for feature in app.features for pair in feature.help))


FEATURE = Feature("help", routes=(Route("help", _open),), console=(ConsoleCommand((phrases.CMD_HELP,), None, _show),))
