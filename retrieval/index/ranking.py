"""What a search finds: the papers that are about the query, then those that are near it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from retrieval.query.conditions import Condition

MAX_NEAR: Final = 10


@dataclass(frozen=True, slots=True)
class Ranking:
    """arXiv ids with their scores (> 0), best first. `total` counts the papers that are about the query, `near_total`
    those that only are near it, which follow where they are wanted: from place `total` on.

    Where nothing is about it, `near` are the nearest, at most MAX_NEAR.

    `without`: where conditions are what leaves nothing, how many papers there would be without each of those that alone
    does so; without all of them (None), where it takes several.
    """

    hits: tuple[tuple[str, float], ...]
    total: int
    near_total: int = 0
    near: tuple[tuple[str, float], ...] = ()
    without: tuple[tuple[Condition | None, int], ...] = ()

    @property
    def ids(self) -> list[str]:
        """The ids of all papers in it, each once."""
        return list(dict.fromkeys(arxiv_id for arxiv_id, _ in (*self.hits, *self.near)))
