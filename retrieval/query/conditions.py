"""The conditions of a query: what papers have to be like, apart from the words they are searched by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from retrieval.analysis.names import name_words
from retrieval.analysis.terms import Word, fold
from retrieval.query.days import BadDate, parse_day

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

_RANGE = re.compile(r"\s*(?:\.{2,}|[~–—])\s*")
_COMPARED = re.compile(
    r"(?P<sign>[<>≤≥=]{0,2})\s*(?P<value>.*?)\s*(?P<word>이상|초과|이하|미만|부터|이후|까지|이전|\+|)", re.DOTALL
)
_VOTES = re.compile(r"(\d+)\s*(?:표|개|votes?|)", re.ASCII)
_VOTES_RANGE = re.compile(r"(\d+)\s*-\s*(\d+)", re.ASCII)
_YEAR = re.compile(r"(\d{4}|\d{2}(?=\s*년))\s*년?", re.ASCII)
_MONTH = re.compile(r"(\d{4}|\d{2}(?=\s*년))(?:\s*[-./년]\s*(\d{1,2})\s*월?|(\d{2}))", re.ASCII)
_SAYS_YEAR = re.compile(r"\d{4}|(?:\d+\D+){2}\d", re.ASCII)


def parse_votes(text: str) -> Votes:
    """`20`, `>20`, `>=20`, `20+`, `20 이상`, `<5`, `5 이하`, `20..50`, `20-50`, `20..`, … Raises ValueError."""

    def span(number: str) -> _Span:
        match = _VOTES.fullmatch(number)
        if match is None:
            raise ValueError(number)
        return (min(int(match[1]), MOST_VOTES),) * 2

    return Votes(*_bounds(_VOTES_RANGE.sub(r"\1..\2", fold(text)), span, (0, MOST_VOTES)))


def parse_days(text: str, today: date | None = None, known: Sequence[date] = ()) -> Days:
    """`2024`, `2024-02`, `2024년 2월`, a day as `parse_day` knows it, `2024-01..2024-03`, `2024-01..`, `>=2024`, …

    Days that count from today, or have no year (`2.14`), need `today`. Raises BadDate.
    """
    least, most = date.min.toordinal(), date.max.toordinal()
    first, last = _bounds(fold(text), lambda part: _days_of(part, today, known), (least, most))
    return Days(date.fromordinal(min(first, most)), date.fromordinal(max(last, least)))


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
        case ">=" | "=>" | "≥" | "+" | "이상" | "부터" | "이후":
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


def _days_of(text: str, today: date | None, known: Sequence[date]) -> _Span:
    """The first and the last day of the year, month or day that `text` names."""
    if match := _YEAR.fullmatch(text):
        year = _full_year(text, match[1])
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if match := _MONTH.fullmatch(text):
        year, month = _full_year(text, match[1]), int(match[2] or match[3])
        if not 1 <= month <= 12:
            raise BadDate(text, impossible=True)
        return date(year, month, 1).toordinal(), date(year, month, monthrange(year, month)[1]).toordinal()
    if today is None and not _SAYS_YEAR.match(text):
        raise BadDate(text)
    day = parse_day(text, today or date.max, known).toordinal()
    return day, day


def _full_year(text: str, digits: str) -> int:
    year = int(digits if len(digits) > 2 else f"20{digits}")
    if year < date.min.year:
        raise BadDate(text, impossible=True)
    return year
