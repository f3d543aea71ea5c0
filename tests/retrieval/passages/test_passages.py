from __future__ import annotations

from collections.abc import Sequence

import pytest

from retrieval.paper import Paper
from retrieval.passages.passages import Passage, best_passages
from tests.retrieval.papers import HOSTILE, paper
from tests.retrieval.passages.questions import ask

MAGNET = paper(
    "2401.00001",
    "Masked Audio Generation using MAGNeT",
    "MAGNeT는 오디오를 생성하는 마스크 모델입니다.",
    "학습 중에 토큰을 마스크하고 디코딩합니다.",
    "품질은 비슷하면서 자기회귀 모델보다 7배 더 빠릅니다.",
    "https://github.com/example/magnet 을 보세요.",
)
BITA = paper(
    "2401.00002",
    "BiTA: Lossless Acceleration in Large Language Models",
    "대규모 언어 모델은 자기회귀 디코딩 때문에 느립니다.",
    "BiTA는 토큰을 병렬로 생성합니다.",
    "LLaMA-2-70B에서 2.7배 더 빠르게 생성합니다.",
)
ORION = paper(
    "2401.00003",
    "Orion-14B: Open-source Multilingual Models",
    "다국어 언어 모델을 소개합니다.",
    "영어, 한국어, 일본어로 된 2.5조 토큰으로 학습했습니다.",
    "여러 벤치마크에서 성능이 좋습니다.",
)
PAPERS = (MAGNET, BITA, ORION)


def answer(text: str, papers: Sequence[Paper] = PAPERS, limit: int = 3, **more: list[tuple[str, str]]) -> list[Passage]:
    question = ask(text, papers, translations=more.get("translations", []))
    return list(best_passages([(each, 1.0) for each in papers], question, limit))


def places(passages: Sequence[Passage]) -> list[tuple[str, int]]:
    return [(passage.paper.arxiv_id, passage.excerpt.index) for passage in passages]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("MAGNeT는 자기회귀 모델보다 얼마나 빨라?", (MAGNET, 2)),
        ("MAGNeT 코드 어디서 받아?", (MAGNET, 3)),
        ("MAGNeT는 학습 중에 무엇을 마스크해?", (MAGNET, 1)),
        ("BiTA는 몇 배 빨라?", (BITA, 2)),
        ("BiTA는 토큰을 몇 배 빨리 생성해?", (BITA, 2)),
        ("대규모 언어 모델은 왜 느려?", (BITA, 0)),
        ("Orion-14B는 토큰 몇 개로 학습했어?", (ORION, 1)),
        ("Orion-14B는 어떤 언어로 학습했어?", (ORION, 1)),
    ],
)
def test_the_point_that_answers_comes_first(question: str, expected: tuple[Paper, int]) -> None:
    found, place = expected
    assert places(answer(question))[0] == (found.arxiv_id, place)


def test_an_english_question_is_answered_in_korean() -> None:
    translations = [("languages", "언어"), ("tokens", "토큰"), ("trained", "학습")]
    found = answer("how many tokens was Orion-14B trained on?", translations=translations)
    assert places(found) == [(ORION.arxiv_id, 1)]


@pytest.mark.parametrize(
    "question",
    [
        "서울 날씨는 어때?",
        "What is the capital of France?",
        "MAGNeT-7은 파라미터가 몇 개야?",
        "FooNet은 자기회귀 모델보다 얼마나 빨라?",
        "MAGNeT의 환불은?",
        "자기회귀 토큰으로 지진, 블랙홀, 신약, 날씨를 예측하는 방법",
        "Orion-14B의 로봇 조작 성공률은?",
    ],
)
def test_what_no_point_answers_gets_none(question: str) -> None:
    assert answer(question) == []


def test_the_name_outweighs_all_general_words() -> None:
    general = paper("2401.00004", "Decoding", "여러 모델을 학습하고 생성하는 방법을 토큰마다 병렬로 살펴봅니다.")
    found = answer("BiTA는 토큰을 어떻게 생성해?", (general, BITA))
    assert places(found)[0] == (BITA.arxiv_id, 1)


def test_the_paper_that_is_named_goes_before_those_that_name_it() -> None:
    point = "BiTA 코드는 https://github.com/example/code 에 있습니다."
    user = paper("2401.00004", "Faster Models: BiTA in Practice", "개요", point)
    owner = paper("2401.00005", "BiTA: Lossless Acceleration", "개요", point)
    question = ask("BiTA 코드는 어디서 받아?", (user, owner))
    found = best_passages([(user, 1.0), (owner, 0.9)], question, 2)
    assert places(found)[0] == (owner.arxiv_id, 1)
    assert all(passage.score <= 1 for passage in found)


