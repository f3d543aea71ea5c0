"""What saved papers bring to every platform."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.answer import Answer, Choice
from bot.core.app import App, ConsoleCommand, Feature, Route
from bot.core.asker import Asker
from bot.core.location import Location
from bot.features.papers.feature import suggest_papers
from bot.features.papers.phrases import OPT_PAPER
from bot.features.saved import phrases
from bot.features.saved.service import SavedPapers


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(SavedPapers).list(asker, location.page)


async def _list(app: App, asker: Asker, page: str) -> Answer:
    number = int(page[:6]) if page.isdecimal() else 1  # so many digits are beyond any page, and quickly read
    return await app.service(SavedPapers).list(asker, number)


async def _suggest_saved(app: App, asker: Asker, typed: str) -> Sequence[Choice]:
    return await app.service(SavedPapers).suggest(asker.user_id, typed)


FEATURE = Feature(
    "saved",
    help=((phrases.HELP_SAVED, phrases.ABOUT_SAVED),),
    routes=(Route("saved", _open),),
    console=(
        ConsoleCommand((phrases.CMD_SAVED, phrases.CMD_LIST), phrases.OPT_PAGE, _list),
        ConsoleCommand(
            (phrases.CMD_SAVED, phrases.CMD_SEARCH),
            phrases.OPT_QUERY,
            lambda app, asker, query: app.service(SavedPapers).search(asker, query),
        ),
        ConsoleCommand(
            (phrases.CMD_SAVED, phrases.CMD_ADD),
            OPT_PAPER,
            lambda app, asker, text: app.service(SavedPapers).add(asker, text),
            suggest_papers,
        ),
        ConsoleCommand(
            (phrases.CMD_SAVED, phrases.CMD_REMOVE),
            phrases.OPT_SAVED,
            lambda app, asker, text: app.service(SavedPapers).remove(asker, text),
            _suggest_saved,
        ),
        ConsoleCommand(
            (phrases.CMD_SAVED, phrases.CMD_EXPORT),
            phrases.OPT_FORMAT,
            lambda app, asker, kind: app.service(SavedPapers).export(asker, kind),
        ),
    ),
)
