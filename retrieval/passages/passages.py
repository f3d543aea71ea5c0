"""Which summary points answer a question, and whether any does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.analysis.terms import terms
from retrieval.paper import Paper
from retrieval.passages.concepts import Question
from retrieval.passages.excerpt import Excerpt, matching_spans

_ELSEWHERE = 0.5  # how much of a concept a point has that another point speaks of; of what the title says it has all
_RANK = 0.2  # of a paper among those found, beside how much of the question its best point has
_FIRST = 0.02  # what the first point loses: it says what a paper is about, and questions ask for more

_HEADED = 0.06  # of a title that begins with the name: it is the paper that gave it, others only use it

_LEAST = 0.5  # how much of a question an answer has
_LEAST_NAMED = 0.3  # how much of the name that the question is about
_LEAST_MAIN, _MAIN = 0.45, 0.4  # how much of another main concept, if it is as much of the question
_LEAST_BESIDES = 0.15  # and how much of what it asks apart from that, where this is
_BESIDES = 0.25  # as much of the question
_NEAR = 0.8  # of the best answer's score, what others have


@dataclass(frozen=True, slots=True)
class Passage:
    """A summary point that answers a question, and its score, from 0 to 1."""

    paper: Paper
    excerpt: Excerpt
    score: float


def best_passages(papers: Sequence[tuple[Paper, float]], question: Question, limit: int) -> tuple[Passage, ...]:
    """At most `limit` points that answer `question`, of as many papers, the best first; () where none does.

    `papers` are those found for it, with their scores in the search (> 0).
    """
    if not question.concepts:
        return ()
    best = max((score for _, score in papers), default=1.0)
    wanted = {term for concept in question.concepts for way, _ in concept.ways for term in way}
    found = (_best_point(paper, score / best, question, wanted) for paper, score in papers)
    passages = sorted((passage for passage in found if passage), key=lambda passage: -passage.score)
    return tuple(each for each in passages[:limit] if each.score >= _NEAR * passages[0].score)


def _best_point(paper: Paper, rank: float, question: Question, wanted: set[str]) -> Passage | None:
    if not question.has_versions([paper.title, *(point.text for point in paper.points)]):
        return None
    title = wanted.intersection(terms(paper.title))
    points = [wanted.intersection(terms(point.text)) for point in paper.points]
    everywhere = title.union(*points)
    around = [
        max(concept.covered_by(title), _ELSEWHERE * concept.covered_by(everywhere)) for concept in question.concepts
    ]
    besides = _RANK * rank + _HEADED * _is_headed(paper.title, question)
    best, found = 0.0, None
    for place, (point, own) in enumerate(zip(paper.points, points, strict=True)):
        covered = [
            max(concept.covered_by(own), besides) for concept, besides in zip(question.concepts, around, strict=True)
        ]
        share = _share(question, covered, point.text)
        score = (share + besides) / (1 + _RANK + _HEADED) - (0 if place else _FIRST)
        told = all(cue.answered_by(point.text) for cue, _ in question.cues if cue.needed)
        if score > best and share >= _LEAST and told and _has_what_matters(question, covered):
            best, found = score, place
    if found is None:
        return None
    return Passage(paper, Excerpt(found, matching_spans(paper.points[found].text, wanted)), best)


def _is_headed(title: str, question: Question) -> bool:
    """Whether the title begins with a name that the question is about."""
    first = set(terms(" ".join(title.split()[:1])))
    names = (way for concept in question.concepts if concept.name for way, sure in concept.ways if sure == 1)
    return any(first.issuperset(way) for way in names)


def _share(question: Question, covered: Iterable[float], text: str) -> float:
    """How much of `question` a point has that covers so much of each concept."""
    concepts = zip((concept.importance for concept in question.concepts), covered, strict=True)
    cues = ((importance, float(cue.answered_by(text))) for cue, importance in question.cues)
    return _mean([*concepts, *cues])


def _has_what_matters(question: Question, covered: Sequence[float]) -> bool:
    """Whether the name that the question is about is there, and something of what is asked about it."""
    parts = list(zip(question.concepts, covered, strict=True))
    main, named = max(parts, key=lambda part: part[0].importance, default=(None, 0.0))
    if main and main.name and named < _LEAST_NAMED:
        return False
    concepts = sum(concept.importance for concept in question.concepts)
    if main and main.firm and named < _LEAST_MAIN and not main.name and main.importance > _MAIN * concepts:
        return False
    firm = [part for part in parts if part[0].firm]
    asked = [(concept.importance, part) for concept, part in (firm or parts)]
    besides = sorted(asked, key=lambda part: part[0] * part[1])[:-1]
    return _total(besides) <= _BESIDES * _total(asked) or _mean(besides) >= _LEAST_BESIDES


def _total(parts: Iterable[tuple[float, float]]) -> float:
    return sum(importance for importance, _ in parts)


def _mean(parts: Sequence[tuple[float, float]]) -> float:
    total = _total(parts)
    return sum(importance * covered for importance, covered in parts) / total if total else 0.0
