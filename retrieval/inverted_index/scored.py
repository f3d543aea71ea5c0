"""The terms of a query, and the documents that they score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted_index.postings import Entry

LEAST_IDF = 0.001  # tells what matches from what does not, and is outweighed by everything else


class Top(NamedTuple):
    """The best documents by number, best first, and their scores (> 0)."""

    documents: list[int]
    scores: list[float]


Scored = tuple[NDArray[np.integer], NDArray[np.float64]]
"""Documents by number, and their scores."""


class Term(NamedTuple):
    """A term's postings, its idf, and what it adds to the scores of which documents; None where that is not kept."""

    entry: Entry
    idf: float
    adds: Scored | None


Terms = Sequence[tuple[Term, float]]
"""The terms of a query that documents hold, with their weights."""


def lifted(terms: Terms) -> Terms:
    """The same terms, each with an idf above 0."""
    return [(Term(term.entry, max(term.idf, LEAST_IDF), None), weight) for term, weight in terms]


def least(scores: NDArray[np.float64], wanted: int) -> float:
    """The least of the `wanted` highest; of all, where there are no more. Leaves `scores` in another order."""
    first = max(0, len(scores) - wanted)
    scores.partition(first)
    return scores.item(first)


def best(documents: NDArray[np.integer], scores: NDArray[np.float64], wanted: int) -> Scored:
    """The `wanted` best of documents, and those of equal scores, in the same order."""
    if not 0 < wanted < len(scores):
        return documents, scores
    best = (scores >= least(scores.copy(), wanted)).nonzero()[0]
    return documents.take(best), scores.take(best)


def bound(each: tuple[Term, float]) -> float:
    """What a term's idf and weight make of one that a document has once."""
    return each[0].idf * each[1]