def test_a_count_or_a_licence_is_answered_by_one_only() -> None:
    plain = paper("2401.00004", "FooNet", "개요", "FooNet은 많은 토큰을 디코딩합니다.")
    assert places(answer("FooNet은 토큰을 어떻게 디코딩해?", (plain,))) == [(plain.arxiv_id, 1)]
    assert answer("FooNet은 토큰을 몇 개 디코딩해?", (plain,)) == []
    assert answer("MAGNeT의 마스크 모델 라이선스는?") == []
    assert places(answer("BiTA는 몇 배 빨라?")) == [(BITA.arxiv_id, 2)]


def test_half_of_the_main_thing_that_is_asked_about_is_another_thing() -> None:
    bits = paper("2401.00004", "Low-bit Models", "개요", "1비트로 양자화해 2배 빠르다.")
    assert answer("비트코인은 얼마야?", (bits,)) == []


def test_there_is_one_point_a_paper_the_best_first_and_few_enough() -> None:
    twin = paper("2401.00005", "Twin", *(point.text for point in BITA.points))
    passages = answer("자기회귀 디코딩이 느린 대규모 언어 모델", (twin, BITA, ORION))
    assert places(passages) == [(BITA.arxiv_id, 0), (twin.arxiv_id, 0)] or len(passages) == 2
    assert passages[0].score >= passages[1].score
    assert len(answer("자기회귀 디코딩이 느린 대규모 언어 모델", (twin, BITA), limit=1)) == 1


def test_a_better_place_in_the_search_decides_between_equal_points() -> None:
    one, other = (paper(each, "Same", "개요", "강화학습으로 로봇을 조작한다") for each in ("2401.00006", "2401.00007"))
    question = ask("강화학습으로 로봇을 조작하는 법", (one, other))
    assert places(best_passages([(one, 1.0), (other, 3.0)], question, 1)) == [(other.arxiv_id, 1)]


def test_between_equal_points_it_is_not_the_first() -> None:
    made = paper("2401.00006", "Same", "강화학습으로 로봇을 조작한다", "강화학습으로 로봇을 조작한다")
    assert places(answer("강화학습으로 로봇을 조작하는 법", (made,))) == [(made.arxiv_id, 1)]


def test_what_other_points_say_counts_in_part() -> None:
    made = paper("2401.00006", "Title", "알파와 베타", "감마와 델타와 제타")
    assert places(answer("감마와 델타, 알파, 베타, 카파", (made,))) == [(made.arxiv_id, 1)]
    assert places(answer("감마와 델타, 람다, 시그마, 카파", (made,))) == []


def test_an_answer_far_below_the_best_is_left_out() -> None:
    best = paper("2401.00006", "Best", "개요", "강화학습으로 로봇을 조작한다")
    other = paper("2401.00007", "Other", "개요", "강화학습으로 로봇이 걷는다")
    question = "강화학습으로 로봇을 조작하는 법"
    assert places(answer(question, (other,))) == [(other.arxiv_id, 1)]
    assert places(answer(question, (best, other))) == [(best.arxiv_id, 1)]


def test_a_name_alone_is_answered_however_it_is_typed() -> None:
    assert places(answer("what is bita?"))[0][0] == BITA.arxiv_id
    assert places(answer("BiTA가 뭐야?"))[0][0] == BITA.arxiv_id


def test_the_words_that_match_are_marked() -> None:
    (passage,) = answer("BiTA는 토큰을 어떻게 생성해?")
    text = BITA.points[1].text
    assert [text[start:end] for start, end in passage.excerpt.spans] == ["BiTA", "토큰", "생성"]


def test_scores_are_between_0_and_1() -> None:
    for question in ("BiTA는 토큰을 어떻게 생성해?", "MAGNeT 코드", "학습"):
        assert all(0 < passage.score <= 1 for passage in answer(question))


def test_nothing_answers_a_question_about_nothing() -> None:
    assert answer("얼마야?") == []
    assert answer("") == []
    assert answer("MAGNeT", (paper("2401.00008", "MAGNeT"),)) == []
    assert answer("MAGNeT", ()) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_may_be_asked_and_answer(text: str) -> None:
    made = paper("2401.00009", text, text, f"{text} 7배")
    for passage in answer(f"{text} 몇 배?", (made, BITA)):
        assert 0 < passage.score <= 1
        assert all(start < end for start, end in passage.excerpt.spans)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("LLaMA 2는 몇 배 빨라?", True),
        ("LLaMA-2 70B는 몇 배 빨라?", True),
        ("LLaMA 5는 몇 배 빨라?", False),
        ("LLaMA-5는 얼마나 빨라?", False),
        ("How much faster is LLaMA 7 with BiTA?", False),
        ("BiTA는 LLaMA에서 2개 토큰을 얼마나 빨리 생성해?", True),
    ],
)
def test_what_is_said_of_one_version_answers_nothing_about_another(question: str, answered: bool) -> None:
    assert bool(answer(question)) is answered
