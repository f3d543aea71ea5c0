"""Requests for days → answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.core.answer import MAX_CHOICES, Answer, Notice, Reason
from bot.core.app import App
from bot.core.paging import Page
from bot.features.daily import phrases
from bot.features.daily.answers import DayPage, NoDay
from bot.rendering.phrases import EMPTY_CORPUS
from retrieval.query.days import BadDate, parse_day

PAPERS_PER_PAGE = 10


class Daily:
    """Shows days, one page at a time."""

    def __init__(self, app: App) -> None:
        self._library = app.library

    async def show(self, text: str = "", page: int = 1, per_page: int = PAPERS_PER_PAGE) -> Answer:
        """The day that `text` names, the newest where it is empty."""
        days = self._library.days()
        if not days:
            return Notice(EMPTY_CORPUS)
        try:
            chosen = parse_day(text, self._library.today, days) if text.strip() else days[-1]
        except BadDate as error:
            return bad_date(error, days)
        day = await self._library.day(chosen)
        if not day.papers:
            return NoDay(chosen, day.previous, day.next)
        shown = Page.of(len(day.papers), per_page, page)
        return DayPage(day, shown, shown.cut(day.papers))

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
