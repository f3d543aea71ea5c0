"""What the help brings to every platform."""

from __future__ import annotations

from bot.console.phrases import WAYS
from bot.core.answer import Answer, Notice
from bot.core.app import App, ConsoleCommand, Feature, Route, SpokenCommand
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.location import Location
from bot.core.sentences.understood import Understood
from bot.features.help import phrases, sentences
from bot.features.help.answers import Help, Manual


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return Help(await app.examples.current())


async def _open_manual(app: App, location: Location, asker: Asker) -> Answer:
    return await _manual(app, asker)


async def _show(app: App, asker: Asker, text: str) -> Answer:
    """The help; all of it where that is asked for."""
    if text:
        return await _manual(app, asker)
    return Help(await app.examples.current(), phrases.HELP_ALL)


async def _manual(app: App, asker: Asker) -> Manual:
    """On the console it names the ways through a list too, for which Discord has buttons."""
    ways = WAYS if asker.user_id == CONSOLE_USER else ()
    return Manual((*(pair for feature in app.features for pair in feature.help), *ways), await app.examples.current())


async def _spoken(app: App, asker: Asker, understood: Understood) -> Answer:
    return Help(await app.examples.current(), phrases.HELP_ALL if asker.user_id == CONSOLE_USER else None)


async def _settings(app: App, asker: Asker, understood: Understood) -> Answer:
    return Notice(phrases.SEE_SETTINGS)


async def _posts(app: App, asker: Asker, understood: Understood) -> Answer:
    return Notice(phrases.SEE_SCHEDULE)


FEATURE = Feature(
    "help",
    routes=(Route("help", _open), Route("manual", _open_manual)),
    spoken=(
        SpokenCommand(sentences.HELP, _spoken),
        SpokenCommand(sentences.SETTINGS, _settings),
        SpokenCommand(sentences.POSTS, _posts),
    ),
    console=(ConsoleCommand((phrases.CMD_HELP,), None, _show),),
)
