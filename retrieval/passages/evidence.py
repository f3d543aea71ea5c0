"""How much speaks for it that a paper answers a question, and whether that is enough.

Share of a question would throw away how much was found: a vague question has all of it everywhere. So what is found
counts in nats, what is missing against it, and for it in how many things that is, and how far the best paper is ahead
of the next. These were weighed by a logistic regression over 283 judged questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.analysis.terms import terms
from retrieval.paper import Paper
from retrieval.passages.definition import DEFINES
from retrieval.passages.question import Asked, Question
from retrieval.passages.wishes import Wish, has_date, has_superlative

_MISSING, _THING, _AHEAD, _ENOUGH = 1.28, 7.0, 125.0, 36.0  # log odds of an answer, times 10
_FAR_AHEAD = 0.2  # of the best score: more makes no difference
_LEAST_THING, _FOUND_THING = 1.0, 0.5  # nats of what counts as a thing that is asked about, and how much of it is there
_FIGURE = 7.0  # what a figure with the unit that is asked for adds, and what its want takes away
_NEAR = 16.5  # the same, of papers worth showing as the closest, however far ahead
_TELLING, _TELLING_NAME = 4.5, 2.8  # nats: a term that one paper in a hundred has, a name that one in twenty has
_TELLING_LEAST = 2.0  # nats: what one paper in seven has
_RARE, _RAREST = 5.0, 6.6  # of a term that fifteen papers have, and three: what is said of something else is no answer
_TELLING_PAPERS = 3.0  # of all that papers are asked for about

_ELSEWHERE = 0.5  # how much of a concept a point has that another point speaks of; of what the title says it has all
_CUE = 0.3  # of the best point's share, where it is of the kind that is asked for
_HEADED = 0.2  # of a title that begins with the name: it is the paper that gave it, others only use it
_SURELY = 0.8  # of a way to say one of several words of such a name
_MOST = 2 + _CUE + _HEADED
_WHOLE, _HALF, _PART = 0.8, 0.45, 0.3  # how much of a concept is it, is over half of it, and is a part of it


_SAID = ((Wish.DATE, has_date), (Wish.BEST, has_superlative))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A paper that may answer a question. `title` and each of `points` say how much of each concept they have, from 0
    to 1. `score`, from 0 to 1, compares papers; `evidence`, which may be below 0, tells whether any answers."""

    paper: Paper
    title: tuple[float, ...]
    points: tuple[tuple[float, ...], ...]
    score: float
    evidence: float
    named: bool
    namesake: bool
    """Whether a rare name that is asked about is in its title."""
    titled: bool
    """Whether all that is asked about is in its title, and tells something."""
    defined: int
    """How well it says what that is which is to be defined, from 0."""
    possible: bool
    """Whether it has what nothing else answers in place of."""

    def is_sure(self, ahead: float) -> bool:
        """Whether it answers, where the score of the best paper is so much over that of the next."""
        return self.possible and (self.named or self.evidence + _AHEAD * min(ahead, _FAR_AHEAD) >= _ENOUGH)

    @property
    def near(self) -> bool:
        """Whether it is worth showing where no paper is sure to answer: it has much of what is asked about, or its
        title has all of it, or a name that is."""
        return self.namesake or self.titled or self.evidence >= _NEAR


def weigh(paper: Paper, rank: float, question: Question) -> Evidence | None:
    """What speaks for `paper`, whose score in the search is `rank` of the best one's; None where it cannot answer."""
    texts = _texts(paper)
    if not paper.points or not question.has_versions(texts):
        return None
    told = [any(map(cue.answered_by, texts[1:])) for cue in question.cues]
    title, *points = map(question.covered_by, texts)
    whole = tuple(map(max, title, *points))
    asked = question.asked
    namesake = any(
        each.name and each.importance >= _TELLING and have >= _WHOLE for each, have in zip(asked, title, strict=True)
    )
    around = [max(have, _ELSEWHERE * some) for have, some in zip(title, whole, strict=True)]
    share = max(_share(asked, map(max, point, around)) for point in points)
    units = [has for cue, has in zip(question.cues, told, strict=True) if cue.unit]
    score = rank + share + _CUE * (sum(told) / len(told) if told else 0) + _HEADED * _is_headed(paper.title, asked)
    named = _is_about(paper, question, title, points)
    return Evidence(
        paper,
        title,
        tuple(points),
        score / _MOST,
        _found(asked, whole) + _FIGURE * (1 if all(units) else -1) * bool(units),
        named,
        namesake,
        _is_titled(asked, title),
        _defined(paper, question),
        (named or not question.only_defines)
        and _has_what_is_needed(question, texts[1:], told, whole, namesake=namesake),
    )


def _is_titled(asked: Sequence[Asked], title: Sequence[float]) -> bool:
    said = [(each.importance, have) for each, have in zip(asked, title, strict=True) if each.topical]
    return min((have for _, have in said), default=0) >= _WHOLE and sum(told for told, _ in said) >= _TELLING_LEAST


