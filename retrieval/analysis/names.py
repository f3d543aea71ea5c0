"""The words of people's names."""

from __future__ import annotations

from retrieval.analysis.terms import fold
from retrieval.lazy_regex import lazy_regex

_APOSTROPHES = lazy_regex("['’‘`´ʼ]")
_NAME_WORD = lazy_regex(r"[^\W_]+")


def name_words(name: str) -> list[str]:
    """The words of a name as they are compared: without case, accents and punctuation."""
    return _NAME_WORD.findall(_APOSTROPHES.sub("", fold(name)))
