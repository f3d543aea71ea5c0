"""A sentence → what it asks for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from bot.core.sentences.facts import Facts
from bot.core.sentences.manners import plain, tidied, without_manners
from bot.core.sentences.patterns import compiled
from bot.core.sentences.pointing import number_named, number_pointed_at, points_at_one
from bot.core.sentences.request import Request, cleaned, has_operators, only_code, taken_apart
from bot.core.sentences.sentences import About, Intent, Sentences
from bot.core.sentences.times import Time
from bot.core.sentences.understood import Slots, Understood
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import find_arxiv_ids
from retrieval.query.date_ranges import Unit

MAX_SENTENCE: Final = 160
"""Characters of a sentence; a longer text tells something, and asks for nothing in particular."""
_MAX_QUERY = 4_000
_LEAST_TOPIC, _MAX_TOPIC = 2, 60

_NAME = lazy_regex(r"[A-Za-z][\w.'-]+(?: [A-Za-z][\w.'-]*){1,3}|[가-힣]{3}")
_LINK = lazy_regex(r"\S*\d{4}\.\d{4,5}\S*")  # an id, and what it stands in
_WEEK, _MONTH = 10, 45  # days at most that count as one
_SENTENCE_END = lazy_regex(r"(?<=[.!?。])\s+")


@dataclass(frozen=True, slots=True)
class _Listed:
    """The sentences of an intent, and their patterns as regular expressions."""

    sentences: Sentences
    patterns: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, sentences: Sentences) -> _Listed:
        patterns = compiled(sentences.ko, "ko") + compiled(sentences.en, "en")
        return cls(sentences, patterns, compiled(sentences.never_ko, "ko") + compiled(sentences.never_en, "en"))


class Reader:
    """Reads sentences by the patterns that features list. It keeps nothing, and needs nothing but `Facts`."""

    def __init__(self, sentences: Iterable[Sentences]) -> None:
        order = list(Intent)
        self._sentences = sorted(sentences, key=lambda each: order.index(each.intent))

    @cached_property
    def listed(self) -> Sequence[_Listed]:
        """Takes a fraction of a second when it is first needed, which most starts need not wait for."""
        return [_Listed.of(each) for each in self._sentences]

    async def read(self, text: str, facts: Facts, *, continues: bool = False) -> Understood:
        """What a sentence asks for. `continues`: something was shown before it, and it may go on from that."""
        await asyncio.to_thread(getattr, self, "listed")
        said = tidied(text)
        if not any(map(str.isalnum, plain(said))):
            return Understood(text, Intent.GREETING)
        if len(said) > MAX_SENTENCE or has_operators(said):
            return self._as_it_is(said, find_arxiv_ids(said))
        return await _Reading(self, said, facts, continues).understood()

    def says(self, intent: Intent, said: str) -> bool:
        """Whether `said` is a sentence of the intent."""
        listed = (each for each in self.listed if each.sentences.intent is intent)
        return any(pattern.fullmatch(said) for each in listed for pattern in each.patterns)

    def sentences(self, intent: Intent) -> Sentences:
        return next(each for each in self._sentences if each.intent is intent)

    def _as_it_is(self, said: str, arxiv_ids: Sequence[str]) -> Understood:
        """Words that are not taken apart: the papers that they name, a question where they end in one, else a query."""
        if arxiv_ids:
            show = self.sentences(Intent.SHOW)
            return Understood(said, Intent.SHOW, Slots(paper=" ".join(arxiv_ids)), show)
        last = _SENTENCE_END.split(said)[-1][-MAX_SENTENCE:]
        asked = not has_operators(said) and self.says(Intent.ASK, last) and not self.says(Intent.SEARCH, plain(last))
        return Understood(said, Intent.ASK if asked else Intent.SEARCH, Slots(query=said[:_MAX_QUERY]))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence being read."""

    reader: Reader
    said: str
    facts: Facts
    continues: bool

    async def understood(self) -> Understood:
        arxiv_ids = find_arxiv_ids(self.said)
        if not arxiv_ids and await self.facts.titled(self.said):
            return self._as(self.reader.sentences(Intent.SHOW), Slots(paper=self.said))
        if found := await self._by_pattern():
            return found
        if arxiv_ids:
            return self._of_papers(arxiv_ids)
        request = await self._request(plain(self.said))
        if found := self._without_topic(request):
            return found
        if pointed := self._pointed():
            return pointed
        listed = self.reader.says(Intent.SEARCH, plain(self.said)) or bool(request.author or request.code)
        if not listed and self.reader.says(Intent.ASK, self.said):
            return self._as(self.reader.sentences(Intent.ASK), Slots(query=self.said))
        return self._as(self.reader.sentences(Intent.SEARCH), _searched(request))

    def _as(self, sentences: Sentences, slots: Slots, about: About | None = None) -> Understood:
        return Understood(self.said, sentences.intent, slots, sentences, about)

    def _pointed(self) -> Understood | None:
        """A question to a paper that was shown: the one that is open, or one of a list by its number."""
        number = number_pointed_at(self.said) if self.continues else None
        if not (number or points_at_one(self.said)) or not self.reader.says(Intent.ASK, self.said):
            return None
        return self._as(self.reader.sentences(Intent.ASK), Slots(query=self.said, number=number), About.PAPER)

    async def _by_pattern(self) -> Understood | None:
        """What the first pattern says that fits the sentence, as it is or without its manners."""
        spoken = dict.fromkeys((plain(self.said), without_manners(self.said)))
        for listed in self.reader.listed:
            if listed.sentences.intent in (Intent.ASK, Intent.SEARCH):
                continue
            if listed.sentences.only_after and not self.continues:
                continue
            for said in spoken:
                for pattern in listed.patterns:
                    match = pattern.fullmatch(said)
                    if match and (found := await self._filled(listed, match)):
                        return found
        return None

    async def _filled(self, listed: _Listed, match: re.Match[str]) -> Understood | None:
        """The slots that a pattern takes from the sentence; None where they make no sense."""
        sentences, groups = listed.sentences, match.groupdict()
        query, paper = groups.get("query"), groups.get("paper")
        about = About.PAPER if groups.get("this") or groups.get("nth") else sentences.about
        if sentences.intent is Intent.REFINE:
            slots = _searched(only_code(await self._request(query or "", listed=True)))
            slots = replace(slots, exclude=cleaned(groups.get("exclude") or "") or slots.exclude)
            return self._as(sentences, slots, about) if slots.said() else None
        if sentences.intent is Intent.NEWEST:
            slots = self._dated(sentences.intent, taken_apart(self.said, self.facts.today, self.facts.days))
        else:
            slots = Slots(self._topic(query or ""), paper=_paper(paper or ""), number=number_named(groups.get("nth")))
        if query is not None and not self._is_topic(query, slots.query, listed):
            return None
        if paper is not None and not slots.paper:
            return None
        if sentences.must_be_here and not await self.facts.named(slots.paper):
            return None
        return self._as(sentences, slots, about)

    def _is_topic(self, query: str, topic: str, listed: _Listed) -> bool:
        """Whether what a pattern takes for its query may be one: `topic` is what is left of it."""
        if find_arxiv_ids(query) or any(pattern.fullmatch(query) for pattern in listed.never):
            return False
        return _LEAST_TOPIC <= len(topic) <= _MAX_TOPIC

    def _topic(self, query: str) -> str:
        return taken_apart(query, self.facts.today, self.facts.days).topic

    def _of_papers(self, arxiv_ids: Sequence[str]) -> Understood:
        """A sentence with ids of papers: a question to the one, or the wish to see them."""
        slots = Slots(paper=" ".join(arxiv_ids))
        if len(arxiv_ids) == 1 and self.reader.says(Intent.ASK, self.said) and self._topic(_LINK.sub("", self.said)):
            return self._as(self.reader.sentences(Intent.ASK), replace(slots, query=self.said))
        return self._as(self.reader.sentences(Intent.SHOW), slots)

    async def _request(self, said: str, *, listed: bool = False) -> Request:
        """A sentence as a request. An author whom nobody is called is none, a topic that is the name of one is.
        `listed`: it asks for papers, whatever it says."""
        today, days = self.facts.today, self.facts.days
        request = taken_apart(said, today, days)
        if request.author and not request.certain and not await self.facts.wrote(request.author):
            return taken_apart(said, today, days, authors=False)
        named = _NAME.fullmatch(request.topic)
        if named and (listed or request.listed or request.topic == said) and await self.facts.wrote(request.topic):
            return replace(request, topic="", author=request.topic)
        return request

    def _without_topic(self, request: Request) -> Understood | None:
        """A request that names no topic: more of what was shown, a day, or the best of a time."""
        if request.topic:
            return None
        if request.impossible:
            return self._as(self.reader.sentences(Intent.DAY), Slots(query=request.impossible))
        if self.continues and request.conditions and not request.listed:
            return self._as(self.reader.sentences(Intent.REFINE), _searched(request), About.LIST)
        if request.author or request.code or request.exclude:
            return None
        if not (request.conditions or request.listed or request.shown):
            return Understood(self.said, Intent.GREETING)
        when, order = request.when(self.facts.today), request.order or ""
        for listed in self.reader.listed:
            if any(order in bare.orders and when in bare.times for bare in listed.sentences.bare):
                return self._as(listed.sentences, self._dated(listed.sentences.intent, request))
        return None

    def _dated(self, intent: Intent, request: Request) -> Slots:
        """The slots of a request for a day, or for the best of a time."""
        time = request.time
        if intent is Intent.TOP:
            if time is None:
                return Slots(period="all" if request.ever else "")
            return Slots(period=_period(time), day=None if time.running else time.first)
        return Slots(day=time.first) if time and time.unit is Unit.DAY else Slots()


def _period(time: Time) -> str:
    """The unit of a time, or the one that comes nearest to its length."""
    if time.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return time.unit
    return Unit.WEEK if time.days <= _WEEK else Unit.MONTH if time.days <= _MONTH else Unit.YEAR


def _searched(request: Request) -> Slots:
    """The slots of a search."""
    since, until = (request.time.since, request.time.until) if request.time else (None, None)
    return Slots(
        query=request.topic,
        since=since,
        until=until,
        sort=request.order,
        code=request.code,
        author=request.author,
        exclude=request.exclude,
    )


def _paper(text: str) -> str:
    """The id in what was taken for the name of a paper, else the name."""
    return next(iter(find_arxiv_ids(text)), "") or cleaned(text)
