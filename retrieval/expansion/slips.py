"""Slips of one letter in terms of Hangul: 강화학슴. Those of Latin words are in `spelling`."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis.hangul import is_hangul

_SHORTEST = 4  # syllables: of shorter words too many are a letter apart


class Slips:
    """Mends words of Hangul that are a letter away from one term. Immutable."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are the terms, however they are spaced."""
        self._by_start: dict[str, dict[str, str]] = {}
        for name in names:
            term = name.replace(" ", "")
            if len(term) >= _SHORTEST and is_hangul(term):
                letters = normalize("NFD", term)
                self._by_start.setdefault(letters[0], {})[letters] = name

    def mend(self, word: str) -> str | None:
        """The term that `word`, which no text has, is a slip of, as it is spaced; None where none is, or several are.

        Who mistypes a word seldom does so at its first letter.
        """
        if len(word) < _SHORTEST or not is_hangul(word):
            return None
        letters = normalize("NFD", word)
        terms = self._by_start.get(letters[0], {})
        near = process.extract(letters, terms.keys(), scorer=OSA.distance, score_cutoff=1, limit=2)
        return terms[near[0][0]] if len(near) == 1 else None
