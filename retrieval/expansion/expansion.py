"""What a query is searched by: its own terms, their translations, and corrections of what the index does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import Word, terms, word_terms
from retrieval.expansion.spelling import Correction, Speller
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.glossary.parentheses import term_words
from retrieval.glossary.term_list import TermEntry
from retrieval.inverted_index.bm25 import BM25, Weighted
from retrieval.paper import Paper
from retrieval.query.conditions import Phrase
from retrieval.query.query import Query

# Most Korean terms are of words of two syllables: of 강화학습 the 화학 is nowhere meant, not even where it is written.
_SEAM = 0.3

_RECENT = 64  # queries: a search expands its query for the ranking, the excerpts and the corrections


@dataclass(frozen=True, slots=True)
class Expanded:
    """Terms with their weights, each once, and the corrections among them that stand for what is not in the index."""

    terms: tuple[Weighted, ...]
    corrections: tuple[Correction, ...]


class Expander:
    """Expands queries with a corpus's own glossary and vocabulary. Immutable."""

    def __init__(self, glossary: Glossary, speller: Speller) -> None:
        self.glossary = glossary
        self.speller = speller
        self._recent: dict[Query, Expanded] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_recent": {}}

    @classmethod
    def build(cls, papers: Sequence[Paper], bm25: BM25, concepts: Sequence[TermEntry] = ()) -> Expander:
        """Learns from `papers`, the newest first; `concepts` are those of lists of terms."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size)
        return cls(Glossary.mine(_documents(papers), concepts), speller)

    def updated(self, papers: Sequence[Paper], bm25: BM25) -> Expander:
        """That of the terms of `bm25`, with what `papers`, those that are new, add to the glossary."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size, self.speller)
        return Expander(self.glossary.updated(_documents(papers)), speller)

    def expand(self, query: Query) -> Expanded:
        """Typed terms weigh 1, seams less. A translation is weighed down where it has more terms than what it
        translates, so that it does not outweigh the rest of the query. What is quoted is taken by the letter."""
        found = self._recent.get(query)
        if found is None:
            if len(self._recent) >= _RECENT:
                self._recent = {}
            found = self._recent[query] = self._expanded(query)
        return found

    def _expanded(self, query: Query) -> Expanded:
        weights = dict.fromkeys(query.terms, 1.0) | dict.fromkeys(_seams(query.subject), _SEAM)
        expansions, corrections = self.alternatives(query)
        for expansion in expansions:
            found = set(terms(expansion.text))
            share = min(1.0, len(set(terms(expansion.source))) / max(1, len(found)))
            _raise(weights, found, expansion.weight * share)
        for correction in corrections:
            _raise(weights, correction.terms, correction.weight)
        return Expanded(tuple(weights.items()), tuple(each for each in corrections if each.replaces))

    def alternatives(self, query: Query) -> tuple[tuple[Expansion, ...], tuple[Correction, ...]]:
        """The translations of what `query` is about, and the corrections."""
        words = [word.text for word in query.subject if word not in query.quoted]
        return self.glossary.expand(" ".join(words)), self.speller.repair(words)

    def wordings(self, query: Query) -> list[tuple[Phrase, ...]]:
        """For each word of what `query` is about, the phrases that say it: itself, and sure translations of a term that
        it is a word of. Corrections do not say it: what is new may well be spelt as nothing was before."""
        words = [word for word in query.subject if word not in query.quoted]
        # All words, because terms hold some that say nothing by themselves: mixture of experts.
        expansions = self.glossary.expand(" ".join(word.text for word in query.words if word not in query.quoted))
        sure = [(_bases(each.source), each.text) for each in expansions if each.sure]
        found = []
        for word in words:
            own = stem(word.text) if word.hangul else word.text
            texts = [own, *(text for bases, text in sure if _bases(own) <= bases)]
            found.append(tuple(Phrase(text, exact=False) for text in dict.fromkeys(texts)))
        return found


def _bases(text: str) -> set[str]:
    """The words of a term, Latin ones in the singular."""
    return {word if is_hangul(word[0]) else (word_terms(word) or [word])[0] for word in term_words(text)}


def _documents(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    return [(paper.title, "\n".join(point.text for point in paper.points)) for paper in papers]


def _raise(weights: dict[str, float], found: Sequence[str] | set[str], weight: float) -> None:
    for term in sorted(found):
        weights[term] = max(weight, weights.get(term, 0.0))


def _seams(words: Sequence[Word]) -> set[str]:
    """The pairs of syllables that join two words of two syllables, and are nowhere else in the query."""
    seams: set[str] = set()
    others: set[str] = set()
    for word in words:
        pairs = word_terms(word.text) if word.hangul else []
        own = stem(word.text)
        joints = range(1, len(own) - 2, 2) if len(own) % 2 == 0 else range(0)
        for place, pair in enumerate(pairs):
            (seams if place in joints else others).add(pair)
    return seams - others
