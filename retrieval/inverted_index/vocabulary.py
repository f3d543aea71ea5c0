"""The terms of a corpus in a few flat arrays: a sixth of a dictionary's memory, and fit to be mapped from a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_ENCODING = "utf-8", "surrogatepass"  # the second for what is no text, but may be in a query or a digest all the same


class Vocabulary(Sequence[str]):
    """Terms, numbered in the order in which they were given. Immutable."""

    def __init__(
        self,
        text: NDArray[np.uint8],
        bounds: NDArray[np.uint32],
        slots: NDArray[np.unsignedinteger],
        numbers: NDArray[np.unsignedinteger],
    ) -> None:
        """For `build`. `text` is all terms, `bounds` where each starts, and the last ends. `numbers` are those of the
        terms by the slot that they hash to, `slots` where in it each slot starts, and the last ends."""
        self._arrays = text, bounds, slots, numbers
        # Reading these one number at a time takes half as long as reading arrays.
        self._text, self._bounds, self._slots, self._numbers = text.data, bounds.data, slots.data, numbers.data

    @classmethod
    def build(cls, terms: Iterable[str]) -> Vocabulary:
        """`terms` must all be different."""
        encoded = [term.encode(*_ENCODING) for term in terms]
        size = 1 << max(0, len(encoded).bit_length() - 1)
        number_type = np.min_scalar_type(len(encoded))
        slot_of = np.fromiter(map(crc32, encoded), np.uint32, len(encoded)) & np.uint32(size - 1)
        return cls(
            np.frombuffer(b"".join(encoded), np.uint8),
            np.cumsum([0, *map(len, encoded)], dtype=np.uint32),
            np.cumsum(np.bincount(slot_of + np.uint32(1), minlength=size + 1)).astype(number_type),
            np.argsort(slot_of, kind="stable").astype(number_type),
        )

    def __reduce__(self) -> tuple[object, ...]:
        return Vocabulary, self._arrays

    def number(self, term: str) -> int | None:
        """None for what is not among the terms."""
        encoded = term.encode(*_ENCODING)
        slot = crc32(encoded) & (len(self._slots) - 2)
        for number in self._numbers[self._slots[slot] : self._slots[slot + 1]]:
            if self._text[self._bounds[number] : self._bounds[number + 1]] == encoded:
                return number
        return None

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self.number(term) is not None

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[str, ...]: ...
    def __getitem__(self, number: int | slice) -> str | tuple[str, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        number = range(len(self))[number]  # from the end, or IndexError
        return bytes(self._text[self._bounds[number] : self._bounds[number + 1]]).decode(*_ENCODING)

    def __iter__(self) -> Iterator[str]:
        text = bytes(self._text)
        return (text[start:end].decode(*_ENCODING) for start, end in pairwise(self._bounds))

    def __len__(self) -> int:
        return len(self._bounds) - 1
