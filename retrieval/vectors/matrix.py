"""Vectors by the keys of their texts: rows of eight-bit numbers, each with what these are multiplied by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_BLOCK = 256  # rows that are multiplied at once: as 32-bit numbers they stay in the processor's cache
_GREATEST = 127

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The vectors that one model made of texts. `keys` ascend, each once; row i times `scales[i]` has the length 1."""

    model: str
    keys: NDArray[np.uint64]
    scales: NDArray[np.float32]
    rows: NDArray[np.int8]

    @classmethod
    def of(cls, model: str, keys: Sequence[int], vectors: Vectors) -> Matrix:
        """One row for each of `keys`, of which none may come twice; `vectors` are checked (see `unit_rows`)."""
        order = np.argsort(np.array(keys, np.uint64))
        scales = np.abs(vectors).max(axis=1, initial=0) / _GREATEST
        rows = np.rint(vectors / scales[:, None]).astype(np.int8)
        return cls(model, np.array(keys, np.uint64)[order], scales[order].astype(np.float32), rows[order])

    @classmethod
    def empty(cls, model: str, dimension: int = 0) -> Matrix:
        return cls.of(model, (), np.zeros((0, dimension), np.float32))

    @property
    def dimension(self) -> int:
        return int(self.rows.shape[1])

    def places(self, keys: NDArray[np.uint64]) -> NDArray[np.intp]:
        """The row of each of `keys`, -1 where there is none."""
        places = np.searchsorted(self.keys, keys)
        there = np.zeros(len(keys), np.bool_)
        within = places < len(self.keys)
        there[within] = self.keys[places[within]] == keys[within]
        return np.where(there, places, -1)

    def vectors(self, places: NDArray[np.integer]) -> Vectors:
        """Those rows, as they were embedded but for rounding."""
        return np.asarray(self.rows[places] * self.scales[places, None], np.float32)

    def cosines(self, vector: Vectors) -> NDArray[np.float32]:
        """How alike `vector`, of length 1, is to each row, from -1 to 1."""
        found = np.empty(len(self.rows), np.float32)
        buffer = np.empty((min(_BLOCK, len(self.rows)), self.dimension), np.float32)
        for start in range(0, len(self.rows), _BLOCK):
            block = self.rows[start : start + _BLOCK]
            held = buffer[: len(block)]
            np.copyto(held, block)
            np.dot(held, vector, out=found[start : start + len(block)])
        found *= self.scales
        return found


@dataclass(frozen=True, slots=True)
class Merged:
    """Some rows of one matrix and all of another of the same model and dimension, in the order of keys. No key is in
    both. Made block by block, so that a large matrix need not be in memory."""

    old: Matrix
    new: Matrix
    kept: NDArray[np.intp]
    """The places of the rows of `old`."""

    @classmethod
    def of(cls, old: Matrix, made: Sequence[Matrix], wanted: NDArray[np.uint64]) -> Merged:
        """What was `made` of one model, no key twice, and of `old` those of the `wanted` keys that were not made."""
        keys, scales, rows = (np.concatenate([getattr(each, of) for each in made]) for of in ("keys", "scales", "rows"))
        order = np.argsort(keys)
        new = Matrix(made[0].model, keys[order], scales[order], rows[order])
        old = old if old.dimension == new.dimension else Matrix.empty(new.model, new.dimension)
        return cls(old, new, np.flatnonzero(np.isin(old.keys, wanted) & ~np.isin(old.keys, keys)))

    def __len__(self) -> int:
        return len(self.kept) + len(self.new.keys)

    def blocks(self, of: str) -> Iterator[NDArray[Any]]:
        """The `keys`, `scales` or `rows`."""
        old, new = getattr(self.old, of), getattr(self.new, of)
        keys = np.concatenate([self.old.keys[self.kept], self.new.keys])
        order = np.argsort(keys)
        for start in range(0, len(order), _BLOCK):
            places = order[start : start + _BLOCK]
            is_old = places < len(self.kept)
            block = np.empty((len(places), *new.shape[1:]), new.dtype)
            block[is_old] = old[self.kept[places[is_old]]]
            block[~is_old] = new[places[~is_old] - len(self.kept)]
            yield block
