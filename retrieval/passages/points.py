"""Which point of a paper's summary answers a question, and which sentences of it.

The paper is found by what its title says; the point by what the title does not say. The weights are those of a
conditional logit over 129 judged questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.analysis.sentences import clip, sentences
from retrieval.analysis.terms import terms
from retrieval.lazy_regex import lazy_regex
from retrieval.passages.definition import DEFINES
from retrieval.passages.evidence import Evidence
from retrieval.passages.excerpt import Excerpt, manner, part_of_point
from retrieval.passages.question import Question
from retrieval.passages.wishes import Wish

MAX_CHARS = 200  # of an answer: one or two sentences

_BESIDES_TITLE = 1.8  # share of the question that a text has and the title has not
_ONLY_HERE = 1.4  # share that it has and the others have not
_UNIT, _NUMBER, _CUE = 1.35, 1.0, 1.0  # a figure with the unit that is asked for, any where results are, another answer
_COUNTED = 0.8  # a figure right beside what is counted
_MIDDLE, _LAST = 0.5, 0.9  # neither the first nor the last where it is asked how; the last where results are
_DEFINES, _GIVES, _FIRST = 2.0, 1.0, 0.5  # where it is asked what something is: says it, proposes it, is the first
_OVERVIEW = 0.02  # what the first point loses elsewhere: it says what a paper is about, and questions ask for more
_FIGURE = lazy_regex(r"(?<![A-Za-z\d.-])\d[\d.,]*")
_DEFINING = lazy_regex(
    "제안(?:합니|하|한다|했)|소개(?:합니|하|한다|했)|제시합니|개발(?:했|하였|한)|공개(?:합니|했|한다)|도입(?:합니|한다)"
    "|[은는] [^.]{4,}(?:입니다|이다|모델로|프레임워크로|데이터셋으로|벤치마크로)|introduc|propos|present"
)
_CONTINUING = lazy_regex(
    r"(?:이는|이를|이로|이러한|이들|이 |그 |그러나|하지만|또한|따라서|특히|반면)|(?:This|These|It|They|However|Also)\b"
)
_WINDOW = 14  # characters before and after a figure, where what is counted stands
_ALSO = 0.5  # of the best sentence's score, what one beside it is worth showing with it


def answering_excerpt(evidence: Evidence, question: Question) -> Excerpt:
    """The sentences of a paper that answer, of at most MAX_CHARS unless one alone is longer; that is cut."""
    points = [point.text for point in evidence.paper.points]
    scores = text_scores(points, evidence.points, evidence.title, question)
    positions = [_position(place, len(points), question) for place in range(len(points))]
    index = max(range(len(points)), key=lambda place: scores[place] + positions[place])
    start, end = _answering(points[index], evidence.title, question)
    end = clip(points[index], start, end, MAX_CHARS)
    return part_of_point(index, (start, end), _marked(points[index][start:end], question))


def text_scores(
    texts: Sequence[str], covered: Sequence[Sequence[float]], title: Sequence[float], question: Question
) -> list[float]:
    """How well each of `texts`, which have so much of each concept, answers; apart from where it stands."""
    means = [sum(column) / len(texts) for column in zip(*covered, strict=True)]
    scores = []
    for text, own in zip(texts, covered, strict=True):
        parts = list(zip(question.asked, own, title, means, strict=True))
        besides = sum(each.importance * have * (1 - said) for each, have, said, _ in parts)
        alone = sum(each.importance * have * (1 - mean) for each, have, _, mean in parts)
        scores.append((_BESIDES_TITLE * besides + _ONLY_HERE * alone) / question.total + _kind(text, question))
    return scores


def _kind(text: str, question: Question) -> float:
    """What a text gains by being of the kind that is asked for."""
    told = [cue for cue in question.cues if (cue.unit or not cue.counts) and cue.answered_by(text)]
    score = sum(_UNIT if cue.unit else _CUE for cue in told)
    if Wish.RESULT in question.wishes:
        score += _NUMBER * any(True for _ in _figures(text, question))
    if Wish.DEFINITION in question.wishes:
        score += _DEFINES * question.defined_by(text) / DEFINES + _GIVES * bool(_DEFINING.search(text))
    return score + _COUNTED * any(True for _ in _counting(text, question))


def _position(place: int, count: int, question: Question) -> float:
    """What a point gains by where it stands among so many."""
    last = place == count - 1
    return (
        _LAST * (last and count > 1 and Wish.RESULT in question.wishes)
        + _MIDDLE * (place > 0 and not last and Wish.MANNER in question.wishes)
        + (_FIRST if Wish.DEFINITION in question.wishes else -_OVERVIEW) * (place == 0)
    )


def _figures(text: str, question: Question) -> Iterator[tuple[int, int]]:
    """Where `text` has figures that the question has not."""
    known = {number for cue in question.cues for number in cue.known}
    return (match.span() for match in _FIGURE.finditer(text) if match[0].rstrip(".,") not in known)


def _counting(text: str, question: Question) -> Iterator[tuple[int, int]]:
    """Where `text` has figures right beside what is counted."""
    if question.counted is None:
        return
    wanted = {term for way, sure in question.counted.sought.ways if sure >= 0.5 for term in way}
    for start, end in _figures(text, question):
        if not wanted.isdisjoint(terms(text[max(0, start - _WINDOW) : end + _WINDOW])):
            yield start, end


def _answering(text: str, title: Sequence[float], question: Question) -> tuple[int, int]:
    """Where the sentences stand that answer: the best, with the one before where it goes on from that, and with those
    beside it that say more of what is asked, while they fit."""
    spans = sentences(text) or [(0, len(text))]
    said = [text[start:end] for start, end in spans]
    covered = [question.covered_by(sentence) for sentence in said]
    scores = [
        score + manner(sentence)
        for score, sentence in zip(text_scores(said, covered, title, question), said, strict=True)
    ]
    first = last = max(range(len(said)), key=scores.__getitem__)
    if first and _CONTINUING.match(said[first]) and spans[last][1] - spans[first - 1][0] <= MAX_CHARS:
        first -= 1
    for place in (last + 1, first - 1):
        if not 0 <= place < len(said) or scores[place] < _ALSO * scores[last]:
            continue
        low, high = min(first, place), max(last, place)
        if spans[high][1] - spans[low][0] <= MAX_CHARS:
            first, last = low, high
    return spans[first][0], spans[last][1]


def _marked(text: str, question: Question) -> tuple[tuple[int, int], ...]:
    """What to mark: the figures that answer, else the words that say what is asked for."""
    units = [span for cue in question.cues if cue.unit for span in cue.places(text)]
    figures = units or list(_counting(text, question))
    return _apart([*question.marker.spans(text), *figures])


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans in order, those that overlap joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
