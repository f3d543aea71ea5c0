"""How old the newest digest is, for replies to which that matters."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.core.answer import Notice
from bot.rendering import phrases
from retrieval.expansion.light_words import is_news
from retrieval.library import Library
from retrieval.query.conditions import Sort
from retrieval.query.query import Query

USUAL_DAYS: Final = 3
"""So old the newest digest gets over a weekend: nobody needs to be told."""
_COUNTED_DAYS = 30  # beyond that the date says more than their number

_TODAY: Final = frozenset(("오늘", "오늘의"))


def asks_for_news(query: Query) -> bool:
    """Whether it matters to a search from when its papers are."""
    unquoted = (word for word in query.words if word not in query.quoted)
    return query.sort is Sort.DATE or any(is_news(word.text) or word.text in _TODAY for word in unquoted)


def newest_digest(newest: date, today: date) -> Notice:
    """From when the newest digest is, and how long ago that was."""
    days = (today - newest).days
    if days == 1:
        return Notice(phrases.NEWEST_YESTERDAY, {"day": newest})
    if 1 < days <= _COUNTED_DAYS:
        return Notice(phrases.NEWEST_AGO, {"days": days, "day": newest})
    return Notice(phrases.NEWEST, {"day": newest})


def if_old(library: Library) -> tuple[Notice, ...]:
    """From when the newest digest is, where it is older than usual."""
    newest = library.status().last
    if newest is None or (library.today - newest).days <= USUAL_DAYS:
        return ()
    return (newest_digest(newest, library.today),)
