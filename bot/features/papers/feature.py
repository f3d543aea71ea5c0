"""What papers bring to every platform."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.answer import Answer, Choice
from bot.core.app import App, ConsoleCommand, Feature, Route
from bot.core.asker import Asker
from bot.core.location import PAPER, Location
from bot.features.papers import phrases
from bot.features.papers.definitions import Definitions
from bot.features.papers.service import Papers
from bot.features.papers.spoken import SPOKEN, timed
from bot.features.papers.wording import Wording


async def _results(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).search(location.text, location.page, asker.per_page)


async def _loose(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).search(location.text, location.page, asker.per_page, loose=True)


async def _passages(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).ask(location.text)


async def _similar(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).similar(location.text)


async def _term(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).term(location.text)


async def _define(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Definitions).of(location.text)


async def _listed(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).listed(location.text.split())


async def _newest(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).newest()


async def _paper(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Papers).open(location.text, location.page)


async def _better(app: App, answer: Answer, asker: Asker) -> Answer | None:
    return await app.service(Wording).better(answer, asker)


def _text(app: App, location: Location) -> str:
    return location.text


async def suggest_papers(app: App, asker: Asker, typed: str) -> Sequence[Choice]:
    return await app.service(Papers).suggest(typed)


FEATURE = Feature(
    "papers",
    help=(
        (phrases.HELP_SEARCH, phrases.ABOUT_SEARCH),
        (phrases.HELP_SHOW, phrases.ABOUT_SHOW),
        (phrases.HELP_ASK, phrases.ABOUT_ASK),
        (phrases.HELP_SIMILAR, phrases.ABOUT_SIMILAR),
        (phrases.HELP_TERM, phrases.ABOUT_TERM),
    ),
    routes=(
        Route("results", _results, phrases.BACK_TO_RESULTS, _text, same=True),
        Route("loose", _loose, phrases.BACK_TO_LOOSE, _text, same=True),
        Route("ask", _passages, phrases.BACK_TO_ANSWERS, _text),
        Route("similar", _similar, phrases.BACK_TO_SIMILAR),
        Route("term", _term, phrases.BACK_TO_TERM, _text),
        Route("define", _define, phrases.BACK_TO_DEFINITION, _text),
        Route("listed", _listed, phrases.BACK_TO_LISTED),
        Route("newest", _newest),
        Route(PAPER, _paper),
    ),
    spoken=SPOKEN,
    better=_better,
    console=(
        ConsoleCommand(
            (phrases.CMD_PAPER, phrases.CMD_SEARCH),
            phrases.OPT_QUERY,
            lambda app, asker, text: app.service(Papers).search(timed(app, text), per_page=asker.per_page),
        ),
        ConsoleCommand(
            (phrases.CMD_PAPER, phrases.CMD_SHOW),
            phrases.OPT_PAPER,
            lambda app, asker, text: app.service(Papers).show(text),
            suggest_papers,
        ),
        ConsoleCommand(
            (phrases.CMD_PAPER, phrases.CMD_ASK),
            phrases.OPT_QUESTION,
            lambda app, asker, text: app.service(Papers).ask(text),
        ),
        ConsoleCommand(
            (phrases.CMD_PAPER, phrases.CMD_SIMILAR),
            phrases.OPT_PAPER,
            lambda app, asker, text: app.service(Papers).similar(text),
            suggest_papers,
        ),
        ConsoleCommand(
            (phrases.CMD_PAPER, phrases.CMD_TERM),
            phrases.OPT_TERM,
            lambda app, asker, text: app.service(Papers).term(text, everything=True),
        ),
    ),
)