def _found(asked: Sequence[Asked], whole: Sequence[float]) -> float:
    """How much is found, less what is missing."""
    found = missing = things = 0.0
    for each, have in zip(asked, whole, strict=True):
        found += each.importance * have
        if each.topical:
            missing += each.importance * (1 - have)
            things += each.importance > _LEAST_THING and have >= _FOUND_THING
    return found - _MISSING * missing + _THING * things


def _has_what_is_needed(
    question: Question, points: Sequence[str], told: Iterable[bool], whole: Sequence[float], *, namesake: bool
) -> bool:
    """Whether there is a figure where one is asked for, and a date where a day is; and a rare name, the very thing that
    is asked for or counted, and what is asked of a paper that is named."""
    counts = any(cue.counts for cue in question.cues)
    for each, have in zip(question.asked, whole, strict=True):
        rare = each.importance >= _TELLING and (each.name or each is question.focus)
        of_it = namesake and each.topical and each.sought.is_hangul and each.importance >= _RARE
        rarest = counts and each.importance >= _RAREST
        least = _HALF if each.topical and (rarest or each is question.counted) else _PART if rare or of_it else 0.0
        if have < least and each.sought.is_term:
            return False
    figures = all(has or not cue.needed for cue, has in zip(question.cues, told, strict=True))
    return figures and all(any(map(says, points)) for wish, says in _SAID if wish in question.wishes)


def of_that_name(papers: Sequence[tuple[Paper, float]], question: Question) -> Sequence[tuple[Paper, float]]:
    """Those of `papers` that write a rare name that is asked about as it was typed, if any do: DELTA is not delta."""
    for each in question.asked:
        if each.shape and each.importance >= _TELLING and len(each.sought.ways) == 1:
            typed = re.compile(rf"(?<![^\W_]){re.escape(each.shape)}(?![^\W_가-힣])")
            papers = [one for one in papers if any(map(typed.search, _texts(one[0])))] or papers
    return papers


def _texts(paper: Paper) -> list[str]:
    return [paper.title, *(point.text for point in paper.points)]


def _share(asked: Sequence[Asked], covered: Iterable[float]) -> float:
    """How much of what is asked about is covered, from 0 to 1: of nouns and names, as verbs are there by chance."""
    parts = [(each.importance, have, each.topical) for each, have in zip(asked, covered, strict=True)]
    told = [part for part in parts if part[2]] or parts
    total = sum(importance for importance, _, _ in told)
    return sum(importance * have for importance, have, _ in told) / total if total else 0.0


def _is_about(paper: Paper, question: Question, title: Sequence[float], points: Sequence[Sequence[float]]) -> bool:
    """Whether all that is asked about is there, and the title says what tells most of it: of so short a question as
    "what is Lumiere?" little can be found. What is to be defined is defined there; papers that are asked for are about
    it; and what is asked of a thing (단점, 이유) is said beside it."""
    whole = tuple(map(max, title, *points))
    topical = [place for place, each in enumerate(question.asked) if each.topical]
    if not topical or min(whole[place] for place in topical) < _WHOLE:
        return False
    main = max(topical, key=lambda place: question.asked[place].importance)
    asked, headed = question.asked[main], _is_headed(paper.title, question.asked)
    if Wish.DEFINITION in question.wishes:
        return (headed and asked.importance >= _TELLING_NAME) or _defined(paper, question) >= DEFINES
    if Wish.PAPERS in question.wishes:
        return sum(question.asked[place].importance for place in topical) >= _TELLING_PAPERS
    telling = _TELLING_NAME if asked.name else _TELLING
    if len(topical) == 1 and asked.importance >= _TELLING and question.cues:
        said = (text.text for text, point in zip(paper.points, points, strict=True) if point[main] >= _WHOLE)
        if any(all(cue.answered_by(text) and not cue.counts for cue in question.cues) for text in said):
            return True
    return title[main] >= _WHOLE and asked.importance >= telling and (asked.name or headed or len(topical) > 1)


def _defined(paper: Paper, question: Question) -> int:
    """How well a sentence of `paper` says what that is which is to be defined, from 0."""
    return max((question.defined_by(point.text) for point in paper.points), default=0)


def _is_headed(title: str, asked: Iterable[Asked]) -> bool:
    """Whether the title begins with what the question is about, and that stands for itself there: "Lumiere: …"."""
    head = terms(title.split(":")[0] if ":" in title else " ".join(title.split()[:1]))
    ways = [(list(way), sure) for each in asked if each.topical for way, sure in each.sought.ways]
    if any(head[: len(way)] == way for way, sure in ways if sure == 1):
        return True
    place = 0
    while place < len(head):
        steps = (len(way) for way, sure in ways if sure >= _SURELY and head[place : place + len(way)] == way)
        step = max(steps, default=0)
        if not step:
            return False
        place += step
    return ":" in title
