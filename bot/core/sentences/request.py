"""A request for papers, taken apart: its topic, and what the papers have to be like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.sentences import condition_words as words
from bot.core.sentences.condition_words import Patterns
from bot.core.sentences.mentions import find_author, find_exclusions, is_short
from bot.core.sentences.patterns import regex
from bot.core.sentences.times import Time, find_time, whole_time
from bot.core.sentences.understood import Order
from retrieval.lazy_regex import lazy_regex
from retrieval.query.date_ranges import Unit

_MAX_END = 80  # characters at an end of a sentence in which a word that says nothing is looked for


_OPERATORS = lazy_regex(
    r"[\"“”„‟＂]\S|(?:^|\s)-\w|\b(?:author|title|date|since|until|votes|has|code|sort)\s?:\s?\S"
    r"|(?:^|\s)(?:저자|제목|날짜|이후|이전|추천|코드|정렬)\s?:\s?\S",
    re.IGNORECASE,
)  # the operators of a query


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the words of the `topic`, and conditions. `listed`: papers are asked for in so many words;
    `shown`: to be shown something is; `ever`: of all times; `certain`: the author can be nothing else; `impossible`: a
    day that is in no calendar."""

    topic: str
    time: Time | None = None
    order: Order | None = None
    code: bool = False
    author: str = ""
    certain: bool = False
    exclude: str = ""
    listed: bool = False
    shown: bool = False
    ever: bool = False
    impossible: str = ""

    @property
    def conditions(self) -> bool:
        return bool(self.time or self.order or self.code or self.author or self.exclude or self.ever)

    def when(self, today: date) -> str:
        """Its time, as `Bare` names it."""
        if self.ever:
            return "ever"
        if self.time is None:
            return ""
        return "today" if self.time.unit is Unit.DAY and self.time.first == today else self.time.unit


def has_operators(text: str) -> bool:
    """Whether a text is written in the query language."""
    return _OPERATORS.search(text) is not None


def taken_apart(text: str, today: date, known: Sequence[date], *, authors: bool = True) -> Request:
    """A sentence of at most a few hundred characters as a request. `authors`: one may be named in it."""
    bare = _peeled(Request(text))
    alone = whole_time(bare.topic, today, known)
    if isinstance(alone, Time):
        return replace(bare, topic="", time=alone)
    if alone.impossible:
        return replace(bare, topic="", impossible=alone.text)
    request = Request(text)
    if (time := find_time(text, today, known)) is not None:
        request = replace(request, topic=_without(text, time.start, time.end), time=time)
    request = _with_order(_with_code(request), _ORDERS)
    if match := _EVER.search(request.topic):
        request = replace(request, topic=_without(request.topic, *match.span()), ever=True)
    request = _with_exclusion(_with_author(request) if authors else request)
    peeled = _peeled(request)
    if peeled.listed and peeled.order is None:
        peeled = _peeled(_with_order(peeled, _WANTED_ORDERS))
    return replace(peeled, topic=cleaned(peeled.topic))


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split())


def _anywhere(patterns: Patterns) -> re.Pattern[str]:
    parts = [rf"\s*(?:{regex(one, 'ko')})" for one in patterns["ko"]]
    parts += [rf"(?<![\w-])(?:{regex(one, 'en')})(?![\w-])" for one in patterns["en"]]
    return lazy_regex("|".join(parts), re.IGNORECASE)


_EVER = _anywhere(words.EVER)
_CODE = _anywhere(words.CODE)
_ONLY_CODE = lazy_regex("|".join((*words.ONLY_CODE["ko"], *words.ONLY_CODE["en"])), re.IGNORECASE)
_ORDERS = {order: _anywhere(patterns) for order, patterns in words.ORDERS.items()}
_WANTED_ORDERS = {order: _anywhere(patterns) for order, patterns in words.WANTED_ORDERS.items()}


def _with_code(request: Request) -> Request:
    match = _CODE.search(request.topic)
    return replace(request, topic=_without(request.topic, *match.span()), code=True) if match else request


