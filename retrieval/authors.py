"""Authors by any part of their names, for `author:`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.names import name_words


class Authors:
    """Finds documents by a part of an author's name. Keeps each name once, as text."""

    def __init__(self, authors: Iterable[Sequence[str]]) -> None:
        """`authors` are the names of each document in turn, the document's number counting from 0."""
        spelled: dict[str, str] = {}
        numbers: dict[str, int] = {}
        pairs: list[tuple[int, int]] = []
        for document, names in enumerate(authors):
            for name in names:
                if name not in spelled:
                    spelled[name] = f" {' '.join(name_words(name))} \n"
                pairs.append((numbers.setdefault(spelled[name], len(numbers)), document))
        lines = [line.encode(errors="replace") for line in numbers]
        self._text = b"".join(lines)
        self._ends = np.cumsum([len(line) for line in lines], dtype=np.int64)
        held = np.array(sorted(pairs), np.int32).reshape(-1, 2)
        self._documents = held[:, 1].copy()
        self._starts = np.searchsorted(held[:, 0], np.arange(len(lines) + 1)).astype(np.int64)

    def named(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The documents of the authors whose name has all of `words`; where there are none, of those in whose name
        words begin with them (`g hinton`)."""
        for template in (" {} ", " {}"):
            if len(found := self._lines([template.format(word) for word in words])):
                pieces = [self._documents[self._starts[line] : self._starts[line + 1]] for line in found]
                return np.unique(np.concatenate(pieces))
        return self._documents[:0]

    def known(self, words: Sequence[str]) -> bool:
        """Whether the name of some author has all of `words`, in full."""
        return bool(self._lines([f" {word} " for word in words]))

    def _lines(self, parts: Sequence[str]) -> list[int]:
        """The names, by number, that hold all of `parts`."""
        needles = sorted((part.encode(errors="replace") for part in parts), key=len, reverse=True)
        if not needles:
            return []
        places = [match.start() for match in re.finditer(re.escape(needles[0]), self._text)]
        lines = np.unique(np.searchsorted(self._ends, places, "right")).tolist()
        return [line for line in lines if all(needle in self._line(line) for needle in needles[1:])]

    def _line(self, number: int) -> bytes:
        return self._text[self._ends[number - 1] if number else 0 : self._ends[number]]
