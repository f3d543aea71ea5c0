"""What a query is about: its words without those that only ask, and without the particles of Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.asking import ASKED_FOR, ASKING, AUXILIARIES, COMMANDS, FOLLOWING, GLUED, LIGHT_VERBS, NEWS
from retrieval.terms import Word, word_terms

_PARTICLES = r"""
    들?(?:[은는이가을를의에로와과]|에서|에게|으로|까지|부터|보다|처럼|이나|에는|에서는|에서의|으로의|으로는|이란|이라는)|들
"""
_MORE_PARTICLES = r"""
    만|도|이?랑|하고|한테|만큼|밖에|이?란|이?라고|이?라는|이?야|이?죠|이?지|이?예요|에요|인가요?|인지|인데|일까요?
    |입니까|같은|처럼|말고
"""
_VERB_ENDINGS = r"""
    (?:하|되|시키)(?:는|고|기|며|게|여|나요?|는지|려는|도록|지)|[한된할될]|해서?|했나요?|시킨|한가요?|인가요?|인|란
"""
_PARTICLE = re.compile(_PARTICLES, re.VERBOSE)
_PARTICLE_OF_LATIN = re.compile(f"{_PARTICLES}|{_MORE_PARTICLES}", re.VERBOSE)
_PARTICLE_AFTER_LATIN = re.compile(rf"(?<=[a-z0-9])(?:{_PARTICLES})$", re.VERBOSE | re.IGNORECASE)
_MAX_GLUED = 24  # syllables at the end of a word that ask
_TOPIC = 2  # the least syllables of a word before what asks at its end
_STEM = re.compile(rf"(.{{2,}}?)(?:{_PARTICLES}|(?:{_VERB_ENDINGS})(?:{_PARTICLES})?)", re.VERBOSE)


def unglued(words: Iterable[Word]) -> list[Word]:
    """The words, those cut in two at whose end something asks (강화학습논문찾아줘)."""
    found: list[Word] = []
    for word in words:
        whole = word.hangul and word.end - word.start == len(word.text)
        cut = _end_of_topic(word.text) if whole else len(word.text)
        if cut == len(word.text):
            found.append(word)
        else:
            between = word.start + cut
            found += Word(word.text[:cut], word.start, between), Word(word.text[cut:], between, word.end)
    return found


def _end_of_topic(text: str) -> int:
    """Where the part of a Hangul word ends that does not ask, of at least two syllables."""
    if ASKING.fullmatch(text):
        return len(text)
    places = range(max(_TOPIC, len(text) - _MAX_GLUED), len(text) - 1)
    return next((place for place in places if GLUED.fullmatch(text, place)), len(text))


def subject(words: Iterable[Word]) -> list[Word]:
    """The words without those that only ask ("which paper", 논문 찾아줘) and particles after Latin (`LLM의`)."""
    words = list(words)
    asks: list[bool] = []
    topic = auxiliary = False
    before: Word | None = None
    for word in words:
        asks.append(
            _asks(word)
            or (before is not None and any(_full(one, before) and _full(other, word) for one, other in FOLLOWING))
            or (auxiliary and _full(LIGHT_VERBS, word))
            or (not topic and _full(COMMANDS, word))
        )
        topic = topic or not asks[-1]
        auxiliary = auxiliary or _full(AUXILIARIES, word)
        before = word
    for place in reversed(range(1, len(words))):
        asks[place] = asks[place] or (
            _full(ASKED_FOR, words[place]) and asks[place - 1] and not _full(NEWS, words[place - 1])
        )
        if not asks[place]:
            break
    ends = {word.end for word in words if not word.hangul}
    return [
        word
        for word, asking in zip(words, asks, strict=True)
        if not asking and not (word.start in ends and _full(_PARTICLE_OF_LATIN, word))
    ]


def _asks(word: Word) -> bool:
    return _full(ASKING, word) or (word.hangul and _full(GLUED, word))


def _full(pattern: re.Pattern[str], word: Word) -> bool:
    return pattern.fullmatch(word.text) is not None


def is_particle(text: str) -> bool:
    return _PARTICLE.fullmatch(text) is not None


def without_particle(text: str) -> str:
    """`text` without a particle that follows a Latin letter or a number at its end (`LLM의`)."""
    return _PARTICLE_AFTER_LATIN.sub("", text)


def stem(word: str) -> str:
    """A word of Hangul without its particle or verb ending, of which at least two syllables stay."""
    match = _STEM.fullmatch(word)
    return match[1] if match else word


def subject_terms(words: Iterable[Word]) -> list[str]:
    """The terms of words that `subject` has kept: those of stems, and of compounds without their function words."""
    found: list[str] = []
    for word in words:
        if word.hangul:
            found += word_terms(stem(word.text))
        else:
            parts = word_terms(word.text)
            found += [part for part in parts if not ASKING.fullmatch(part)] or parts
    return found
