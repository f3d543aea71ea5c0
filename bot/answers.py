"""A request in, an `Answer` of plain data out: what Discord and the console both show."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import words
from bot.answer import (
    Answer,
    DayPage,
    Help,
    NoAnswer,
    NoDay,
    Notice,
    PaperCard,
    Passages,
    Reloaded,
    Results,
    Similar,
    Status,
    Term,
    TopPage,
)
from bot.span import Period, span_of
from bot.trending import Trending
from bot.words import Language
from retrieval.library import (
    Library,
    SearchResult,
)
from retrieval.paper import parse_arxiv_id
from retrieval.query.conditions import parse_days
from retrieval.query.days import BadDate, parse_day
from retrieval.query.query import MAX_QUERY_CHARS, Query
from retrieval.storage.database import StoreError

RESULTS_PER_PAGE = 5
PAPERS_PER_DAY_PAGE = 10
PASSAGES = 3
NEAREST = 3
TRANSLATIONS = 5
LEAST_CONFIDENCE = 0.1
SIMILAR = 5
MOST_TOP = 50  # papers of a period that are listed
MAX_CHOICES = 25  # what Discord shows of an autocomplete
RELOAD_EVERY = timedelta(minutes=1)


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
        self.library = library
        self.now = now
        self.trending = Trending(library)
        self._papers_per_day_page = papers_per_day_page
        self._reloading = asyncio.Lock()
        self._reloaded_at: datetime | None = None

    async def search(self, text: str, page: int = 1, per_page: int = RESULTS_PER_PAGE) -> Answer:
        query, page = self.library.parse(text), max(page, 1)
        if not query.text:
            return Notice(words.EMPTY_QUERY)
        offset = (page - 1) * per_page
        result = await self.library.search(query, per_page, offset)
        if not result.total:
            return await self._nothing(query)
        pages = -(-result.total // per_page)
        if not result.hits:
            return Notice(words.NO_SUCH_PAGE, {"pages": pages})
        notices = (*_shortened(query), *_malformed(query), *_corrected(result))
        literal = _literal(query.text, result)
        return Results(query.text, result.hits, result.total, page, pages, offset + 1, result.took_ms, notices, literal)

    async def _nothing(self, query: Query) -> Notice:
        if not self.library.status().papers:
            return Notice(words.EMPTY_CORPUS)
        if query.arxiv_id:
            return await self.unknown_id(query.arxiv_id)
        if not (query.terms or query.required or query.excluded or query.sort):
            phrase = words.ONLY_QUESTION_WORDS if any(map(str.isalnum, query.text)) else words.NOTHING_TO_SEARCH
            return Notice(phrase, {"query": query.text})
        if notices := _malformed(query):
            return notices[0]
        return Notice(words.NO_MATCH, {"query": query.text})

    async def open(self, arxiv_id: str, page: int = 1, origin: str = "") -> Answer:
        """The paper of that id, which stood in a list; `origin` is the code of the place to go back to."""
        answer = await self.show(arxiv_id, page)
        if isinstance(answer, PaperCard):
            return replace(answer, origin=origin)
        return Notice(words.PAPER_GONE, {"arxiv_id": arxiv_id, "url": f"https://arxiv.org/abs/{arxiv_id}"})

    async def show(self, text: str, page: int = 1) -> Answer:
        """The paper that `text` names by id, link or title; where it names none, the papers it comes closest to."""
        if not text.strip():
            return Notice(words.EMPTY_PAPER)
        if paper := await self.library.paper(text):
            return PaperCard(paper, max(page, 1), self.library.is_suspicious(paper.arxiv_id))
        if arxiv_id := parse_arxiv_id(text):
            return await self.unknown_id(arxiv_id)
        answer = await self.search(text)
        if isinstance(answer, Results):
            notice = Notice(words.CLOSEST_TITLES, {"query": answer.query})
            return replace(answer, notices=(notice,))
        return answer

    async def unknown_id(self, arxiv_id: str) -> Notice:
        """That there is no paper of that id, and which comes closest."""
        values = {"arxiv_id": arxiv_id, "url": f"https://arxiv.org/abs/{arxiv_id}"}
        if near := await self.library.nearest_paper(arxiv_id):
            return Notice(words.UNKNOWN_ID_NEAREST, {**values, "nearest": near.arxiv_id, "title": near.title})
        return Notice(words.UNKNOWN_ID, values)

    async def daily(self, text: str = "", page: int = 1) -> Answer:
        """The day that `text` names, the newest where it is empty."""
        days = self.library.days()
        if not days:
            return Notice(words.EMPTY_CORPUS)
        try:
            chosen = parse_day(text, self.library.today, days) if text.strip() else days[-1]
        except BadDate as error:
            return _bad_date(error, days)
        day = await self.library.day(chosen)
        if not day.papers:
            return NoDay(chosen, day.previous, day.next)
        size = self._papers_per_day_page
        pages = -(-len(day.papers) // size)
        first = (min(max(page, 1), pages) - 1) * size
        return DayPage(day, first // size + 1, pages, first + 1, day.papers[first : first + size])

    async def top(self, period: Period, text: str = "", page: int = 1, per_page: int = RESULTS_PER_PAGE) -> Answer:
        """The papers with the most votes of the week, month or year of the day that `text` names, the newest where it
        is empty; or of all days."""
        days = self.library.days()
        if not days:
            return Notice(words.EMPTY_CORPUS)
        try:
            day = parse_days(text, self.library.today, days).first if text.strip() else days[-1]
        except BadDate as error:
            return _bad_date(error, days)
        span = span_of(period, day, days)
        listed = min(total := await self.library.count(span.since, span.until), MOST_TOP)
        if not total:
            nearest = ", ".join(str(near) for near in (span.previous, span.next) if near)
            return Notice(words.NO_TOP, {"since": span.since, "until": span.until, "nearest": nearest})
        pages = -(-listed // per_page)
        first = (min(max(page, 1), pages) - 1) * per_page
        papers = await self.library.top(span.since, span.until, min(per_page, listed - first), first)
        return TopPage(span, papers, total, first // per_page + 1, pages, first + 1)

    async def ask(self, question: str, limit: int = PASSAGES) -> Answer:
        query = self.library.parse(question)
        if not query.text:
            return Notice(words.EMPTY_QUESTION)
        answered = await self.library.ask(query, limit)
        if answered.passages:
            return Passages(query.text, answered.passages, (*_shortened(query), *_malformed(query)))
        asked = bool(query.terms) and not query.arxiv_id and bool(self.library.status().papers)
        return NoAnswer(query.text, answered.nearest) if asked else await self._nothing(query)

    async def similar(self, text: str) -> Answer:
        """Papers about the same things as the one that `text` names by id, link or title."""
        shown = await self.show(text)
        if not isinstance(shown, PaperCard):
            return shown
        hits = await self.library.similar(shown.paper.arxiv_id, SIMILAR)
        return Similar(shown.paper, hits) if hits else Notice(words.NOTHING_SIMILAR)

    async def term(self, text: str) -> Answer:
        """What a term is called in the other language, and papers on it."""
        query = self.library.parse(text)
        if not query.text:
            return Notice(words.EMPTY_TERM)
        found = self.library.translations(query.text)[:TRANSLATIONS]
        translations = tuple(one for one in found if one.confidence >= LEAST_CONFIDENCE)
        hits = (await self.library.search(query, NEAREST)).hits
        nearest = "" if translations else await self.library.nearest_term(query.text) or ""
        if translations or hits:
            return Term(query.text, translations, hits, nearest)
        values = {"term": query.text, "nearest": nearest}
        return Notice(words.NO_TERM_NEAREST, values) if nearest else await self._nothing(query)

    async def trends(self, text: str = "", months: int | None = None, language: Language | None = None) -> Answer:
        """See `Trending.answer`."""
        return await self.trending.answer(text, months, language)

    async def reload(self) -> Answer:
        """Reads the digests again: one at a time, and at most once in `RELOAD_EVERY`."""
        if self._reloading.locked():
            return Notice(words.RELOAD_BUSY)
        if self._reloaded_at and (wait := self._reloaded_at + RELOAD_EVERY - self.now()) > timedelta(0):
            return Notice(words.RELOAD_WAIT, {"seconds": max(1, round(wait.total_seconds()))})
        async with self._reloading:
            try:
                report = await self.library.reload()
            except (StoreError, OSError) as error:
                return Notice(words.RELOAD_FAILED, {"reason": str(error)})
            self._reloaded_at = self.now()
        return Reloaded(report)

    async def status(self) -> Answer:
        return Status(self.library.status())

    async def help(self) -> Answer:
        return Help()

    async def suggest_papers(self, text: str) -> tuple[Choice, ...]:
        found = await self.library.suggest(text, limit=MAX_CHOICES)
        return tuple(Choice(title, arxiv_id) for arxiv_id, title in found)

    def suggest_days(self, text: str) -> tuple[date, ...]:
        """The newest days there are that what is typed so far could mean."""
        days = self.library.days()
        typed = "".join(filter(str.isdigit, text))
        fitting = [
            day for day in reversed(days) if typed in f"{day:%Y%m%d}" or typed in f"{day:%Y}{day.month}{day.day}"
        ]
        try:
            named = parse_day(text, self.library.today, days)
        except BadDate:
            return tuple(fitting[:MAX_CHOICES])
        first = [named] if named in days else []
        return tuple([*first, *(day for day in fitting if day != named)][:MAX_CHOICES])


def _bad_date(error: BadDate, days: Sequence[date]) -> Notice:
    """That a text is no day; with the one of `days` (at least one) nearest to it, or the newest."""
    wanted = error.near or days[-1]
    nearest = min(days, key=lambda day: abs(day - wanted))
    return Notice(
        words.IMPOSSIBLE_DATE if error.impossible else words.BAD_DATE, {"text": error.text, "nearest": nearest}
    )


def _shortened(query: Query) -> tuple[Notice, ...]:
    return (Notice(words.QUERY_SHORTENED, {"limit": MAX_QUERY_CHARS}),) if query.shortened else ()


def _malformed(query: Query) -> tuple[Notice, ...]:
    return (Notice(words.MALFORMED, {"text": ", ".join(query.malformed)}),) if query.malformed else ()


def _corrected(result: SearchResult) -> tuple[Notice, ...]:
    searched = ", ".join(dict.fromkeys(correction.searched for correction in result.corrections))
    return (Notice(words.CORRECTED, {"searched": searched}),) if searched else ()


def _literal(text: str, result: SearchResult) -> str:
    """The query with what was corrected in quotation marks, which are taken by the letter; "" where nothing was."""
    literal = text
    for correction in result.corrections:
        literal = literal.replace(correction.typed, f'"{correction.typed}"', 1)
    return literal if literal != text and len(literal) <= MAX_QUERY_CHARS else ""
