"""Numbers that are spelled, in Korean and English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from bot.model.grounding.units import MULTIPLES, PERCENT, TIMES, unit_at
from retrieval.lazy_regex import lazy_regex

Spelled = tuple[Fraction, str, int, int]
"""A value, its unit, and where it begins and ends."""

MAGNITUDE: Final = lazy_regex(
    r"[\s-]?(thousand|million|billion|trillion|hundred|mn|bn)(?![A-Za-z])|([kKMBbT])(?![A-Za-z\d])"
)
"""What multiplies the English number before it."""

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth"
_MONTHS = "january february march april may june july august september october november december"
_WORDS: Final = {
    **{word: number for number, word in enumerate(f"zero {_ONES} {_TEENS}".split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    **{word: number for number, word in enumerate(_ORDINALS.split(), 1)},
    "single": 1,
    "dozen": 12,
}
_COUNTS = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두"
_NATIVE: Final = {word: number for number, word in enumerate(_COUNTS.split(), 1)} | {"스무": 20, "백": 100, "천": 1_000}


def _whole(words: str) -> re.Pattern[str]:
    return lazy_regex(rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])", re.IGNORECASE)


_WORD = _whole(
    rf"(?P<tens>{_TENS.replace(' ', '|')})-(?P<ones>{_ONES.replace(' ', '|')})|(?P<word>{'|'.join(_WORDS)})",
)
_COUNT = lazy_regex(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_NATIVE, key=len, reverse=True))})\s?"
    "(?=배|퍼센트|가지|개|단계|종|명|번|차례|편|쌍|층|차원|시간)"
)
_MONTH = lazy_regex(rf"(?<![A-Za-z])(?P<word>{_MONTHS.title().replace(' ', '|')})(?![A-Za-z])")
_OTHERS: Final = (
    (_whole("twice|doubl(?:e[sd]?|ing)|two-?fold"), ((2, TIMES),)),
    (_whole("thrice|tripl(?:e[sd]?|ing)|three-?fold"), ((3, TIMES),)),
    (_whole("quadrupl(?:e[sd]?|ing)|four-?fold"), ((4, TIMES),)),
    (_whole("(?:an|one) order of magnitude|ten-?fold"), ((10, TIMES),)),
    (_whole("(?:two|2) orders of magnitude"), ((100, TIMES),)),
    (_whole("(?:three|3) orders of magnitude"), ((1_000, TIMES),)),
    (_whole("hal(?:f|ves?|ved|ving)|절반"), ((Fraction(1, 2), ""), (50, PERCENT))),
    (_whole(r"(?:a|one)[\s-]third"), ((Fraction(1, 3), ""),)),
    (_whole(r"two[\s-]thirds"), ((Fraction(2, 3), ""),)),
    (_whole(r"(?:a|one)[\s-]quarter"), ((Fraction(1, 4), ""),)),
    (_whole("a hundred"), ((100, ""),)),
    (_whole("a thousand"), ((1_000, ""),)),
    (_whole("a million"), ((10**6, ""),)),
    (_whole("a billion"), ((10**9, ""),)),
)


def stated(text: str) -> Iterator[Spelled]:
    """All numbers that the words of a source may stand for."""
    for match in _WORD.finditer(text):
        yield from _read(text, match)
    for match in _COUNT.finditer(text):
        unit, end = unit_at(text, match.end())
        yield Fraction(_NATIVE[match["word"]]), unit, match.start(), end
    months = _MONTHS.title().split()
    for match in _MONTH.finditer(text):
        yield Fraction(months.index(match["word"]) + 1), "", match.start(), match.end()
    for pattern, readings in _OTHERS:
        for match in pattern.finditer(text):
            for value, unit in readings:
                yield Fraction(value), unit, match.start(), match.end()


def claimed(text: str) -> Iterator[Spelled]:
    """The multiples and shares that words claim; what is merely counted in words is left alone."""
    for words in (_WORD, _COUNT):
        for match in words.finditer(text):
            unit, end = unit_at(text, match.end())
            if unit in {PERCENT, TIMES}:
                yield Fraction(_value(match)), unit, match.start(), end
    for pattern, readings in _OTHERS:
        for match in pattern.finditer(text):
            value, unit = readings[0]
            yield Fraction(value), unit, match.start(), match.end()


def _read(text: str, match: re.Match[str]) -> Iterator[Spelled]:
    value, end = _value(match), match.end()
    unit, unit_end = unit_at(text, end)
    yield Fraction(value), unit, match.start(), unit_end
    if unit:  # “three times” may be a count
        yield Fraction(value), "", match.start(), end
    if magnitude := MAGNITUDE.match(text, end):
        multiple = MULTIPLES[(magnitude[1] or magnitude[2]).lower()]
        yield Fraction(value * multiple), "", match.start(), magnitude.end()


def _value(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("tens"):
        return _WORDS[groups["tens"].lower()] + _WORDS[groups["ones"].lower()]
    word = match["word"].lower()
    return _NATIVE.get(word) or _WORDS[word]
