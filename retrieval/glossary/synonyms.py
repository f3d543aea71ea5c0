"""What means the same as a term, in either language: chosen more strictly than what a search adds, as it is counted."""

from __future__ import annotations

from collections.abc import Iterator

from retrieval.analysis.hangul import is_hangul
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import term_key
from retrieval.glossary.parentheses import abbreviates, term_words
from retrieval.glossary.translations import Translation

MAX_SYNONYMS = 8

_SHARE = 0.4  # of the evidence that the best translation in its language has
_LOOKED_AT = 50  # translations of one term


def synonyms(glossary: Glossary, term: str) -> tuple[str, ...]:
    """At most MAX_SYNONYMS: what lists of terms have for `term`, and what the corpus surely says for it; where it is in
    no list, what translates it and is translated by it, and what does so with those."""
    known = glossary.lookup(term, _LOOKED_AT)
    if any(each.origin == "curated" for each in known):
        return tuple(each.term for each in known if each.sure)[:MAX_SYNONYMS]
    found = {term_key(term): term}
    for way in _as_they_come(found):
        for other in _same(glossary, way):
            back = map(term_key, _same(glossary, other))
            if len(found) <= MAX_SYNONYMS and term_key(way) in back:
                found.setdefault(term_key(other), other)
    return tuple(found.values())[1:]


def written(glossary: Glossary, term: str) -> str:
    """`term` as the glossary writes it, without a particle; "" where it does not know it."""
    for translation in glossary.lookup(term):
        for back in glossary.lookup(translation.term, _LOOKED_AT):
            if term_key(term).startswith(term_key(back.term)):
                return back.term
    return ""


def _as_they_come(found: dict[str, str]) -> Iterator[str]:
    """The values of `found`, with those that are added while these are looked at."""
    place = 0
    while place < len(found):
        yield list(found.values())[place]
        place += 1


def _same(glossary: Glossary, term: str) -> list[str]:
    """The translations of `term`, without those that are seldom, or of something wider or narrower."""
    known = glossary.lookup(term, _LOOKED_AT)
    size = _size(written(glossary, term) or term)
    syllables = 0 if _is_short(term) else size  # the fewest that say as many words in Korean
    kept: list[str] = []
    for korean in (False, True):
        side = [each for each in known if any(map(is_hangul, each.term)) is korean]
        most = max((each.evidence for each in side), default=0.0)
        usual = [each for each in side if each.mentions and not each.thin and each.evidence >= _SHARE * most]
        usual = [each for each in usual if not korean or len(term_key(each.term)) >= syllables]
        kept += [each.term for each in usual if not any(_fits_better(other, each, size) for other in usual)]
    full = [each for each in kept if " " in each or "-" in each]
    return [each for each in kept if not _is_short(each) or _abbreviates_any(each, full)]


def _fits_better(other: Translation, one: Translation, size: int) -> bool:
    """Whether `other` is a part of `one`, or the other way round, and has more nearly `size` words."""
    own, others = set(term_words(one.term)), set(term_words(other.term))
    return (own < others or others < own) and abs(_size(other.term) - size) < abs(_size(one.term) - size)


def _abbreviates_any(short: str, full: list[str]) -> bool:
    latin = [each for each in full if each.isascii()]
    return not latin or any(abbreviates(short, each) for each in latin)


def _is_short(term: str) -> bool:
    return term.isascii() and " " not in term and sum(map(str.isupper, term)) > max(1, sum(map(str.islower, term)))


def _size(term: str) -> int:
    """Of how many words `term` is, or what it abbreviates."""
    return sum(map(str.isupper, term)) if _is_short(term) else len(term_words(term))
