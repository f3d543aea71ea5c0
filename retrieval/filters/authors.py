"""Authors by any part of their names, for `author:`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.names import name_words
from retrieval.inverted_index.renumbering import Renumbering


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
        names_of, documents = np.array(pairs, np.int32).reshape(-1, 2).T
        self._hold([line.encode(errors="replace") for line in numbers], documents, names_of)

    def updated(self, move: Renumbering, authors: Iterable[Sequence[str]]) -> Authors:
        """Those of the documents that stay, and `authors`, of those that come."""
        new = Authors(authors)
        lines, fresh = self._all_lines(), new._all_lines()
        numbers = {line: number for number, line in enumerate(lines)}
        number_of = np.array([numbers.setdefault(line, len(numbers)) for line in fresh], np.int32)
        names_of = np.arange(len(lines), dtype=np.int32).repeat(np.diff(self._starts))
        new_names = number_of.repeat(np.diff(new._starts))
        new._hold(list(numbers), *move.owned((self._documents, names_of), (new._documents, new_names)))
        return new

    def _hold(self, lines: Sequence[bytes], documents: NDArray[np.int32], names_of: NDArray[np.int32]) -> None:
        """`names_of` are the numbers of the lines that the `documents` have, each of which may come several times."""
        held = np.bincount(names_of, minlength=len(lines))
        lines = list(compress(lines, held.tolist()))
        self._text = b"".join(lines)
        self._ends = np.cumsum([len(line) for line in lines], dtype=np.int64)
        self._documents = documents[np.lexsort((documents, names_of))]
        self._starts = np.concatenate([[0], np.cumsum(held[held > 0])])

    def _all_lines(self) -> list[bytes]:
        return self._text.splitlines(keepends=True)

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
