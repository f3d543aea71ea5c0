"""What a reply shows that somebody may go on from: the list, its papers by their numbers, the paper that is open."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.core.answer import Answer
from bot.core.location import Location
from bot.rendering.blocks import Limits, RenderOptions

REMEMBERED_FOR: Final = timedelta(minutes=30)
"""How long what is said next goes on from the last reply, where it does not point to one."""
_MOST_BEFORE = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What stood in a reply. Without anything in it: there was a reply, but nothing in it to go on from.

    `location` is the list, or the one that the paper was opened from, `opened` the arXiv id of the paper that stands
    there whole, and `papers` those of a list by the numbers that they have there. `before` is what was shown before.
    """

    location: Location | None = None
    opened: str = ""
    papers: tuple[tuple[int, str], ...] = ()
    before: Shown | None = None

    @classmethod
    def of(cls, answer: Answer) -> Shown:
        """What an answer shows."""
        if answer.refuses and answer.location is None:
            return cls()
        blocks = answer.render(RenderOptions("en", Limits()))
        entries = [(block.number, block.paper.arxiv_id) for block in blocks if block.paper]
        return cls(answer.location, answer.opened, answer.inner.listed or numbered(entries))

    def __bool__(self) -> bool:
        return bool(self.location or self.opened or self.papers)

    def and_before(self) -> Iterator[Shown]:
        """What is shown, then what was shown before it, the latest first."""
        shown: Shown | None = self
        while shown:
            yield shown
            shown = shown.before

    @property
    def only(self) -> str:
        """The arXiv id of the paper that is open, or of the only one there is; "" where there is no such."""
        return self.papers[0][1] if not self.opened and len(self.papers) == 1 else self.opened

    @property
    def listed(self) -> Location | None:
        """The list that is shown, or was last."""
        return next((each.location for each in self.and_before() if each.location), None)

    def after(self, before: Shown | None) -> Shown:
        """The same, shown after something else: what shows nothing leaves that in place, and what was shown `before`
        that and is shown again was gone back to."""
        if not before:
            return self
        if not self:
            return before
        if before.before and self._same(before.before):
            return before.before
        if self._same(before):
            return replace(self, before=before.before)
        return replace(self, before=before._at_most(_MOST_BEFORE))

    def _same(self, other: Shown) -> bool:
        return (self.location, self.opened) == (other.location, other.opened)

    def _at_most(self, depth: int) -> Shown:
        before = self.before._at_most(depth - 1) if self.before and depth > 1 else None
        return replace(self, before=before)


Recall = Callable[[], Awaitable[Shown | None]]
"""Finds what was shown before something that is said; None where nothing was said before it."""


async def nothing() -> None:
    """Recalls nothing."""


def numbered(entries: Iterable[tuple[int | None, str]]) -> tuple[tuple[int, str], ...]:
    """Papers by the numbers that they have in a list; where none has one, by their places in it."""
    listed = tuple(entries)
    if any(number for number, _ in listed):
        return tuple((number, arxiv_id) for number, arxiv_id in listed if number)
    return tuple(enumerate(dict.fromkeys(arxiv_id for _, arxiv_id in listed), 1))


class Conversation:
    """What was shown in a conversation with one person."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._shown: Shown | None = None
        self._until = now()

    def keep(self, answer: Answer) -> None:
        """Take an answer for the last one."""
        self._shown = Shown.of(answer).after(self.shown)
        self._until = self._now() + REMEMBERED_FOR

    async def recall(self) -> Shown | None:
        return self.shown

    @property
    def shown(self) -> Shown | None:
        return self._shown if self._now() <= self._until else None
