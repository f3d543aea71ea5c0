"""The notation of sentences → regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bot.core.sentences.lexicon import ENGLISH, KOREAN
from bot.rendering.language import Language
from retrieval.lazy_regex import lazy_regex

CAPTURES: Final = ("query", "paper", "exclude", "author")
"""The slots that a pattern can take from a sentence as they stand there."""
_MARKED: Final = ("this", "nth")  # groups of the lexicon that say more than that they are there

_LEXICONS: Mapping[Language, Mapping[str, str]] = {"ko": KOREAN, "en": ENGLISH}
_SPACES: Mapping[Language, str] = {
    "ko": r"\s*",
    "en": r"(?:(?<![\w-])|(?![\w-]))\s*",
}  # an English word ends before the next begins
_GROUP = lazy_regex(r"\{([a-z_]+)\}")
_SIGNS = lazy_regex(r"\\.|\(\?[^ ()]*|[\[\]() ]")
_MEANINGS = {"[": "(?:", "]": ")?", "(": "(?:"}


def regex(pattern: str, language: Language) -> str:
    """What a pattern stands for, as a regular expression without regard to case."""
    return _SIGNS.sub(lambda sign: _meaning(sign[0], language), _expanded(pattern, language))


def compiled(patterns: Iterable[str], language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(regex(pattern, language), re.IGNORECASE) for pattern in patterns)


def _meaning(sign: str, language: Language) -> str:
    return _SPACES[language] if sign == " " else _MEANINGS.get(sign, sign)


def _expanded(pattern: str, language: Language) -> str:
    def expand(match: re.Match[str]) -> str:
        name = match[1]
        if name in CAPTURES:
            return f"(?P<{name}>.+?)"
        words = _expanded(_LEXICONS[language][name], language)
        return f"(?P<{name}>{words})" if name in _MARKED else f"({words})"

    return _GROUP.sub(expand, pattern)
