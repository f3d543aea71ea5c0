"""What people are told when something fails."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.core.answer import Answer, Notice
from bot.core.turns import Crowded
from bot.rendering import phrases
from bot.rendering.language import Phrase
from bot.state import StateError
from retrieval.digests.files import CorpusError
from retrieval.storage.faults import StoreError

log = logging.getLogger(__name__)

# The first type that fits decides.
_SENTENCES: Mapping[type[BaseException], Phrase] = {
    StateError: phrases.STATE_UNAVAILABLE,
    StoreError: phrases.DATABASE_BUSY,
    CorpusError: phrases.DATABASE_BUSY,
    TimeoutError: phrases.TOOK_TOO_LONG,
    Crowded: phrases.CROWDED,
}


def notice_of(error: BaseException) -> Notice:
    """The sentence for an error; one that nobody expected is logged with its traceback, and the sentence says when."""
    for kind, phrase in _SENTENCES.items():
        if isinstance(error, kind):
            log.warning("no answer: %s", error)
            return Notice(phrase)
    log.error("an answer failed", exc_info=error)
    return broken()


def is_failure(answer: Answer) -> bool:
    """Whether it says that something failed here."""
    return isinstance(answer, Notice) and answer.phrase in {phrases.BROKEN, *_SENTENCES.values()}


def broken() -> Notice:
    """The sentence for what should not have happened; its time leads to what is logged of it."""
    return Notice(phrases.BROKEN, {"time": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"})
