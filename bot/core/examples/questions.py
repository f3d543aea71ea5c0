"""A question that is answered by the very paper that it was made from."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.rendering.language import Language, Phrase
from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.library import Library
from retrieval.paper import Paper

_READ = 300  # papers, those with most votes
_TRIED = 12  # questions of a kind

_NAME = lazy_regex(r"([A-Z][\w.+-]{2,19}): ", re.ASCII)  # of what a paper brings: `GAIA: a benchmark for …`

# What a thing has a number of, as summaries count it: 3,770개의 이미지.
_COUNTED: Final[Mapping[str, Phrase]] = {
    "이미지": Phrase("이미지가", "images"),
    "비디오": Phrase("비디오가", "videos"),
    "질문": Phrase("질문이", "questions"),
    "문제": Phrase("문제가", "problems"),
    "샘플": Phrase("샘플이", "samples"),
    "예제": Phrase("예제가", "examples"),
    "테이블": Phrase("테이블이", "tables"),
    "대화": Phrase("대화가", "dialogues"),
    "프로그래밍 언어": Phrase("프로그래밍 언어가", "programming languages"),
    "언어": Phrase("언어가", "languages"),
    "파라미터": Phrase("파라미터가", "parameters"),
    "매개변수": Phrase("매개변수가", "parameters"),
}
_NUMBER = lazy_regex(
    rf"(?<!최소 )(?<!최대 )(?<!각각 )(?<![\d.,])(\d[\d,]*)(?:만|천|백만|억|조)?\s?개의"
    rf"\s({'|'.join(_COUNTED)})(?![가-힣]{{3}})"
)
_THIS = lazy_regex(r"이 (?:벤치마크|데이터셋|데이터 세트|모델)[은는에]")
_HAS = lazy_regex(r"포함|구성|이루어|갖추|가진|갖는|보유|담고|담은|지원|포괄")
_PROPOSES = lazy_regex(r"제안|소개|제시")

_HOW_MANY: Final = Phrase("{name}에는 {counted} 몇 개 있나요?", "How many {counted} are in {name}?")
_WHAT: Final = Phrase("{name}에서 제안하는 것은 무엇인가요?", "What does {name} propose?")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A question, the paper that answers it, and what its answer has to say."""

    question: Phrase
    paper: Paper
    said: Sequence[str]


async def answered_question(library: Library) -> Phrase | None:
    """A question, made from a paper with many votes, whose first answer is that paper's sentence in both languages: for
    a number, else for what the paper proposes. None where none is answered so."""
    days = library.days()
    papers = await library.top(days[0], days[-1], _READ) if days else ()
    for kind in (_numbers, _proposals):
        for candidate in await asyncio.to_thread(_first, kind(papers)):
            if await _is_answered(library, candidate, "ko") and await _is_answered(library, candidate, "en"):
                return candidate.question
    return None


async def _is_answered(library: Library, candidate: _Candidate, language: Language) -> bool:
    passages = (await library.ask(candidate.question.say(language), 1)).passages
    if not passages or passages[0].paper.arxiv_id != candidate.paper.arxiv_id:
        return False
    return all(each in passages[0].sentence for each in candidate.said)


def _first(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    return list(islice(candidates, _TRIED))


def _numbers(papers: Sequence[Paper]) -> Iterator[_Candidate]:
    for paper, name in _named(papers):
        for sentence in _sentences(paper):
            found = _NUMBER.search(sentence)
            if found and (name in sentence or _THIS.search(sentence)) and _HAS.search(sentence, found.end()):
                counted = _COUNTED[found[2]]
                question = Phrase(
                    _HOW_MANY.ko.format(name=name, counted=counted.ko),
                    _HOW_MANY.en.format(name=name, counted=counted.en),
                )
                yield _Candidate(question, paper, (found[1], found[2]))


def _proposals(papers: Sequence[Paper]) -> Iterator[_Candidate]:
    for paper, name in _named(papers):
        if any(name in sentence and _PROPOSES.search(sentence) for sentence in _sentences(paper)):
            yield _Candidate(Phrase(_WHAT.ko.format(name=name), _WHAT.en.format(name=name)), paper, (name,))


def _named(papers: Sequence[Paper]) -> Iterator[tuple[Paper, str]]:
    """The papers that name what they bring, and that name; no plain word with a capital is one."""
    for paper in papers:
        found = _NAME.match(paper.title)
        if found and sum(map(str.isupper, found[1])) + sum(map(str.isdigit, found[1])) > 1:
            yield paper, found[1]


def _sentences(paper: Paper) -> Iterator[str]:
    for point in paper.points:
        yield from (point.text[start:end] for start, end in sentences(point.text))
