"""What the best papers bring to every platform."""

from __future__ import annotations

from bot.core.answer import Answer
from bot.core.app import App, ConsoleCommand, Feature, Route, SpokenCommand
from bot.core.asker import Asker
from bot.core.location import Location
from bot.core.sentences.understood import Understood
from bot.features.daily.feature import suggest_days
from bot.features.daily.phrases import OPT_DATE
from bot.features.top import phrases, sentences
from bot.features.top.service import Top
from bot.features.top.span import PERIODS, Period, Span


async def _open(app: App, location: Location, asker: Asker) -> Answer:
    period, _, day = location.text.partition(" ")
    return await app.service(Top).show(PERIODS.get(period, "week"), day, location.page, asker.per_page)


def _query(app: App, location: Location) -> str:
    period, _, day = location.text.partition(" ")
    span = app.service(Top).span(PERIODS.get(period, "week"), day)
    return f"date:{span.since}..{span.until} sort:votes" if isinstance(span, Span) else ""


async def _spoken(app: App, asker: Asker, understood: Understood) -> Answer:
    slots = understood.slots
    day = slots.day.isoformat() if slots.day else ""
    return await app.service(Top).show(PERIODS.get(slots.period, "week"), day, per_page=asker.per_page)


def _command(period: Period) -> ConsoleCommand:
    return ConsoleCommand(
        (phrases.CMD_TOP, phrases.CMD_PERIODS[period]),
        OPT_DATE,
        lambda app, asker, day: app.service(Top).show(period, day, per_page=asker.per_page),
        suggest_days,
    )


FEATURE = Feature(
    "top",
    help=((phrases.HELP_TOP, phrases.ABOUT_TOP),),
    routes=(Route("top", _open, phrases.BACK_TO_TOP, _query),),
    spoken=(SpokenCommand(sentences.TOP, _spoken),),
    console=tuple(map(_command, PERIODS.values())),
)
