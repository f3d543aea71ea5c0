"""The sentence of a summary that says most of what a query asks for, and which words of it to mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from struct import Struct
from typing import NamedTuple

from retrieval.analysis.sentences import ELLIPSIS, sentences
from retrieval.analysis.terms import fold
from retrieval.expansion.concepts import Concept
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper, SummaryPoint
from retrieval.passages.marking import Marker
from retrieval.passages.sought import Sought, TermFinder, rarity

_ENDS = ".!?。！？\"'”’»)]"
_KEPT = 10_000  # summaries of which it is remembered where their sentences are: four megabytes
_INTRODUCTIONS_KEPT = 10_000  # two megabytes
_IN_TITLE = 0.1  # what the title says already, most points repeat: it does not tell one from another
_LIGHT = 0.1
# What a paper does goes before what the world lacks: these are parts of all that is asked for.
_DOES, _LACKS = 0.15, 0.2
_CONTINUES = 0.08  # what a sentence loses that goes on from the one before
_SHORT, _LONGER, _TOO_LONG = 120, 0.0006, 0.1  # characters, what a sentence loses by each more, and at most
_FIRST = 0.05  # what the first point gains, which mostly says what the paper does
_RESULT = 0.1  # what a sentence loses that says how well it does
# What is done here, not what somebody has done: 제안합니다, not 제안한.
_DOING = lazy_regex(
    r"(?:(?:제안|소개|도입|공개|제시|개발|발표|탐구|분석|조사|구축|설계)"
    r"|(?:리뷰|조사|개요|분석|벤치마크|데이터셋|프레임워크|도구|인터페이스)[을를] 제공)"
    r"(?:합|한다|하며|하여|하고|했|하였|함\b|해 )"
    r"|(?:제안|소개|도입|공개|제시|개발)(?:됩|되었|됐|된다)|propos|introduc|present"
    r"|(?:모델|방법|기법|방식|프레임워크|데이터셋|벤치마크|시스템|알고리즘|접근법|패러다임|도구|플랫폼|솔루션)"
    r"(?:\([^)]*\))?(?:입니다|이다)[.]?$"
)
_CONTINUING = lazy_regex(
    r"(?:또한|이를(?! (?:해결|극복|위해))|이는|이로|그 결과|따라서|특히|이러한(?! [^,]{0,20}(?:해결|극복|위해))"
    r"|이 (?!논문|연구|보고서|작업|글)[가-힣]+[은는을를이가] |그리고|뿐만|마지막으로"
    r"|(?:첫|두|세) ?번?째|예를 들어|즉,"
    r"|[\"'\])},])|(?:Also|This|These|It)\b"
)
_RESULTS = lazy_regex(
    r"(?:실험|평가|테스트)[^.]{0,12} ?결과"
    r"|(?:달성|기록|입증|능가|우수|뛰어난|상회)[^.]{0,40}[.]?$|(?:향상|개선|감소|단축)(?:되|됨|됐|했|하였|시켰)[^.]{0,20}[.]?$"
    r"|기대(?:됩|된)|보여주"
)
_LACKING = lazy_regex(
    r"\s*(?:최근|기존|그러나|하지만|현재|종래|오늘날|한편|전통적|대부분의|Recent|However|Existing|Current)"
)
# Of lower case, and each alternative begins with a letter: so most of a text is skipped, in a sixth of the time.
_OPENED = "(?:공개|제공|이용할|확인|다운로드|접근)"
_LINK = lazy_regex(
    "https?:|www\\.|github|gitlab|huggingface\\.co|프로젝트 (?:페이지|웹)|project page"
    f"|코드[^.]{{0,40}}{_OPENED}|가중치[^.]{{0,40}}{_OPENED}|데(?:이터|모)[^.]{{0,40}}{_OPENED}"
)
_IS_SOMEWHERE = lazy_regex(r"\b(?:code|demo|data|model|weight)s? (?:is|are|will be|can be)\b")
_IS = (" is", " are", " will be", " can be")
_LINKS = 0.12  # what a sentence loses that only says where to find something
_LACKED = lazy_regex(
    r"(?:못[하했한]|어렵|어려[움워웠]|부족|한계|문제"
    r"|도전(?:적|이[^가-힣]|입)|제한|떨어|저하"
    r"|왔습|왔다|왔으|야기|초래|받고 있|중요하|중요합|필요하|필요합|과제)[^.]{0,16}[.]?$"
)


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


class _Told(NamedTuple):
    """A sentence: [start, end) of the summary point at `point`, and what it gains, whatever is sought."""

    point: int
    start: int
    end: int
    gain: float

    def text(self, points: Sequence[SummaryPoint]) -> str:
        return points[self.point].text[self.start : self.end]


class _Summaries:
    """The sentences of summaries, of which the last _KEPT are remembered: to find them takes longer than all else. Safe
    to use from several threads."""

    def __init__(self) -> None:
        self._packed: dict[tuple[str, int], bytes] = {}

    def sentences(self, paper: Paper) -> list[_Told]:
        key = paper.arxiv_id, hash(paper.points)  # and not the texts themselves, of which few can be kept
        packed = self._packed.get(key)
        if packed is None:
            if len(self._packed) >= _KEPT:
                self._packed = {}
            packed = self._packed[key] = b"".join(starmap(_TOLD.pack, _tell(paper.points)))
        return [*starmap(_Told, _TOLD.iter_unpack(packed))]


_TOLD = Struct("=IIId")
_summaries = _Summaries()


def _tell(points: Sequence[SummaryPoint]) -> Iterator[_Told]:
    """The sentences of a summary."""
    for index, point in enumerate(points):
        for start, end in sentences(point.text) or [(0, len(point.text))]:
            yield _Told(index, start, end, manner(point.text[start:end]) + _FIRST * (index == 0))


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
        weights, told = self._weights(paper.title), _summaries.sentences(paper)
        texts = [each.text(paper.points) for each in told]
        scores = [self._said(fold(text), weights) + each.gain for text, each in zip(texts, told, strict=True)]
        place = _best(scores, lambda place: _loss(texts[place]))
        best = told[place]
        return part_of_point(best.point, (best.start, best.end), self._marker.spans(texts[place]))

    def _weights(self, title: str) -> list[float]:
        known = self._terms.found_in(fold(title))
        return [each.weight * (1 - (1 - _IN_TITLE) * each.covered_by(known)) for each in self._sought]

    def _said(self, folded: str, weights: Sequence[float]) -> float:
        """How much of what is sought a folded text says, from 0 to 1."""
        found = self._terms.found_in(folded)
        if not found:
            return 0.0
        said = sum(weight * each.covered_by(found) for each, weight in zip(self._sought, weights, strict=True))
        return said / self._total


def introduction(paper: Paper) -> Excerpt | None:
    """The sentence of `paper` that says what it does; None where it has no summary."""
    if not paper.points:
        return None
    key = paper.arxiv_id, hash(paper.points)  # and not the texts themselves, of which few can be kept
    found = _introductions.get(key)
    if found is None:
        if len(_introductions) >= _INTRODUCTIONS_KEPT:
            _introductions.clear()
        found = _introductions[key] = _introduction(paper)
    return found


_introductions: dict[tuple[str, int], Excerpt] = {}


def _introduction(paper: Paper) -> Excerpt:
    told = _summaries.sentences(paper)
    best = told[_best([each.gain for each in told], lambda place: _loss(told[place].text(paper.points)))]
    return part_of_point(best.point, (best.start, best.end), ())


def links(sentence: str) -> bool:
    """Whether a sentence says where to find code, data or a page."""
    text = sentence.lower()
    return bool(_LINK.search(text) or (any(verb in text for verb in _IS) and _IS_SOMEWHERE.search(text)))


def _loss(sentence: str) -> float:
    return _RESULT * _is_result(sentence) + _LINKS * links(sentence)


def _is_result(sentence: str) -> bool:
    """Whether a sentence says how well the paper does, and not what it does."""
    return bool(_RESULTS.search(sentence)) and not _DOING.search(sentence)


def manner(text: str) -> float:
    """What a sentence gains by saying what the paper does, and loses by saying what the world lacks."""
    doing = _DOING.search(text)
    lacking = _LACKING.match(text) or (_LACKED.search(text) and not doing)
    longer = min(_TOO_LONG, _LONGER * max(0, len(text) - _SHORT))
    alone = _CONTINUES * bool(_CONTINUING.match(text))
    return _DOES * bool(doing and not lacking) - _LACKS * bool(lacking) - longer - alone


def _best(scores: Sequence[float], loss: Callable[[int], float]) -> int:
    """The place of the best of `scores`, the first of equal ones, less the `loss` of each, ≥ 0, which takes longer to
    find out than the scores, and matters only of the highest."""
    best, most = 0, float("-inf")
    for place in sorted(range(len(scores)), key=lambda place: -scores[place]):
        if scores[place] < most:
            break
        score = scores[place] - loss(place)
        if score > most or (score == most and place < best):
            best, most = place, score
    return best
