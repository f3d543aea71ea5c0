"""Which papers are about what one is about, and the point of each that shows it."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from retrieval.analysis.sentences import sentences
from retrieval.analysis.stemming import stem
from retrieval.analysis.stopwords import ASKING
from retrieval.analysis.terms import Word, word_terms, words
from retrieval.index.fusion import Alike, standard, standing_out
from retrieval.inverted_index.bm25 import BM25
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt, links, part_of_point
from retrieval.passages.marking import MAX_SPANS

_LEAST = 0.13  # likeness: papers that reach less have words in common, and no subject
_MOST_OF_WORD = 0.05  # of likeness: one word, however rare, is no subject
_TITLE_COPIES = 3
_TELLING = 40  # words of a paper that candidates are found by
_CANDIDATES = 40
_MIN_RARITY = 1.5  # of a word: what more than about a fifth of the papers have is no subject either
_SHOWN = 8  # words that two papers share, which say best what both are about
_BY_MEANING = 0.05  # what the paper that is most like one by meaning has for that, beside likeness by words
_FIRST = 1.5  # what the words of the first point count for, which tells what a paper is about

_VERB = lazy_regex(r".+(?:니다|[으하되시]며|면서|지만|[위통대]해|있\w|없\w)|[있없].*")
_JOINS = ("", " ", "-")


@dataclass(frozen=True, slots=True)
class Similar:
    """A paper that is like another, how much, above 0 and up to 1, and the sentence that has most of what they
    share: None where none has any of it."""

    paper: Paper
    likeness: float
    excerpt: Excerpt | None


class Likeness:
    """How much the papers of an index are about the same.

    A paper whose summary may be another's is like none, and has but its title to be compared by.
    """

    def __init__(self, ids: Sequence[str], bm25: BM25, suspicious: Set[str]) -> None:
        self._ids = ids
        self._bm25 = bm25
        self._suspicious = suspicious

    def candidates(self, paper: Paper, alike: Alike | None = None) -> list[str]:
        """The ids of the papers that may be like `paper`, by the words that tell it from others, and by meaning."""
        terms: defaultdict[str, float] = defaultdict(float)
        for key, weight in heapq.nlargest(_TELLING, self._weights(paper).items(), key=_by_weight):
            own = word_terms(key)
            for term in own:
                terms[term] += weight / len(own)
        top = self._bm25.top([*terms.items()], _CANDIDATES)
        documents = dict.fromkeys(map(int, top.documents))
        if alike is not None:
            documents |= dict.fromkeys(standing_out(alike, np.isfinite(alike)).tolist())
        found = (self._ids[number] for number in documents)
        return [each for each in found if each != paper.arxiv_id and each not in self._suspicious]

    def most_similar(
        self, paper: Paper, candidates: Iterable[Paper], limit: int, alike: Alike | None = None
    ) -> tuple[Similar, ...]:
        """At most `limit` of the candidates that are about what `paper` is about, the most alike first; none where none
        is.

        Likeness is the cosine of the two papers' words, weighted by tf-idf, where no word adds more than _MOST_OF_WORD,
        and a little more of those that are `alike` by meaning.
        """
        own, found = self._weights(paper), []
        by_meaning = {} if alike is None else dict(zip(self._ids, np.nan_to_num(standard(alike)).tolist(), strict=True))
        for other in candidates:
            weights = self._weights(other)
            shared = {word: min(own[word] * weights[word], _MOST_OF_WORD) for word in own.keys() & weights.keys()}
            likeness = sum(shared.values()) + _BY_MEANING * max(0.0, by_meaning.get(other.arxiv_id, 0.0))
            if shared and likeness >= _LEAST:
                telling = dict(heapq.nlargest(_SHOWN, shared.items(), key=_by_weight))
                found.append(Similar(other, likeness, self._excerpt(other, telling)))
        return tuple(sorted(found, key=lambda each: -each.likeness)[:limit])

    def _weights(self, paper: Paper) -> dict[str, float]:
        """The words that tell what a paper is about, with weights whose squares add up to 1."""
        counts = Counter(dict.fromkeys((key for word in words(paper.title) for key in self._keys(word)), _TITLE_COPIES))
        for point in () if paper.arxiv_id in self._suspicious else paper.points:
            counts.update(key for word in words(point.text) for key in self._keys(word))
        rarities = ((key, (1 + log(often)), self._rarity(key)) for key, often in counts.items())
        weights = {key: often * rarity for key, often, rarity in rarities if rarity >= _MIN_RARITY}
        norm = sqrt(sum(weight * weight for weight in weights.values()))
        return {key: weight / norm for key, weight in weights.items()}

    def _keys(self, word: Word) -> Iterator[str]:
        """What a word is compared by: a stem of Hangul; a compound as a whole where others have it, else its parts."""
        if word.hangul:
            root = stem(word.text)
            if len(root) > 1 and not _VERB.fullmatch(word.text) and not ASKING.fullmatch(root):
                yield root
            return
        *parts, whole = word_terms(word.text)
        for term in parts if parts and self._bm25.frequency(whole) <= 2 else (whole,):
            if len(term) > 1 and not ASKING.fullmatch(term) and not term.replace(".", "").isdigit():
                yield term

    def _rarity(self, key: str) -> float:
        """The logarithm of how many times as many papers there are as have it, 0 where no other has: for Hangul, as
        have its rarest two syllables."""
        often = min(map(self._bm25.frequency, word_terms(key)))
        return log(self._bm25.corpus_size / often) if often > 1 else 0.0

    def _excerpt(self, paper: Paper, shared: Mapping[str, float]) -> Excerpt | None:
        """The sentence with most of what is `shared`, that does more than link to a page or to code."""
        best: tuple[float, Excerpt] | None = None
        for index, point in enumerate(paper.points):
            for start, end in sentences(point.text):
                if links(text := point.text[start:end]):
                    continue
                found = [(key, word) for word in words(text) for key in self._keys(word) if key in shared]
                score = sum(shared[key] for key in {key for key, _ in found}) * (_FIRST if index == 0 else 1)
                if score > (best[0] if best else 0):
                    best = score, part_of_point(index, (start, end), _spans(text, found))
        return best[1] if best else None


def _by_weight(each: tuple[str, float]) -> tuple[float, str]:
    return each[1], each[0]


def _spans(text: str, found: Iterable[tuple[str, Word]]) -> tuple[tuple[int, int], ...]:
    """The ranges of words, those of Hangul without their particles, neighbours joined; at most MAX_SPANS."""
    spans: list[tuple[int, int]] = []
    for key, word in found:
        end = min(word.start + len(key), word.end) if word.hangul else word.end
        if spans and (word.start <= spans[-1][1] or text[spans[-1][1] : word.start] in _JOINS):
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        elif len(spans) < MAX_SPANS:
            spans.append((word.start, end))
    return tuple(spans)
