"""Scores by concept: of the ways to say one thing the best counts, and what lacks a part of the query counts less.

A way of one term scores what rank_bm25's Okapi gives that term, but with the idf of the concept, which is that of the
papers that say it in any sure way: so a rare translation does not outweigh a common word. A way of several terms scores
the mean of theirs, times the part of them that is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.expansion.concepts import SURE, Concept, Way
from retrieval.inverted_index.bm25 import BM25

_OPTIONAL, _LIGHT = 0.4, 0.1  # of a concept's weight, where a paper about the query need not have it
_FLOOR = 0.3  # of its score is left to a paper that has next to nothing of the query
_TITLE = 0.7  # what a title adds to the score that says all of the query
_TITLE_COPIES = 3
_OTHERS = 0.3  # of what the other ways add, where a paper says a thing in several
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


def score(bm25: BM25, concepts: Sequence[Concept]) -> Scores:
    """The scores of all documents."""
    size = bm25.corpus_size
    scores, coverage, titled, total = np.zeros(size), np.zeros(size), np.zeros(size), 0.0
    for concept in concepts:
        held = _held(bm25, concept.ways)
        whole = int(np.count_nonzero(held.share >= SURE))
        # Where no paper surely says it, those that are near saying it are told by that; where none is, nothing is.
        weight = bm25.idf_of(whole or int(np.count_nonzero(held.share)))
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


def _held(bm25: BM25, ways: Sequence[Way]) -> _Held:
    held = _Held(*np.zeros((4, bm25.corpus_size)))
    for way in ways:
        if len(way.terms) == 1:
            (documents, said), often = bm25.saturated(way.terms[0])
            _raise(held.said, documents, way.sure * said)
            held.every[documents] += way.sure * said
            _raise(held.share, documents, way.sure)
            _raise(held.titled, documents[often >= _TITLE_COPIES], way.sure)
        else:
            _several(bm25, way, held)
    return held


def _several(bm25: BM25, way: Way, held: _Held) -> None:
    found = [bm25.saturated(term) for term in way.terms]
    documents = np.concatenate([numbers for (numbers, _), _ in found])
    count = np.bincount(documents, minlength=bm25.corpus_size) / len(way.terms)
    said = np.bincount(documents, np.concatenate([added for (_, added), _ in found]), bm25.corpus_size)
    titles = np.concatenate([numbers[often >= _TITLE_COPIES] for (numbers, _), often in found])
    titled = np.bincount(titles, minlength=bm25.corpus_size) == len(way.terms)
    whole = way.sure / len(way.terms) * said * count
    np.add(held.every, whole, out=held.every)
    np.maximum(held.said, whole, out=held.said)
    np.maximum(held.share, way.sure * np.where(count == 1, 1.0, _PART * count), out=held.share)
    np.maximum(held.titled, way.sure * titled, out=held.titled)


def _raise(values: NDArray[np.float64], documents: NDArray[np.integer], least: NDArray[np.float64] | float) -> None:
    values[documents] = np.maximum(values[documents], least)
