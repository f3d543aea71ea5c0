"""Answers about the best papers of a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.answer import Answer, Notice, small_print
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.top import phrases
from bot.features.top.span import Span
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.papers import PaperLines
from retrieval.paper import Appearance, Paper


@dataclass(frozen=True, slots=True)
class TopPage(Answer):
    """One page of the papers with the most votes in a span of days; there is at least one. `total` counts the papers of
    the span, of which only the best are listed."""

    introduces: ClassVar[bool] = True

    span: Span
    papers: tuple[Paper, ...]
    total: int
    page: Page
    notices: tuple[Notice, ...] = ()

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.TOP_TITLES[self.span.period], since=self.span.since, until=self.span.until)
        total = common.papers(self.total, options.language)
        shown = self.page.shown(self.total, options.language)
        counts = " · ".join(filter(None, (options.say(phrases.TOP_LINE, total=total), shown)))
        lines, numbered = PaperLines(options), enumerate(self.papers, self.page.first)
        entries = (lines.entry(paper, number, self._best(paper)) for number, paper in numbered)
        notices = small_print(self.notices, options)
        head = Block((line(title, LineKind.HEADING), line(counts, LineKind.SMALL), *notices))
        return (head, *entries, *lines.korean_note(self.papers))

    def _best(self, paper: Paper) -> Appearance:
        """The day of the span on which the paper had the most votes."""
        within = [one for one in paper.appearances if self.span.since <= one.date <= self.span.until]
        return max(within, key=lambda one: (-1 if one.votes is None else one.votes, one.date))

    @property
    def location(self) -> Location:
        return Location("top", f"{self.span.period} {self.span.since}", self.page.number)

    def turned(self, by: int) -> Location | None:
        page = self.page.turned(by)
        return self.location.turned(page) if page else None
