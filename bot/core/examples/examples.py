"""Examples of what can be asked, which the papers that are loaded answer well."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.core.examples.questions import answered_question
from bot.core.examples.topics import frequent_topic
from bot.rendering.language import Phrase
from retrieval.library import Library
from retrieval.storage.database import StoreError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Examples:
    """A topic to search, a question to ask, and the newest day with its best paper; None or "" where there is none that
    is sure to be answered well. The topic and the question hold nothing that `Phrase.say` would fill."""

    topic: Phrase | None = None
    question: Phrase | None = None
    day: date | None = None
    paper: str = ""


class ExampleChooser:
    """Chooses examples from a library. The same papers have the same examples."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._turn = asyncio.Lock()
        self._chosen = Examples()
        self._revision = ""

    @property
    def chosen(self) -> Examples:
        """What was chosen last; nothing before the first time."""
        return self._chosen

    async def current(self) -> Examples:
        """Examples from the papers that there are now. Only the first to ask after these have changed has to wait."""
        async with self._turn:
            revision = self._library.revision
            if revision != self._revision:
                try:
                    self._chosen, self._revision = await choose_examples(self._library), revision
                except StoreError as error:
                    log.warning("going on with the examples from before: %s", error)
            return self._chosen


async def choose_examples(library: Library) -> Examples:
    """Examples from the papers of a library, as they are now."""
    days = library.days()
    if not days:
        return Examples()
    newest = await library.day(days[-1])
    return Examples(
        await frequent_topic(library),
        await answered_question(library),
        days[-1],
        newest.papers[0].arxiv_id if newest.papers else "",
    )


def values_of(examples: Examples, places: Mapping[str, Phrase]) -> Mapping[str, object]:
    """The examples by the names that they have in phrases, with what stands in the place of those there are none of."""
    found = {"topic": examples.topic, "question": examples.question, "paper": examples.paper, "day": examples.day}
    return {name: found[name] or places[name] for name in found}
