"""The conditions of a query, as people would say them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.rendering.language import Language, Phrase
from retrieval.query.conditions import MOST_VOTES, Author, Condition, Days, HasCode, Sort, Votes
from retrieval.query.conditions import Phrase as Wording
from retrieval.query.query import Query
from retrieval.query.rewriting import with_days_as_one, words_of

AUTHOR = Phrase("저자 {name}", "by {name}")
TITLE = Phrase("제목에 ‘{text}’", "“{text}” in the title")
EXACT = Phrase("‘{text}’ 그대로", "exactly “{text}”")
EXACT_WORDS = Phrase("이 말 그대로", "exactly these words")
EXCLUDED = Phrase("{condition} 제외", "without {condition}")
SINCE = Phrase("{first}부터", "since {first}")
UNTIL = Phrase("{last}까지", "until {last}")
BETWEEN = Phrase("{first} ~ {last}", "{first} to {last}")
VOTES_FROM = Phrase("추천 {least} 이상", "{least} votes or more")
VOTES_TO = Phrase("추천 {most} 이하", "{most} votes or fewer")
VOTES_BETWEEN = Phrase("추천 {least}~{most}", "{least} to {most} votes")
CODE = Phrase("코드 있음", "with code")
SORTS: Final[Mapping[Sort, Phrase]] = {
    Sort.VOTES: Phrase("추천순", "most votes first"),
    Sort.DATE: Phrase("최신순", "newest first"),
}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_query(query: Query, language: Language) -> str:
    """What a query is searched by, and its conditions: `에이전트 · 추천 10 이상`. What has to be there to the letter is
    said once: `비디오 · ‘확산 모델’ 그대로`."""
    words = words_of(query)
    for each in query.required:
        if isinstance(each, Wording) and each.exact and not each.title:
            words = " ".join(words.replace(each.text, " ", 1).split())
    return " · ".join(filter(None, (words, *say_conditions(query, language))))


def say_conditions(query: Query, language: Language, above: str = "") -> tuple[str, ...]:
    """Each condition of a query, then the order that it wants. A phrase that is all that is said `above` is not
    repeated."""
    said = [
        EXACT_WORDS.say(language) if each == Wording(above) else say_condition(each, query, language)
        for each in with_days_as_one(query.required)
    ]
    for each in query.excluded:
        said.append(EXCLUDED.say(language, condition=say_condition(each, query, language)))
    if query.sort and query.sort in SORTS:
        said.append(SORTS[query.sort].say(language))
    return tuple(said)


def say_condition(condition: Condition, query: Query, language: Language) -> str:
    match condition:
        case Author(words=words):
            return AUTHOR.say(language, name=_as_typed(words, query.text))
        case Days(first=first, last=last):
            return _days(first, last, language)
        case Votes(least=least, most=most):
            if most >= MOST_VOTES:
                return VOTES_FROM.say(language, least=f"{least:,}")
            return (VOTES_BETWEEN if least else VOTES_TO).say(language, least=f"{least:,}", most=f"{most:,}")
        case HasCode():
            return CODE.say(language)
        case Wording(text=text, title=title):
            return (TITLE if title else EXACT).say(language, text=text) if title or condition.exact else f"‘{text}’"


def _as_typed(words: tuple[str, ...], text: str) -> str:
    """The words of a name with the letters in which they were typed."""
    found = re.search(r"[\W_]+".join(map(re.escape, words)), text, re.IGNORECASE)
    return found[0] if found else " ".join(words)


def _days(first: date, last: date, language: Language) -> str:
    if first == date.min:
        return UNTIL.say(language, last=_day(last, language))
    if last == date.max:
        return SINCE.say(language, first=_month(first, language) if first.day == 1 else _day(first, language))
    if (first.month, first.day, last.month, last.day, first.year) == (1, 1, 12, 31, last.year):
        return f"{first.year}년" if language == "ko" else str(first.year)
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return _month(first, language)
    if first == last:
        return _day(first, language)
    return BETWEEN.say(language, first=_day(first, language), last=_day(last, language))


def _month(day: date, language: Language) -> str:
    return f"{day.year}년 {day.month}월" if language == "ko" else f"{_MONTHS[day.month - 1]} {day.year}"


def _day(day: date, language: Language) -> str:
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
