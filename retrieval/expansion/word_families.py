"""Latin words of one family: acceleration, accelerate, accelerating. Titles say in one what queries say in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retrieval.expansion.common_words import is_common

_LEAST = 5  # letters that all words of a family begin with

# Endings that stand for each other, the longest first.
_FAMILIES = (
    ("ization", "isation", "izer", "iser", "ized", "izing", "ize", "izations"),
    ("ification", "ified", "ifying", "ify", "ifier"),
    ("ation", "ated", "ating", "ate", "ator"),
    ("ing", "ed", "er", "e", "ion", ""),
)

_NAMES_THINGS = ("", "er", "e", "ator")  # a transformer is not what transforms


def relatives(word: str, frequency: Callable[[str], int]) -> Iterator[str]:
    """The other words of the family of a Latin `word` that the index has, but for those of a word of every day: what
    is said of *learning* is not said of all that learns."""
    for endings in _FAMILIES:
        ending = next((one for one in endings if one not in _NAMES_THINGS and word.endswith(one)), None)
        if ending is None:
            continue
        base = word[: -len(ending)]
        if len(base) >= _LEAST and base.isalpha() and not (is_common(base) or is_common(f"{base}e")):
            yield from (f"{base}{one}" for one in endings if one != ending and frequency(f"{base}{one}"))
        return
