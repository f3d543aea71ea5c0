"""What a query is searched by: its own terms, their translations, and corrections of what the index does not have."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.expansion.spelling import Correction, Speller
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.glossary.term_list import TermEntry
from retrieval.inverted_index.bm25 import BM25
from retrieval.paper import Paper
from retrieval.query.query import Query


class Expander:
    """Expands queries with a corpus's own glossary and vocabulary. Immutable."""

    def __init__(self, glossary: Glossary, speller: Speller) -> None:
        self.glossary = glossary
        self.speller = speller

    @classmethod
    def build(cls, papers: Sequence[Paper], bm25: BM25, concepts: Sequence[TermEntry] = ()) -> Expander:
        """Learns from `papers`, the newest first; `concepts` are those of lists of terms."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size)
        return cls(Glossary.mine(_documents(papers), concepts), speller)

    def updated(self, papers: Sequence[Paper], bm25: BM25) -> Expander:
        """That of the terms of `bm25`, with what `papers`, those that are new, add to the glossary."""
        speller = Speller(bm25.vocabulary, bm25.frequency, bm25.corpus_size, self.speller)
        return Expander(self.glossary.updated(_documents(papers)), speller)

    def alternatives(self, query: Query) -> tuple[tuple[Expansion, ...], tuple[Correction, ...]]:
        """The translations of what `query` is about, and the corrections."""
        words = [word.text for word in query.subject if word not in query.quoted]
        return self.glossary.expand(" ".join(words)), self.speller.repair(words)


def _documents(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    return [(paper.title, "\n".join(point.text for point in paper.points)) for paper in papers]
