"""How many papers a follow would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.features.follow import phrases
from bot.rendering.language import Language
from bot.rendering.phrases import papers
from retrieval.library import Library
from retrieval.paper import Paper
from retrieval.query.query import Query, with_options

MANY: Final = 5.0
"""Papers a day: a follow that brings more has to be confirmed."""
MOST_CONFIRMED: Final = 65
"""Characters of a query that the button has room for which confirms it."""
_DAYS: Final = 30  # the newest, that the average is of
_VOTES: Final = (10, 20, 50, 100)  # that may be asked for in order to get fewer papers


@dataclass(frozen=True, slots=True)
class Expectation:
    """How many papers match: of all there are, and of those that were new in the newest `days` digests."""

    ever: int
    recent: int
    days: int

    @property
    def per_day(self) -> float:
        """Papers on average in a digest."""
        return self.recent / self.days if self.days else 0.0

    @property
    def floods(self) -> bool:
        return self.per_day > MANY

    def say(self, language: Language) -> str:
        """A sentence."""
        ever, recent = papers(self.ever, language), papers(self.recent, language)
        if not self.ever:
            return phrases.EXPECT_NONE.say(language)
        if self.per_day >= 1:
            return phrases.EXPECT_DAILY.say(language, papers=papers(round(self.per_day), language), ever=ever)
        if self.recent == self.ever:
            return phrases.EXPECT_SO_FAR.say(language, ever=ever)
        return phrases.EXPECT_SELDOM.say(language, ever=ever, recent=recent, days=self.days)

    def say_rate(self, language: Language) -> str:
        """A few words."""
        if self.per_day < 1:
            return phrases.RATE_LOW.say(language)
        return phrases.RATE.say(language, papers=papers(round(self.per_day), language))


@dataclass(frozen=True, slots=True)
class Narrower:
    """A query for those papers only that have so many votes, and what it would bring."""

    query: str
    votes: int
    expectation: Expectation


async def expect(library: Library, query: Query) -> tuple[Expectation, Narrower | None]:
    """What following `query` would bring; and where that are many papers, a query that brings fewer, if there is one
    that a button has room for."""
    matching = await library.matching(query)
    days = library.days()[-_DAYS:]
    recent = await _new_on(library, days) if days else []
    found = [paper for paper in recent if paper.arxiv_id in matching]
    whole = Expectation(len(matching), len(found), len(days))
    for votes in _VOTES if whole.floods else ():
        fewer = sum((paper.latest.votes or 0) >= votes for paper in found)
        narrower = Narrower(with_options(query.text, votes=votes), votes, Expectation(fewer, fewer, len(days)))
        if fewer and not narrower.expectation.floods and len(narrower.query) <= MOST_CONFIRMED:
            return whole, narrower
    return whole, None


async def _new_on(library: Library, days: Sequence[date]) -> list[Paper]:
    """The papers that were in no digest before those of `days` (at least one, ascending)."""
    there = await library.top(days[0], days[-1], limit=await library.count(days[0], days[-1]))
    return [paper for paper in there if paper.appearances[0].date >= days[0]]
