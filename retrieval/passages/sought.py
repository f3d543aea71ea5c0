"""What is looked for in a text: concepts by the terms that may stand for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from math import log

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.terms import word_terms
from retrieval.expansion.concepts import Way
from retrieval.lazy_regex import lazy_regex

Terms = tuple[str, ...]

_NOT_HANGUL = "[^\\W_가-힣]"
_LATIN_WORD = lazy_regex(f"{_NOT_HANGUL}+(?:[-‐‑–./_]{_NOT_HANGUL}+)*")
_WORD = lazy_regex(f"(?<![가-힣])[가-힣](?![가-힣])|{_LATIN_WORD.pattern}")

_ROOT = 3  # letters that a term shares with its plural, and with its parts joined

_OTHER_FORM = 0.8  # of a way in Hangul of which some terms are there: another ending, or half of a compound
_PART_OF_NAME = 0.5
_LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Sought:
    """A concept that is looked for. `weight` (≥ 0) is in nats: how much finding it tells. Each way is the terms that
    may stand for it, and how surely they do, from 0 to 1."""

    weight: float
    ways: tuple[tuple[Terms, float], ...]

    @property
    def is_term(self) -> bool:
        """Whether texts are surely found to have it as it was typed: terms of Hangul are of two syllables."""
        return any(len("".join(way)) > 1 for way, sure in self.ways if sure == 1)

    @property
    def is_hangul(self) -> bool:
        """Whether it was typed in Hangul."""
        return bool(self.ways) and is_hangul(self.ways[0][0][0])

    def covered_by(self, found: Set[str]) -> float:
        """How much of the concept a text with these terms has, from 0 to 1."""
        best = 0.0
        for way, sure in self.ways if found else ():
            if sure > best and not found.isdisjoint(way):
                best = max(best, sure * _share(way, found))
        return best


class TermFinder:
    """Finds the terms of some concepts in texts, in a third of the time that it takes to find all terms.

    Made for one query: it remembers the words in which there are none."""

    def __init__(self, sought: Iterable[Sought]) -> None:
        wanted = {term for each in sought for way, _ in each.ways for term in way}
        # A pair of syllables is a term wherever it stands.
        self._pairs = tuple(term for term in wanted if len(term) > 1 and is_hangul(term))
        self._others = wanted.difference(self._pairs)
        self._word = _WORD if any(map(is_hangul, self._others)) else _LATIN_WORD
        self._roots = tuple({term[:_ROOT] for term in self._others})
        self._telling_nothing: set[str] = set()

    def found_in(self, folded: str) -> set[str]:
        """Those of the terms that a folded text has."""
        found = {term for term in self._pairs if term in folded}
        if any(map(folded.__contains__, self._roots)):
            for word in set(self._word.findall(folded)) - self._telling_nothing:
                if held := self._others.intersection(word_terms(word)):
                    found |= held
                else:
                    self._telling_nothing.add(word)
        return found


def rarity(ways: Iterable[Way], frequency: Callable[[str], int], documents: int) -> float:
    """How much it tells, in nats, that one of the `documents` says one of `ways`.

    `frequency` is in how many a term is: of a way's terms the rarest bounds how many say it.
    """
    known = max((min(map(frequency, way.terms), default=0) for way in ways), default=0)
    return max(log((documents + 1) / (known + 0.5)), _LEAST)


def _share(way: Sequence[str], found: Set[str]) -> float:
    """What part of the terms of one way to say something are found."""
    count = sum(term in found for term in way)
    if count == len(way) or (way[-1] in found and way[-1] == "".join(way[:-1])):
        return 1.0
    return count / len(way) * (_OTHER_FORM if is_hangul(way[0]) else _PART_OF_NAME)
