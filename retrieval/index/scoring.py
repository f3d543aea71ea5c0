"""Scores by concept: of the ways to say one thing the best counts, and what lacks a part of the query counts less.

A way of one term scores what rank_bm25's Okapi gives that term, but with the idf of the concept, which is that of the
papers that say it in any sure way: so a rare translation does not outweigh a common word. What was typed in several
terms scores the mean of theirs, times the part of them that is there, and less where they stand apart; of other ways of
several terms the rarest term scores, where they are said whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.expansion.concepts import SURE, Concept, Way
from retrieval.filters.wordings import Wordings
from retrieval.inverted_index.fields import Fields

_OPTIONAL, _LIGHT = 0.4, 0.1  # of a concept's weight, where a paper about the query need not have it
_FLOOR = 0.3  # of its score is left to a paper that has next to nothing of the query
_TITLE = 0.7  # what a title adds to the score that says all of the query
_TITLE_COPIES = 3
_OTHERS = 0.3  # of what the other ways add, where a paper says a thing in several
_APART = 0.6  # of a way whose words do not follow one another
_CLOSE = 0.95  # how sure a way is, of which what papers have in part counts too: what was typed, or corrected
_PART = 0.5  # of a way that is there in part


class Scores(NamedTuple):
    """For each document its score (≥ 0), and how much of the query it has, from 0 to 1."""

    scores: NDArray[np.float64]
    coverage: NDArray[np.float64]


class _Held(NamedTuple):
    """For each document how well a concept is said, how much of it is there, and how much in the title."""

    said: NDArray[np.float64]
    share: NDArray[np.float64]
    titled: NDArray[np.float64]
    every: NDArray[np.float64]

    def all_told(self) -> NDArray[np.float64]:
        """How well the concept is said in the best way, with a little for the others."""
        return (1 - _OTHERS) * self.said + _OTHERS * self.every


def score(fields: Fields, wordings: Wordings, concepts: Sequence[Concept]) -> Scores:
    """The scores of all documents."""
    size = fields.corpus_size
    scores, coverage, titled, total = np.zeros(size), np.zeros(size), np.zeros(size), 0.0
    for concept in concepts:
        held = _held(fields, wordings, concept.ways)
        whole = int(np.count_nonzero(held.share >= SURE))
        # Where no paper surely says it, those that are near saying it are told by that; where none is, nothing is.
        weight = fields.idf_of(whole or int(np.count_nonzero(held.share)))
        weight *= _LIGHT if concept.light else 1.0 if concept.required else _OPTIONAL
        scores += weight * held.all_told()
        coverage += weight * held.share
        titled += weight * held.titled
        total += weight
    if total:
        coverage /= total
        titled /= total
        scores *= (_FLOOR + (1 - _FLOOR) * coverage) * (1 + _TITLE * titled)
    return Scores(scores, coverage)


def _held(fields: Fields, wordings: Wordings, ways: Sequence[Way]) -> _Held:
    """How each document says a concept; what is only near it counts where nothing says it surely."""
    held = _Held(*np.zeros((4, fields.corpus_size)))
    for way in ways:
        if way.sure < SURE and (held.share >= SURE).any():
            break
        if len(way.terms) > 1 and way.sure >= _CLOSE:
            _several(fields, wordings, way, held)
        else:
            _whole(fields, wordings, way, held)
    return held


def _whole(fields: Fields, wordings: Wordings, way: Way, held: _Held) -> None:
    """Note what has a way as it is: of several terms the rarest stands for them all."""
    if len(way.terms) == 1:
        (documents, said), often = fields.saturated(way.terms[0])
    else:
        documents = wordings.documents(way.words)
        if not len(documents):
            return
        (places, said), often = fields.saturated_among(min(way.terms, key=fields.frequency), documents)
        documents = documents[places]
    in_title = often >= _TITLE_COPIES
    if way.titled:
        documents, said, in_title = documents[in_title], said[in_title], in_title[in_title]
    held.every[documents] += way.sure * said
    _raise(held.said, documents, way.sure * said)
    _raise(held.share, documents, way.sure)
    _raise(held.titled, documents[in_title], way.sure)


def _several(fields: Fields, wordings: Wordings, way: Way, held: _Held) -> None:
    """Note what has a way of several terms, or the rarest of them, and some others."""
    counts = {term: fields.frequency(term) for term in way.terms}
    terms = sorted(filter(counts.__getitem__, counts), key=counts.__getitem__)
    if not terms:
        return
    (documents, added), often = fields.saturated(terms[0])
    said, count = added.copy(), np.ones(len(documents))
    titled = often >= _TITLE_COPIES
    for term in terms[1:]:
        (places, added), often = fields.saturated_among(term, documents)
        said[places] += added
        count[places] += 1
        in_title = np.zeros_like(titled)
        in_title[places] = often >= _TITLE_COPIES
        titled &= in_title
    together = np.zeros(fields.corpus_size, np.bool_)
    together[wordings.documents(way.words)] = True
    whole: NDArray[np.bool_] = together[documents]
    count /= len(way.terms)
    said *= way.sure / len(way.terms) * count * np.where(whole, 1.0, _APART)
    held.every[documents] += said
    _raise(held.said, documents, said)
    _raise(held.share, documents, way.sure * np.where(count == 1, 1.0, _PART * count))
    _raise(held.titled, documents[titled & whole], way.sure)


def _raise(values: NDArray[np.float64], documents: NDArray[np.integer], least: NDArray[np.float64] | float) -> None:
    documents = documents.astype(np.intp, copy=False)  # which numpy would do for each of two uses
    values[documents] = np.maximum(values.take(documents), least)
