"""Replies as they were drawn, for who asks what somebody asked before."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.discord.drawn import Drawn
from retrieval.library import Library

MOST_KEPT: Final = 200

Key = tuple[Hashable, ...]


class KeptReplies:
    """The last MOST_KEPT replies to what is answered alike whoever asks: today's papers, the pages of a list, what is
    searched for by many. They are gone once the papers, or the day, are others."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._of: Key = ()
        self._views: dict[Key, Drawn] = {}

    def key(self, same: Hashable | None, asker: Asker, *, hint: bool = False) -> Key | None:
        """Names the reply that `asker` gets now to what `same` names, with a `hint` for newcomers; None where that
        names nothing."""
        now = (self._library.revision, self._library.today)
        if now != self._of:
            self._of, self._views = now, {}
        return None if same is None else (*now, same, asker.language, asker.per_page, hint)

    def get(self, key: Key | None) -> Drawn | None:
        if key is None or (view := self._views.pop(key, None)) is None:
            return None
        self._views[key] = view  # the last to go
        return view

    def keep(self, key: Key | None, answer: Answer, view: Drawn) -> None:
        """Keep the reply for `answer`, unless it refuses, or has a file, or the papers are others by now."""
        if key is None or key[: len(self._of)] != self._of or answer.refuses or answer.attachment:
            return
        if len(self._views) >= MOST_KEPT:
            del self._views[next(iter(self._views))]
        self._views[key] = view
