"""What a corpus knows of words: their translations, and how they are spelt."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.expansion.spelling import Speller
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.term_list import TermEntry
from retrieval.inverted_index.fields import Fields
from retrieval.paper import Paper


class Expander:
    """The glossary of a corpus, and the speller of its vocabulary. Immutable."""

    def __init__(self, glossary: Glossary, speller: Speller) -> None:
        self.glossary = glossary
        self.speller = speller

    @classmethod
    def build(cls, papers: Sequence[Paper], fields: Fields, concepts: Sequence[TermEntry] = ()) -> Expander:
        """Learns from `papers`, the newest first; `concepts` are those of lists of terms."""
        speller = Speller(fields.vocabulary, fields.frequency, fields.corpus_size)
        return cls(Glossary.mine(_documents(papers), concepts), speller)

    def updated(self, papers: Sequence[Paper], fields: Fields) -> Expander:
        """That of the terms of `fields`, with what `papers`, those that are new, add to the glossary."""
        speller = Speller(fields.vocabulary, fields.frequency, fields.corpus_size, self.speller)
        return Expander(self.glossary.updated(_documents(papers)), speller)


def _documents(papers: Sequence[Paper]) -> list[tuple[str, str]]:
    return [(paper.title, "\n".join(point.text for point in paper.points)) for paper in papers]
