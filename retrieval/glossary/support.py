"""Whether a translation that a corpus gives just once is borne out by anything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from retrieval.analysis.hangul import is_hangul
from retrieval.glossary.alignment import Sounds
from retrieval.glossary.curated import Curated
from retrieval.glossary.light_words import is_light
from retrieval.glossary.pairs import Pair, term_key
from retrieval.glossary.parentheses import abbreviates, term_words

_ALIKE = 0.8  # of 1: how alike a word and its spelling in Hangul sound
_SAID = 2  # mentions from which on a pair of words bears out others


class Support:
    """What is known of single words, to judge terms of several by. Of a hundred pairs that were read and that this
    bears out some ninety were right; of those that it does not, some fifty."""

    def __init__(self, pairs: Iterable[Pair], curated: Curated) -> None:
        self._known = {
            (term_key(pair.term), term_key(pair.english))
            for pair in pairs
            if " " not in pair.term and (pair.mentions >= _SAID or pair.strength)
        }
        self._curated = curated
        self._sounds = Sounds()

    def of(self, pair: Pair) -> bool:
        """Whether one of the terms abbreviates or spells the other, or they go together word by word."""
        term, english = term_words(pair.term), term_words(pair.english)
        if pair.term.isascii():
            return abbreviates(pair.term, pair.english)
        if any(map(is_light, (*term, *english))):
            return False
        if len(term) == len(english) == 1:
            return self._sounds.alike(term[0], english[0], _ALIKE)
        return len(term) == len(english) or self._match(term, english)

    def _match(self, term: Sequence[str], english: Sequence[str]) -> bool:
        """Whether each word of either has a translation in the other."""
        linked = [pair for pair in product(term, english) if self._are_one(*pair)]
        return {word for word, _ in linked} == {*term} and {word for _, word in linked} == {*english}

    def _are_one(self, word: str, other: str) -> bool:
        known = (word, other) in self._known or self._curated.are_one(word, other)
        return word == other or known or (is_hangul(word) and self._sounds.alike(word, other, _ALIKE))
