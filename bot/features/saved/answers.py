"""Answers about saved papers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Answer
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.saved import phrases
from bot.features.saved.entry import Entry
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.language import Phrase
from bot.rendering.papers import PaperLines
from bot.rendering.snippet import clip
from bot.rendering.titles import plain_title
from retrieval.passages.excerpt import introduction
from retrieval.query.days import KOREA


@dataclass(frozen=True, slots=True)
class Bookmark(Answer):
    """What became of a paper that somebody saved or removed: `phrase` says it, and `saved` is whether it is saved now.
    `undo`: what was removed can be saved again."""

    phrase: Phrase
    arxiv_id: str
    title: str
    saved: bool
    undo: bool = True

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        return (Block((line(options.say(self.phrase, title=options.quote(plain_title(self.title)))),)),)


@dataclass(frozen=True, slots=True)
class SavedList(Answer):
    """One page of the `total` papers that somebody saved; there is at least one. With a `query`: the best of those that
    match it, all on one page."""

    papers: tuple[Entry, ...]
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
        head = Block((line(title, LineKind.HEADING), line(counts, LineKind.SMALL)))
        entries = (_entry(number, paper, options) for number, paper in enumerate(self.papers, self.page.first))
        note = PaperLines(options).korean_note(entry.paper for entry in self.papers if entry.paper)
        return (head, *entries, *note)

    def _shown(self, options: RenderOptions) -> str:
        """Which of the papers these are, "" where they are all."""
        if self.query and self.total > len(self.papers):
            return options.say(phrases.BEST_ONES, shown=len(self.papers))
        return self.page.shown(self.total, options.language)

    @property
    def location(self) -> Location | None:
        return None if self.query else Location("saved", "", self.page.number)

    def turned(self, by: int) -> Location | None:
        page = self.page.turned(by)
        return Location("saved", "", page) if page else None


def _entry(number: int, entry: Entry, options: RenderOptions) -> Block:
    papers, paper = PaperLines(options), entry.paper
    day = entry.saved.saved_at.astimezone(KOREA).date()
    facts = papers.facts(paper, paper.latest, dated=False) if paper else entry.arxiv_id
    title = clip(plain_title(entry.title), options.limits.title)
    lines = [
        Line((Run(f"{number}. ", bold=True), Run(title, bold=True, url=entry.saved.url))),
        line(options.say(phrases.SAVED_ON, day=day, facts=facts), LineKind.SMALL),
        *(papers.sentence_of(paper, introduction(paper)) if paper else ()),
    ]
    return Block(tuple(lines), paper=paper, number=number)
