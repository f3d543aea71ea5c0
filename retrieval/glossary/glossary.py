"""A glossary of Korean and English terms, for queries in the language that a paper is not in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from copy import copy
from dataclasses import dataclass
from itertools import accumulate, pairwise
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.glossary.pairs import Pair, mine_more_pairs, mine_pairs, term_key
from retrieval.glossary.parentheses import term_words

MAX_QUERY_WORDS = 64  # what follows is not looked up

# What an expansion weighs beside the words of the query that it translates: an English word is one term in an index
# of Hangul bigrams, a Korean one several; and what is asked for in English is more often in the English titles.
_TO_ENGLISH, _TO_KOREAN, _IN_FULL = 1.5, 0.5, 0.6

_TRANSLATIONS = 2  # of a term in a query
_MIN_PART = 0.1  # of a term's mentions; what is said in more ways than that has no translation
_MIN_SHARE = 0.25  # of the evidence that the best translation has
_LINK = 3.0  # mentions that a link between two words counts for, times its strength
_SURE = 3  # mentions from which on a Korean term is taken as a whole, without translating its words

_ALIKE = 0.75  # of 1: from where on a term may be a misspelling of another
_MAX_TERM_CHARS = 100


@dataclass(frozen=True, slots=True)
class Translation:
    """A term in the other language, or in full for an abbreviation and the other way round.

    `mentions` is in how many places the corpus says so (0: learnt from where words occur), `confidence` from 0 to 1 how
    sure that is, `evidence` how much speaks for it: more for a frequent term than for a rare one.
    """

    term: str
    mentions: int
    confidence: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Expansion:
    """What to search for as well: `text` for the stretch `source` of the query, and what it weighs beside that."""

    source: str
    text: str
    weight: float


class Glossary:
    """Term pairs of a corpus, looked up from either side; immutable. `Glossary(glossary.pairs)` makes an equal one."""

    def __init__(self, pairs: Sequence[Pair] = ()) -> None:
        self.pairs = tuple(pairs)
        keys = [*map(_keys, self.pairs)]
        self._across, self._in_full = _translations(self.pairs, keys, {key for own in keys for key in own})
        self._longest = max(map(len, (*self._across, *self._in_full)), default=0)

    @classmethod
    def mine(cls, documents: Sequence[tuple[str, str]]) -> Glossary:
        """The glossary of (title, summary text) documents, best the newest first: see `mine_pairs`."""
        return cls(mine_pairs(documents))

    def updated(self, documents: Sequence[tuple[str, str]]) -> Glossary:
        """This glossary and the terms that some more documents explain and it does not know yet.

        How often it has seen what it knows stays as it was mined: counting that again would take all documents.
        """
        mined = mine_more_pairs(documents, self.pairs)
        news = {_keys(pair): pair for pair in mined if not self._states(pair)}
        if not news:
            return self
        keys = [*map(_keys, self.pairs)]
        for pair, own in zip(self.pairs, keys, strict=True):
            if own in news:
                news[own] = news[own]._replace(strength=pair.strength)
        kept = [(pair, own) for pair, own in zip(self.pairs, keys, strict=True) if own not in news]
        new = copy(self)
        new.pairs = (*(pair for pair, _ in kept), *news.values())
        added = {key for own in news for key in own}
        across, in_full = _translations(new.pairs, [*(own for _, own in kept), *news], added)
        # All that is not concerned is shared with this glossary: it is most, and would be much to make again.
        new._across, new._in_full = self._across | across, self._in_full | in_full
        new._longest = max(self._longest, *map(len, added))
        return new

    def _states(self, pair: Pair) -> bool:
        """Whether some document is known to say that the terms of `pair` mean the same."""
        side = self._across if _has_hangul(pair.term) else self._in_full
        english = term_key(pair.english)
        return any(known.mentions and term_key(known.term) == english for known in side.get(term_key(pair.term), ()))

    def lookup(self, term: str, limit: int = 10) -> tuple[Translation, ...]:
        """What `term` is in the other language, what most speaks for first.

        Spaces, hyphens, plurals and particles do not matter.
        """
        words = term_words(term)[:MAX_QUERY_WORDS]
        for last in _forms(words[-1]) if words else ():
            key = "".join((*words[:-1], last))
            if self._knows(key):
                found = (*self._across.get(key, ()), *self._in_full.get(key, ()))
                return _by_evidence(found)[:limit]
        return ()

    def nearest(self, term: str) -> str | None:
        """The term with a translation that is written most like `term`, Hangul letter by letter; None where none is."""
        names = {_letters(name): name for pair in self.pairs for name in (pair.term, pair.english)}
        typed = _letters(term[:_MAX_TERM_CHARS])
        found = process.extractOne(typed, names.keys(), scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE)
        return names[found[0]] if found else None

    def expand(self, query: str) -> tuple[Expansion, ...]:
        """What else to search for, for each term of `query` that the glossary knows; of nested terms the longest."""
        found: dict[tuple[str, str], Expansion] = {}
        for pieces in self._terms_in(query):
            for each in self._expansions(pieces):
                known = found.setdefault((each.source, each.text), each)
                if each.weight > known.weight:
                    found[each.source, each.text] = each
        return tuple(found.values())

    def _knows(self, key: str) -> bool:
        return key in self._across or key in self._in_full

    def _terms_in(self, query: str) -> Iterator[tuple[str, ...]]:
        """The known terms of `query` from left to right, each as the words, or parts of words, that it spans."""
        text = _Joined(term_words(query)[:MAX_QUERY_WORDS])
        start = 0
        while start < len(text.letters):
            end = self._end_of_term(text, start)
            if end is not None:
                yield text.pieces(start, end)
            # What follows a term inside a word is a particle, or the next term of a compound.
            start = end if end and end not in text.ends else text.next_word(end - 1 if end else start)

    def _end_of_term(self, text: _Joined, start: int) -> int | None:
        """Where the longest known term at `start` ends: with a word, before its particle, or before a known term."""
        for end in range(min(len(text.letters), start + self._longest), start + 1, -1):
            if self._knows(text.letters[start:end]) and (end in text.ends or self._goes_on(text, end)):
                return end
        return None

    def _goes_on(self, text: _Joined, start: int) -> bool:
        """Whether a compound goes on at `start` with a known term that ends it."""
        ends = (end for end in text.ends if end > start + 1)
        return start in text.inside and any(self._knows(text.letters[start:end]) for end in ends)

    def _expansions(self, pieces: tuple[str, ...]) -> Iterator[Expansion]:
        source, key = " ".join(pieces), "".join(pieces)
        korean = _has_hangul(source)
        weight = _TO_ENGLISH if korean else _TO_KOREAN
        translations = self._across.get(key, ())
        total = sum(each.mentions for each in translations)
        mentioned = [each for each in translations if each.mentions > _MIN_PART * total][:_TRANSLATIONS]
        for each in mentioned:
            share = each.evidence / translations[0].evidence
            if share >= _MIN_SHARE:
                yield Expansion(source, each.term, weight * share)
                for full in self._in_full.get(term_key(each.term), ())[:1]:
                    yield Expansion(source, full.term, weight * share * _IN_FULL)
        for full in self._in_full.get(key, ())[:1]:
            yield Expansion(source, full.term, _IN_FULL)
        # Korean has several words for one English term, of which the mentions show but the most usual.
        if not korean or total < _SURE:
            for each in [each for each in translations if not each.mentions][:_TRANSLATIONS]:
                yield Expansion(source, each.term, weight)
            for piece in pieces if len(pieces) > 1 else ():
                known = [form for form in _forms(piece) if self._knows(form)]
                yield from self._expansions((known[0],)) if known else ()


class _Joined:
    """The words of a query without the spaces between them, in which terms are found however they are spaced."""

    def __init__(self, words: Sequence[str]) -> None:
        self.letters = "".join(words)
        self._bounds = [0, *accumulate(map(len, words))]
        spans = list(zip(words, self._bounds, strict=False))
        self.ends = {start + len(form) for word, start in spans for form in _forms(word)}
        self.inside = {
            place for word, start in spans if is_hangul(word) for place in range(start + 1, start + len(word))
        }

    def next_word(self, place: int) -> int:
        """Where the first word after `place` starts."""
        return self._bounds[bisect_right(self._bounds, place)] if place < self._bounds[-1] else self._bounds[-1]

    def pieces(self, start: int, end: int) -> tuple[str, ...]:
        """The words from `start` to `end`, cut off there."""
        cuts = [start, *(bound for bound in self._bounds if start < bound < end), end]
        return tuple(self.letters[one:other] for one, other in pairwise(cuts))


def _keys(pair: Pair) -> tuple[str, str]:
    return term_key(pair.term), term_key(pair.english)


_Translations = dict[str, tuple[Translation, ...]]


def _translations(
    pairs: Sequence[Pair], keys: Sequence[tuple[str, str]], wanted: Set[str]
) -> tuple[_Translations, _Translations]:
    """What the `wanted` terms are in the other language, and in full or in short."""
    across: dict[str, list[Translation]] = {}
    in_full: dict[str, list[Translation]] = {}
    for pair, own, share in zip(pairs, keys, _shares(pairs, keys), strict=True):
        if wanted.isdisjoint(own):
            continue
        confidence, evidence = max(pair.strength, share), pair.mentions * share + _LINK * pair.strength
        side = across if _has_hangul(pair.term) else in_full
        for key, other in zip(own, (pair.english, pair.term), strict=True):
            if key in wanted:
                side.setdefault(key, []).append(Translation(other, pair.mentions, confidence, evidence))
    return (
        {key: _by_evidence(found) for key, found in across.items()},
        {key: _by_evidence(found) for key, found in in_full.items()},
    )


def _shares(pairs: Sequence[Pair], keys: Sequence[tuple[str, str]]) -> list[float]:
    """What part of the mentions of the rarer of its terms each pair has; a term and its abbreviation count as one."""
    full_of: dict[str, tuple[int, str]] = {}
    for pair, (term, english) in zip(pairs, keys, strict=True):
        if not _has_hangul(pair.term):
            full_of[term] = max(full_of.get(term, (0, "")), (pair.mentions, english))
    families = [(term, full_of.get(english, (0, english))[1]) for term, english in keys]
    totals: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for pair, family in zip(pairs, families, strict=True):
        together[family] += pair.mentions
        totals.update(dict.fromkeys(family, pair.mentions))
    return [together[family] / (min(map(totals.__getitem__, family)) + 1) for family in families]


def _by_evidence(translations: Iterable[Translation]) -> tuple[Translation, ...]:
    return tuple(sorted(translations, key=lambda each: (-each.evidence, each.term)))


def _forms(word: str) -> tuple[str, ...]:
    """A word as it is, and one of Hangul without its particle."""
    return (word, stem(word)) if is_hangul(word) else (word,)


def _has_hangul(text: str) -> bool:
    return any(map(is_hangul, text))


def _letters(text: str) -> str:
    return normalize("NFD", text.casefold())
