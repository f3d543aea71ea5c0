"""What a sentence asks for."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from bot.core.sentences.sentences import About, Intent, Sentences


class Order(StrEnum):
    """What comes first in a list, where a sentence says so."""

    NEWEST = "newest"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Slots:
    """What a request is about. What is empty, None or False is not said.

    `day` is one day, or the first of a `period` ("week", "month", "year", "all"; without a `day` the present one);
    `since` and `until` are days too. `exclude` is what papers must not be about, `paper` the id or the name of one,
    `number` the place (from 1) in the list that was shown.
    """

    query: str = ""
    day: date | None = None
    period: str = ""
    since: date | None = None
    until: date | None = None
    sort: Order | None = None
    code: bool = False
    author: str = ""
    exclude: str = ""
    paper: str = ""
    number: int | None = None

    def said(self) -> dict[str, object]:
        """Those that are said, by their names, as JSON has them."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: str(value) if isinstance(value, date) else value for name, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class Understood:
    """A sentence, understood: as one of the `sentences` of an intent; None where that is no more than a guess.

    `about` is what it speaks of of that which was shown before it ("this paper", "the third"): it says nothing without.
    """

    text: str
    intent: Intent
    slots: Slots = field(default_factory=Slots)
    sentences: Sentences | None = None
    about: About | None = None

    @property
    def sure(self) -> bool:
        """Whether the sentence says so; else it is searched for as it was typed."""
        return self.sentences is not None
