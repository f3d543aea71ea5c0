"""Requests for trends → answers, with the chart drawn off the loop and kept for the next who asks."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Final, Generic, TypeVar

from bot import trend_words, words
from bot.answer import Attachment, Notice, Rising, Trend
from bot.markdown import one_line
from bot.trend_lines import alt_text
from bot.words import Language
from retrieval.library import Library
from retrieval.pairs import term_key
from retrieval.rises import MIN_MONTHS, Rises
from retrieval.trends import MAX_MONTHS, Trends

MAX_TERMS: Final = 4
MAX_TERM_CHARS: Final = 60
DEFAULT_MONTHS: Final = 12
PICTURE: Final = "trends.png"
MOST_RISEN: Final = 8

_KEPT = 32  # charts (some 70 kB each), and as many lists of risen terms
_COMMA = re.compile(r"[,，、;\n]")
_MONTHS = re.compile(r"(?:(?:months|개월)\s*[:=]\s*(-?\d{1,4})|(?<!\S)(-?\d{1,4})\s*(?:months?|개월))$", re.IGNORECASE)

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")


class _Kept(Generic[_K, _V]):
    """What was made last, at most _KEPT of it; what is asked for while it is being made is made once."""

    def __init__(self) -> None:
        self._made: OrderedDict[_K, asyncio.Task[_V]] = OrderedDict()

    async def get(self, key: _K, make: Callable[[], Awaitable[_V]]) -> _V:
        """What `make` gives for `key`."""
        if key not in self._made:
            self._made[key] = asyncio.ensure_future(_run(make))
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        task = self._made[key]
        try:
            return await asyncio.shield(task)
        finally:
            if task.done() and (task.cancelled() or task.exception()) and self._made.get(key) is task:
                del self._made[key]


async def _run(make: Callable[[], Awaitable[_V]]) -> _V:
    return await make()
