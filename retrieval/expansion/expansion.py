"""What a query is searched by: its own terms, their translations, and corrections of what the index does not have."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.expansion.concepts import Understanding
from retrieval.expansion.reader import Reader
from retrieval.expansion.spelling import Correction, Speller
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.inverted_index.bm25 import BM25
from retrieval.paper import Paper
from retrieval.query.query import Query

_RECENT = 64  # queries: a search expands its query for the ranking, the excerpts and the corrections


class Expander:
    """Expands queries with a corpus's own glossary and vocabulary. Immutable."""

    def __init__(self, glossary: Glossary, speller: Speller) -> None:
        self.glossary = glossary
        self.speller = speller
        self._recent: dict[Query, Understanding] = {}

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

    def understand(self, query: Query) -> Understanding:
        """`query`, concept by concept."""
        found = self._recent.get(query)
        if found is None:
            if len(self._recent) >= _RECENT:
                self._recent = {}
            found = self._recent[query] = Reader(self.glossary, self.speller).read(query)
        return found

    def alternatives(self, query: Query) -> tuple[tuple[Expansion, ...], tuple[Correction, ...]]:
        """The translations of what `query` is about, and the corrections."""
        words = [word.text for word in query.subject if word not in query.quoted]
        return self.glossary.expand(" ".join(words)), self.speller.repair(words)


def _documents(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    return [(paper.title, "\n".join(point.text for point in paper.points)) for paper in papers]
