"""What days bring to every platform."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.answer import Answer, Choice
from bot.core.app import App, ConsoleCommand, Feature, Route, SpokenCommand
from bot.core.asker import Asker
from bot.core.location import Location
from bot.core.sentences.understood import Understood
from bot.features.daily import phrases, sentences
from bot.features.daily.service import Daily


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    return await app.service(Daily).show(location.text, location.page)


async def _show(app: App, asker: Asker, text: str) -> Answer:
    return await app.service(Daily).answer(asker, text)


async def suggest_days(app: App, asker: Asker, typed: str) -> Sequence[Choice]:
    return [Choice(f"{day}", f"{day}") for day in app.service(Daily).suggest(typed)]


async def _spoken(app: App, asker: Asker, understood: Understood) -> Answer:
    """The day, the newest where none is named; a day that is in no calendar is still in words."""
    slots = understood.slots
    return await app.service(Daily).show(slots.day.isoformat() if slots.day else slots.query)


FEATURE = Feature(
    "daily",
    help=((phrases.HELP_DAILY, phrases.ABOUT_DAILY),),
    routes=(Route("day", _open, phrases.BACK_TO_DAY, lambda app, location: f"date:{location.text}", same=True),),
    spoken=(SpokenCommand(sentences.NEWEST, _spoken), SpokenCommand(sentences.DAY, _spoken)),
    console=(ConsoleCommand((phrases.CMD_DAILY,), phrases.OPT_DATE, _show, suggest_days),),
)
