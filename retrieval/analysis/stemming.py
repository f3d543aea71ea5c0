"""Hangul words without their particles and verb endings."""

from __future__ import annotations

import re

from retrieval.lazy_regex import lazy_regex

_PARTICLES = r"""
    들?(?:[은는이가을를의에로와과]|에서|에게|으로|까지|부터|보다|처럼|이나|에는|에서는|에서의|으로의|으로는|이란|이라는)|들
"""
_MORE_PARTICLES = r"""
    만|로만|으로만|에서만|로도|로는|도|이?랑|하고|한테|만큼|밖에|이?란|이?라고|이?라는|이?야|이?죠|이?지|이?예요|에요|인가요?|인지|인데|일까요?
    |입니까|같은|처럼|말고
"""
_VERB_ENDINGS = r"""
    (?:하|되|시키)(?:는|고|기|며|게|여|나요?|는지|려는|도록|지)|[한된할될]|해서?|했나요?|시킨|한가요?|인가요?|인|란
"""
_PARTICLE = lazy_regex(_PARTICLES, re.VERBOSE)
_PARTICLE_OF_LATIN = lazy_regex(f"{_PARTICLES}|{_MORE_PARTICLES}", re.VERBOSE)
_PARTICLE_AFTER_LATIN = lazy_regex(rf"(?<=[a-z0-9])(?:{_PARTICLES})$", re.VERBOSE | re.IGNORECASE)

_STEM = lazy_regex(rf"(.{{2,}}?)(?:{_PARTICLES}|(?:{_VERB_ENDINGS})(?:{_PARTICLES})?)", re.VERBOSE)


def is_particle(text: str) -> bool:
    return _PARTICLE.fullmatch(text) is not None


def is_particle_of_latin(text: str) -> bool:
    """Whether `text` can be the particle of a Latin word that stands before it (`GPT-4 처럼`)."""
    return _PARTICLE_OF_LATIN.fullmatch(text) is not None


def without_particle(text: str) -> str:
    """`text` without a particle that follows a Latin letter or a number at its end (`LLM의`)."""
    return _PARTICLE_AFTER_LATIN.sub("", text)


def stem(word: str) -> str:
    """A word of Hangul without its particle or verb ending, of which at least two syllables stay."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word
