"""Requests for trends → answers; a chart is drawn off the loop, and kept for whoever asks for the same."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Final

from bot.core.answer import Answer, Attachment, Notice, Reason
from bot.core.app import App
from bot.features.trends import phrases
from bot.features.trends.answers import Rising, Trend, TrendNumbers, alt_text
from bot.rendering import phrases as common
from bot.rendering.language import Language
from bot.rendering.plain import one_line
from retrieval.glossary.pairs import term_key
from retrieval.lazy_regex import lazy_regex
from retrieval.query.query import parse_query
from retrieval.query.rewriting import with_word
from retrieval.trends.rising import MIN_MONTHS, Rises
from retrieval.trends.trends import MAX_MONTHS, Series

MAX_TERMS: Final = 4
MAX_TERM_CHARS: Final = 60
DEFAULT_MONTHS: Final = 12
PICTURE: Final = "trends.png"
MOST_RISEN: Final = 8

_MAX_RAW_CHARS = 2_000
_TOPICS = 256  # of the last replies, below which a button stands or does not
_LEAST_REPAIRED = 4  # characters: RAG is no misspelt drag
_COMMA = lazy_regex(r"[,，、;\n]")
_MONTHS = lazy_regex(
    r"(?:(?:months|개월)\s*[:=]\s*|(?<!\S)(?=-?\d+\s*(?:months?|개월)$))(-?\d{1,6})(?:\s*(?:months?|개월))?$"
)


class Trends:
    """Counts papers a month that mention terms, and finds terms on the rise."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._turn = asyncio.Lock()  # one request is counted or drawn at a time: threads that compete hold up the loop
        self._rises: dict[int, Rises | None] = {}  # by months, of what was loaded at `_rises_of`
        self._rises_of: datetime | None = None

    async def show(self, text: str = "", months: int | None = None, language: Language | None = None) -> Answer:
        """Which papers of each of the last `months` (else DEFAULT_MONTHS) months mention the terms in `text`, which
        commas part, with a chart in `language` where that is given; without a term, the terms on the rise."""
        months = DEFAULT_MONTHS if months is None else months
        if not 1 <= months <= MAX_MONTHS:
            return Notice(phrases.BAD_MONTHS, {"nearest": min(max(months, 1), MAX_MONTHS)}, Reason.MISUSE)
        if not self._library.status().papers:
            return Notice(common.EMPTY_CORPUS)
        if not text.strip():
            return await self._rising(months)
        terms = _terms(text)
        return terms if isinstance(terms, Notice) else await self._trend(terms, months, language)

    async def numbers(self, text: str, months: int) -> Answer:
        """The numbers of a chart of the same terms and months."""
        answer = await self.show(text, months)
        return TrendNumbers(answer.trends) if isinstance(answer, Trend) else answer

    async def of_line(self, line: str) -> Answer:
        """The answer to a line of a console, at whose end `24개월` or `months: 24` may stand."""
        match = _MONTHS.search(line)
        return await self.show(line[: match.start()], int(match[1])) if match else await self.show(line)

    async def _trend(self, terms: tuple[str, ...], months: int, language: Language | None) -> Answer:
        spelled = {term: await self._spelled(term) for term in terms}
        async with self._turn:
            trends = await self._library.trends(tuple(_once(spelled.values())), months)
        if not trends.months:
            return Notice(common.EMPTY_CORPUS)
        unknown = [await self._unknown(series.term) for series in trends.series if not series.ever]
        kept, same = _distinct([series for series in trends.series if series.ever])
        if not kept:
            return unknown[0]
        changed = [Notice(phrases.SPELLED, {"term": one, "other": two}) for one, two in spelled.items() if one != two]
        answer = Trend(replace(trends, series=tuple(kept)), months, (*changed, *same, *unknown))
        return replace(answer, chart=await self._chart(answer, language)) if language else answer

    async def _spelled(self, term: str) -> str:
        """A term as a search corrects it: what is misspelt counts as the same papers as what was meant."""
        spelled = term
        for each in (await self._library.search(term, limit=1)).corrections:
            spelled = with_word(spelled, each.typed, each.searched)
        return spelled

    async def _unknown(self, term: str) -> Notice:
        """That no paper speaks of `term`, and what it may be a misspelling of."""
        nearest = term
        for each in (await self._library.search(term, limit=1)).suggestions:
            if len(each.typed) >= _LEAST_REPAIRED:
                nearest = nearest.lower().replace(each.typed.lower(), each.searched)
        if nearest != term and any(series.ever for series in (await self._library.trends((nearest,), 1)).series):
            return Notice(phrases.UNKNOWN_NEAREST, {"term": term, "nearest": nearest})
        return Notice(phrases.UNKNOWN, {"term": term})

    async def _chart(self, answer: Trend, language: Language) -> Attachment:
        async with self._turn:
            content = await asyncio.to_thread(_draw, answer, language)
        return Attachment(PICTURE, content, alt_text(answer.trends, language))

    async def _rising(self, months: int) -> Answer:
        months = max(months, MIN_MONTHS)
        async with self._turn:
            loaded = self._library.status().loaded_at
            if loaded != self._rises_of:
                self._rises, self._rises_of = {}, loaded
            if months not in self._rises:
                self._rises[months] = await self._library.rises(months, MOST_RISEN)
            rises = self._rises[months]
        if rises is None:
            return Notice(phrases.NOTHING_TO_COMPARE)
        return Rising(rises, months) if rises.rises else Notice(phrases.NO_RISES)


