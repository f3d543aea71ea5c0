"""Where words stand in the texts of a corpus, so that those next to each other are found without reading any text.

Every syllable of Hangul (Han, kana) has a place, and so has every other word. Spaces within Hangul do not count, as
people leave them out at will: its syllables are one place apart, and what else follows each other STEP places.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from itertools import chain, count
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted_index.renumbering import Renumbering
from retrieval.inverted_index.vocabulary import Vocabulary
from retrieval.lazy_regex import lazy_regex

STEP: Final = 4

Places = NDArray[np.uint32]
"""Places in the corpus, in order."""

_END = "\x1e"  # of a title or a point: nothing goes on after it
_CJK = "\uac00-\ud7a3\u3040-\u30ff\u3400-\u9fff"
_SYLLABLES = lazy_regex(f"[{_CJK}]+")
_WORD = lazy_regex(f"[^ {_CJK}]+")

_IN_WORD, _IN_HANGUL, _IN_HAN_KANA, _SPACE = range(4)
_KINDS = np.zeros(1 << 16, np.uint8)
_KINDS[ord(" ")] = _SPACE
_KINDS[0xAC00:0xD7A4] = _IN_HANGUL
_KINDS[0x3040:0x3100] = _KINDS[0x3400:0xA000] = _IN_HAN_KANA
_BLOCK: Final = 1 << 20  # places that are moved at a time, so that what that takes of memory is little beside them
_GONE: Final = np.iinfo(np.int64).min  # in place of how far a document moves
_UPPER = int(sys.byteorder == "little")  # which half of a number of 64 bits is the upper one
_CODE_BITS = 16  # of a syllable; the numbers of words are below those of the first pair, U+3040 with nothing behind it


class Piece(NamedTuple):
    """A part of what is looked for: one of `forms`, each a run of syllables or a whole word, so many places behind the
    end of the part before it."""

    forms: tuple[str, ...]
    behind: Sequence[int] = (STEP,)


class Positions:
    """For each pair of syllables, and each other word, the places where it stands. Immutable."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        """`texts` are the title and the other texts of each document, as `analysis.pieces.spaced` gives them."""
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        found, bounds, titles = (
            bytearray(),
            [0],
            list[int](),
        )  # of bytes: arrays would all be there twice to be made one
        for parts in texts:
            codes, places = _located("".join(f"{part}{_END}" for part in parts), numbers)
            titles.append(int(places[codes == numbers[_END]][0]))
            found += _pairs(codes, places + np.uint64(bounds[-1])).tobytes()
            bounds.append(bounds[-1] + int(places[-1]))
        self._vocabulary = Vocabulary.build(numbers)
        self._bounds, self._titles = np.array(bounds, np.int64), np.array(titles, np.int64)
        pairs = np.frombuffer(found, np.uint64)
        pairs.sort()
        self._hold(pairs)

    def _hold(self, pairs: NDArray[np.uint64]) -> None:
        """`pairs` of codes and places are in order."""
        halves = pairs.view(np.uint32)
        codes = halves[_UPPER::2]
        changes = np.flatnonzero(codes[1:] != codes[:-1]) + 1
        first = np.concatenate([np.zeros(min(1, len(codes)), np.int64), changes])
        self._codes = codes[first]
        self._starts = np.append(first, len(codes)).astype(np.min_scalar_type(len(codes)))
        self._places = halves[1 - _UPPER :: 2].copy()

    def updated(self, move: Renumbering, others: Positions) -> Positions:
        """Those of the documents that stay, and of those that come, which `others` has."""
        known = [self._vocabulary.number(word) for word in others._vocabulary]
        fresh = [word for word, number in zip(others._vocabulary, known, strict=True) if number is None]
        free = count(len(self._vocabulary))
        numbers = np.array([next(free) if number is None else number for number in known], np.uint32)
        new = copy(self)
        new._vocabulary = Vocabulary.build(chain(self._vocabulary, fresh)) if fresh else self._vocabulary
        lengths = move.column(np.diff(self._bounds), np.diff(others._bounds))
        new._bounds = np.concatenate([[0], np.cumsum(lengths)])
        new._titles = move.column(self._titles, others._titles)
        words = others._codes < len(numbers)
        codes = others._codes.copy()
        codes[words] = numbers[codes[words]]
        coming = others._moved(codes, move.placed, new._bounds)
        coming.sort()
        new._hold(_merged(self._moved(self._codes, move.moved, new._bounds), coming))
        return new

    def _moved(
        self, codes: NDArray[np.uint32], moved: NDArray[np.int32], bounds: NDArray[np.int64]
    ) -> NDArray[np.uint64]:
        """The pairs of `codes` and places, of the documents that are `moved` to where `bounds` says; of others none."""
        shifts = np.where(moved >= 0, bounds[moved] - self._bounds[:-1], _GONE)
        # Documents that stay side by side move as one: there are few such stretches to look places up in.
        first = np.flatnonzero(np.append(True, shifts[1:] != shifts[:-1])[: len(shifts)])
        found, size = np.empty(len(self._places), np.uint64), 0
        for start in range(0, len(self._places), _BLOCK):
            places = self._places[start : start + _BLOCK]
            of_places = shifts[first][self._bounds[first].searchsorted(places) - 1]
            often = np.diff(np.clip(self._starts, start, start + len(places)))
            pairs = _pairs(codes.repeat(often), (places + of_places).astype(np.uint64))[of_places != _GONE]
            found[size : size + len(pairs)] = pairs
            size += len(pairs)
        return found[:size]

    def _documents(self, places: Places) -> NDArray[np.int64]:
        return self._bounds.searchsorted(places) - 1

    def documents(self, pieces: Iterable[Piece], *, title: bool = False) -> NDArray[np.int64]:
        """The documents that have `pieces` one after the other; by number, in order. With `title` in their titles."""
        return self.holding(self.ends(pieces), title=title)

    def holding(self, places: Places, *, title: bool = False) -> NDArray[np.int64]:
        """The documents that `places` are in, or with `title` their titles; in order."""
        found = self._documents(places)
        if title:
            found = found[places < self._bounds[found] + self._titles[found]]
        return found[np.flatnonzero(np.diff(found, prepend=-1))]

    def ends(self, pieces: Iterable[Piece]) -> Places:
        """The places where the last of `pieces` ends, having followed the others."""
        ends: Places | None = None
        for forms, behind in pieces:
            starts = self._any(forms)
            if ends is not None:
                starts = _following(ends, starts, behind)
            if not len(starts):
                return starts
            ends = starts + np.uint32(len(forms[0]) - 1 if is_run(forms[0]) else 0)
        return self._places[:0] if ends is None else ends

    def _any(self, forms: Sequence[str]) -> Places:
        found = [self.run(form) if is_run(form) else self._word(form) for form in forms]
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))

    def _word(self, word: str) -> Places:
        number = self._vocabulary.number(word)
        return self._places[:0] if number is None else self._coded(number, number + 1)

    def run(self, syllables: str) -> Places:
        """Where these syllables begin that follow one another."""
        if len(syllables) == 1:
            code = ord(syllables) << _CODE_BITS
            return np.sort(self._coded(code, code + (1 << _CODE_BITS)))
        last = len(syllables) - 2
        offsets = dict.fromkeys((*range(0, last, 2), last))
        pairs = [(self._coded(code := _code(syllables[at : at + 2]), code + 1), np.uint32(at)) for at in offsets]
        (rarest, offset), *others = sorted(pairs, key=lambda pair: len(pair[0]))
        starts = rarest - offset
        for places, at in others:
            starts = starts[among(starts + at, places)]
        return starts

    def _coded(self, first: int, end: int) -> Places:
        """The places of the codes from `first` to `end`: in order, where it is but one."""
        at, after = self._codes.searchsorted(np.array([first, end], np.uint64).astype(np.uint32))
        return self._places[self._starts[at] : self._starts[after]]


def is_run(text: str) -> bool:
    """Whether `text` is made of syllables, rather than a word that stands as a whole."""
    return _SYLLABLES.match(text) is not None


def among(sought: Places, places: Places) -> NDArray[np.bool_]:
    """Which of `sought` are among `places`."""
    if not len(places):
        return np.zeros(len(sought), np.bool_)
    marked: NDArray[np.bool_] = places.take(places.searchsorted(sought), mode="clip") == sought
    return marked


def _following(ends: Places, starts: Places, behind: Iterable[int]) -> Places:
    """Those of `starts` that are so many places behind one of `ends`."""
    steps = [np.uint32(step) for step in behind]
    if len(ends) < len(starts):
        found = [sought[among(sought, starts)] for sought in (ends + step for step in steps)]
        return found[0] if len(found) == 1 else np.unique(np.concatenate(found))
    marked = np.zeros(len(starts), np.bool_)
    for step in steps:
        marked |= among(starts - step, ends)
    return starts[marked]


def _located(text: str, numbers: Mapping[str, int]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """The codes of what stands in a text, and the places, from STEP on. `numbers` are those of words."""
    letters = np.frombuffer(text.encode("utf-16-le"), np.uint16)
    kinds = _KINDS.take(letters)
    begins = (kinds == _IN_HANGUL) | (kinds == _IN_HAN_KANA)
    begins[1:] |= (kinds[1:] == _IN_WORD) & (kinds[:-1] == _SPACE)
    at = np.flatnonzero(begins)
    kinds = kinds[at]
    syllables = kinds != _IN_WORD
    goes_on = np.zeros(len(at) + 1, np.bool_)  # a run, with what begins there
    goes_on[1:-1] = (kinds[1:] == kinds[:-1]) & syllables[1:]  # nothing is between
    codes = letters[at].astype(np.uint32) << np.uint32(_CODE_BITS)
    codes[goes_on[1:]] |= letters[at[goes_on[1:]] + 1]
    words = _WORD.findall(text)
    codes[~syllables] = np.fromiter(map(numbers.__getitem__, words), np.uint32, len(words))
    return codes, np.cumsum(np.where(goes_on[:-1], 1, STEP)).astype(np.uint64)


def _code(pair: str) -> int:
    return ord(pair[0]) << _CODE_BITS | ord(pair[1])


def _merged(kept: NDArray[np.uint64], coming: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Two sorted runs as one."""
    return np.insert(kept, kept.searchsorted(coming), coming)


def _pairs(codes: NDArray[np.uint32], places: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return codes.astype(np.uint64) << np.uint64(32) | places
