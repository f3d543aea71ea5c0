"""A request in, an `Answer` of plain data out: what Discord and the console both show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone

from bot import words
from bot.words import Phrase
from retrieval.database import StoreError
from retrieval.days import BadDate, parse_day
from retrieval.library import (
    CorpusStatus,
    Hit,
    Library,
    Passage,
    ReloadReport,
)
from retrieval.paper import Paper, parse_arxiv_id
from retrieval.query import MAX_QUERY_CHARS, Query, parse_query
from retrieval.store import Day

RESULTS_PER_PAGE = 5
PAPERS_PER_DAY_PAGE = 10
PASSAGES = 3
MAX_CHOICES = 25  # what Discord shows of an autocomplete
RELOAD_EVERY = timedelta(minutes=1)
# "today" is the day in Korea, where the digests and their readers are.
KOREA = timezone(timedelta(hours=9), "KST")


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence in place of an answer, or above one; `values` fill the places of `phrase`."""

    phrase: Phrase
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """One page (from 1) of the papers that match `query`: the `first`th (from 1) and those that follow."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    first: int
    took_ms: float
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One paper whole; `page` (from 1) where a reply cannot hold all its points at once."""

    paper: Paper
    page: int = 1


@dataclass(frozen=True, slots=True)
class DayPage:
    """One page (from 1) of a day's papers, the `first`th (from 1) and those that follow; there is at least one."""

    day: Day
    page: int
    pages: int
    first: int
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class NoDay:
    """A day without a digest, and the nearest days with one."""

    day: date
    previous: date | None
    next: date | None


@dataclass(frozen=True, slots=True)
class Passages:
    """The summary points that answer a question, best first; never empty."""

    question: str
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reloaded:
    report: ReloadReport


@dataclass(frozen=True, slots=True)
class Status:
    status: CorpusStatus


@dataclass(frozen=True, slots=True)
class Help:
    """What the bot can do."""


Answer = Notice | Results | PaperCard | DayPage | NoDay | Passages | Reloaded | Status | Help


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion while typing: what is shown, and what is sent when it is chosen."""

    name: str
    value: str


class Answers:
    """Answers requests from a library. `now` gives the present time, aware of its zone."""

    def __init__(
        self, library: Library, now: Callable[[], datetime], papers_per_day_page: int = PAPERS_PER_DAY_PAGE
    ) -> None:
        self._library = library
        self._now = now
        self._papers_per_day_page = papers_per_day_page
        self._reloading = asyncio.Lock()
        self._reloaded_at: datetime | None = None

    @property
    def today(self) -> date:
        return self._now().astimezone(KOREA).date()

    async def search(self, text: str, page: int = 1, per_page: int = RESULTS_PER_PAGE) -> Answer:
        query, page = parse_query(text), max(page, 1)
        if not query.text:
            return Notice(words.EMPTY_QUERY)
        offset = (page - 1) * per_page
        result = await self._library.search(query, per_page, offset)
        if not result.total:
            return self._nothing(query)
        pages = -(-result.total // per_page)
        if not result.hits:
            return Notice(words.NO_SUCH_PAGE, {"pages": pages})
        return Results(
            query.text, result.hits, result.total, page, pages, offset + 1, result.took_ms, _shortened(query)
        )

    def _nothing(self, query: Query) -> Notice:
        if not self._library.status().papers:
            return Notice(words.EMPTY_CORPUS)
        if query.arxiv_id:
            return _unknown_id(query.arxiv_id)
        if not query.terms:
            phrase = words.ONLY_QUESTION_WORDS if any(map(str.isalnum, query.text)) else words.NOTHING_TO_SEARCH
            return Notice(phrase, {"query": query.text})
        return Notice(words.NO_MATCH, {"query": query.text})

    async def show(self, text: str, page: int = 1) -> Answer:
        """The paper that `text` names by id, link or title; where it names none, the papers it comes closest to."""
        if not text.strip():
            return Notice(words.EMPTY_PAPER)
        if paper := await self._library.paper(text):
            return PaperCard(paper, max(page, 1))
        if arxiv_id := parse_arxiv_id(text):
            return _unknown_id(arxiv_id)
        answer = await self.search(text)
        if isinstance(answer, Results):
            notice = Notice(words.CLOSEST_TITLES, {"query": answer.query})
            return replace(answer, notices=(notice,))
        return answer

    async def daily(self, text: str = "", page: int = 1) -> Answer:
        """The day that `text` names, the newest where it is empty."""
        days = self._library.days()
        if not days:
            return Notice(words.EMPTY_CORPUS)
        try:
            chosen = parse_day(text, self.today, days) if text.strip() else days[-1]
        except BadDate as error:
            return Notice(words.IMPOSSIBLE_DATE if error.impossible else words.BAD_DATE, {"text": error.text})
        day = await self._library.day(chosen)
        if not day.papers:
            return NoDay(chosen, day.previous, day.next)
        size = self._papers_per_day_page
        pages = -(-len(day.papers) // size)
        first = (min(max(page, 1), pages) - 1) * size
        return DayPage(day, first // size + 1, pages, first + 1, day.papers[first : first + size])

    async def ask(self, question: str, limit: int = PASSAGES) -> Answer:
        query = parse_query(question)
        if not query.text:
            return Notice(words.EMPTY_QUESTION)
        passages = await self._library.ask(query, limit)
        if not passages:
            return self._nothing(query)
        return Passages(query.text, passages, _shortened(query))

    async def reload(self) -> Answer:
        """Reads the digests again: one at a time, and at most once in `RELOAD_EVERY`."""
        if self._reloading.locked():
            return Notice(words.RELOAD_BUSY)
        if self._reloaded_at and (wait := self._reloaded_at + RELOAD_EVERY - self._now()) > timedelta(0):
            return Notice(words.RELOAD_WAIT, {"seconds": max(1, round(wait.total_seconds()))})
        async with self._reloading:
            try:
                report = await self._library.reload()
            except (StoreError, OSError) as error:
                return Notice(words.RELOAD_FAILED, {"reason": str(error)})
            self._reloaded_at = self._now()
        return Reloaded(report)

    async def status(self) -> Answer:
        return Status(self._library.status())

    async def help(self) -> Answer:
        return Help()

    async def suggest_papers(self, text: str) -> tuple[Choice, ...]:
        found = await self._library.suggest(text, limit=MAX_CHOICES)
        return tuple(Choice(title, arxiv_id) for arxiv_id, title in found)

    def suggest_days(self, text: str) -> tuple[date, ...]:
        """The newest days there are that what is typed so far could mean."""
        days = self._library.days()
        typed = "".join(filter(str.isdigit, text))
        fitting = [
            day for day in reversed(days) if typed in f"{day:%Y%m%d}" or typed in f"{day:%Y}{day.month}{day.day}"
        ]
        try:
            named = parse_day(text, self.today, days)
        except BadDate:
            return tuple(fitting[:MAX_CHOICES])
        first = [named] if named in days else []
        return tuple([*first, *(day for day in fitting if day != named)][:MAX_CHOICES])


def _shortened(query: Query) -> tuple[Notice, ...]:
    return (Notice(words.QUERY_SHORTENED, {"limit": MAX_QUERY_CHARS}),) if query.shortened else ()


def _unknown_id(arxiv_id: str) -> Notice:
    return Notice(words.UNKNOWN_ID, {"arxiv_id": arxiv_id, "url": f"https://arxiv.org/abs/{arxiv_id}"})
