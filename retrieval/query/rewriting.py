"""Queries written again: with fewer conditions, or with other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from retrieval.lazy_regex import lazy_regex
from retrieval.query.conditions import MOST_VOTES, Author, Condition, Days, HasCode, Phrase, Votes
from retrieval.query.query import Query

_QUOTES = lazy_regex('["“”„‟＂「」『』«»]')


def words_of(query: Query) -> str:
    """What a query is searched by, without its conditions and quotation marks."""
    return " ".join(_QUOTES.sub(" ", query.plain).split())


def without(query: Query, condition: Condition | None) -> str:
    """The query as text without one of its conditions, without all of them where that is None; its order stays."""
    required = [each for each in query.required if condition and each != condition]
    excluded = [each for each in query.excluded if condition and each != condition]
    phrases = [each for each in required if isinstance(each, Phrase) and not each.title]
    others = [each for each in required if not isinstance(each, Phrase) or each.title]
    words = _quoted(words_of(query), phrases)
    parts = [*map(written, others), words, *(f"-{written(each)}" for each in excluded)]
    if query.sort:
        parts.append(f"sort:{query.sort}")
    return " ".join(filter(None, parts))


def _quoted(words: str, phrases: Iterable[Phrase]) -> str:
    for phrase in phrases:
        words = words.replace(phrase.text, f'"{phrase.text}"', 1)
    return words


def narrowed(query: Query, more: Query, *, instead: bool = False) -> str:
    """A query as text with the conditions, the words and the order of another one added; `instead`: with its words in
    place of its own. Days within those asked for before narrow these, others replace them, as the other order does."""
    phrases = [each for each in query.required if isinstance(each, Phrase) and not each.title]
    required = [each for each in query.required if not isinstance(each, Days) and each not in phrases]
    required += [each for each in more.required if not isinstance(each, Days) and each not in required]
    days = _within(_days_of(query.required), _days_of(more.required))
    words = _quoted(words_of(query), phrases)
    words = words_of(more) if instead and words_of(more) else f"{words} {words_of(more)}".strip()
    excluded = dict.fromkeys((*query.excluded, *more.excluded))
    order = more.sort or query.sort
    parts = [written(days)] if days else []
    parts += [*map(written, required), *([f"sort:{order}"] if order else []), words]
    return " ".join(filter(None, [*parts, *(f"-{written(each)}" for each in excluded)]))


def with_days_as_one(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Conditions of which those on days are one, in the place of the first of them."""
    first = next((each for each in conditions if isinstance(each, Days)), None)
    days = _days_of(conditions)
    kept = (each for each in conditions if each is first or not isinstance(each, Days))
    return tuple(days if days and each is first else each for each in kept)


def _days_of(conditions: Iterable[Condition]) -> Days | None:
    """The days that meet all conditions on days."""
    found = [each for each in conditions if isinstance(each, Days)]
    return Days(max(each.first for each in found), min(each.last for each in found)) if found else None


def _within(before: Days | None, more: Days | None) -> Days | None:
    if before is None or more is None:
        return more or before
    first, last = max(before.first, more.first), min(before.last, more.last)
    return Days(first, last) if first <= last else more


def written(condition: Condition) -> str:
    """A condition in the query language."""
    match condition:
        case Phrase(text=text, title=title):
            return f'title:"{text}"' if title else f'"{text}"' if " " in text else text
        case Author(words=words):
            return f'author:"{" ".join(words)}"'
        case Days(first=first, last=last):
            return _days(first, last)
        case Votes(least=least, most=most):
            return f"votes:{least}..{most}" if most < MOST_VOTES else f"votes:>={least}"
        case HasCode():
            return "has:code"


def _days(first: date, last: date) -> str:
    if first == date.min:
        return f"until:{last}"
    if last == date.max:
        return f"since:{first}"
    return f"date:{first}..{last}"


def with_word(text: str, typed: str, other: str) -> str:
    """`text` with a word that was typed, in whatever case, replaced by another."""
    return re.sub(re.escape(typed), lambda _: other, text, count=1, flags=re.IGNORECASE)
