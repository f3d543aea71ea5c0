from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.analysis.inflection import Inflections
from retrieval.analysis.terms import words
from retrieval.expansion.concepts import Concept, Way
from retrieval.passages import paraphrases
from retrieval.passages.paraphrases import everyday
from tests.retrieval.papers import paper
from tests.retrieval.passages.questions import passages

LINES = [
    line
    for line in Path(paraphrases.__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def ways_of(word: str) -> set[str]:
    (typed,) = words(word)
    concept = Concept(word, (Way.of((word,), 1.0),), words=(typed,))
    (found,) = everyday().applied([concept], lambda _: 1, lambda _: ())
    return {way.text for way in found.ways}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("옷을", "의류"),
        ("줄였나요", "감소"),
        ("바꿨어", "교체"),
        ("합치면", "병합"),
        ("맞히는", "예측"),
        ("picture", "이미지"),
        ("removing", "제거"),
        ("copies", "복제"),
    ],
)
def test_words_of_every_day_are_found_as_papers_say_them(asked: str, said: str) -> None:
    assert said in ways_of(asked)


@pytest.mark.parametrize("asked", ["트랜스포머", "옷걸이", "pictures1"])
def test_other_words_are_left_alone(asked: str) -> None:
    assert ways_of(asked) == {asked}


def test_what_is_typed_stays_the_surest_way() -> None:
    (typed,) = words("옷을")
    (found,) = everyday().applied([Concept("옷", (Way.of(("옷",), 1.0),), words=(typed,))], lambda _: 1, lambda _: ())
    assert found.ways[0] == Way.of(("옷",), 1.0)
    assert all(way.sure < 1 for way in found.ways[1:])


def test_a_term_that_no_paper_has_is_taken_apart() -> None:
    typed = tuple(words("긴 글"))
    term = Concept("긴 글", (Way.of(("긴", "글"), 1.0),), words=typed)
    alone = everyday().applied(
        [term], lambda term: int(term != "글"), lambda word: [Concept(word.text, (Way.of((word.text,), 1.0),))]
    )
    assert [each.text for each in alone] == ["긴", "글"]
    assert "문장" in {way.text for way in alone[1].ways}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.split()[0])
def test_a_line_has_words_of_every_day_and_what_papers_say(line: str) -> None:
    asked, _, said = line.partition(">")
    assert asked.split()
    assert len(set(asked.split())) == len(asked.split())
    assert not set(asked.split()) & set(said.split())
    for verb in (word.removesuffix("-") for word in asked.split() if word.endswith("-")):
        assert Inflections([verb]).stems_of(f"{verb}는" if verb[-1:] != "하" else f"{verb}고")


def test_a_question_in_other_words_finds_the_paper() -> None:
    garments = paper(
        "2401.00020",
        "ClotheMaker: Garment Generation",
        "ClotheMaker는 텍스트 설명에서 3차원 의류를 생성합니다.",
        "기존 방법보다 메모리 사용을 감소시켜 비용을 절감합니다.",
        "결과가 좋습니다.",
    )
    (found, *_) = passages("글로 설명하면 옷을 만들어 주는 모델은 메모리를 어떻게 줄여?", (garments,))
    assert (found.paper.arxiv_id, found.excerpt.index) == ("2401.00020", 1)
