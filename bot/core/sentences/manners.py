"""Sentences without what people put around them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.core.sentences.patterns import regex
from retrieval.lazy_regex import lazy_regex

END: Final = " \t\n.,!?~^;:…。？！ㅋㅎㅠㅜ"
"""What stands at the end of a sentence, or of a word that is laughed."""

_SPACES = lazy_regex(r"\s+")
_UNSEEN = ("So", "Sk", "Cf", "Cs", "Cc", "Co", "Cn")  # emoji, and what has no shape
_LEAD = lazy_regex(rf"(?:{regex('{lead}', 'ko')}(?=[\s,])|{regex('{lead}', 'en')}(?![\w'-]))[\s,!.~]*", re.IGNORECASE)
_TAIL = lazy_regex(rf"(?:\s{regex('{tail}', 'ko')}|(?<![\w'-]){regex('{tail}', 'en')})[\s,!.~]*$", re.IGNORECASE)
_MAX_TAIL = 40


def tidied(text: str) -> str:
    """A message on one line, without emoji."""
    composed = unicodedata.normalize("NFC", text).replace("’", "'")
    seen = "".join(" " if unicodedata.category(letter) in _UNSEEN else letter for letter in composed)
    return _SPACES.sub(" ", seen).strip()


def plain(said: str) -> str:
    """The sentence without what stands at its end for a tone of voice."""
    return said.strip().rstrip(END)


def without_manners(said: str) -> str:
    """The sentence without what is said out of politeness; at least a word of it stays."""
    shorter = plain(said)
    if (match := _LEAD.match(shorter)) and match.end() < len(shorter):
        shorter = shorter[match.end() :]
    if match := _TAIL.search(shorter, max(1, len(shorter) - _MAX_TAIL)):
        shorter = plain(shorter[: match.start()])
    return shorter if shorter == said or not shorter else without_manners(shorter)
