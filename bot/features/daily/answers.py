"""Answers about days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.core.answer import Answer, Notice, small_print
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.daily import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.papers import PaperLines
from retrieval.paper import Paper
from retrieval.storage.store import Day


@dataclass(frozen=True, slots=True)
class DayPage(Answer):
    """One page of a day's papers; there is at least one."""

    introduces: ClassVar[bool] = True

    day: Day
    page: Page
    papers: tuple[Paper, ...]
    notices: tuple[Notice, ...] = ()

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        day, papers = self.day.day, common.papers(len(self.day.papers), options.language)
        title = options.say(phrases.DAY_TITLE, day=common.long_day(day, options.language), papers=papers)
        head = [line(title, LineKind.HEADING)]
        if shown := self.page.shown(len(self.day.papers), options.language):
            head.append(line(shown, LineKind.SMALL))
        head += small_print(self.notices, options)
        lines = PaperLines(options)
        numbered = enumerate(self.papers, self.page.first)
        entries = (lines.entry(paper, number, paper.on(day), of_a_day=True) for number, paper in numbered)
        return (Block(tuple(head)), *entries, *lines.korean_note(self.papers))

    @property
    def location(self) -> Location:
        return Location("day", self.day.day.isoformat(), self.page.number)

    def turned(self, by: int) -> Location | None:
        """Another page of the day; where there are no more, the day next to it."""
        if page := self.page.turned(by):
            return self.location.turned(page)
        near = self.day.next if by > 0 else self.day.previous
        return Location("day", near.isoformat()) if near else None


@dataclass(frozen=True, slots=True)
class NoDay(Answer):
    """A day without a digest, and the nearest days with one."""

    refuses: ClassVar[bool] = True

    day: date
    previous: date | None
    next: date | None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        text = options.say(phrases.NO_DIGEST, day=common.long_day(self.day, options.language))
        near = [common.long_day(day, options.language) for day in (self.previous, self.next) if day]
        if len(near) == 2:
            text += " " + options.say(phrases.NEAREST_BOTH, previous=near[0], next=near[1])
        elif near:
            text += " " + options.say(phrases.NEAREST_ONE, day=near[0])
        return (Block((line(text),)),)
