# mypy: disallow-subclassing-any=False
"""rank_bm25's Okapi over postings: the same scores, bit for bit, without looking at documents that do not match."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from itertools import chain, compress, count
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from retrieval.inverted_index.postings import Entry, Postings
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.inverted_index.scored import LEAST_IDF, Scored, Term, Terms, Top, best, bound, least, lifted
from retrieval.inverted_index.vocabulary import Vocabulary

_T = TypeVar("_T")

Weighted = tuple[str, float]
"""A term of a query, and what its score is multiplied by: more than 0."""

Frequency = Callable[[str], int]
"""Says in how many documents a term is."""

_KEPT = 262_144  # postings whose scores are kept for the next query: two megabytes
_KEPT_OF_TERM = 8192  # more make the keeping cost more than it saves
_KEPT_LEAST = 64  # what a term with fewer counts as: it takes as much memory
_MANY = 65_536  # postings of a query from which on it pays to find out which of them cannot matter
_LOOKUP = 4  # times what adding a posting takes, to look for a document among postings
_TRIED = 256  # documents that are scored for that
_ROUNDING = 1e-9  # of a score: more than the order of its additions can change


class BM25(BM25Okapi):
    """BM25Okapi with postings in place of one dictionary a document. Takes an empty corpus too; immutable once built.

    Keeps rank_bm25's parameters, idf and order of operations, and so its scores. Safe to use from several threads.
    """

    vocabulary: Vocabulary
    """Every term of the corpus, and its number."""

    def __init__(self, corpus: Iterable[Sequence[str]]) -> None:
        super().__init__(corpus)

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._hold(Postings.build(corpus, numbers), numbers)
        return {}

    def updated(self, move: Renumbering, corpus: Iterable[Sequence[str]]) -> BM25:
        """That of the documents that stay, and of `corpus`, those that come.

        Scores are those of a BM25 of them all, but for rounding where a term is in more than half of the documents: its
        idf comes from the mean of all, which are summed in another order.
        """
        numbers: defaultdict[str, int] = defaultdict(count().__next__)
        others = Postings.build(corpus, numbers)
        known = [self.vocabulary.number(term) for term in numbers]
        fresh = [term for term, number in zip(numbers, known, strict=True) if number is None]
        free = count(len(self.vocabulary))
        terms = np.array([next(free) if number is None else number for number in known], np.int64)
        postings, held = self._postings.updated(move, others, terms)
        new = copy(self)
        new._hold(postings, compress(chain(self.vocabulary, fresh), held.tolist()))
        new._calc_idf({})
        return new

    def _hold(self, postings: Postings, terms: Iterable[str]) -> None:
        """`terms` are in the order of their numbers."""
        self._postings = postings
        self.vocabulary = Vocabulary.build(terms)
        self.doc_len = self._postings.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = int(self.doc_len.sum()) / max(1, self.corpus_size)
        self._norms = self.k1 * (1 - self.b + self.b * self.doc_len / (self.avgdl or 1))
        self._kept: dict[str, Term] = {}
        self._room = _KEPT

    def _calc_idf(self, nd: dict[str, int]) -> None:
        """As rank_bm25's, but once for all terms that are in as many documents, and by that number in place of `nd`."""
        counts = self._postings.counts()
        held = np.flatnonzero(np.bincount(counts))
        idf = [math.log(self.corpus_size - often + 0.5) - math.log(often + 0.5) for often in held.tolist()]
        self._idf = np.zeros(counts.max(initial=0) + 1)
        self._idf[held] = idf
        # In its order, one after the other: `sum` would round in another way.
        self.average_idf = self._idf[counts].cumsum().take(-1) / len(counts) if len(counts) else 0.0
        self._idf[self._idf < 0] = self.epsilon * self.average_idf
        idf_held = self._idf[held]
        self._odd, self._zero = bool(idf_held.min(initial=0.0) < 0), not idf_held.all()

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_kept": {}, "_room": _KEPT}

    def weight(self, term: str) -> float:
        """The idf of `term`, above 0; 0 where no document holds it.

        rank_bm25's own can be 0 or less in a corpus of a few documents, whose every term is in half of them or more.
        """
        often = self.frequency(term)
        return max(self._idf.item(often), LEAST_IDF) if often else 0.0

    def frequency(self, term: str) -> int:
        """In how many documents `term` is."""
        number = self.vocabulary.number(term)
        return 0 if number is None else self._postings.count(number)

    def documents(self, term: str) -> NDArray[np.integer]:
        """The documents that hold `term`, in order."""
        number = self.vocabulary.number(term)
        return np.zeros(0, np.intp) if number is None else self._postings.numbers(self._postings.of(number))

    def idf_of(self, count: int) -> float:
        """The idf of what `count` documents hold, above 0: rank_bm25's, of a term or of anything else."""
        if not count:
            return 0.0
        idf = math.log(self.corpus_size - count + 0.5) - math.log(count + 0.5)
        return max(idf if idf >= 0 else self.epsilon * self.average_idf, LEAST_IDF)

    def saturated(self, term: str) -> tuple[Scored, NDArray[np.unsignedinteger]]:
        """The documents that hold `term`, what it adds to their scores before that is multiplied by its idf, and how
        often they hold it."""
        number = self.vocabulary.number(term)
        if number is None:
            return (np.zeros(0, np.intp), np.zeros(0)), np.zeros(0, np.uint8)
        entry = self._postings.of(number)
        return self._adds(entry, 1.0), entry.often

    def saturated_among(
        self, term: str, documents: NDArray[np.integer]
    ) -> tuple[tuple[NDArray[np.intp], NDArray[np.float64]], NDArray[np.unsignedinteger]]:
        """As `saturated`, of a term that documents hold, for those of `documents`, which are in order: their places."""
        places, often = self._postings.among(self._postings.of(self.vocabulary.number(term) or 0), documents)
        return (places, self._added(documents.take(places), often, 1.0)), often

    def top(self, query: Sequence[Weighted], limit: int, offset: int = 0) -> Top:
        """The documents that match best; of equal scores the lower number comes first.

        Scores are rank_bm25's, times the weights. Only where that leaves none above 0, `weight` takes the idf's place.
        """
        terms, wanted = self._terms(query), offset + limit
        documents = self._promising(terms, wanted) if len(terms) * self.corpus_size > _MANY else None
        if documents is None:
            documents, scores = self._matching(terms, wanted)
        else:
            scores = self._exact(terms, documents)
        order = (-scores).argsort(kind="stable")[offset:wanted]
        return Top(documents.take(order).tolist(), scores.take(order).tolist())

    def matching(self, query: Sequence[Weighted]) -> Scored:
        """All documents that `top` would find, but by their numbers, and their scores."""
        return self._matching(self._terms(query), self.corpus_size)

    def total(self, query: Sequence[Weighted]) -> int:
        """How many documents match."""
        terms = self._terms(query)
        if self._odd:
            return len(self._matching(terms, self.corpus_size)[0])
        matching = np.zeros(self.corpus_size, np.bool_)
        for term, _ in terms:
            matching[self._postings.numbers(term.entry)] = True
        return int(np.count_nonzero(matching))

    def get_scores(self, query: Iterable[str]) -> NDArray[np.float64]:
        """The score of every document, as rank_bm25's BM25Okapi gives it."""
        return self._summed(self._parts(self._known((term, 1.0) for term in query)))

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        return [float(score) for score in self.get_scores(query)[np.asarray(doc_ids, np.int64)]]

    def get_top_n(self, query: Iterable[str], documents: Sequence[_T], n: int = 5) -> list[_T]:
        """As rank_bm25's, but without documents that do not match."""
        return [documents[number] for number in self.top([(term, 1.0) for term in query], n).documents]

    def _known(self, query: Iterable[Weighted]) -> Terms:
        return [(term, weight) for text, weight in query if (term := self._kept.get(text) or self._term(text))]

    def _term(self, text: str) -> Term | None:
        number = self.vocabulary.number(text)
        if number is None:
            return None
        entry = self._postings.of(number)
        idf, size = self._idf.item(len(entry.often)), max(len(entry.often), _KEPT_LEAST)
        if size > _KEPT_OF_TERM:
            return Term(entry, idf, None)
        if size > self._room:
            self._kept, self._room = {}, _KEPT
        self._room -= size
        term = self._kept[text] = Term(entry, idf, self._adds(entry, idf))
        return term

    def _terms(self, query: Iterable[Weighted]) -> Terms:
        """The terms of a query that add to scores."""
        known = self._known(query)
        return [each for each in known if each[0].idf] or lifted(known) if self._zero else known

    def _matching(self, terms: Terms, wanted: int) -> Scored:
        """Documents with scores above 0, in order, and the scores; the `wanted` best are among them."""
        parts = self._parts(terms)
        if len(parts) == 1 and not self._odd:
            return best(*parts[0], wanted)
        scores = self._summed(parts)
        if self._odd and not scores.max(initial=0.0) > 0:
            scores = self._summed(self._parts(lifted(terms)))
        # What the rarest term reaches is little work to find, and leaves few others.
        enough = [held for held, _ in parts if len(held) > wanted]
        floor = least(scores.take(min(enough, key=len)), wanted) if enough else 0.0
        documents = (scores >= floor if floor > 0 else scores > 0).nonzero()[0]
        scores = scores.take(documents)
        return best(documents, scores, wanted) if len(documents) > _TRIED else (documents, scores)

    def _parts(self, terms: Terms) -> list[Scored]:
        """What each term adds to the scores of which documents."""
        return [each.adds if weight == 1 and each.adds else self._part(each, weight) for each, weight in terms]

    def _part(self, term: Term, weight: float) -> Scored:
        documents, added = term.adds or self._adds(term.entry, term.idf)
        return documents, added * weight

    def _adds(self, entry: Entry, idf: float) -> Scored:
        documents = self._postings.numbers(entry)
        return documents, self._added(documents, entry.often, idf)

    def _added(
        self, documents: NDArray[np.integer], often: NDArray[np.unsignedinteger], idf: float
    ) -> NDArray[np.float64]:
        """What a term adds to the scores of `documents` that have it so often: rank_bm25's, to the order of it."""
        divisor: NDArray[np.float64] = self._norms.take(documents)
        added = often.astype(np.float64)  # once: numbers of two types are slow to compute with
        divisor += added
        added *= self.k1 + 1
        added /= divisor
        added *= idf
        return added

    def _summed(self, parts: Sequence[Scored]) -> NDArray[np.float64]:
        """The scores of all documents."""
        if not parts:
            return np.zeros(self.corpus_size)
        documents, added = zip(*parts, strict=True)
        summed = np.bincount(np.concatenate(documents), np.concatenate(added), self.corpus_size)
        return cast("NDArray[np.float64]", summed)  # with weights it is

    def _promising(self, terms: Terms, wanted: int) -> NDArray[np.integer] | None:
        """Documents in order, the `wanted` best among them; None where it is quicker to score all that match.

        This is MaxScore, of Turtle and Flood (1995): once `wanted` documents are known to reach a score, those are left
        out that have only terms whose bounds do not add up to it.
        """
        terms = sorted(terms, key=bound, reverse=True)
        held = [len(term.entry.often) for term, _ in terms]
        telling = next((place for place, size in enumerate(held) if size > wanted), None)
        if self._odd or telling is None or sum(held) < _MANY:
            return None
        documents, _ = self._matching([terms[telling]], max(_TRIED, wanted))
        floor = least(self._exact(terms, documents), wanted) * (1 - _ROUNDING)
        bounds = [(self.k1 + 1) * bound(each) for each in terms]  # which no number of times reaches
        needed = next((place for place in range(1, len(terms)) if sum(bounds[place:]) < floor), len(terms))
        if 2 * sum(held[:needed]) > sum(held):
            return None
        scores = self._summed(self._parts(terms[:needed]))
        documents = np.flatnonzero(scores >= floor - sum(bounds[needed:]))
        if _LOOKUP * len(documents) * (len(terms) - needed) > sum(held[needed:]):
            return None
        scores = scores.take(documents)
        for place, (term, weight) in enumerate(terms[needed:], start=needed + 1):
            places, often = self._postings.among(term.entry, documents)
            scores[places] += self._added(documents.take(places), often, term.idf) * weight
            able = scores >= floor - sum(bounds[place:])
            documents, scores = documents[able], scores[able]
        return documents

    def _exact(self, terms: Terms, documents: NDArray[np.integer]) -> NDArray[np.float64]:
        """The scores of `documents`, which are in order."""
        scores = np.zeros(len(documents))
        for term, weight in terms:
            held, often = self._postings.among(term.entry, documents)
            scores[held] += self._added(documents.take(held), often, term.idf) * weight
        return scores
