"""Requests for days → answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.core.answer import MAX_CHOICES, Answer, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.freshness import if_old
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.daily import phrases
from bot.features.daily.answers import DayPage, NoDay
from bot.rendering.phrases import EMPTY_CORPUS
from retrieval.query.date_ranges import Unit, one_day
from retrieval.query.days import BadDate, parse_dates, parse_day

PAPERS_PER_PAGE = 10


class Daily:
    """Shows days, one page at a time."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._library = app.library

    async def answer(self, asker: Asker, text: str) -> Answer:
        """The day that `text` names; where that is a week, a month or a year, its best papers."""
        there = self._best_of(text)
        return await self._app.open(there, asker) if there else await self.show(text)

    async def show(self, text: str = "", page: int = 1, per_page: int = PAPERS_PER_PAGE) -> Answer:
        """The day that `text` names, the newest where it is empty."""
        days = self._library.days()
        if not days:
            return Notice(EMPTY_CORPUS)
        try:
            chosen = parse_dates(text, self._library.today, days) if text.strip() else one_day(days[-1])
        except BadDate as error:
            return bad_date(error, days)
        if chosen.unit is not Unit.DAY:
            return Notice(phrases.NOT_ONE_DAY, {"text": text}, Reason.MISUSE)
        day = await self._library.day(chosen.first)
        if not day.papers:
            return NoDay(chosen.first, day.previous, day.next)
        shown = Page.of(len(day.papers), per_page, page)
        notices = if_old(self._library) if day.next is None and shown.number == 1 else ()
        return DayPage(day, shown, shown.cut(day.papers), notices)

    def _best_of(self, text: str) -> Location | None:
        """Where the best papers of the week, month or year that `text` names are; None where it names none of them."""
        try:
            dates = parse_dates(text, self._library.today, self._library.days())
        except BadDate:
            return None
        if dates.unit not in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
            return None
        return Location("top", f"{dates.unit} {dates.first}")

    def suggest(self, text: str) -> tuple[date, ...]:
        """The newest days there are that what is typed so far could mean."""
        days = self._library.days()
        typed = "".join(filter(str.isdigit, text))
        fitting = [
            day for day in reversed(days) if typed in f"{day:%Y%m%d}" or typed in f"{day:%Y}{day.month}{day.day}"
        ]
        try:
            named = parse_day(text, self._library.today, days)
        except BadDate:
            return tuple(fitting[:MAX_CHOICES])
        first = [named] if named in days else []
        return tuple([*first, *(day for day in fitting if day != named)][:MAX_CHOICES])


def bad_date(error: BadDate, days: Sequence[date]) -> Notice:
    """That a text is no day; with the one of `days` (at least one) nearest to it, or the newest."""
    wanted = error.near or days[-1]
    nearest = min(days, key=lambda day: abs(day - wanted))
    phrase = phrases.IMPOSSIBLE_DATE if error.impossible else phrases.BAD_DATE
    return Notice(phrase, {"text": error.text, "nearest": nearest}, Reason.MISUSE)
