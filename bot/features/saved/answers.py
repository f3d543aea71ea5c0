"""Answers about saved papers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Answer
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.saved import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.snippet import clip
from bot.rendering.titles import plain_title
from bot.state.saved import SavedPaper
from retrieval.query.days import KOREA


@dataclass(frozen=True, slots=True)
class SavedList(Answer):
    """One page of the `total` papers that somebody saved; there is at least one. With a `query`: the best of those that
    match it, all on one page."""

    papers: tuple[SavedPaper, ...]
    total: int
    page: Page
    query: str = ""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        if self.query:
            title = options.say(phrases.FOUND_TITLE, query=options.quote(self.query))
        else:
            title = options.say(phrases.LIST_TITLE)
        papers = options.say(phrases.PAPERS, papers=common.papers(self.total, options.language))
        counts = " · ".join(filter(None, (papers, self._shown(options))))
        entries = (
            each for number, paper in enumerate(self.papers, self.page.first) for each in _entry(number, paper, options)
        )
        return Block((line(title, LineKind.HEADING), line(counts, LineKind.SMALL))), Block(tuple(entries))

    def _shown(self, options: RenderOptions) -> str:
        """Which of the papers these are, "" where they are all."""
        if self.query and self.total > len(self.papers):
            return options.say(phrases.BEST_ONES, shown=len(self.papers))
        return self.page.shown(self.total, options.language)

    def turned(self, by: int) -> Location | None:
        page = self.page.turned(by)
        return Location("saved", "", page) if page else None


def _entry(number: int, paper: SavedPaper, options: RenderOptions) -> tuple[Line, Line]:
    title = clip(plain_title(paper.title), options.limits.title)
    day = paper.saved_at.astimezone(KOREA).date()
    return (
        Line((Run(f"{number}. ", bold=True), Run(title, bold=True, url=paper.url))),
        line(options.say(phrases.SAVED_ON, day=day, arxiv_id=paper.arxiv_id), LineKind.SMALL),
    )
