"""Pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.rendering.language import Language
from bot.rendering.phrases import RANGE

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """Page `number` (from 1) of `count`, of items of which the `first`th (from 1) is its first."""

    number: int
    count: int
    first: int
    size: int

    @classmethod
    def of(cls, total: int, size: int, number: int) -> Page:
        """The page of that number of `total` items, `size` to a page (both ≥ 1); the nearest where there is none."""
        count = max(1, -(-total // size))
        number = min(max(number, 1), count)
        return cls(number, count, (number - 1) * size + 1, size)

    @property
    def offset(self) -> int:
        """How many items stand before the page."""
        return self.first - 1

    def cut(self, items: Sequence[T]) -> tuple[T, ...]:
        """The items that stand on the page."""
        return tuple(items[self.offset : self.offset + self.size])

    def shown(self, total: int, language: Language) -> str:
        """Which of `total` items stand on the page: `11–20번째`; "" where all do."""
        if self.count <= 1:
            return ""
        return RANGE.say(language, first=self.first, last=min(self.offset + self.size, total))

    def turned(self, by: int) -> int | None:
        """The number of the page so many after this one (negative: before); None where there is none."""
        return self.number + by if 1 <= self.number + by <= self.count else None
