"""The words of people's names."""

from __future__ import annotations

import re

from retrieval.analysis.terms import fold

_APOSTROPHES = re.compile("['’‘`´ʼ]")
_NAME_WORD = re.compile(r"[^\W_]+")


def name_words(name: str) -> list[str]:
    """The words of a name as they are compared: without case, accents and punctuation."""
    return _NAME_WORD.findall(_APOSTROPHES.sub("", fold(name)))