@lru_cache(_TOPICS)
def charted(topic: str) -> str:
    """What a query is about, without its conditions, as a term that can be charted; "" where it is about no such
    term."""
    query = parse_query(topic)
    if query.arxiv_id or not query.subject:
        return ""
    words = query.plain[query.subject[0].start : query.subject[-1].end]
    term = " ".join(_COMMA.sub(" ", words).split())
    return term if len(term) <= MAX_TERM_CHARS and term_key(term) else ""


def _draw(answer: Trend, language: Language) -> bytes:
    from bot.features.trends.chart import draw  # here: a bot that never draws needs no Pillow, nor its memory

    return draw(answer.trends, language)


def _terms(text: str) -> tuple[str, ...] | Notice:
    """The terms that commas part, each once; or what is wrong with them."""
    raw = unicodedata.normalize("NFC", text[:_MAX_RAW_CHARS])
    parts = [one_line(part).strip(" \"'“”‘’`") for part in _COMMA.split(raw)]
    terms: dict[str, str] = {}
    for part in parts:
        if key := term_key(part):
            terms.setdefault(key, part)
    if not terms:
        return Notice(phrases.NO_WORD, {"text": one_line(text[:_MAX_RAW_CHARS])}, Reason.MISUSE)
    if len(terms) > MAX_TERMS:
        return Notice(phrases.TOO_MANY, {"count": len(terms)}, Reason.MISUSE)
    if max(map(len, terms.values())) > MAX_TERM_CHARS:
        return Notice(phrases.TOO_LONG, {"limit": MAX_TERM_CHARS}, Reason.MISUSE)
    return tuple(terms.values())


def _once(terms: Iterable[str]) -> Iterable[str]:
    first: dict[str, str] = {}
    for term in terms:
        first.setdefault(term_key(term), term)
    return first.values()


def _distinct(series: list[Series]) -> tuple[list[Series], list[Notice]]:
    """Each term once, and what to say of those that mean the same as one before them."""
    kept: dict[str, Series] = {}
    notices = []
    for each in series:
        same = next((kept[key] for key in map(term_key, each.also) if key in kept), None)
        if same is None:
            kept[term_key(each.term)] = each
        else:
            notices.append(Notice(phrases.SAME, {"term": each.term, "other": same.term}))
    return list(kept.values()), notices
