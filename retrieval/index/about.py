"""What a paper is about: the one notion that search lists and counts by, and trends, alerts and exports with it.

A paper is about a query when its title or summary says each of the query's concepts: whole, in words that follow one
another, and in a way that is sure (as it was typed, in a translation that the corpus backs, in a sure correction, by
the name of a kind of it). What means it in titles only, and there often more, counts where a title has it.
Light words are not asked for, nor are the words of the field beside others (LLM, 모델). Of four concepts or more one in
four may be missing: people's sentences say more than papers do.

Two words typed side by side are one term where papers that say both mostly say them so (문서 이해, video generation):
then a paper about them says the term, or has both in its title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.expansion.concepts import Concept, Way
from retrieval.expansion.light_words import is_of_the_field, is_the_subject
from retrieval.filters.wordings import Wordings
from retrieval.inverted_index.fields import Fields

_SPARED = 4  # of so many concepts one may be missing
_TERM, _TERM_PAPERS = 0.3, 3  # of the papers with both words, as many have them side by side, and so many at least
_FEW = 0.005  # of all papers: where no more have both words, these are enough
_NARROW = 0.04  # of all papers: of a topic with no more, all are listed
_WAYS = 5  # of each of two words that are put together
_TITLE_COPIES = 3
_TWO_PAIRS = 4  # syllables

_Marks = NDArray[np.bool_]


class About:
    """Finds the papers that are about something. Safe to use from several threads."""

    def __init__(self, fields: Fields, wordings: Wordings, nouns: Iterable[str]) -> None:
        self._fields = fields
        self._wordings = wordings
        self._seams = _seams(frozenset(nouns))

    def marks(self, concepts: Sequence[Concept]) -> _Marks:
        """Marks the papers that are about all of `concepts`: all papers where conditions see to these, none where there
        are no concepts."""
        size = self._fields.corpus_size
        required = [each for each in concepts if each.required and not each.literal]
        if not required:
            return np.full(size, any(each.literal for each in concepts))
        found = {each.text: self._marks(each) for each in required}
        missing = np.zeros(size, np.int64)
        for each in required:
            missing += ~found[each.text]
        marked: _Marks = missing <= len(required) // _SPARED
        for one, other in pairwise(concepts):
            if one.joined and one in required and not (other.light or is_the_subject(other.text)):
                both = found[one.text] & (found[other.text] if other in required else self.says(other.sure))
                term = self._term(one, other, both)
                if term is not None:
                    marked &= term | ~both if len(required) >= _SPARED else term
        for each in concepts:
            if each.unwanted:
                marked &= ~self._in_title(each.unwanted) | self.says(each.ways)
        return marked

    def _marks(self, concept: Concept) -> _Marks:
        """Marks the papers that are about one concept. Of a term of several words that papers hardly ever say side by
        side, those with all of its words are; those on its topic, where the rest only says what is done with that."""
        marked = self.says(concept.sure)
        if not concept.parts:
            return marked
        said = [self.says(part.sure) for part in concept.parts]
        every = _every(said)
        is_term = self._is_term(marked, every) or sum(not is_of_the_field(part.text) for part in concept.parts) < 2
        if not is_term or any(len(part.ways[0].words) > 1 for part in concept.parts):
            marked |= every
        if not is_term and concept.parts[-1].act and np.mean(said[0]) <= _NARROW:
            marked |= said[0]
        for_title = _every([self._in_title(part.sure) for part in concept.parts])
        return marked | for_title

    def says(self, ways: Iterable[Way]) -> _Marks:
        """Marks the papers that say one of `ways`."""
        ways = list(ways)
        titled = [way for way in ways if way.titled]
        ways = [way for way in ways if not way.titled]
        joined = {word for way in ways for word in way.words if way.words == (word,) and word in self._seams}
        marked = self._wordings.saying(way.words for way in ways if joined.isdisjoint(way.words))
        for word in joined:
            marked[self._wordings.apart(word, self._seams[word])] = True
        return marked | self._in_title(titled) if titled else marked

    def _is_term(self, bound: _Marks, every: _Marks) -> bool:
        """Whether papers with all words of what may be a term say it so, given those that do, and those with them."""
        least = max(1, _TERM * np.count_nonzero(every))
        return int(np.count_nonzero(bound)) >= least and int(np.count_nonzero(every)) > _FEW * len(every)

    def _term(self, one: Concept, other: Concept, both: _Marks) -> _Marks | None:
        """The papers that say two words as one term; None where they are none."""
        pairs = product(one.sure[:_WAYS], other.sure[:_WAYS])
        alike = [(*a.words, *b.words) for a, b in pairs if is_hangul(a.words[-1]) == is_hangul(b.words[0])]
        bound = self._wordings.saying(alike)
        if np.count_nonzero(bound) < _TERM_PAPERS or not self._is_term(bound, both):
            return None
        return bound | (self._in_title(one.sure) & self._in_title(other.sure))

    def _in_title(self, ways: Iterable[Way]) -> _Marks:
        """Marks the papers whose titles have all terms of one of `ways`."""
        marked = np.zeros(self._fields.corpus_size, np.bool_)
        for way in ways:
            held = np.ones_like(marked)
            for term in way.terms:
                (documents, _), often = self._fields.saturated(term)
                titled = np.zeros_like(marked)
                titled[documents[often >= _TITLE_COPIES]] = True
                held &= titled
            marked |= held & self._wordings.saying([way.words]) if len(way.words) > 1 else held
        return marked


def _every(marks: Sequence[_Marks]) -> _Marks:
    every = marks[0].copy()
    for each in marks[1:]:
        every &= each
    return every


def _seams(nouns: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """The pairs of syllables that two nouns of two have where they join, with the syllables around: of 강화학습 the
    화학, which is a word as well, but not said there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for noun in nouns:
        if len(noun) == _TWO_PAIRS and noun[:2] in nouns and noun[2:] in nouns and noun[1:3] in nouns:
            found.setdefault(noun[1:3], []).append((noun[0], noun[3]))
    return found
