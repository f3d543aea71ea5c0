"""Which point of a summary answers a query, and which words of it to mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from retrieval.analysis.terms import Term, located_terms, terms
from retrieval.paper import Paper

MAX_SPANS = 20

_TITLE_WEIGHT = 0.1  # what the title says already, most points repeat: it does not tell one from another
_K1 = 1.5
_B = 0.75
_JOINS = ("", " ", "-")
_SYLLABLE = re.compile("[가-힣]")
_PAIR = re.compile("[가-힣]{2}")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The summary point at `index`, and the [start, end) ranges of its text that match, in order and apart."""

    index: int
    spans: tuple[tuple[int, int], ...]


def best_point(
    paper: Paper, query: Iterable[tuple[str, float]], idf: Callable[[str], float]
) -> tuple[Excerpt, float] | None:
    """The point of `paper` that matches best the terms of `query` with their weights, and its score (≥ 0).

    Where none matches it is the first, with nothing to mark and the score 0; None where there is no summary.
    """
    if not paper.points:
        return None
    weights = _weights(paper.title, query, idf)
    found = [terms(point.text) for point in paper.points]
    mean = sum(max(1, len(point)) for point in found) / len(found)
    scores = [_score(point, weights, _K1 * (1 - _B + _B * max(1, len(point)) / mean)) for point in found]
    best = max(range(len(scores)), key=scores.__getitem__)
    return Excerpt(best, matching_spans(paper.points[best].text, weights)), scores[best]


def matching_spans(text: str, wanted: Collection[str]) -> tuple[tuple[int, int], ...]:
    """The ranges of `text` that hold terms of `wanted`, neighbours joined; at most the first MAX_SPANS."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((term.start, term.end) for term in _found(text, frozenset(wanted))):
        if spans and (start <= spans[-1][1] or text[spans[-1][1] : start] in _JOINS):
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        elif len(spans) == MAX_SPANS:
            break
        else:
            spans.append((start, end))
    return tuple(spans)


def _found(text: str, wanted: frozenset[str]) -> Iterator[Term]:
    """The terms of `text` that are wanted, without pairs of syllables that only happen to stand in another word: the
    디오 of 비디오 in 오디오, the 화학 of 강화학습."""
    found = located_terms(text, wanted)
    starts = {term.start for term in found}
    pairs = {term for term in wanted if _PAIR.fullmatch(term)}
    firsts, lasts = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    for term in found:
        if term.text in pairs and not starts & {term.start - 1, term.start + 1}:
            continues, goes_on = term.text[0] in lasts, term.text[1] in firsts
            inside = _SYLLABLE.fullmatch(text[term.start - 1 : term.start])
            if (continues and goes_on) or (inside and (continues or goes_on)):
                continue
        yield term


def _weights(title: str, query: Iterable[tuple[str, float]], idf: Callable[[str], float]) -> dict[str, float]:
    known = set(terms(title))
    weights: defaultdict[str, float] = defaultdict(float)
    for term, weight in query:
        weights[term] += weight * idf(term) * (_TITLE_WEIGHT if term in known else 1)
    return weights


def _score(point: Iterable[str], weights: dict[str, float], norm: float) -> float:
    matching = [*filter(weights.__contains__, point)]
    counted = ((weight, matching.count(term)) for term, weight in weights.items()) if matching else ()
    return sum((weight * often * (_K1 + 1) / (often + norm) for weight, often in counted), 0.0)
