"""Quoted phrases: the papers whose words stand next to each other as in the phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.pieces import pieces, spaced
from retrieval.analysis.terms import word_terms, words
from retrieval.inverted_index.positions import Piece, Positions, is_run
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.paper import Paper
from retrieval.query.conditions import Phrase


class TermIndex(Protocol):
    """Which documents hold a term."""

    def documents(self, term: str) -> NDArray[np.integer]:
        """The numbers of these documents, in any order."""


class Phrases:
    """Finds the documents that have a phrase."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions

    @classmethod
    def of(cls, papers: Iterable[Paper]) -> Phrases:
        """Those of `papers` in the order of their document numbers, from 0."""
        return cls(Positions(map(spaced, _texts(paper)) for paper in papers))

    def updated(self, move: Renumbering, others: Phrases) -> Phrases:
        """Those of the documents that stay, and of those that come, which `others` has."""
        return Phrases(self.positions.updated(move, others.positions))

    def find(self, phrase: Phrase, among: NDArray[np.bool_], terms: TermIndex) -> NDArray[np.integer]:
        """The documents marked in `among` that have `phrase`, by number."""
        if phrase.title:
            found = self.positions.documents(_pieces(phrase), title=True)
            return found[among[found]]
        held = holding(phrase.text, among, terms)
        if _said_by_terms(phrase):
            return np.flatnonzero(held)
        found = self.positions.documents(_pieces(phrase))
        return found[held[found]]


def holding(text: str, among: NDArray[np.bool_], terms: TermIndex) -> NDArray[np.bool_]:
    """Marks the documents of `among` that hold the terms of `text`: of its Latin words, and of what of Hangul is just
    two syllables, which with a space between them would mean something else."""
    held, found = among, pieces(text)
    for word in words(text):
        parts = word_terms(word.text)
        if is_run(word.text):
            needed = parts if len(word.text) == 2 and word.text in found else ()
        else:
            needed = parts[:-1] if len(parts) > 1 else parts  # the last is the parts joined
        for term in needed:
            marked = np.zeros_like(held)
            marked[terms.documents(term)] = True
            held = held & marked
    return held


def plural_forms(word: str, exact: bool = False) -> Iterator[str]:
    """`word` and its plurals; where it need not be `exact`, all words that the index takes for it."""
    [term, *_] = word_terms(word) or [word]
    base = word if exact else term
    yield base
    if word != base:
        yield word
    for plural in (f"{base}s", f"{base}es", f"{base[:-1]}ies"):
        if plural != word and word_terms(plural)[:1] == (base,):
            yield plural


def _texts(paper: Paper) -> list[str]:
    said = (part for point in paper.points for part in (point.label, point.text))
    return [paper.title, *filter(None, (*said, paper.abstract))]


def _pieces(phrase: Phrase) -> Iterator[Piece]:
    *before, last = pieces(phrase.text) or [""]
    yield from (Piece((piece,)) for piece in before)
    if last:
        yield Piece((last,) if is_run(last) else tuple(plural_forms(last, phrase.exact)))


def _said_by_terms(phrase: Phrase) -> bool:
    """Whether just the texts that hold the terms of `phrase` have it: it is one word, and that one term."""
    found = [word.text for word in words(phrase.text)]
    held = [term for word in found for term in word_terms(word)]
    if len(found) != 1 or len(held) != 1 or not found[0].isalnum():
        return False
    return len(found[0]) == 2 if is_run(found[0]) else found == held or not phrase.exact
