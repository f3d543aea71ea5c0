"""The nouns of a corpus, known by the particles that stand behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from retrieval.analysis.inflection import is_adjective, is_verb
from retrieval.lazy_regex import lazy_regex

_OFTEN = 2  # what is written once may be a slip, or a verb that looks like a noun
_LEAST_SYLLABLES = 2
_MOST_SYLLABLES = 12

# Particles by what they may follow: anything, a consonant, a vowel. In these no verb ends.
_AFTER_ANY = """
    의 에서 에게 까지 에서는 에서도 에서의 에서만 에서보다 에만 에게는 에게도 에게서 까지의 까지는 까지도 부터 부터의
    부터는 보다 보다는 처럼 처럼은 조차 마저 만의 만을 만이 한테 밖에 에도 에는
"""
_AFTER_CONSONANT = """
    을 이 과 으로 으로의 으로는 으로도 으로만 으로서 으로써 으로부터 으로부터의 이나 이란 이라는 이라고 과의 이랑 이야
    이에요
"""
_AFTER_VOWEL = "를 가 와 와의 란 라는 라고 랑 로부터 로부터의 로서 로써 로는 로도 로만 로의"
_SURE = _AFTER_ANY, _AFTER_CONSONANT, _AFTER_VOWEL
# In these verbs and adverbs may end too: 맞히는, 학습하고, 매우 많은, 의도.
_COPULAS = "인 인지 인지를 인데 이고 이며 이면 이라면 일까 일까요 인가요 입니다 입니까 이었어 이었나요 이었지"
_UNSURE = (
    f"에 도 만 하고 같은 만큼 마다 {_COPULAS}",
    "은 이지 이죠",
    "는 로 나 야 예요 죠 지 고 며 라면 였어 였나요 였지 였더라",
)
_ADJECTIVAL = lazy_regex("([가-힣]+적)(?:인|으로|이고|이며|이라|일|임)")
_TOPIC = "", "은", "는"
_LIKELY = "에 도 만 하고 마다 대로", "은", "는 로 나"
# What makes a verb of a noun, and what may follow it.
_VERBAL = lazy_regex(
    r"""
    (?:하|되|시키|당하)(?:[는고지며기던게다자니]|기[를에위]|[는던]지|는데|면서?|려고|려면|려는데|도록|거나|지만|나요?|니까|다[고는]|더니|고자)?
    |(?:하여|되어|해|돼|시켜)(?:[서도야요준줘줄본봤]|주[는고])?
    |(?:[한된할될함됨]|시[킨킬킴]|당한)(?:지|가요?|까요?|수록|다[고는면]?|으로써?|을|이|데)?
    |(?:합|됩|시킵)니[다까]
    |(?:[했됐]|하였|되었|시켰)(?:[다던을음고지네죠냐니]|습니[다까]|어요?|나요?|는지|는데|으[며면나]|지만|더니)?
    """,
    re.VERBOSE,
)
_HANGUL = lazy_regex("[가-힣]+")
_FINALS = 28
_RIEUL = 8


def _tails(by_ending: tuple[str, str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """Particles by whether they may follow a consonant, and a vowel, those of the plural among them."""
    always, consonant, vowel = (each.split() for each in by_ending)
    plural = ["들", *(f"들{each}" for each in (*always, *consonant))]
    return frozenset((*always, *consonant, *plural)), frozenset((*always, *vowel, *plural))


_SURE_TAILS, _UNSURE_TAILS, _LIKELY_TAILS, _TOPIC_TAILS = map(_tails, (_SURE, _UNSURE, _LIKELY, _TOPIC))


class Nouns:
    """The nouns that a corpus has at least twice: bare, with a particle, or as a part of a verb. Immutable."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._known = frozenset(known)

    def __reduce__(self) -> tuple[type[Nouns], tuple[tuple[str, ...]]]:
        return Nouns, (tuple(sorted(self._known)),)  # in order, so that the same corpus is saved as the same bytes

    @classmethod
    def count(cls, texts: Iterable[str]) -> Nouns:
        """Those of `texts`."""
        return cls(_often(texts))

    def updated(self, texts: Iterable[str]) -> Nouns:
        """With those that more texts have often enough by themselves. Nouns that are no more there stay."""
        new = frozenset(_often(texts))
        return self if new <= self._known else Nouns(self._known | new)

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def guessed_stem(word: str) -> str:
    """`word`, which the corpus does not know, without the particle that it most likely has."""
    if adjectival := _ADJECTIVAL.fullmatch(word):
        return adjectival[1]
    cuts = (_cut(word, _SURE_TAILS), _cut(word, _LIKELY_TAILS), _cut(word, _SURE_TAILS, 1), _cut(word, _TOPIC_TAILS, 1))
    return next(chain.from_iterable(cuts), word)


def verbal_stem(word: str) -> str | None:
    """The noun that `word` makes a verb of (채점 of 채점하면), None where it does not look like that."""
    return next((word[:end] for end in range(_LEAST_SYLLABLES, len(word)) if _VERBAL.fullmatch(word, end)), None)


def stems(word: str) -> Iterator[str]:
    """What `word` may be a form of if it is a noun: itself, and what is left of it, of two syllables or more, without a
    particle or a verb's ending."""
    yield word
    for end in range(_LEAST_SYLLABLES, len(word)):
        if is_form(word, end):
            yield word[:end]


def has_particle(word: str, end: int) -> bool:
    """Whether nothing, or a particle of what stands before it, stands at `end` (> 0) of a word of Hangul."""
    return end == len(word) or _has_particle(word, end, _SURE_TAILS) or _has_particle(word, end, _UNSURE_TAILS)


def is_form(word: str, end: int) -> bool:
    """Whether a word of Hangul is its first `end` (> 0) syllables, with nothing, a particle or a verb's ending behind
    them."""
    return has_particle(word, end) or _VERBAL.fullmatch(word, end) is not None


def _cut(word: str, tails: tuple[frozenset[str], frozenset[str]], least: int = _LEAST_SYLLABLES) -> Iterator[str]:
    return (word[:end] for end in range(least, len(word)) if _has_particle(word, end, tails))


def _has_particle(word: str, end: int, tails: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether what stands at `end` of a word is one of the particles that may follow the syllable before."""
    final, tail = (ord(word[end - 1]) - ord("가")) % _FINALS, word[end:]
    if tail[0] == "로" and final == _RIEUL:
        final = 0
    return tail in tails[0 if final else 1] and word[end - 1] != "으"


def _often(texts: Iterable[str]) -> Iterator[str]:
    words: Counter[str] = Counter()
    for text in texts:
        words.update(_HANGUL.findall(text))
    nouns: Counter[str] = Counter()
    for word, often in words.items():
        if _LEAST_SYLLABLES <= len(word) <= _MOST_SYLLABLES and (stem := _evident_stem(word)):
            nouns[stem] += often
    return (noun for noun, often in nouns.items() if often >= _OFTEN)


def _evident_stem(word: str) -> str | None:
    """The noun that `word` shows by itself, None where it may be something else."""
    if stem := verbal_stem(word) or next(_cut(word, _SURE_TAILS), None):
        return stem
    inflected = next(_cut(word, _SURE_TAILS, 1), None) or next(_cut(word, _UNSURE_TAILS, 1), None)
    return None if inflected or is_verb(word) or is_adjective(word) else word
