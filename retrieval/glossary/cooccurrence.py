"""Which Korean words stand for which English ones, from papers whose English title and Korean summary tell the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import fold, word_terms
from retrieval.lazy_regex import lazy_regex

_MIN_KOREAN, _MIN_ENGLISH, _MIN_TOGETHER = 3, 2, 3  # papers
_MAX_SHARE = 0.2  # of papers: what more of them have is everywhere
_MIN_LIFT = 4.0
_MIN_EVIDENCE = 25.0  # log-likelihood ratio; 10.8 is p = .001, and there are a million pairs to be wrong about
_RIVALS = 2  # a link must be among the strongest of both of its words,
_RIVALRY = 0.5  # and have this share of the strongest one's evidence

_ENDINGS_OF_A_WORD = 4  # what takes so many is a word, though it ends like one with a particle

_HANGUL = lazy_regex("[가-힣]{2,}")
_LATIN = lazy_regex(r"(?<![^\W_])[a-z]{3,}(?![^\W_])")


def learn_translations(documents: Sequence[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """(Korean word, English word) → share, from (title, text) pairs, for words that imply each other.

    The share is that of papers which have both, among those which have the rarer of the two.

    Evidence is the log-likelihood ratio of Dunning (1993); words choose each other as in the competitive linking of
    Melamed (2000).
    """
    korean, korean_of = _frequent(_stems(text for _, text in documents), _MIN_KOREAN)
    english, english_of = _frequent(_numbered(_title_words(title) for title, _ in documents), _MIN_ENGLISH)
    if not korean or not english:
        return {}
    frequency = np.bincount(np.concatenate(korean_of), minlength=len(korean))
    links: list[tuple[float, int, int, float]] = []  # evidence, Korean word, English word, share
    for number, papers in enumerate(_inverted(english_of, len(english))):
        together = np.bincount(np.concatenate([korean_of[paper] for paper in papers]), minlength=len(korean))
        chance = frequency * (len(papers) / len(documents))
        near = np.flatnonzero(together >= np.maximum(_MIN_TOGETHER, _MIN_LIFT * chance))
        evidence = _log_likelihood_ratio(together[near], frequency[near], len(papers), len(documents))
        strong = np.flatnonzero(evidence >= _MIN_EVIDENCE)
        share = together[near] / np.minimum(frequency[near], len(papers))
        links += [(float(evidence[i]), int(near[i]), number, float(share[i])) for i in strong]
    return {(korean[word], english[number]): share for word, number, share in _mutual(links)}


def _title_words(title: str) -> Iterator[str]:
    """The words of a title in the singular, those of a compound each by itself."""
    return (word_terms(word)[0] for word in _LATIN.findall(fold(title)))


def _numbered(documents: Iterable[Iterable[str]]) -> tuple[list[str], list[NDArray[np.int64]]]:
    """All words, and for each document the numbers of those it has, each once."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    numbers_of = [np.fromiter({numbers[word] for word in words}, np.int64) for words in documents]
    return list(numbers), numbers_of


def _stems(texts: Iterable[str]) -> tuple[list[str], list[NDArray[np.int64]]]:
    """The stems of all Hangul words, and for each text the numbers of those it has, each once.

    A word that takes several endings itself, as 전문가 does, is a stem already.
    """
    words, words_of = _numbered(map(_HANGUL.findall, texts))
    bases = [stem(word) for word in words]
    endings = Counter(base for word, base in zip(words, bases, strict=True) if base != word)
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    number_of = np.array(
        [
            numbers[word if endings[word] >= _ENDINGS_OF_A_WORD else base]
            for word, base in zip(words, bases, strict=True)
        ],
        np.int64,
    )
    return list(numbers), [np.unique(number_of[numbers]) for numbers in words_of]


def _frequent(
    words: tuple[list[str], list[NDArray[np.int64]]], minimum: int
) -> tuple[list[str], list[NDArray[np.int64]]]:
    """The words that enough documents have but not too many, and for each document the numbers of those it has."""
    names, numbers_of = words
    frequency = np.bincount(np.concatenate([np.zeros(0, np.int64), *numbers_of]), minlength=len(names))
    maximum = max(minimum, _MAX_SHARE * len(numbers_of))
    kept = np.flatnonzero((frequency >= minimum) & (frequency <= maximum))
    kept = kept[np.argsort([names[number] for number in kept])]
    renumbered = np.full(len(names), -1, np.int64)
    renumbered[kept] = np.arange(len(kept))
    found = (renumbered[numbers] for numbers in numbers_of)
    return [names[number] for number in kept], [numbers[numbers >= 0] for numbers in found]


def _inverted(numbers_of: Iterable[NDArray[np.int64]], count: int) -> list[list[int]]:
    papers: list[list[int]] = [[] for _ in range(count)]
    for paper, numbers in enumerate(numbers_of):
        for number in numbers.tolist():
            papers[number].append(paper)
    return papers


def _log_likelihood_ratio(
    both: NDArray[np.int64], one: NDArray[np.int64], other: int, total: int
) -> NDArray[np.float64]:
    """How surprising it is that `both` papers have two words of which `one` and `other` papers have each."""
    cells = both, one - both, other - both, total - one - other + both
    margins = one, total - one, np.array(other), np.array(total - other)
    surprise: NDArray[np.float64] = sum(map(_entropy, cells)) - sum(map(_entropy, margins)) + _entropy(np.array(total))
    return 2 * surprise


def _entropy(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.multiply(counts, np.log(np.maximum(counts, 1)))


def _mutual(links: list[tuple[float, int, int, float]]) -> Iterator[tuple[int, int, float]]:
    """The links that are among the strongest of both of their words."""
    korean_rivals: dict[int, list[float]] = {}
    english_rivals: dict[int, list[float]] = {}
    for evidence, word, number, share in sorted(links, key=lambda link: (-link[0], link[1], link[2])):
        rivals = korean_rivals.setdefault(word, []), english_rivals.setdefault(number, [])
        if all(len(stronger) < _RIVALS and evidence >= _RIVALRY * max(stronger, default=0) for stronger in rivals):
            yield word, number, share
        for stronger in rivals:
            stronger.append(evidence)
