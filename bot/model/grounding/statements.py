"""What a sentence says with its numbers, as far as their order and a few words tell: of what, and whether it rose.

It finds what is said the other way round. It does not find what neither order nor these words show: a denial, a cause,
a comparison turned around, or a number told of something else that has no name and stands in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from itertools import combinations
from typing import Final

from bot.model.grounding.concepts import concepts
from bot.model.grounding.names import names
from bot.model.grounding.quantities import Quantity, Reading, claimed
from bot.model.grounding.units import PERCENT, POINT, TIMES
from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex

_MOST = 6  # names or numbers of a sentence that are compared
_CHANGES = frozenset({PERCENT, POINT, TIMES})


class Direction(Flag):
    """Where a sentence says that something goes."""

    UP = auto()
    BETTER = auto()
    FASTER = auto()  # less of time or size is that, too
    DOWN = auto()
    WORSE = auto()


_WORDS: Final = {
    Direction.UP: "증가|상승|높아|높은|높였|늘|increas|rais|ris(?:e|ing)|rose|higher|grow",
    Direction.BETTER: "향상|개선|우수|뛰어|능가|앞서|improv|outperform|surpass|better|gain|exceed|boost|enhanc",
    Direction.FASTER: "빠르|빠른|빨라|가속|효율|압축|단축|절감|fast|speed|efficien|accelerat|compress|sav(?:e|ing)",
    Direction.DOWN: "감소|줄[어이였]|줄인|낮[은아추춰췄]|적은|reduc|decreas|lower|fewer|less|cut|shrink",
    Direction.WORSE: "하락|저하|악화|떨어|느리|느려|느린|뒤처|뒤떨|drop|degrad|declin|wors|slow|fall|fell|hurt|lag",
}
_DIRECTIONS = {one: lazy_regex(words, re.IGNORECASE) for one, words in _WORDS.items()}
_CONTRADICTS: Final = {
    Direction.UP: Direction.DOWN | Direction.WORSE,
    Direction.BETTER: Direction.WORSE,
    Direction.FASTER: Direction.WORSE,
    Direction.DOWN: Direction.UP | Direction.BETTER,
    Direction.WORSE: Direction.UP | Direction.BETTER | Direction.FASTER,
}


_CLAUSE_END = lazy_regex(r"[,;] |(?<=[고며서만나])(?= )| (?:and|while|but|whereas|yet) ")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that has measures, which are numbers with units or decimals: these, in order, each with where it is
    said to go; the names and what is measured, in order; and each number with those before it, as Korean has them."""

    text: str
    names: tuple[str, ...]
    directions: Mapping[Reading, Direction]
    parts: tuple[tuple[frozenset[str], Reading], ...]

    @property
    def numbers(self) -> tuple[Reading, ...]:
        return tuple(self.directions)


def statements(text: str) -> Iterator[Statement]:
    """Those of a folded text."""
    for start, end in sentences(text):
        sentence = text[start:end]
        measures = [one for one in claimed(sentence) if one.unit or one.value.denominator > 1]
        if measures:
            yield _statement(sentence, measures)


def _statement(sentence: str, measures: list[Quantity]) -> Statement:
    told = [(name.start, " ".join(name.pieces)) for name in names(sentence)] + list(concepts(sentence))
    directions: dict[Reading, Direction] = {}
    parts, begin = [], 0
    for one in measures:
        reading = one.readings[0 if one.unit else -1]
        clause = _direction(_clause(sentence, one.start, one.end)) or _direction(sentence)
        directions[reading] = directions.get(reading, Direction(0)) | clause
        parts.append((frozenset(name for place, name in told if begin <= place < one.start), reading))
        begin = one.end
    named = dict.fromkeys(name for _, name in sorted(told))
    return Statement(sentence, tuple(named), directions, tuple(parts))


def _clause(sentence: str, start: int, end: int) -> str:
    """The part of a sentence that a number stands in."""
    ends = [0, *(match.end() for match in _CLAUSE_END.finditer(sentence)), len(sentence)]
    before, after = max(one for one in ends if one <= start), min((one for one in ends if one >= end), default=end)
    return sentence[before:after]


def _direction(text: str) -> Direction:
    found = Direction(0)
    for direction, words in _DIRECTIONS.items():
        found |= direction if words.search(text) else Direction(0)
    return found


def misplaces(claim: Statement, sources: list[Statement]) -> bool:
    """Whether it gives numbers to other names than the source does, where that can be told."""
    fits = [_fits(claim, source) for source in sources]
    return (False in fits and True not in fits) or _strays(claim, sources)


def reverses(claim: Statement, sources: list[Statement]) -> bool:
    """Whether it lets rise what the source lets fall, or the other way round."""
    for number, direction in claim.directions.items():
        if number[1] not in _CHANGES or not direction:
            continue
        stated = [source.directions[number] for source in sources if number in source.directions]
        if stated and all(one and _contradicts(direction, one) for one in stated):
            return True
    return False


def _contradicts(claim: Direction, source: Direction) -> bool:
    """Whether every word of the one speaks against every word of the other."""
    against = [_CONTRADICTS[one] for one in Direction if one in claim]
    return all(other in opposed for opposed in against for other in Direction if other in source)


def _fits(claim: Statement, source: Statement) -> bool | None:
    """Whether names and numbers that stand in both go together in one way; None where there are too few to tell."""
    named = [name for name in claim.names if name in source.names][:_MOST]
    numbers = [number for number in claim.numbers if number in source.numbers][:_MOST]
    if not 1 < len(numbers) <= len(named):
        return None
    return any(
        _pairs(claim, chosen, numbers) == _pairs(source, chosen, numbers)
        for chosen in combinations(named, len(numbers))
    )


def _pairs(statement: Statement, named: tuple[str, ...], numbers: list[Reading]) -> set[tuple[str, Reading]]:
    in_order = [name for name in statement.names if name in named]
    return set(zip(in_order, [one for one in statement.numbers if one in numbers], strict=True))


def _strays(claim: Statement, sources: list[Statement]) -> bool:
    """Whether it tells a number of names that the source has together with another number, and never with this one."""
    return any(named and _stray(named, number, sources) for named, number in claim.parts)


def _stray(named: frozenset[str], number: Reading, sources: list[Statement]) -> bool:
    known = {name for name in named if any(name in source.names for source in sources)}
    of_number = [source for source in sources if number in source.numbers]
    if not known or not of_number or any(known.issubset(source.names) for source in of_number):
        return False
    rivals = [source for source in sources if known.issubset(source.names) and source not in of_number]
    return any(one[1] == number[1] for source in rivals for one in source.numbers) and all(
        source.names for source in of_number
    )
