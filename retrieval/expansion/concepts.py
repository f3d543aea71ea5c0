"""What a query asks for, concept by concept: in which ways a paper may say each, and how sure each way is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.terms import Word, word_terms
from retrieval.expansion.spelling import Correction

SURE = 0.5
"""How sure a way is from which on a paper that says it is about the concept."""

THIN = 0.45
"""How sure a way is at most that only finds what is near."""

_LIGHT = 0.1  # of a term's weight


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a concept: folded `words` that follow one another, their index `terms`, and how sure it is, from 0
    to 1. From SURE on, what says it is about the concept; below, it is only near it. What is `titled` says it only in a
    title."""

    words: tuple[str, ...]
    terms: tuple[str, ...]
    sure: float
    text: str
    """As it is written."""
    titled: bool = False

    @classmethod
    def of(cls, words: Iterable[str], sure: float, text: str = "", *, titled: bool = False) -> Way:
        """`words`, written as `text`, or just so."""
        found = tuple(words)
        parts = (term for word in found for term in _terms_of(word))
        return cls(found, tuple(dict.fromkeys(parts)), sure, text or " ".join(found), titled)


@dataclass(frozen=True, slots=True)
class Concept:
    """What a query asks for in one respect: what was typed for it, and the ways to say it, the surest first.

    `required`: a paper about the query has it. `light`: it hardly tells one paper from another. `joined`: the next
    concept was typed right behind it, and the two may be one term. `unwanted`: papers about these are not meant
    (`RAG 없이`), and the ways are those to say so. `parts` are the words of a term of several. `act`: it says what is
    done with what stands before it (생성). `literal`: a condition of the query sees to it. `words` are those of the
    query that it was typed in.
    """

    text: str
    ways: tuple[Way, ...]
    required: bool = True
    light: bool = False
    joined: bool = False
    unwanted: tuple[Way, ...] = ()
    parts: tuple[Concept, ...] = ()
    act: bool = False
    literal: bool = False
    words: tuple[Word, ...] = ()

    @property
    def sure(self) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if way.sure >= SURE)


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query's concepts, the corrections that are searched by, and those that are only offered."""

    concepts: tuple[Concept, ...]
    corrections: tuple[Correction, ...] = ()
    suggestions: tuple[Correction, ...] = ()


def _terms_of(word: str) -> tuple[str, ...]:
    """The terms of a word; of a compound of an even number of syllables every other, as most are of words of two: of
    강화학습 the 화학 is nowhere meant, and not there where it is written 강화 학습."""
    found = word_terms(word)
    return found[::2] if is_hangul(word) and len(found) % 2 else found


def weighted_terms(concepts: Iterable[Concept]) -> tuple[tuple[str, float], ...]:
    """The terms that stand for `concepts`, and how much each counts, from 0 to 1."""
    weights: dict[str, float] = {}
    for concept in concepts:
        for way in concept.sure if len(concept.sure) > 1 else concept.ways:
            for term in way.terms:
                weights[term] = max(way.sure * (_LIGHT if concept.light else 1.0), weights.get(term, 0.0))
    return tuple(weights.items())
