"""The conditions of a query: what papers have to be like, apart from the words they are searched by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from retrieval.analysis.names import name_words
from retrieval.analysis.terms import Word, fold
from retrieval.lazy_regex import lazy_regex
from retrieval.query.days import BadDate, parse_dates, shown

MOST_VOTES: Final = 10**9


class Sort(StrEnum):
    """The order of what is found. RELEVANCE is that of scores; where nothing is scored, the newest come first."""

    RELEVANCE = "relevance"
    VOTES = "votes"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of `text` next to each other, in the title or one point of the summary; or just in the `title`.

    Case, punctuation and the spaces between Hangul do not matter, except that a word of just two syllables is sought
    unbroken. The last word may also be in the plural, and where it is not `exact`, in the singular.
    """

    text: str
    exact: bool = True
    title: bool = False


@dataclass(frozen=True, slots=True)
class Author:
    """An author whose name has all of `words`, as `name_words` gives them.

    `more` are words that follow in the query: part of the name where somebody is called that.
    """

    words: tuple[str, ...]
    more: tuple[Word, ...] = ()

    def with_more(self, count: int) -> Author:
        """The author of that name and of the next `count` words."""
        taken = (part for word in self.more[:count] for part in name_words(word.text))
        return Author((*self.words, *taken), self.more[count:])


@dataclass(frozen=True, slots=True)
class Days:
    """An appearance on a day from `first` to `last`, both included."""

    first: date = date.min
    last: date = date.max


@dataclass(frozen=True, slots=True)
class Votes:
    """From `least` to `most` votes, both included. Votes that are not known are never within."""

    least: int = 0
    most: int = MOST_VOTES


@dataclass(frozen=True, slots=True)
class HasCode:
    """A link to a repository in the summary."""


Condition = Phrase | Author | Days | Votes | HasCode

_Span = tuple[int, int]

_RANGE = lazy_regex(r"\s*(?:\.{2,}|[~–—])\s*")
_COMPARED = lazy_regex(
    r"(?P<sign>[<>≤≥=]{0,2})\s*(?P<value>.*?)\s*(?P<word>이상|초과|이하|미만|부터|이후|이래|까지|이전|\+|)", re.DOTALL
)
_VOTES = lazy_regex(r"(\d+)\s*(?:표|개|votes?|)", re.ASCII)
_VOTES_RANGE = lazy_regex(r"(\d+)\s*-\s*(\d+)", re.ASCII)
_FROM_TO = lazy_regex(r"(?:from |between )?(.+?)(?:부터 ?| to | until | through | and )(\S.*?)(?:까지)?")
_WORDED = lazy_regex("(since|from|after|until|till|through|up to|by|before) (.+)")
_SIGNS: Mapping[str, str] = {"since": ">=", "from": ">=", "after": ">", "before": "<"}


def parse_votes(text: str) -> Votes:
    """`20`, `>20`, `>=20`, `20+`, `20 이상`, `<5`, `5 이하`, `20..50`, `20-50`, `20..`, … Raises ValueError."""

    def span(number: str) -> _Span:
        match = _VOTES.fullmatch(number)
        if match is None:
            raise ValueError(number)
        return (min(int(match[1]), MOST_VOTES),) * 2

    return Votes(*_bounds(_VOTES_RANGE.sub(r"\1..\2", fold(text)), span, (0, MOST_VOTES)))


def parse_days(text: str, today: date | None = None, known: Sequence[date] = ()) -> Days:
    """`2024`, `2024-02`, `지난달`, a day as `parse_day` knows it, `2024-01..2024-03`, `>=2024`, `2024년 10월 이후`, …

    Days that count from today, or have no year (`2.14`), need `today`. Raises BadDate, with the text as it was typed.
    """

    def span(part: str) -> _Span:
        dates = parse_dates(part, today, known)
        return dates.first.toordinal(), dates.last.toordinal()

    least, most = date.min.toordinal(), date.max.toordinal()
    try:
        first, last = _bounds(_signed(fold(text)), span, (least, most))
    except BadDate as error:
        raise BadDate(shown(text), impossible=error.impossible, near=error.near) from None
    return Days(date.fromordinal(min(first, most)), date.fromordinal(max(last, least)))


def _signed(text: str) -> str:
    """Words for a range or a comparison as signs: `from 2024-01 to 2024-03` is `2024-01..2024-03`."""
    text = " ".join(text.split())
    if match := _FROM_TO.fullmatch(text):
        return f"{match[1]}..{match[2]}"
    match = _WORDED.fullmatch(text)
    return f"{_SIGNS.get(match[1], '<=')}{match[2]}" if match else text


def _bounds(text: str, span: Callable[[str], _Span], widest: _Span) -> _Span:
    """The least and the most that `text` allows, whose single values `span` understands."""
    ends = _RANGE.split(text.strip(), maxsplit=1)
    if len(ends) == 2 and any(ends):
        spans = [span(end) for end in ends if end]
        return (
            min(first for first, _ in spans) if ends[0] else widest[0],
            max(last for _, last in spans) if ends[1] else widest[1],
        )
    match = _COMPARED.fullmatch(text.strip())
    if match is None or (match["sign"] and match["word"]):
        raise BadDate(text)
    first, last = span(match["value"])
    match match["sign"] or match["word"]:
        case ">=" | "=>" | "≥" | "+" | "이상" | "부터" | "이후" | "이래":
            return first, widest[1]
        case ">" | "초과":
            return last + 1, widest[1]
        case "<=" | "=<" | "≤" | "이하" | "까지" | "이전":
            return widest[0], last
        case "<" | "미만":
            return widest[0], first - 1
        case "" | "=" | "==":
            return first, last
    raise BadDate(text)
