"""Requests for the best papers of a period → answers."""

from __future__ import annotations

from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.core.freshness import if_old
from bot.core.paging import Page
from bot.features.daily.service import bad_date
from bot.features.top import phrases
from bot.features.top.answers import TopPage
from bot.features.top.span import Period, Span, span_of
from bot.rendering.phrases import EMPTY_CORPUS
from retrieval.query.conditions import parse_days
from retrieval.query.days import BadDate

PAPERS_PER_PAGE = 10
MOST_LISTED = 50
"""Papers of a period that are listed."""


class Top:
    """Lists the papers with the most votes."""

    def __init__(self, app: App) -> None:
        self._library = app.library

    async def show(self, period: Period, text: str = "", page: int = 1, per_page: int = PAPERS_PER_PAGE) -> Answer:
        """The papers with the most votes of a span."""
        span = self.span(period, text)
        if isinstance(span, Notice):
            return span
        total = await self._library.count(span.since, span.until)
        if not total:
            nearest = ", ".join(str(near) for near in (span.previous, span.next) if near)
            return Notice(phrases.NO_TOP, {"since": span.since, "until": span.until, "nearest": nearest})
        listed = min(total, MOST_LISTED)
        shown = Page.of(listed, per_page, page)
        papers = await self._library.top(span.since, span.until, min(shown.size, listed - shown.offset), shown.offset)
        newest = span.next is None and period != "all" and shown.number == 1
        return TopPage(span, papers, total, shown, if_old(self._library) if newest else ())

    def span(self, period: Period, text: str) -> Span | Notice:
        """The week, month or year that `text` names, or that what it names begins in; the newest where it is empty; or
        all days."""
        days = self._library.days()
        if not days:
            return Notice(EMPTY_CORPUS)
        try:
            day = parse_days(text, self._library.today, days).first if text.strip() else days[-1]
        except BadDate as error:
            return bad_date(error, days)
        return span_of(period, day, days)
