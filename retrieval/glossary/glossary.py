"""A glossary of Korean and English terms, for queries in the language that a paper is not in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.glossary.curated import Curated
from retrieval.glossary.pairs import Pair, mine_more_pairs, mine_pairs, term_key
from retrieval.glossary.parentheses import term_words
from retrieval.glossary.term_list import TermEntry
from retrieval.glossary.translations import CURATED, Translation, by_evidence, has_hangul, keys_of, translations

MAX_QUERY_WORDS = 64  # what follows is not looked up

# What an expansion weighs beside the words of the query that it translates: an English word is one term in an index
# of Hangul bigrams, a Korean one several; and what is asked for in English is more often in the English titles.
_TO_ENGLISH, _TO_KOREAN, _IN_FULL = 1.5, 0.5, 0.6

_TRANSLATIONS = 2  # of a term in a query, beside those of a list of terms
_MIN_SHARE = 0.25  # of the evidence that the best of them has
_SURE = 2.0  # evidence from which on a Korean term is taken as a whole, without translating its words

_ALIKE = 0.75  # of 1: from where on a term may be a misspelling of another
_MAX_TERM_CHARS = 100


@dataclass(frozen=True, slots=True)
class Expansion:
    """What to search for as well: `text` for the stretch `source` of the query, and what it weighs beside that.

    Where it is `sure`, who says `text` means `source`: a list of terms has it so, or the corpus, often enough.
    """

    source: str
    text: str
    weight: float
    sure: bool = True


class Glossary:
    """Term pairs of a corpus and the concepts of lists of terms, looked up from any side; immutable.

    `Glossary(glossary.pairs, glossary.concepts)` makes an equal one.
    """

    def __init__(self, pairs: Sequence[Pair] = (), concepts: Sequence[TermEntry] = ()) -> None:
        self.pairs = tuple(pairs)
        self._curated = Curated(concepts)
        keys = [*map(keys_of, self.pairs)]
        self._across, self._in_full = translations(self.pairs, keys, {*chain.from_iterable(keys)}, self._curated)
        self._longest = max(map(len, (*self._across, *self._in_full, *self._curated)), default=0)

    @classmethod
    def mine(cls, documents: Sequence[tuple[str, str]], concepts: Sequence[TermEntry] = ()) -> Glossary:
        """The glossary of (title, summary text) documents, best the newest first: see `mine_pairs`."""
        return cls(mine_pairs(documents), concepts)

    @property
    def concepts(self) -> tuple[TermEntry, ...]:
        """Those of the lists of terms."""
        return self._curated.concepts

    def updated(self, documents: Sequence[tuple[str, str]]) -> Glossary:
        """This glossary and the terms that some more documents explain and it does not know yet.

        How often it has seen what it knows stays as it was mined: counting that again would take all documents.
        """
        mined = mine_more_pairs(documents, self.pairs)
        news = {keys_of(pair): pair for pair in mined if not self._states(pair)}
        if not news:
            return self
        keys = [*map(keys_of, self.pairs)]
        for pair, own in zip(self.pairs, keys, strict=True):
            if own in news:
                news[own] = news[own]._replace(strength=pair.strength)
        kept = [(pair, own) for pair, own in zip(self.pairs, keys, strict=True) if own not in news]
        new = copy(self)
        new.pairs = (*(pair for pair, _ in kept), *news.values())
        added = {key for own in news for key in own}
        across, in_full = translations(new.pairs, [*(own for _, own in kept), *news], added, self._curated)
        # All that is not concerned is shared with this glossary: it is most, and would be much to make again.
        new._across, new._in_full = self._across | across, self._in_full | in_full
        new._longest = max(self._longest, *map(len, added))
        return new

    def _states(self, pair: Pair) -> bool:
        """Whether some document is known to say that the terms of `pair` mean the same."""
        side = self._across if has_hangul(pair.term) else self._in_full
        english = term_key(pair.english)
        return any(known.mentions and term_key(known.term) == english for known in side.get(term_key(pair.term), ()))

    def lookup(self, term: str, limit: int = 10) -> tuple[Translation, ...]:
        """What `term` is in the other language, what most speaks for first.

        Spaces, hyphens, plurals and particles do not matter.
        """
        key = self._key(term)
        return self._translations(key)[:limit] if key else ()

    def listed(self, term: str) -> tuple[str, ...]:
        """The other names of `term`, as lists of terms have them."""
        key = self._key(term)
        return self._curated.names(key) if key else ()

    def narrower(self, term: str) -> tuple[str, ...]:
        """The kinds that there are of what `term` is, by all of their names, as lists of terms have them."""
        key = self._key(term)
        return self._curated.narrower(key) if key else ()

    def titled(self, term: str) -> tuple[str, ...]:
        """What titles, and only they, say for `term`, as lists of terms have it."""
        key = self._key(term)
        return self._curated.titled(key) if key else ()

    def _key(self, term: str) -> str | None:
        """What is known of `term`, its last word with its particle or without; None where nothing is."""
        words = term_words(term)[:MAX_QUERY_WORDS]
        keys = ("".join((*words[:-1], last)) for last in (_forms(words[-1]) if words else ()))
        return next(filter(self._knows, keys), None)

    def _translations(self, key: str) -> tuple[Translation, ...]:
        found = {term_key(each.term): each for each in (*self._across.get(key, ()), *self._in_full.get(key, ()))}
        for name in self._curated.names(key):
            mined = found.get(term_key(name))
            evidence, mentions = (mined.evidence, mined.mentions) if mined else (0.0, 0)
            found[term_key(name)] = Translation(
                name, mentions, 1.0, CURATED + evidence, "curated", thin=False, sure=True
            )
        return by_evidence(found.values())

    def nearest(self, term: str) -> str | None:
        """The term with a translation that is written most like `term`, Hangul letter by letter; None where none is."""
        mined = (name for pair in self.pairs for name in (pair.term, pair.english))
        listed = (name for concept in self.concepts for name in (*concept.names, *concept.ambiguous))
        names = {_letters(name): name for name in chain(mined, listed)}
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
        return key in self._curated or key in self._across or key in self._in_full

    def _carries(self, key: str) -> bool:
        """Whether there is a translation to search by."""
        sides = (self._across.get(key, ()), self._in_full.get(key, ()))
        return key in self._curated or any(side and not side[0].thin for side in sides)

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
            if self._carries(text.letters[start:end]) and (end in text.ends or self._goes_on(text, end)):
                return end
        return None

    def _goes_on(self, text: _Joined, start: int) -> bool:
        """Whether a compound goes on at `start` with a known term that ends it."""
        ends = (end for end in text.ends if end > start + 1)
        return start in text.inside and any(self._carries(text.letters[start:end]) for end in ends)

    def _expansions(self, pieces: tuple[str, ...]) -> Iterator[Expansion]:
        source, key = " ".join(pieces), "".join(pieces)
        korean = has_hangul(source)
        found = [each for each in self._translations(key) if not each.thin]
        listed = [each for each in found if each.origin == "curated"]
        for each in listed:
            yield Expansion(source, each.term, _weight(korean, each.term))
        mined = [each for each in found if each.origin != "curated"]
        across = [each for each in mined if has_hangul(each.term) != korean]
        for each in across[:_TRANSLATIONS]:
            share = each.evidence / across[0].evidence
            if share >= _MIN_SHARE:
                yield Expansion(source, each.term, _weight(korean, each.term) * share, each.sure)
                for full in [full for full in self._in_full.get(term_key(each.term), ()) if not full.thin][:1]:
                    weight = _weight(korean, full.term) * share * _IN_FULL
                    yield Expansion(source, full.term, weight, each.sure and full.sure)
        for each in [each for each in mined if has_hangul(each.term) == korean][:1]:
            yield Expansion(source, each.term, _IN_FULL, each.sure)
        if not listed and len(pieces) > 1 and (not korean or not across or across[0].evidence < _SURE):
            for piece in pieces:
                known = [form for form in _forms(piece) if self._carries(form)]
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


def _weight(korean: bool, text: str) -> float:
    """What `text` weighs for a term that is `korean`, or is not."""
    if has_hangul(text) == korean:
        return _IN_FULL
    return _TO_ENGLISH if korean else _TO_KOREAN


def _forms(word: str) -> tuple[str, ...]:
    """A word as it is, and one of Hangul without its particle."""
    return (word, stem(word)) if is_hangul(word) else (word,)


def _letters(text: str) -> str:
    return normalize("NFD", text.casefold())
