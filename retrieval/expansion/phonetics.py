"""The Latin words of a vocabulary by how they sound, for those that a query spells in Hangul."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from heapq import nlargest
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from retrieval.analysis.hangul import frame, likeness, sounds_of_hangul

_FRAMES = 40  # looked at for one word, besides its own
_COMPARED, _MIN_GUESS = 8, 0.5  # words looked at closely, and how alike they must be at a glance
_PLURALS = ("s", "j")  # what the index takes off as a plural ending: Cosmos


class SoundIndex:
    """Words by their sounds. Immutable."""

    def __init__(self, words: Iterable[tuple[str, str]]) -> None:
        """Words, each with its sounds: its readings separated by spaces."""
        self._hold(_by_frame(words))

    def updated(self, gone: Iterable[tuple[str, str]], new: Iterable[tuple[str, str]]) -> SoundIndex:
        """That without some of its words and with new ones. What does not change is shared with this one."""
        words_with = self._words_with.copy()
        for known, words in _by_frame(gone).items():
            words_with[known] = [word for word in words_with[known] if word not in words]
        for known, words in _by_frame(new).items():
            words_with[known] = [*words_with.get(known, ()), *words]
        index = copy(self)
        index._hold({known: words for known, words in words_with.items() if words})
        return index

    def _hold(self, words_with: dict[str, list[tuple[str, str]]]) -> None:
        self._words_with = words_with
        self._frames: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for known in sorted(words_with):
            self._frames[known[:1], len(known)].append(known)

    def alike(self, word: str, *, exact: bool) -> dict[str, float]:
        """The words that sound like `word`, which is of Hangul, each with its likeness from 0 to 1.

        With `exact` only those whose consonants are the same, and very alike: for words that may well be Korean.
        """
        own = sounds_of_hangul(word)
        found: dict[str, float] = {}
        for sounds in (own, own[:-1]) if own.endswith(_PLURALS) else (own,):
            least = _least_likeness(len(frame(sounds)), known=exact)
            for other, reading in self._nearest(sounds, exact=exact):
                similarity = likeness(sounds, reading)
                if similarity >= max(least, found.get(other, 0)):
                    found[other] = similarity
        return found

    def _nearest(self, sounds: str, *, exact: bool) -> list[tuple[str, str]]:
        own = frame(sounds)
        frames = [own] if own in self._words_with else []
        if not exact and len(own) > 2:
            near = (self._frames.get((own[0], length), ()) for length in range(len(own) - 1, len(own) + 2))
            similar = process.extract(own, [*chain(*near)], scorer=Levenshtein.distance, score_cutoff=1, limit=_FRAMES)
            frames += [other for other, distance, _ in similar if distance]
        promising: list[tuple[float, str, str]] = []
        for other in frames:
            framed = Levenshtein.normalized_similarity(own, other)
            for word, reading in self._words_with[other]:
                guess = (framed + Levenshtein.normalized_similarity(sounds, reading)) / 2
                if guess >= _MIN_GUESS:
                    promising.append((guess, word, reading))
        promising = nlargest(_COMPARED, promising)
        return [(word, reading) for _, word, reading in promising]


def _by_frame(words: Iterable[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """Words with one of their readings, by their consonants."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, readings in words:
        for reading in readings.split():
            found[frame(reading)].append((word, reading))
    return dict(found)


def _least_likeness(consonants: int, *, known: bool) -> float:
    """How alike two words must be. The fewer consonants a word has, the more words are like it: a native one of two or
    three has a likeness of .6 to .8 with the nearest Latin word, a longer one of less than .6."""
    if consonants < 2:
        return 1.0
    if consonants < 3 and known:
        return 0.95
    return 0.8 if known or consonants < 4 else 0.7
