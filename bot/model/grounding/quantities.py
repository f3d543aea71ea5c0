"""The numbers of a text, Korean or English, with sign, magnitude and unit, to be compared however they are written:
`1,400만`, `14M` and `14 million`; `3배`, `3x`, `three times`; `5퍼센트` and `5%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.model.grounding import number_words
from bot.model.grounding.folding import LATIN
from bot.model.grounding.units import MULTIPLES, TIMES, unit_at
from retrieval.lazy_regex import lazy_regex

Reading = tuple[Fraction, str]

_LONGEST = 40  # characters of a number
_NUMBER = lazy_regex(
    r"(?P<sign>(?<![\w)\]%])[-+](?=[.\d]))?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"(?:\s?[×x*]\s?10\^(?P<power>-?\d{1,2})|[eE](?P<exponent>[-+]?\d{1,2})(?!\w)|\^(?P<raised>-?\d{1,2}))?"
)
_FRACTION = lazy_regex(r"(?P<below>\d{1,4})\s?분의\s?(?P<above>\d{1,4})|(?P<top>\d{1,4})/(?P<bottom>\d{1,4})(?![\d/.])")
_KOREAN_PART = lazy_regex(
    r" ?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<small>천(?!체)|백(?!분))?(?P<big>만|억|조(?![각건합]))?"
)
_KOREAN = {"": 1, "백": 100, "천": 1_000, "만": 10**4, "억": 10**8, "조": 10**12}
_START = lazy_regex(rf"{LATIN}|[-+]?\.?\d")
_WORD = lazy_regex(rf"{LATIN}(?:{LATIN}|\d)*(?:[-_.'@](?:{LATIN}|\d)+)*")
_COUNTED = lazy_regex(r"(?:[Tt]op|[a-z]+(?:-[a-z]+)*)[-@](?=\d+(?:\.\d+)?[kx]?$)")  # top-5, pass@1: no names
_SIZE_IN_NAME = lazy_regex(r"(?<![^\W_])(\d+(?:\.\d+)?)([kKmMbBtTD])(?![A-Za-z\d])")  # Llama-3-8B
_COMPARED = lazy_regex(r"\s(?:as|the|more|less|[a-z]+er)\b")
_JOINS = lazy_regex(r"\s*(?:-|~|,|/|to|and|or|,\s?and|에서|와|과|및|부터|vs\.?|->|→)\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a folded text: its value, its unit as `units` names it ("": none known), and where it stands.
    `others` are further readings: with what a list names once, as in “3–5%”, or a count for “three times”."""

    value: Fraction
    unit: str
    start: int
    end: int
    multiple: int = 1
    others: tuple[Reading, ...] = ()

    @property
    def readings(self) -> tuple[Reading, ...]:
        return ((self.value, self.unit), *self.others)


def stated(text: str) -> tuple[Quantity, ...]:
    """The numbers that a folded source states, in order, in digits or words."""
    return _ordered(text, (*_in_digits(text), *(Quantity(*spelled) for spelled in number_words.stated(text))))


def claimed(text: str) -> tuple[Quantity, ...]:
    """The numbers that a folded text claims, in order: those in digits, and multiples and shares in words. Digits in
    names, as in GPT-4, are none."""
    return _ordered(text, (*_in_digits(text), *(Quantity(*spelled) for spelled in number_words.claimed(text))))


def _ordered(text: str, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    return tuple(_sharing(sorted(found, key=lambda one: (one.start, one.end)), text))


def _in_digits(text: str) -> Iterator[Quantity]:
    position = 0
    while start := _START.search(text, position):
        position = start.start()
        if word := _WORD.match(text, position):
            counted = _COUNTED.match(word[0])
            position = word.start() + counted.end() if counted else word.end()
            if not counted:
                yield from _sizes(word)
        elif (found := _fraction(text, position) or _number(text, position)) is not None:
            yield found
            position = found.end
        else:
            position += 1


def _sizes(word: re.Match[str]) -> Iterator[Quantity]:
    for size in _SIZE_IN_NAME.finditer(word[0]):
        multiple = MULTIPLES.get(size[2].lower(), 1)
        start, end = word.start() + size.start(), word.start() + size.end()
        yield Quantity(Fraction(size[1]) * multiple, "", start, end, multiple)


def _fraction(text: str, position: int) -> Quantity | None:
    match = _FRACTION.match(text, position)
    if match is None:
        return None
    above, below = int(match["above"] or match["top"]), int(match["below"] or match["bottom"])
    return Quantity(Fraction(above, below), "", position, match.end()) if below else None


def _number(text: str, position: int) -> Quantity | None:
    match = _NUMBER.match(text, position)
    if match is None:
        return None
    if len(match[0]) > _LONGEST:
        return Quantity(Fraction(-1), "too long", position, match.end())  # of a unit that no source has
    value, end, multiple = Fraction(match["digits"].replace(",", "")), match.end(), 1
    if power := match["power"] or match["exponent"]:
        value *= Fraction(10) ** int(power)
    elif match["raised"]:
        value = value ** int(match["raised"]) if value and len(match["digits"]) < 4 else value
    elif magnitude := number_words.MAGNITUDE.match(text, end):
        multiple, end = MULTIPLES[(magnitude[1] or magnitude[2]).lower()], magnitude.end()
        value *= multiple
    else:
        value, end, multiple = _korean(text, match.start("digits"), value, end)
    unit, end = unit_at(text, end)
    others = ((value, ""),) if unit == TIMES and _may_count(text, position, end) else ()
    return Quantity(-value if match["sign"] == "-" else value, unit, position, end, multiple, others)


def _may_count(text: str, start: int, end: int) -> bool:
    """Whether “three times” may be how often, and “5-fold” how many parts, rather than how much more."""
    is_word = text[:end].endswith(("times", "fold"))
    return is_word and not text[:start].endswith("by ") and not _COMPARED.match(text, end)


def _korean(text: str, start: int, value: Fraction, end: int) -> tuple[Fraction, int, int]:
    """The number with what Korean puts behind it (`3억 5천만`): its value, its end, its magnitude."""
    total, limit, last, position = Fraction(0), 10**16, 1, start
    while part := _KOREAN_PART.match(text, position):
        multiple = _KOREAN[part["small"] or ""] * _KOREAN[part["big"] or ""]
        amount = Fraction(part["digits"].replace(",", "")) * multiple
        if multiple >= limit or amount >= limit or (multiple == 1 and position == start):
            break
        total, position, limit, last = total + amount, part.end(), multiple, max(last, multiple)
    return (total, len(text[:position].rstrip()), last) if last > 1 else (value, end, 1)


def _sharing(found: list[Quantity], text: str) -> Iterator[Quantity]:
    """The same numbers, in order, with what stands once behind a range or list read into all of it."""
    following: Quantity | None = None
    shared: list[Quantity] = []
    for quantity in reversed(found):
        if following and quantity.end <= following.start and _JOINS.fullmatch(text, quantity.end, following.start):
            multiple = following.multiple if quantity.multiple == 1 else 1
            reading = (quantity.value * multiple, quantity.unit or following.readings[-1][1])
            if reading not in quantity.readings:
                others = (*quantity.others, (quantity.value, reading[1]), reading)
                quantity = replace(quantity, others=others, multiple=max(quantity.multiple, multiple))
        shared.append(quantity)
        following = quantity
    return reversed(shared)
