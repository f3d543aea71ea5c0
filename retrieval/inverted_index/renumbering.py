"""Where the documents of an index go when some leave it and others come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_T = TypeVar("_T")
_Column = TypeVar("_Column", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Documents that stay keep their order, and those that come are in order too.

    `moved` has the new number of each old document, -1 where it leaves; `placed` those of the documents that come.
    """

    moved: NDArray[np.int32]
    placed: NDArray[np.int32]

    @classmethod
    def of(cls, stays: NDArray[np.bool_], keys: Sequence[Any], key_of: Callable[[int], Any]) -> Renumbering:
        """For documents in the order of their keys: `stays` marks the old ones that stay, whose key `key_of` gives by
        their number; `keys` are those of the documents that come, in order."""
        kept = np.flatnonzero(stays)
        before = np.array([bisect_left(kept, key, key=key_of) for key in keys], np.int32)
        moved = np.full(len(stays), -1, np.int32)
        moved[kept] = np.arange(len(kept)) + np.searchsorted(before, np.arange(len(kept)), "right")
        return cls(moved, before + np.arange(len(keys)).astype(np.int32))

    @property
    def size(self) -> int:
        """How many documents there are in the end."""
        return int(np.count_nonzero(self.moved >= 0)) + len(self.placed)

    def column(self, old: NDArray[_Column], new: NDArray[_Column]) -> NDArray[_Column]:
        """What is known of each document, in the order of their new numbers."""
        stays = self.moved >= 0
        merged = np.empty(self.size, old.dtype)
        merged[self.moved[stays]] = old[stays]
        merged[self.placed] = new
        return merged

    def listed(self, old: Sequence[_T], new: Sequence[_T]) -> list[_T]:
        """As `column`, of anything."""
        merged = list(compress(old, (self.moved >= 0).tolist()))
        for place, each in zip(self.placed.tolist(), new, strict=True):
            merged.insert(place, each)
        return merged

    def owned(
        self,
        old: tuple[NDArray[np.integer], NDArray[_Column]],
        new: tuple[NDArray[np.integer], NDArray[_Column]],
    ) -> tuple[NDArray[np.int32], NDArray[_Column]]:
        """Documents, several times or not at all, each with something of it: those that stay, then those that come."""
        owners = self.moved[old[0]]
        stays = owners >= 0
        return np.concatenate([owners[stays], self.placed[new[0]]]), np.concatenate([old[1][stays], new[1]])
