"""What a search answers: the papers that are about the query, those that are only near it, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.core.answer import Answer, Notice, small_print
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.papers import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.conditions import say_condition, say_conditions
from bot.rendering.papers import PaperLines
from retrieval.library import Hit
from retrieval.paper import parse_arxiv_id
from retrieval.query.conditions import Condition, Phrase
from retrieval.query.query import Query
from retrieval.query.rewriting import words_of


@dataclass(frozen=True, slots=True)
class Results(Answer):
    """One page of the papers that are about `asked`, of `total`; with `loose`, those that are near it follow.

    `literal` is the query with its corrected words in quotation marks, "" where there are none. `suggestions` are words
    that may be meant. `near_total` counts the papers that are only near.
    """

    introduces: ClassVar[bool] = True

    asked: Query
    hits: tuple[Hit, ...]
    total: int
    page: Page
    notices: tuple[Notice, ...] = ()
    literal: str = ""
    suggestions: tuple[str, ...] = ()
    near_total: int = 0
    loose: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        words = words_of(self.asked)
        conditions = say_conditions(self.asked, options.language, words)
        title = options.say(phrases.RESULTS_TITLE, query=options.quote(words or " · ".join(conditions)))
        total = options.say(phrases.RESULTS_LINE, total=common.papers(self.total, options.language))
        found = self.total + self.near_total * self.loose
        facts = (total, *(conditions if words else ()), self.page.shown(found, options.language))
        notices = small_print((*self.notices, *_suggested(self.suggestions)), options)
        head = Block((line(title, LineKind.HEADING), line(" · ".join(filter(None, facts)), LineKind.SMALL), *notices))
        return (head, *self._entries(options))

    def _entries(self, options: RenderOptions) -> tuple[Block, ...]:
        papers = PaperLines(options)
        about = sum(not hit.loose for hit in self.hits)
        entries = papers.hits(self.hits, self.page.first)
        note = papers.korean_note(hit.paper for hit in self.hits)
        if about == len(self.hits):
            return (*entries, *note)
        from_here = Block((line(options.say(phrases.NEAR_FROM_HERE), LineKind.SMALL),))
        return (*entries[:about], from_here, *entries[about:], *note)

    @property
    def location(self) -> Location:
        return Location("loose" if self.loose else "results", self.asked.text, self.page.number)

    @property
    def topic(self) -> str:
        return "" if parse_arxiv_id(self.asked.text) else self.asked.text

    def turned(self, by: int) -> Location | None:
        page = self.page.turned(by)
        return self.location.turned(page) if page else None


@dataclass(frozen=True, slots=True)
class Nearest(Answer):
    """A search that no paper is about, and the papers that come nearest to it; there is at least one."""

    introduces: ClassVar[bool] = True

    asked: Query
    hits: tuple[Hit, ...]
    notices: tuple[Notice, ...] = ()
    suggestions: tuple[str, ...] = ()

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.NEAREST_TITLE, query=options.quote(words_of(self.asked) or self.asked.text))
        papers = PaperLines(options)
        head = (line(title), *small_print((*self.notices, *_suggested(self.suggestions)), options))
        return (Block(head), *papers.hits(self.hits), *papers.korean_note(hit.paper for hit in self.hits))

    @property
    def location(self) -> Location:
        return Location("results", self.asked.text)


@dataclass(frozen=True, slots=True)
class Closest(Answer):
    """The papers that come closest to a title that no paper has; there is at least one. `notice` says so."""

    introduces: ClassVar[bool] = True

    asked: Query
    hits: tuple[Hit, ...]
    notice: Notice

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        papers = PaperLines(options)
        note = papers.korean_note(hit.paper for hit in self.hits)
        return (*self.notice.render(options), *papers.hits(self.hits), *note)

    @property
    def location(self) -> Location:
        return Location("results", self.asked.text)


@dataclass(frozen=True, slots=True)
class NothingMeets(Answer):
    """A search whose conditions leave nothing: `without` each of these, or of all of them (None), there are papers."""

    refuses: ClassVar[bool] = True

    asked: Query
    without: tuple[tuple[Condition | None, int], ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        if exact := [each.text for each, _ in self.without if isinstance(each, Phrase) and not each.title]:
            said = options.say(phrases.NOT_EXACTLY, text=options.quote(exact[0]))
            return (Block((line(said),)),)
        conditions = ", ".join(
            say_condition(each, self.asked, options.language) for each, _ in self.without if each
        ) or ", ".join(say_conditions(self.asked, options.language))
        query = options.quote(words_of(self.asked))
        return (Block((line(options.say(phrases.NOTHING_MEETS, query=query, conditions=options.quote(conditions))),)),)

    @property
    def location(self) -> Location:
        return Location("results", self.asked.text)


def _suggested(suggestions: tuple[str, ...]) -> tuple[Notice, ...]:
    return tuple(Notice(phrases.SUGGESTED, {"searched": each}) for each in suggestions)
