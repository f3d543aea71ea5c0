"""Words that follow one another in a text: in Hangul with at most a particle between them, in Latin side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.filters.phrases import Phrases, TermIndex, needed_terms, plural_forms

_SYLLABLE = rb"[\xea-\xed][\x80-\xbf][\x80-\xbf]"
_GAP = rb"(?:%s){0,2}" % _SYLLABLE  # 비디오를 생성, 텍스트에서 음성
_ROOM = 1_000_000  # documents that are remembered, of all wordings: four megabytes


class Wordings:
    """Finds the documents that say something in given words. Remembers what it found last."""

    def __init__(self, phrases: Phrases, terms: TermIndex, size: int) -> None:
        """`size` is how many documents there are."""
        self._phrases = phrases
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
            here = re.escape(word.encode())
            others = (b"(?=(?<!%s)%s|%s(?!%s))" % (one.encode(), here, here, end.encode()) for one, end in around)
            pattern = re.compile(b"".join((*others, here)))
            numbers = self._terms.documents(word)
            found = self._phrases.having(word.encode(), pattern, numbers).astype(np.int32)
            self._remember((word, ""), found)
        return found

    def documents(self, words: tuple[str, ...]) -> NDArray[np.integer]:
        """The documents with `words`, folded, one after the other; by number, in order."""
        if len(words) == 1 and _is_one_term(words[0]):
            return self._terms.documents(next(plural_forms(words[0])))
        found = self._found.get(words)
        if found is None:
            found = self._sought(words).astype(np.int32)
            self._remember(words, found)
        return found

    def _remember(self, words: tuple[str, ...], found: NDArray[np.int32]) -> None:
        if len(found) > self._room:
            self._found, self._room = {}, _ROOM
        self._room -= len(found)
        self._found[words] = found

    def _sought(self, words: tuple[str, ...]) -> NDArray[np.int64]:
        candidates = np.ones(self._size, np.bool_)
        for word in words:
            for alternatives in needed_terms(word, self._terms.frequency):
                held = np.zeros(self._size, np.bool_)
                for term in alternatives:
                    held[self._terms.documents(term)] = True
                candidates &= held
        numbers = np.flatnonzero(candidates)
        if len(words) == 1 and is_hangul(words[0]):
            return self._phrases.having(words[0].encode(), None, numbers)
        pattern = b"".join(_pattern(words))
        return self._phrases.having(_fixed(words), re.compile(pattern), numbers)


def _is_one_term(word: str) -> bool:
    return len(word) <= 2 if is_hangul(word) else word.isalnum()


def _fixed(words: tuple[str, ...]) -> bytes:
    """What every text with `words` has in it."""
    *before, last = words
    stem = last if is_hangul(last) else min(plural_forms(last), key=len)[:-1]
    return max((*before, stem), key=len).encode()


def _pattern(words: tuple[str, ...]) -> Iterator[bytes]:
    if not is_hangul(words[0]):
        yield b" "
    for word, following in pairwise(words):
        yield re.escape(word.encode())
        if is_hangul(word):
            yield _GAP if is_hangul(following) else _GAP + b" "
        else:
            yield b" " + (_GAP if is_hangul(following) else b"")
    last = words[-1]
    if is_hangul(last):
        yield re.escape(last.encode())
    else:
        yield b"(?:%s) " % b"|".join(re.escape(form.encode()) for form in plural_forms(last))
