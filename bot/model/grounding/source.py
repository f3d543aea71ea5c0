"""What a text claims and its source does not state: numbers and names."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from bot.model.grounding import quantities
from bot.model.grounding.folding import LATIN, folded
from bot.model.grounding.names import Words, names, word_pieces, words
from bot.model.grounding.quantities import Quantity
from bot.model.grounding.statements import Statement, misplaces, reverses, statements
from bot.model.grounding.units import agrees
from retrieval.lazy_regex import lazy_regex

_VERSION = lazy_regex(rf" (\d{{1,2}}(?:\.\d+)?(?:{LATIN})*)(?![\d%])")
_FALLS = lazy_regex(
    r"감소|하락|낮|줄|떨어|악화|손실|저하|음의|drop|decreas|reduc|lower|loss|declin|worse|fall|fell|negative"
)


class Source:
    """The texts that something is written from, read once to look up what is claimed.

    It compares numbers, names, and in simple sentences how they go together. What it cannot see: counts in words, what
    is said without a number or a name, and whatever the source itself says falsely.
    """

    def __init__(self, *texts: str) -> None:
        text = folded("\n".join(texts))
        self._statements: list[Statement] = [one for each in texts for one in statements(folded(each))]
        self._values: dict[Fraction, set[str]] = {}
        for quantity in quantities.stated(text):
            for value, unit in quantity.readings:
                self._values.setdefault(value, set()).add(unit)
        self._words = Words(text)

    def unknown_numbers(self, text: str) -> tuple[str, ...]:
        """The numbers of `text` that do not stand in the source with such a unit and sign, as they are written."""
        text = folded(text)
        falls = _FALLS.search(text) is not None
        return _once(
            text[one.start : one.end].strip() for one in quantities.claimed(text) if not self._states(one, falls=falls)
        )

    def unknown_names(self, text: str) -> tuple[str, ...]:
        """The names of `text` that do not stand in the source, as they are written."""
        return _once(self._unknown_names(folded(text)))

    def unknown_words(self, text: str) -> tuple[str, ...]:
        """The Latin words of `text`, names aside, that do not stand in the source: of use where another language is
        expected."""
        return _once(word for word in words(folded(text)) if not self._words.has(word))

    def share_of_words(self, text: str) -> float:
        """The share of the Latin words of `text`, names aside, that stand in the source, from 0 to 1; 1 without any."""
        said = set(words(folded(text)))
        return sum(map(self._words.has, said)) / len(said) if said else 1.0

    def misplaced(self, text: str) -> tuple[str, ...]:
        """The sentences of `text` that give numbers to other names than the source does."""
        return tuple(one.text for one in statements(folded(text)) if misplaces(one, self._statements))

    def reversed(self, text: str) -> tuple[str, ...]:
        """The sentences of `text` that let rise what falls in the source, or the other way round."""
        return tuple(one.text for one in statements(folded(text)) if reverses(one, self._statements))

    def _states(self, claim: Quantity, *, falls: bool) -> bool:
        """Whether any reading is stated. A fall may be told without its minus sign."""
        return any(
            agrees(unit, stated)
            for value, unit in claim.readings
            for signed in ((value, -value) if falls and value > 0 else (value,))
            for stated in self._values.get(signed, ())
        )

    def _unknown_names(self, text: str) -> Iterator[str]:
        for name in names(text):
            version = _VERSION.match(text, name.start + len(name.text))
            if not self._words.has(name.text):
                yield name.text
            elif version and not self._words.has_version(name.text, version[1]):
                yield name.text + version[0]


def latin_pieces(text: str) -> frozenset[str]:
    """The words and numbers of Latin words in a text, in lower case; words that begin English sentences left out."""
    return word_pieces(folded(text))


def _once(found: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
