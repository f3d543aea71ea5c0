"""The time that a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.lazy_regex import lazy_regex
from retrieval.query.date_ranges import DateRange, Unit
from retrieval.query.days import BadDate, find_dates, parse_dates

_BEFORE = lazy_regex(
    r"(?:\b(?:published|posted|released|submitted|uploaded|dated|that came out|out|back|starting|only)\s+)*"
    r"(?:\b(?P<word>from|in|of|on|for|during|within|over|since|after|before|until|till|through|up to|by|between|as of)"
    r"\s+)?"
    r"(?:\bthe\s+(?:(?:month|week|year|day)\s+of\s+)?)?$",
    re.IGNORECASE,
)
_FOLLOWS = r"\s|$|나온|나왔|올라|실린|발표|공개|새로|뜬|논문"  # a particle
_WORD_ENDS, _ENDS = rf"(?=에|의|부터|이후|까지|이전|{_FOLLOWS})", rf"(?={_FOLLOWS})"
_AFTER = lazy_regex(
    r"(?:['’]s\b)?(?:\s*(?:or later|or newer|onwards?|and later))?"
    rf"\s*(?:(?:달|자|날|중|동안|사이|안|내|간){_WORD_ENDS})?\s*(?P<word>부터|이후|이래|까지|이전)?"
    rf"(?:(?:에는|에서|에|의|로|도|는|은){_ENDS})?\s*"
    r"(?:새로\s*|처음\s*|지금까지\s*)?(?:나온|나왔던|올라온|올라왔던|실린|발표된|공개된|게재된|출판된|출간된|등록된|나왔|뜬)?(?:\s*것|\s*거)?",
)
_BETWEEN = lazy_regex(r"\s*(?:부터|에서|~|-|–|to|until|till|through|and|\.\.)\s*", re.IGNORECASE)
_SINCE, _AFTER_IT = ("since", "부터", "이후", "이래", "starting"), ("after",)
_UNTIL, _BEFORE_IT = ("until", "till", "through", "up to", "by", "까지", "이전"), ("before",)


@dataclass(frozen=True, slots=True)
class Time:
    """Days as a sentence names them, and from where to where in it: `days` of them, the first of which is `first`.

    `since` or `until` is None where there is no such end, as `until` is for the present week or month (`running`)."""

    start: int
    end: int
    unit: Unit
    first: date
    since: date | None
    until: date | None
    running: bool
    days: int


def find_time(text: str, today: date, known: Sequence[date]) -> Time | None:
    """The first time that a sentence names, with the words that belong to it; None where it names none."""
    found = list(find_dates(text, today, known))
    if not found:
        return None
    if len(found) > 1 and _BETWEEN.fullmatch(text, found[0].end, found[1].start):
        dates = DateRange(Unit.SPAN, found[0].dates.first, found[1].dates.last)
        start, end, _ = _around(text, found[0].start, found[1].end)
        return _time(start, end, dates, [])
    start, end, words = _around(text, found[0].start, found[0].end)
    return _time(start, end, found[0].dates, words)


def _around(text: str, start: int, end: int) -> tuple[int, int, list[str]]:
    """From where to where the words go that belong to a time, and those that say on which side of it."""
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    words = [match["word"].casefold() for match in (before, after) if match and match["word"]]
    return before.start() if before else start, after.end() if after else end, words


def whole_time(text: str, today: date, known: Sequence[date]) -> Time | BadDate:
    """The time that the whole of a text names, as people write one alone (`2.14`); the error where it names none."""
    try:
        return _time(0, len(text), parse_dates(text, today, known), [])
    except BadDate as error:
        return error


def _time(start: int, end: int, dates: DateRange, words: list[str]) -> Time:
    since: date | None = dates.first
    until = None if dates.running else dates.last
    unit = dates.unit
    for word in words:
        if word in _SINCE:
            unit, until = Unit.SPAN, None
        elif word in _AFTER_IT:
            unit, since, until = Unit.SPAN, min(dates.last, date.max - timedelta(1)) + timedelta(1), None
        elif word in _UNTIL:
            unit, since, until = Unit.SPAN, None, dates.last
        elif word in _BEFORE_IT:
            unit, since, until = Unit.SPAN, None, max(dates.first, date.min + timedelta(1)) - timedelta(1)
    days = (dates.last - dates.first).days + 1
    return Time(start, end, unit, dates.first, since, until, dates.running, days)
