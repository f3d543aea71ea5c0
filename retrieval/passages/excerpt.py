"""The sentence of a summary that says most of what a query asks for, and which words of it to mark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retrieval.analysis.sentences import ELLIPSIS, sentences
from retrieval.expansion.concepts import Concept
from retrieval.paper import Paper
from retrieval.passages.marking import Marker
from retrieval.passages.sought import Sought, TermFinder, rarity

_ENDS = ".!?。！？\"'”’»)]"
_IN_TITLE = 0.1  # what the title says already, most points repeat: it does not tell one from another
_LIGHT = 0.1
# What a paper does goes before what the world lacks: these are parts of all that is asked for.
_DOES, _LACKS = 0.15, 0.2
_CONTINUES = 0.06  # what a sentence loses that goes on from the one before
_LONG, _TOO_LONG = 160, 0.1  # characters of a sentence, and what a longer one loses
_DOING = re.compile("제안|소개|도입|공개|제시|개발|발표|보여|propos|introduc|present")
_CONTINUING = re.compile(
    r"(?:또한|이를|이는|이로|그 결과|따라서|특히|이러한|이 (?:방법|모델|과정))|(?:Also|This|These|It)\b"
)
_LACKING = re.compile(
    r"\s*(?:최근|기존|그러나|하지만|현재|종래|오늘날|한편|전통적|대부분의|Recent|However|Existing|Current)"
)
# Of lower case, and each alternative begins with a letter: so most of a text is skipped, in a sixth of the time.
_OPENED = "(?:공개|제공|이용할|확인|다운로드|접근)"
_LINK = re.compile(
    "https?:|www\\.|github|gitlab|huggingface\\.co|프로젝트 (?:페이지|웹)|project page"
    f"|코드[^.]{{0,40}}{_OPENED}|가중치[^.]{{0,40}}{_OPENED}|데(?:이터|모)[^.]{{0,40}}{_OPENED}"
)
_IS_SOMEWHERE = re.compile(r"\b(?:code|demo|data|model|weight)s? (?:is|are|will be|can be)\b")
_IS = (" is", " are", " will be", " can be")
_LINKS = 0.15  # what a sentence loses that only says where to find something
_LACKED = ("못했습니다.", "못하고 있습니다.", "어렵습니다.", "부족합니다.", "한계가 있습니다.", "문제가 있습니다.")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part [start, end) of the summary point at `index`, all of it where `end` is None, and what of it to mark:
    [start, end) ranges of the point's text, in order and apart."""

    index: int
    spans: tuple[tuple[int, int], ...]
    start: int = 0
    end: int | None = None

    def sentence(self, paper: Paper) -> str:
        """The part of `paper`'s summary, with an ellipsis where it ends before its sentence does."""
        text = paper.points[self.index].text
        said, rest = text[self.start : self.end], text[self.end :] if self.end is not None else ""
        return said + ELLIPSIS if rest and rest[0] != "\n" and said[-1:] not in _ENDS else said

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """The ranges of `sentence` to mark."""
        return tuple((start - self.start, end - self.start) for start, end in self.spans)


def part_of_point(index: int, place: tuple[int, int], marks: Iterable[tuple[int, int]]) -> Excerpt:
    """The part at `place` of a point, with the ranges of that part to mark."""
    start, end = place
    spans = tuple((start + first, start + last) for first, last in marks)
    return Excerpt(index, spans, start, end)


class Excerpts:
    """Chooses excerpts for one query. Immutable."""

    def __init__(self, concepts: Sequence[Concept], frequency: Callable[[str], int], documents: int) -> None:
        """`frequency` is in how many of the `documents` a term is."""
        self._sought = tuple(
            Sought(
                rarity(each.sure, frequency, documents) * (_LIGHT if each.light else 1),
                tuple((way.terms, way.sure) for way in each.ways),
            )
            for each in concepts
            if each.ways and not each.unwanted
        )
        self._terms = TermFinder(self._sought)
        self._total = sum(each.weight for each in self._sought) or 1.0
        self._marker = Marker(concepts)

    def of(self, paper: Paper) -> Excerpt | None:
        """The best sentence of `paper`; None where it has no summary."""
        if not paper.points:
            return None
        weights = self._weights(paper.title)
        texts = [point.text for point in paper.points]
        index = _best([self._score(text, weights) for text in texts], lambda place: _is_link(texts[place]))
        text = texts[index]
        spans = sentences(text) or [(0, len(text))]
        said = [text[start:end] for start, end in spans]
        if len(said) > 1:
            best = _best([self._score(each, weights) for each in said], lambda place: links(said[place]))
        else:
            best = 0
        start, end = spans[best]
        return part_of_point(index, (start, end), self._marker.spans(text[start:end]))

    def _weights(self, title: str) -> list[float]:
        known = self._terms.found_in(title)
        return [each.weight * (1 - (1 - _IN_TITLE) * each.covered_by(known)) for each in self._sought]

    def _score(self, text: str, weights: Sequence[float]) -> float:
        found = self._terms.found_in(text)
        said = sum(weight * each.covered_by(found) for each, weight in zip(self._sought, weights, strict=True))
        return said / self._total + manner(text)


def introduction(paper: Paper) -> Excerpt | None:
    """The sentence of `paper` that says what it does; None where it has no summary."""
    return Excerpts((), lambda _: 0, 0).of(paper)


def links(sentence: str) -> bool:
    """Whether a sentence says where to find code, data or a page."""
    text = sentence.lower()
    return bool(_LINK.search(text) or (any(verb in text for verb in _IS) and _IS_SOMEWHERE.search(text)))


def _is_link(point: str) -> bool:
    return links(point) and len(sentences(point)) <= 1


def manner(text: str) -> float:
    """What a sentence gains by saying what the paper does, and loses by saying what the world lacks."""
    lacking, doing = text.endswith(_LACKED) or _LACKING.match(text), _DOING.search(text)
    alone = _CONTINUES * bool(_CONTINUING.match(text))
    return _DOES * bool(doing and not lacking) - _LACKS * bool(lacking) - _TOO_LONG * (len(text) > _LONG) - alone


def _best(scores: Sequence[float], only_links: Callable[[int], bool]) -> int:
    """The place of the best of `scores`, the first of equal ones, where what only links loses _LINKS: that takes longer
    to find out than all else, and matters only of the highest."""
    best, most = 0, float("-inf")
    for place in sorted(range(len(scores)), key=lambda place: -scores[place]):
        if scores[place] < most:
            break
        score = scores[place] - _LINKS * only_links(place)
        if score > most or (score == most and place < best):
            best, most = place, score
    return best
