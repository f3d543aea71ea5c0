"""Words that follow one another in a text: in Hangul with at most a particle between them, in Latin side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.pieces import pieces
from retrieval.filters.phrases import TermIndex, holding, plural_forms
from retrieval.inverted_index.positions import STEP, Piece, Places, Positions, among, is_run

_GAP = range(3)  # syllables of a particle: 비디오를 생성, 텍스트에서 음성
_ROOM = 1_000_000  # documents that are remembered, of all wordings: four megabytes


class Wordings:
    """Finds the documents that say something in given words. Remembers what it found last."""

    def __init__(self, positions: Positions, terms: TermIndex, size: int) -> None:
        """`size` is how many documents there are."""
        self._positions = positions
        self._terms = terms
        self._size = size
        self._room = _ROOM
        self._found: dict[tuple[str, ...], NDArray[np.int32]] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_found": {}, "_room": _ROOM}

    def saying(self, ways: Iterable[Sequence[str]]) -> NDArray[np.bool_]:
        """Marks the documents that have the words of one of `ways`."""
        marked = np.zeros(self._size, np.bool_)
        for words in ways:
            marked[self.documents(tuple(words))] = True
        return marked

    def apart(self, word: str, around: Iterable[tuple[str, str]]) -> NDArray[np.integer]:
        """The documents with a `word` of two syllables of Hangul, elsewhere than between the syllables `around`."""
        found = self._found.get((word, ""))
        if found is None:
            found = self._held(self._positions.holding(self._apart(word, around)), (word,))
            self._remember((word, ""), found)
        return found

    def documents(self, words: tuple[str, ...]) -> NDArray[np.integer]:
        """The documents with `words`, folded, one after the other; by number, in order."""
        if len(words) == 1 and _is_one_term(words[0]):
            return self._terms.documents(next(plural_forms(words[0])))
        found = self._found.get(words)
        if found is None:
            found = self._held(self._positions.documents(_pieces(words)), words)
            self._remember(words, found)
        return found

    def _remember(self, words: tuple[str, ...], found: NDArray[np.int32]) -> None:
        if len(found) > self._room:
            self._found, self._room = {}, _ROOM
        self._room -= len(found)
        self._found[words] = found

    def _held(self, found: NDArray[np.int64], words: Sequence[str]) -> NDArray[np.int32]:
        """Those of the documents `found` that hold the terms of `words`."""
        held = np.ones(self._size, np.bool_)
        for word in words:
            held = holding(word, held, self._terms)
        return found[held[found]].astype(np.int32)

    def _apart(self, word: str, around: Iterable[tuple[str, str]]) -> Places:
        """The places of `word` that are not between the syllables `around`."""
        places = self._positions.run(word)
        for one, end in around:
            before, after = self._positions.run(one + word[0]), self._positions.run(word[-1] + end)
            places = places[~(among(places - np.uint32(1), before) & among(places + np.uint32(1), after))]
        return places


def _is_one_term(word: str) -> bool:
    return len(word) <= 2 if is_hangul(word) else word.isalnum()


def _pieces(words: tuple[str, ...]) -> Iterator[Piece]:
    """What follows one another where `words` do: Latin words whole, the last one perhaps in the plural."""
    before = ""
    for place, word in enumerate(words):
        behind = tuple(gap + (1 if is_hangul(before) and is_hangul(word) else STEP) for gap in _gaps(before, word))
        *first, last = pieces(word) or [word]
        for piece in first:
            yield Piece((piece,), behind)
            behind = (STEP,)
        ends = place == len(words) - 1 and not is_run(last)
        yield Piece(tuple(plural_forms(last)) if ends else (last,), behind)
        before = word


def _gaps(before: str, word: str) -> range:
    """How many syllables there may be between two words."""
    return _GAP if is_hangul(before) or is_hangul(word) else range(1)
