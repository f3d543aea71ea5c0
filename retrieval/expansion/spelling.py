"""Repair of query words that a corpus does not have: typos, joined and cut-off names, Latin words spelled in Hangul."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from math import log

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis.hangul import is_hangul, sounds_of_latin
from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import word_terms
from retrieval.expansion.common_words import is_native
from retrieval.expansion.phonetics import SoundIndex

MAX_WORDS = 32  # of a query; what follows is taken as it is
_MAX_UNKNOWN = 6  # Latin words of a query that are corrected

_MIN_LENGTH, _MAX_LENGTH = 2, 32  # of words that others are corrected to
_MIN_TYPO, _MIN_JOINED, _MIN_SPLIT = 3, 4, 6  # letters from which on a word may be one
_MAX_JOINED, _MAX_PIECES = 4, 3  # words that belong together, and that one may fall into
_CANDIDATES, _JOINED_CANDIDATES = 4, 2
_PREFIXES = 40  # looked at for one word

# Weights beside the words as they were typed; those of typos and sounds are similarities.
_JOINED, _SPLIT, _PLURAL = 0.7, 0.7, 0.9
_MISSING = 0.5  # what a word loses that is cut off, times the part that is missing
_RARE_HANGUL, _RARE_SHARE = 2, 0.001  # documents up to which the corpus does not really have a Hangul word
_COMMONNESS = 0.03  # of the documents with a known Hangul word, as many have the Latin word it may stand for
_STEEPNESS = 8  # how fast weights fall below the best similarity
_LIKENESS_SLACK = 0.1  # below the best
_LEAST_JOINED_SIMILARITY = 0.6
_SURE = 0.85  # similarity from which on a word is not looked for in pieces
_NAME = 2  # documents up to which what is joined is a name, and counts as much as all its parts
_SURELY_PARTICLES = "는을를은의"  # at the end of a word; others may be part of a name
_HEARD = 1024  # words of Hangul whose Latin ones are remembered: most come again and again
_COMMON = 20  # documents that make a word of two letters a piece of others


@dataclass(frozen=True, slots=True)
class Correction:
    """`terms` of the index to search for as well, for `original`, words of the query, and what they weigh beside them.

    A weight of 1 is that of a word as it was typed; a name that joins several words may have more. `replaces` says that
    the index has none of the original, so that what is found is found by its corrections. `sure`: this is what was
    meant; what is not is only offered.
    """

    original: str
    terms: tuple[str, ...]
    weight: float
    replaces: bool
    sure: bool = False


class Speller:
    """Corrects words to those of one vocabulary. Immutable; safe to use from several threads."""

    def __init__(
        self,
        vocabulary: Iterable[str],
        frequency: Callable[[str], int],
        documents: int,
        known: Speller | None = None,
    ) -> None:
        """`frequency` says in how many of the `documents` a term is: 0 for what is not in `vocabulary`.

        `known` is a speller of much the same vocabulary, to save finding the sounds of its words again.
        """
        # Two short sorts: a long one would keep other threads from running.
        words = sorted(sorted(filter(_is_latin, vocabulary)), key=len)
        heard = known._sounds if known else {}
        self._words: list[str] = words
        self._sounds: dict[str, str] = {word: heard.get(word) or " ".join(sounds_of_latin(word)) for word in words}
        self._letters = np.fromiter(map(_letters, words), np.uint64, len(words))
        self.frequency = frequency
        self._rare = max(_RARE_HANGUL, _RARE_SHARE * documents)
        new = [(word, sounds) for word, sounds in self._sounds.items() if word not in heard]
        gone = [(word, sounds) for word, sounds in heard.items() if word not in self._sounds]
        self._sound_index: SoundIndex = known._sound_index.updated(gone, new) if known else SoundIndex(new)
        lengths = [len(word) for word in words]
        self._starts = [bisect_left(lengths, length) for length in range(_MAX_LENGTH + 2)]
        self._heard: dict[tuple[str, bool], list[tuple[str, float]]] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_heard": {}}

    def repair(self, words: Sequence[str]) -> tuple[Correction, ...]:
        """Corrections of the folded words of a query, in order, the best of each word first.

        Words that the vocabulary has are not corrected; they may belong together, or spell a Latin word in Hangul.
        """
        found: list[Correction] = []
        for hangul, run in groupby(words[:MAX_WORDS], is_hangul):
            neighbours = list(run)
            found += self._of_hangul(neighbours) if hangul else self._of_latin(neighbours)
        for word, following in pairwise(words[:MAX_WORDS]):
            if is_hangul(word) and not is_hangul(following):
                found += self._half_in_hangul(word, following)
        return tuple(found)

    def _half_in_hangul(self, word: str, ending: str) -> Iterator[Correction]:
        """The name whose `ending` is typed in Latin, or is a number, and its beginning in Hangul: 터보3D."""
        for beginning, similarity in self._by_sound(word, exact=False):
            name = beginning + ending
            if similarity >= _SURE and 0 < self.frequency(name) <= _NAME:
                yield Correction(f"{word} {ending}", (name,), similarity, replaces=False)

    def _of_latin(self, words: Sequence[str]) -> Iterator[Correction]:
        parts = [(part, word if word.isalnum() else part) for word in words for part in _parts(word)]
        unknown = dict(islice(((part, typed) for part, typed in parts if not self._knows(part)), _MAX_UNKNOWN))
        typed = {term for word in words for term in word_terms(word)}
        for count in range(min(_MAX_JOINED, len(parts)), 1, -1):
            for start in range(len(parts) - count + 1):
                yield from self._joined([part for part, _ in parts[start : start + count]], unknown, typed)
        for part, original in unknown.items():
            yield from self._typo(part, original)

    def _joined(self, parts: Sequence[str], unknown: Container[str], typed: Container[str]) -> Iterator[Correction]:
        """The name that `parts` may be pieces of."""
        original, name = " ".join(parts), "".join(parts)
        replaces = all(part in unknown for part in parts)
        if len(name) < _MIN_JOINED:
            return
        if self.frequency(name) and name not in typed:
            yield Correction(
                original, (name,), _JOINED * (len(parts) if self.frequency(name) <= _NAME else 1), replaces
            )
        elif not self.frequency(name) and any(part in unknown for part in parts):
            for word, similarity in self._similar(name)[:_JOINED_CANDIDATES]:
                if similarity > _LEAST_JOINED_SIMILARITY:
                    yield Correction(original, (word,), similarity, replaces)

    def _typo(self, word: str, original: str) -> Iterator[Correction]:
        similar = self._similar(word)
        for other, similarity in similar:
            yield Correction(original, (other,), similarity, replaces=True)
        pieces = self._pieces(word) if not similar or similar[0][1] < _SURE else ()
        if pieces:
            yield Correction(original, pieces, _SPLIT, replaces=True)

    def _similar(self, word: str) -> list[tuple[str, float]]:
        """The words most like `word`, each with its similarity: by letters, or as what it is the beginning of."""
        if not _MIN_TYPO <= len(word) <= _MAX_LENGTH:
            return []
        found = dict.fromkeys(filter(self.frequency, [word.rstrip("s")]), _PLURAL)
        changes = 1 if len(word) < 6 else 2 if len(word) < 12 else 3
        near = self._near(word, changes)
        for other, distance, _ in process.extract(
            word, near, scorer=OSA.distance, score_cutoff=changes, limit=_PREFIXES
        ):
            found[other] = max(found.get(other, 0), 1 - distance / max(len(word), len(other)))
        for other in self._beginning_with(word):
            found[other] = max(found.get(other, 0), 1 - _MISSING * (len(other) - len(word)) / len(other))
        ranked = sorted(found.items(), key=lambda item: (-round(item[1], 3), -self.frequency(item[0]), item[0]))
        best = ranked[0][1] if ranked else 1.0
        return [(other, best * (similarity / best) ** _STEEPNESS) for other, similarity in ranked[:_CANDIDATES]]

    def _beginning_with(self, word: str) -> Iterator[str]:
        count = 0
        for length in range(len(word) + 1, _MAX_LENGTH + 1):
            place, end = self._starts[length], self._starts[length + 1]
            place = bisect_left(self._words, word, place, end)
            while place < end and self._words[place].startswith(word) and count < _PREFIXES:
                yield self._words[place]
                place, count = place + 1, count + 1

    def _near(self, word: str, changes: int) -> list[str]:
        """The words that `changes` may make of `word`, by their length and letters: each change touches at most two."""
        start = self._starts[max(_MIN_LENGTH, len(word) - changes)]
        letters = self._letters[start : self._starts[min(len(word) + changes, _MAX_LENGTH) + 1]]
        near = np.flatnonzero(np.bitwise_count(letters ^ _letters(word)) <= 2 * changes)
        return [self._words[start + place] for place in near.tolist()]

    def _pieces(self, word: str) -> tuple[str, ...]:
        """The fewest known words that `word` is made of, of equal numbers the most common; () where it is not."""
        if not _MIN_SPLIT <= len(word) <= _MAX_LENGTH:
            return ()
        best: dict[int, tuple[int, float, tuple[str, ...]]] = {0: (0, 0.0, ())}
        for end in range(2, len(word) + 1):
            for start in [start for start in best if start <= end - 2]:
                piece, (count, cost, pieces) = word[start:end], best[start]
                documents = self.frequency(piece)
                if documents >= (_COMMON if len(piece) == 2 else 1) and count < _MAX_PIECES:
                    way = (count + 1, cost - log(documents), (*pieces, piece))
                    best[end] = min(best.get(end, way), way)
        _, _, pieces = best.get(len(word), (0, 0.0, ()))
        return pieces if max(map(len, pieces), default=0) >= _MIN_JOINED else ()

    def _of_hangul(self, words: Sequence[str]) -> Iterator[Correction]:
        rare = [self._is_rare(stem(word)) for word in words]
        for place, word in enumerate(words):
            yield from self._sounding(word)
            if any(rare[place : place + 2]) and place + 1 < len(words):
                following = words[place + 1]
                for other, similarity in self._by_sound(word + stem(following), exact=False)[:_JOINED_CANDIDATES]:
                    if similarity >= _SURE:
                        yield Correction(f"{word} {following}", (other,), similarity, all(rare[place : place + 2]))

    def _sounding(self, word: str) -> Iterator[Correction]:
        if is_native(word) or (len(word) == _MIN_LENGTH and word[-1] in _SURELY_PARTICLES):
            return
        forms = (stem(word), word) if word[-1] not in _SURELY_PARTICLES else (stem(word),)
        for form in dict.fromkeys(forms):
            rare = self._is_rare(form)
            found = self._by_sound(form, exact=not rare)
            for other, similarity in found:
                if rare:
                    yield Correction(word, (other,), similarity, replaces=True)
                elif self.frequency(other) >= _COMMONNESS * self._documents(form):
                    yield Correction(word, (other,), similarity, replaces=False)
            if found:
                return

    def _by_sound(self, word: str, *, exact: bool) -> list[tuple[str, float]]:
        found = self._heard.get((word, exact))
        if found is None:
            if len(self._heard) >= _HEARD:
                self._heard = {}
            found = self._heard[word, exact] = self._listened(word, exact=exact)
        return found

    def _listened(self, word: str, *, exact: bool) -> list[tuple[str, float]]:
        found = self._sound_index.alike(word, exact=exact) if _MIN_LENGTH <= len(word) <= _MAX_LENGTH else {}
        ranked = sorted(found.items(), key=lambda item: (-round(item[1], 3), -self.frequency(item[0]), item[0]))
        return [item for item in ranked[:3] if item[1] >= ranked[0][1] - _LIKENESS_SLACK]

    def _knows(self, word: str) -> bool:
        return self.frequency(word) > 0 or word.isdigit()

    def _documents(self, word: str) -> int:
        """At most how many documents have a Hangul word."""
        return min(map(self.frequency, word_terms(word)), default=0)

    def _is_rare(self, word: str) -> bool:
        return self._documents(word) <= self._rare


def _parts(word: str) -> tuple[str, ...]:
    terms = word_terms(word)
    return terms[:-1] if len(terms) > 1 else terms


def _letters(word: str) -> np.uint64:
    """The set of the letters of `word`, a bit for each."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return np.uint64(bits)


def _is_latin(word: str) -> bool:
    return word.isascii() and _MIN_LENGTH <= len(word) <= _MAX_LENGTH and not word.isdigit()