def only_code(request: Request) -> Request:
    """The request where it narrows down what was shown: then the word alone says that papers must come with code."""
    return replace(request, topic="", code=True) if _ONLY_CODE.fullmatch(request.topic) else request


def _with_order(request: Request, orders: Mapping[Order, re.Pattern[str]]) -> Request:
    """Of several orders the first kind counts, and all of them are left out of the topic."""
    for order, pattern in orders.items():
        while match := pattern.search(request.topic):
            request = replace(request, topic=_without(request.topic, *match.span()), order=request.order or order)
    return request


def _with_author(request: Request) -> Request:
    if (found := find_author(request.topic)) is None:
        return request
    topic = _without(request.topic, found.start, found.end)
    return replace(request, topic=topic, author=found.name, certain=found.certain, listed=found.listed)


def _with_exclusion(request: Request) -> Request:
    for words_left_out, rest in find_exclusions(request.topic):
        exclude = cleaned(_peeled(Request(words_left_out)).topic)
        if is_short(exclude):
            return replace(request, topic=" ".join(rest.split()), exclude=exclude)
    return request


def _ends(parts: Mapping[str, Patterns], *, leading: bool) -> Mapping[str, re.Pattern[str]]:
    found = {}
    for name, patterns in parts.items():
        each = [f"(?:{regex(one, 'ko')})" for one in patterns["ko"]]
        bound = r"(?:{})(?![\w'’-])" if leading else r"(?<![\w'’-])(?:{})"
        each += [bound.format(regex(one, "en")) for one in patterns["en"]]
        joined = "|".join(each)
        found[name] = lazy_regex(rf"(?:{joined})\s*" if leading else rf"\s*(?:{joined})$", re.IGNORECASE)
    return found


_LEADING, _TRAILING = _ends(words.LEADING, leading=True), _ends(words.TRAILING, leading=False)
_PUNCTUATION = " \t\n.,!?~^;:…。·\"'“”‘’`()[]{}<>"
_INNER = (
    lazy_regex(r"(?<=\S)\s+(?:관련\s*)?논문(?:들)?(?:\s*(?:중에서|중에|중|에서|가운데))?(?:은|는|을|를|이|가|의|도|인데)?(?=\s)"),
    lazy_regex(
        r"(?<=\S)\s+(?:papers?|articles?)(?:\s+(?:on|about|for|with|using|that|which|from|of))?"
        r"(?:\s+(?:use|uses|study|propose|discuss|apply|address|cover|mention|deal with|are about|is about))?(?=\s)",
        re.IGNORECASE,
    ),
)  # fmt: skip


def _peeled(request: Request) -> Request:
    """The request without what stands around its topic."""
    text, seen = request.topic.strip(_PUNCTUATION), set()
    peeled = True
    while peeled and text:
        peeled = False
        for name, pattern in _LEADING.items():
            if (match := pattern.match(text)) and match.end():
                text, peeled = text[match.end() :].lstrip(_PUNCTUATION), True
                seen.add(name)
        for name, pattern in _TRAILING.items():
            end = text[-_MAX_END:]
            if (match := pattern.search(end)) and match[0].strip():
                text, peeled = text[: len(text) - len(end) + match.start()].rstrip(_PUNCTUATION), True
                seen.add(name)
    for inner in _INNER:
        text, count = inner.subn(" ", text)
        if count:
            seen.add("papers")
    return replace(
        request, topic=text, listed=request.listed or "papers" in seen, shown=request.shown or "show" in seen
    )


_PARTICLES = lazy_regex(
    r"(?<=[가-힣][가-힣])(?:에서는|에서|에는|에게|으로|을|를)$|(?<=[0-9A-Za-z)])(?:에서는|에서|에는|으로|은|는|이|가|을|를|의|에|로|도|과|와|랑|이랑)$"
)


def cleaned(text: str) -> str:
    """A topic without punctuation around it and particles at its end."""
    return _PARTICLES.sub("", " ".join(text.split()).strip(_PUNCTUATION)).strip(_PUNCTUATION)
