"""What is looked for in a text: concepts by the terms that may stand for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from math import log

from retrieval.analysis.hangul import is_hangul
from retrieval.expansion.concepts import Way

Terms = tuple[str, ...]

_OTHER_FORM = 0.8  # of a way in Hangul of which some terms are there: another ending, or half of a compound
_PART_OF_NAME = 0.5
_LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Sought:
    """A concept that is looked for. `weight` (≥ 0) is in nats: how much finding it tells. Each way is the terms that may
    stand for it, and how surely they do, from 0 to 1."""

    weight: float
    ways: tuple[tuple[Terms, float], ...]

    def covered_by(self, found: Set[str]) -> float:
        """How much of the concept a text with these terms has, from 0 to 1."""
        return max((sure * _share(way, found) for way, sure in self.ways if not found.isdisjoint(way)), default=0.0)


def all_terms(sought: Iterable[Sought]) -> frozenset[str]:
    """All terms that may stand for one of the concepts."""
    return frozenset(term for each in sought for way, _ in each.ways for term in way)


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
