"""The words of a question that point at a paper that was shown: `이 논문`, `3번은`, `the second one`."""

from __future__ import annotations

import re
from typing import Final

from bot.core.sentences.lexicon import ORDINALS
from bot.core.sentences.patterns import regex
from retrieval.lazy_regex import lazy_regex

_PAPER = r"(?:논문|페이퍼|것|거|건|게)"
_PARTICLE = r"(?:에서는|에서|에는|은|는|이|가|을|를|의|도)?(?=[\s,?!.]|$)"
_ENGLISH = "|".join(word for word in ORDINALS if word.isascii())
_KOREAN = "|".join(word for word in ORDINALS if not word.isascii())

_THIS: Final = lazy_regex(
    r"(?<![\w-])(?:this|that|the) (?:paper|one|article|work)(?:'s)?(?![\w-])"
    rf"|(?:^|(?<=\s)){regex('{this}', 'ko')}{_PARTICLE}",
    re.IGNORECASE,
)
_NTH: Final = lazy_regex(
    rf"(?:^|(?<=\s))(?P<ko>\d{{1,2}} ?번째?|(?:{_KOREAN}) ?번째)(?: ?{_PAPER})?{_PARTICLE}"
    rf"|(?P<en>#\d{{1,2}}(?!\d)|(?<![\w-])(?:paper|number|result) (?:number )?\d{{1,2}}|\bthe (?:{_ENGLISH}) one)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_PRONOUN: Final = lazy_regex(
    r"(?<![\w-])(?:it|its|they|their|them|the authors)(?![\w-])"
    rf"|(?:^|(?<=\s))(?:여기|저자들?|거기|이 ?사람들|얘네?){_PARTICLE}",
    re.IGNORECASE,
)


_OF_ANY: Final = lazy_regex(
    r"(?<![\w-])(?:(?:fine-?|pre-?)?trained|evaluated|tested|used|built|based)(?: on| with| by)?(?![\w-])",
    re.IGNORECASE,
)  # what is done with any paper's model, so that it tells none from another


_LEFT: Final = lazy_regex(r"\s+(?:of|in|for|about|by|with|on)\s*(?=\?*$)", re.IGNORECASE)


def number_pointed_at(text: str) -> int | None:
    """The number of the paper in a list that a text speaks of; None where it names none."""
    match = _NTH.search(text)
    return number_named(match["ko"] or match["en"]) if match else None


def points_at_one(text: str) -> bool:
    """Whether a text speaks of one paper as of the one that is open."""
    return _THIS.search(text) is not None


def may_point_at_one(text: str) -> bool:
    """Whether a text may speak of one paper, where one is open (`what data did they use?`)."""
    return _PRONOUN.search(text) is not None


def without_pointing(text: str) -> str:
    """A question to a paper without the words that point at it."""
    for pointing in (_NTH, _THIS, _PRONOUN):
        text = pointing.sub(" ", text)
    pointless = " ".join(text.split())
    return _LEFT.sub("", _OF_ANY.sub("", pointless)).strip() or pointless


def number_named(text: str | None) -> int | None:
    """The place that an ordinal or a number names."""
    if not text:
        return None
    if match := re.search(r"\d+", text):
        return int(match[0])
    words = re.findall(r"[a-z]+|[가-힣]", text.casefold())
    found = [ORDINALS[word] for word in (*words, text[:2]) if word in ORDINALS]
    return found[0] if found else None
