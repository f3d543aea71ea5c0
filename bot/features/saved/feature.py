"""What saved papers bring to every platform."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.answer import Answer, Choice, Notice
from bot.core.app import App, ConsoleCommand, Feature, Route, SpokenCommand
from bot.core.asker import Asker
from bot.core.location import Location
from bot.core.sentences.understood import Understood
from bot.features.papers.feature import suggest_papers
from bot.features.papers.phrases import OPT_PAPER
from bot.features.papers.service import Papers
from bot.features.saved import phrases, sentences
from bot.features.saved.service import SavedPapers


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(SavedPapers).list(asker, location.page)


async def _list(app: App, asker: Asker, page: str) -> Answer:
    number = int(page[:6]) if page.isdecimal() else 1  # so many digits are beyond any page, and quickly read
    return await app.service(SavedPapers).list(asker, number)


async def _suggest_saved(app: App, asker: Asker, typed: str) -> Sequence[Choice]:
    return await app.service(SavedPapers).suggest(asker.user_id, typed)


async def _spoken_add(app: App, asker: Asker, understood: Understood) -> Answer:
    named = await app.service(Papers).named(understood.slots.paper)
    return await app.service(SavedPapers).add(asker, named.arxiv_id if named else understood.slots.paper)


async def _spoken_remove(app: App, asker: Asker, understood: Understood) -> Answer:
    named = await app.service(Papers).named(understood.slots.paper)
    return await app.service(SavedPapers).remove(asker, named.arxiv_id if named else understood.slots.paper)


async def _spoken_list(app: App, asker: Asker, understood: Understood) -> Answer:
    """The list, where nobody else sees it."""
    return Notice(phrases.SEE_LIST) if asker.guild_id else await app.service(SavedPapers).list(asker)


FEATURE = Feature(
    "saved",
    help=((phrases.HELP_SAVED, phrases.ABOUT_SAVED),),
    routes=(Route("saved", _open, phrases.BACK_TO_LIST),),
    spoken=(
        SpokenCommand(sentences.LIST, _spoken_list),
        SpokenCommand(sentences.REMOVE_SHOWN, _spoken_remove),
        SpokenCommand(sentences.REMOVE, _spoken_remove),
        SpokenCommand(sentences.SHOWN, _spoken_add),
        SpokenCommand(sentences.ADD, _spoken_add),
        SpokenCommand(sentences.ADD_KNOWN, _spoken_add),
    ),
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
