"""What people are told when something fails."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from bot import privacy_words, words
from bot.answer import Notice
from bot.state import StateError
from bot.words import Phrase
from retrieval.digests.files import CorpusError
from retrieval.storage.database import StoreError

log = logging.getLogger(__name__)

# The first type that fits decides.
_SENTENCES: Mapping[type[BaseException], Phrase] = {
    StateError: privacy_words.STATE_UNAVAILABLE,
    StoreError: words.DATABASE_BUSY,
    CorpusError: words.DATABASE_BUSY,
    TimeoutError: words.TOOK_TOO_LONG,
}


def notice_of(error: BaseException) -> Notice:
    """The sentence for an error; one that nobody expected is logged with its traceback, and the sentence says when."""
    for kind, phrase in _SENTENCES.items():
        if isinstance(error, kind):
            log.warning("%s: %s", type(error).__name__, error)
            return Notice(phrase)
    log.error("an answer failed", exc_info=error)
    return broken()


def broken() -> Notice:
    """The sentence for what should not have happened; its time leads to what is logged of it."""
    return Notice(words.BROKEN, {"time": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"})
