"""What a query is searched by: its own terms, their translations, and corrections of what the index does not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.bm25 import BM25, Weighted
from retrieval.glossary import Expansion, Glossary
from retrieval.paper import Paper
from retrieval.query import Query
from retrieval.spelling import Correction, Speller
from retrieval.terms import terms

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
    def build(cls, papers: Sequence[Paper], bm25: BM25) -> Expander:
        """Learns from `papers`, the newest first."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size)
        return cls(Glossary.mine(_documents(papers)), speller)

    def updated(self, papers: Sequence[Paper], bm25: BM25) -> Expander:
        """That of the terms of `bm25`, with what `papers`, those that are new, add to the glossary."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size, self.speller)
        return Expander(self.glossary.updated(_documents(papers)), speller)

    def expand(self, query: Query) -> Expanded:
        """Typed terms weigh 1. A translation is weighed down where it has more terms than what it translates, so that
        it does not outweigh the rest of the query. What is quoted is taken by the letter."""
        found = self._recent.get(query)
        if found is None:
            if len(self._recent) >= _RECENT:
                self._recent = {}
            found = self._recent[query] = self._expanded(query)
        return found

    def _expanded(self, query: Query) -> Expanded:
        weights = dict.fromkeys(query.terms, 1.0)
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


def _documents(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    return [(paper.title, "\n".join(point.text for point in paper.points)) for paper in papers]


def _raise(weights: dict[str, float], found: Sequence[str] | set[str], weight: float) -> None:
    for term in sorted(found):
        weights[term] = max(weight, weights.get(term, 0.0))
