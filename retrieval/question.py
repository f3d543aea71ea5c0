"""What a query is about: its words without those that only ask, and without the particles of Korean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.terms import Word, word_terms

_ENGLISH = r"""
    a|about|an|and|any|are|as|at|authors?|be|been|by|can|could|did|do|does|find|for|from|give|how|i|in|into|is|it|its
    |list|looking|me|my|of|on|or|papers?|please|proposed?|proposes|show|should|some|stud(?:y|ies)|tell|that|the|there
    |these|this|those|to|using|want|was|we|were|what|when|where|which|who|why|will|with|works?|would|written|you|your
"""
_KOREAN = r"""
    (?:찾아|알려|보여|골라|말해|가르쳐|(?:추천|소개|설명|검색|요약|정리)해?)(?:줘요?|주세요|줄래요?|달라|봐|봐줘|주라)
    |있(?:어요?|나요?|니|는|는지|을까요?|습니까)|없(?:어요?|나요?)|뭐(?:야|지|예요|에요|가|임|냐)?|뭔가요?|뭘
    |무엇(?:인가요?|이야|을|이)?|어떤|어떻게|어디(?:서|에|에서)?|왜|언제|누가|누구|얼마나|무슨|[이그저]|해?(?:줘요?|주세요)
    |하나요|되나요|인가요?|일까요?|나요|합니까|입니까|궁금(?:해요?|합니다)|좀|및|등|수|것|거|중|[이그저](?:거|건|것)|저자|쓴|작성한|(?:교수|박사|선생)님?
    |관련(?:된|한)?|관(?:한|하여|해)|대(?:한|해서?|하여)|(?:이용|사용|활용|적용)(?:한|하는|해서?|하여|된)
    |위(?:한|해)|통(?:한|해)|최신|최근|요즘|(?:논문|연구)들?(?:이나|에서|으로|중에|[은는이가을를의도중에로])?요?
"""
_PARTICLES = r"""
    들?(?:[은는이가을를의에로와과]|에서|에게|으로|까지|부터|보다|처럼|이나|에는|에서는|에서의|으로의|으로는|이란|이라는)|들
"""
_VERB_ENDINGS = r"""
    (?:하|되|시키)(?:는|고|기|며|게|여|나요?|는지|려는|도록|지)|[한된할될]|해서?|했나요?|시킨|한가요?|인가요?|인|란
"""
_ASKING = re.compile(f"{_ENGLISH}|{_KOREAN}", re.VERBOSE)
_ASKED = re.compile("추천|소개|설명|검색|요약|정리")  # a subject of its own, but not in "… 논문 추천"
_PARTICLE = re.compile(_PARTICLES, re.VERBOSE)
_PARTICLE_AFTER_LATIN = re.compile(rf"(?<=[a-z0-9])(?:{_PARTICLES})$", re.VERBOSE | re.IGNORECASE)
_STEM = re.compile(rf"(.{{2,}}?)(?:{_PARTICLES}|(?:{_VERB_ENDINGS})(?:{_PARTICLES})?)", re.VERBOSE)


def subject(words: Iterable[Word]) -> list[Word]:
    """The words without those that only ask ("which paper", 논문 찾아줘) and particles after Latin (`LLM의`)."""
    kept: list[Word] = []
    asking, end = False, None
    for word in words:
        particle = word.start == end and _PARTICLE.fullmatch(word.text)
        asking = bool(_ASKING.fullmatch(word.text) or (asking and _ASKED.fullmatch(word.text)))
        if not (asking or particle):
            kept.append(word)
        end = word.end
    return kept


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
            found += [part for part in parts if not _ASKING.fullmatch(part)] or parts
    return found
