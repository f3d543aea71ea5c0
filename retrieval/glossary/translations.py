"""What terms are in the other language, and how much speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Final, Literal

from retrieval.analysis.hangul import is_hangul
from retrieval.glossary.curated import Curated
from retrieval.glossary.light_words import is_light
from retrieval.glossary.pairs import Pair, term_key
from retrieval.glossary.parentheses import term_words
from retrieval.glossary.support import Support

Origin = Literal["curated", "stated", "learnt"]
"""From a list of terms, from a paper that gives both, from where words occur."""

CURATED: Final = 1000.0
"""The evidence of a list of terms: more than that of any number of mentions that a corpus has of one pair."""

_LINK = 3.0  # mentions that a link between two words counts for, times its strength
_SUPPORT = 0.75  # mentions that it counts for where a single one is borne out
_THIN = 1.0  # evidence up to which a translation may be chance: a mention that nothing bears out has half of it


# Of what is sure: confidence, mentions, share of the evidence that the best has.
_CONFIDENT, _OFTEN, _USUAL = 0.5, 2, 0.4


@dataclass(frozen=True, slots=True)
class Translation:
    """A term in the other language, or another name for it in its own.

    `mentions` is in how many places the corpus says so, `confidence` from 0 to 1 how sure that is. `evidence`, ≥ 0, is
    how much speaks for it, in mentions: what a corpus states and what is learnt from where its words occur are measured
    alike, a list of terms outweighs both.

    What is `thin` may be chance, or is of a word that says too little: it is told to who asks for it, and nothing is
    searched by it. Where it is `sure`, who says one means the other. Most is neither.
    """

    term: str
    mentions: int
    confidence: float
    evidence: float
    origin: Origin
    thin: bool
    sure: bool

    def __reduce__(self) -> tuple[type[Translation], tuple[object, ...]]:
        """As its parts in order: an index has ten thousand, and a dataclass reads each of them field by field."""
        parts = self.term, self.mentions, self.confidence, self.evidence, self.origin, self.thin, self.sure
        return Translation, parts


Translations = dict[str, tuple[Translation, ...]]


def translations(
    pairs: Sequence[Pair], keys: Sequence[tuple[str, str]], wanted: Set[str], curated: Curated
) -> tuple[Translations, Translations]:
    """What the `wanted` terms are in the other language, and in full or in short.

    `keys` are those of the `pairs`. What a list of terms knows better is thin.
    """
    across: dict[str, list[Translation]] = {}
    in_full: dict[str, list[Translation]] = {}
    support = Support(pairs, curated)
    for pair, own, share in zip(pairs, keys, _shares(pairs, keys), strict=True):
        if wanted.isdisjoint(own):
            continue
        confidence, evidence = max(pair.strength, share), pair.mentions * share + _LINK * pair.strength
        if pair.mentions == 1 and not pair.strength and support.of(pair):
            evidence += _SUPPORT
        thin = (
            evidence <= _THIN or is_light(pair.term) or is_light(pair.english) or _is_known_better(pair, own, curated)
        )
        origin: Origin = "stated" if pair.mentions else "learnt"
        side = across if has_hangul(pair.term) else in_full
        for key, other in zip(own, (pair.english, pair.term), strict=True):
            if key in wanted:
                needless = key in curated and _is_needless(pair, key, other, curated)
                found = Translation(other, pair.mentions, confidence, evidence, origin, thin or needless, sure=False)
                side.setdefault(key, []).append(found)
    return (
        {key: _judged(found, has_hangul(key)) for key, found in across.items()},
        {key: _judged(found, has_hangul(key)) for key, found in in_full.items()},
    )


def _judged(found: Sequence[Translation], korean: bool) -> tuple[Translation, ...]:
    """The translations of a term, which is `korean` or not, with those marked that are sure.

    What is only learnt is sure enough for a Korean term: the other way round there are words for kinds of things.
    """
    most = max((each.evidence for each in found if not each.thin), default=0.0)
    return by_evidence(
        replace(each, sure=each.mentions >= _OFTEN or (each.mentions == 0 and korean))
        if not each.thin and each.confidence >= _CONFIDENT and each.evidence >= _USUAL * most
        else each
        for each in found
    )


def _is_known_better(pair: Pair, own: tuple[str, str], curated: Curated) -> bool:
    """Whether a list has both terms, and not as names of one thing; or one, and the corpus nowhere says the other."""
    known = sum(key in curated for key in own)
    return not curated.are_one(*own) and (known == 2 or (known == 1 and not pair.mentions))


def _is_needless(pair: Pair, key: str, other: str, curated: Curated) -> bool:
    """Whether a list says as much: what has one of its names within it is found by that; and where it is said but once,
    another English name is hardly one. Of the many that Korean has for a thing a list may well lack some."""
    words = {*term_words(other)}
    return any(words > {*term_words(name)} for name in curated.names(key)) or (
        pair.mentions < _OFTEN and not has_hangul(other)
    )


def by_evidence(found: Iterable[Translation]) -> tuple[Translation, ...]:
    """What most speaks for first, and what is thin last."""
    return tuple(sorted(found, key=lambda each: (each.thin, -each.evidence, each.term)))


def keys_of(pair: Pair) -> tuple[str, str]:
    return term_key(pair.term), term_key(pair.english)


def has_hangul(text: str) -> bool:
    return any(map(is_hangul, text))


def _shares(pairs: Sequence[Pair], keys: Sequence[tuple[str, str]]) -> list[float]:
    """What part of the mentions of the rarer of its terms each pair has; a term and its abbreviation count as one."""
    full_of: dict[str, tuple[int, str]] = {}
    for pair, (term, english) in zip(pairs, keys, strict=True):
        if not has_hangul(pair.term):
            full_of[term] = max(full_of.get(term, (0, "")), (pair.mentions, english))
    families = [(term, full_of.get(english, (0, english))[1]) for term, english in keys]
    totals: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for pair, family in zip(pairs, families, strict=True):
        together[family] += pair.mentions
        totals.update(dict.fromkeys(family, pair.mentions))
    return [together[family] / (min(map(totals.__getitem__, family)) + 1) for family in families]


def is_stated(translation: Translation) -> bool:
    """Whether somebody says so: a list of terms, or the corpus more than once."""
    return translation.origin == "curated" or (translation.mentions > 1 and not translation.thin)
