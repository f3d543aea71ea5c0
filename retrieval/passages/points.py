"""Which point of a paper's summary answers a question.

The paper is found by what its title says; the point by what the title does not say. The weights are those of a
conditional logit over 129 judged questions.
"""

from __future__ import annotations

import re

from retrieval.analysis.terms import terms
from retrieval.passages.answer_types import Wish
from retrieval.passages.evidence import Evidence
from retrieval.passages.question import Question

_BESIDES_TITLE = 1.8  # share of the question that a point has and the title has not
_ONLY_HERE = 1.4  # share that it has and the other points have not
_UNIT, _NUMBER = 1.35, 1.0  # a figure with the unit that is asked for, and a figure where results are
_COUNTED = 0.8  # a figure right beside what is counted
_OTHER_CUE = 1.0
_MIDDLE, _LAST = 1.1, 0.9  # neither the first nor the last where it is asked how; the last where results are
_DEFINES, _FIRST = 1.5, 0.5  # what says what something is, and the first point, where that is asked
_FIGURE = re.compile(r"(?<![A-Za-z\d.-])\d[\d.,]*")
_DEFINING = re.compile(
    "제안(?:합니|하|한다|했)|소개(?:합니|하|한다|했)|제시합니|개발(?:했|하였|한)|공개(?:합니|했|한다)|도입(?:합니|한다)"
    "|[은는] [^.]{4,}(?:입니다|이다|모델로|프레임워크로|데이터셋으로|벤치마크로)"
    "|introduc|propos|present"
)
_WINDOW = 14  # characters before and after a figure, where what is counted stands


def best_point(evidence: Evidence, question: Question) -> int:
    """The place of the point that answers best."""
    scores = point_scores(evidence, question)
    return max(range(len(scores)), key=scores.__getitem__)


def point_scores(evidence: Evidence, question: Question) -> list[float]:
    points = [point.text for point in evidence.paper.points]
    total = sum(each.importance for each in question.asked) or 1.0
    means = [sum(column) / len(points) for column in zip(*evidence.points, strict=True)]
    scores = []
    for place, (text, own) in enumerate(zip(points, evidence.points, strict=True)):
        parts = list(zip(question.asked, own, evidence.title, means, strict=True))
        besides = sum(each.importance * have * (1 - title) for each, have, title, _ in parts) / total
        alone = sum(each.importance * have * (1 - mean) for each, have, _, mean in parts) / total
        scores.append(_BESIDES_TITLE * besides + _ONLY_HERE * alone + _kind(text, place, len(points), question))
    return scores


def _kind(text: str, place: int, count: int, question: Question) -> float:
    """What a point gains by being of the kind that is asked for."""
    wishes, last = question.wishes, place == count - 1
    score = sum(
        _UNIT if cue.unit else _OTHER_CUE
        for cue in question.cues
        if cue.answered_by(text) and (cue.unit or not cue.counts)
    )
    if Wish.RESULT in wishes:
        known = {number for cue in question.cues for number in cue.known}
        score += _NUMBER * any(number.rstrip(".,") not in known for number in _FIGURE.findall(text))
        score += _LAST * (last and count > 1)
    if question.counted and counts(text, question):
        score += _COUNTED
    if Wish.MANNER in wishes and 0 < place < count - 1:
        score += _MIDDLE
    if Wish.DEFINITION in wishes:
        score += _DEFINES * bool(_DEFINING.search(text)) + _FIRST * (place == 0)
    return score


def counts(text: str, question: Question) -> bool:
    """Whether `text` says of what is counted how many it is."""
    if question.counted is None:
        return False
    wanted = {term for way, sure in question.counted.ways if sure >= 0.5 for term in way}
    for match in _FIGURE.finditer(text):
        around = text[max(0, match.start() - _WINDOW) : match.end() + _WINDOW]
        if not wanted.isdisjoint(terms(around)):
            return True
    return False
