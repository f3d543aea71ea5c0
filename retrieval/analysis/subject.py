"""What a query is about: its words without those that only ask, and without the particles of Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.analysis.stemming import is_particle_of_latin, stem
from retrieval.analysis.stopwords import ASKED_FOR, ASKING, AUXILIARIES, COMMANDS, FOLLOWING, GLUED, LIGHT_VERBS, NEWS
from retrieval.analysis.terms import Word, word_terms

_MAX_GLUED = 24  # syllables at the end of a word that ask
_TOPIC = 2  # the least syllables of a word before what asks at its end


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
        if not asking and not (word.start in ends and is_particle_of_latin(word.text))
    ]


def _asks(word: Word) -> bool:
    return _full(ASKING, word) or (word.hangul and _full(GLUED, word))


def _full(pattern: re.Pattern[str], word: Word) -> bool:
    return pattern.fullmatch(word.text) is not None


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
