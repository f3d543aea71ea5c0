from __future__ import annotations

from collections.abc import Sequence

import pytest

from retrieval.paper import Paper
from retrieval.passages.passages import Passage
from tests.retrieval.papers import HOSTILE, paper
from tests.retrieval.passages.questions import answers

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
PIANO = paper(
    "2401.00004",
    "RP1M: A Dataset for Piano Playing with Robot Hands",
    "로봇 손으로 피아노를 연주하는 데이터셋을 공개합니다.",
    "강화학습으로 로봇 손이 피아노 곡을 연주하게 합니다. 곡마다 에이전트를 따로 학습합니다.",
    "100만 개의 궤적과 2,000곡을 모았습니다.",
)
PAPERS = (MAGNET, BITA, ORION, PIANO)


def passages(text: str, papers: Sequence[Paper] = PAPERS, limit: int = 3) -> tuple[Passage, ...]:
    return answers(text, papers, limit).passages


def places(found: Sequence[Passage]) -> list[tuple[str, int]]:
    return [(passage.paper.arxiv_id, passage.excerpt.index) for passage in found]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("MAGNeT는 자기회귀 모델보다 얼마나 빨라?", (MAGNET, 2)),
        ("MAGNeT 코드 어디서 받아?", (MAGNET, 3)),
        ("MAGNeT는 학습 중에 토큰을 어떻게 디코딩해?", (MAGNET, 1)),
        ("BiTA는 몇 배 빨라?", (BITA, 2)),
        ("BiTA는 토큰을 몇 배 빨리 생성해?", (BITA, 2)),
        ("대규모 언어 모델의 자기회귀 디코딩은 왜 느려?", (BITA, 0)),
        ("Orion-14B는 토큰 몇 개로 학습했어?", (ORION, 1)),
        ("Orion-14B는 어떤 언어로 학습했어?", (ORION, 1)),
        ("How many tokens was Orion-14B trained on?", (ORION, 1)),
        ("피아노 치는 로봇 손 데이터셋에는 곡이 몇 곡이나 있어?", (PIANO, 2)),
    ],
)
def test_the_point_that_answers_comes_first(question: str, expected: tuple[Paper, int]) -> None:
    found, place = expected
    assert places(passages(question))[:1] == [(found.arxiv_id, place)]


@pytest.mark.parametrize(
    "question",
    [
        "서울 날씨는 어때?",
        "What is the capital of France?",
        "Can LLMs play chess?",
        "MAGNeT-7은 파라미터가 몇 개야?",
        "FooNet은 자기회귀 모델보다 얼마나 빨라?",
        "MAGNeT의 환불은?",
        "자기회귀 토큰으로 지진, 블랙홀, 신약, 날씨를 예측하는 방법",
        "비트코인은 얼마야?",
        "결과가 얼마나 좋아졌어?",
        "제일 좋은 모델이 뭐야?",
        "Which one is better?",
        "MAGNeT는 언제 나왔어?",
    ],
)
def test_what_no_point_answers_gets_none(question: str) -> None:
    assert passages(question) == ()


def test_verbs_of_a_question_need_not_be_in_the_answer() -> None:
    assert places(passages("피아노를 두드리게끔 길들이면서 로봇 손이 연주한 데이터셋"))[:1] == [(PIANO.arxiv_id, 0)]


def test_what_is_asked_in_a_version_is_answered_of_that_version_only() -> None:
    assert places(passages("BiTA는 LLaMA 2에서 몇 배 빨라?")) == [(BITA.arxiv_id, 2)]
    assert passages("BiTA는 LLaMA 9에서 몇 배 빨라?") == ()


def test_a_day_is_answered_by_a_paper_with_a_date() -> None:
    dated = paper(
        "2401.00005", "FluCast", "FluCast는 독감 유행을 예측합니다.", "FluCast는 2023년 12월에 공개되었습니다."
    )
    assert places(passages("FluCast는 언제 공개됐어?", (dated, MAGNET))) == [(dated.arxiv_id, 1)]


def test_a_name_alone_is_answered_however_it_is_typed() -> None:
    assert places(passages("what is bita?"))[0][0] == BITA.arxiv_id
    assert places(passages("BiTA가 뭐야?"))[0][0] == BITA.arxiv_id


def test_what_is_something_is_answered_by_what_defines_it() -> None:
    user = paper(
        "2401.00006", "Faster Zipfer Adapters", "Zipfer의 느린 속도를 개선합니다.", "Zipfer 실험에서 3배 빠릅니다."
    )
    definer = paper(
        "2401.00007",
        "Sizes of Datasets from Weights",
        "데이터셋의 크기를 알아냅니다.",
        "먼저 가중치를 봅니다. Zipfer는 가중치를 고정하고 작은 행렬만 학습하는 방법입니다. 이것으로 크기를 잽니다.",
    )
    found = passages("Zipfer가 뭐야?", (user, definer))
    assert places(found)[0] == (definer.arxiv_id, 1)
    assert found[0].sentence.startswith("Zipfer는 가중치를 고정하고")


def test_capitals_of_a_name_tell_it_from_a_word() -> None:
    tracker = paper(
        "2401.00008", "DELTA: Dense Tracking", "DELTA는 픽셀을 추적합니다.", "DELTA는 이전보다 8배 빠릅니다."
    )
    rule = paper("2401.00009", "Gated Delta Networks", "델타 규칙을 씁니다.", "Delta 규칙으로 3배 빠릅니다.")
    assert {each for each, _ in places(passages("DELTA는 얼마나 빨라졌어?", (tracker, rule)))} == {tracker.arxiv_id}


def test_only_the_sentence_that_answers_is_shown_with_its_figure_marked() -> None:
    long = paper(
        "2401.00010",
        "LongNet: Reading Books",
        "LongNet을 소개합니다.",
        "LongNet은 책을 통째로 읽는 모델입니다. 학습에는 공개된 소설 말뭉치를 썼습니다. "
        "추론에는 한 장의 GPU면 충분합니다. LongNet이 한 번에 읽는 문맥은 1,200만 토큰입니다. "
        "코드는 곧 공개합니다. 자세한 것은 부록에 있습니다. 실험은 세 번 반복했습니다. 모두 같은 결과였습니다.",
    )
    (found,) = passages("LongNet은 문맥 토큰을 몇 토큰까지 읽어?", (long, MAGNET))
    assert found.sentence.endswith("1,200만 토큰입니다.")
    assert len(found.sentence) <= 200
    marked = [found.sentence[start:end] for start, end in found.excerpt.marks]
    assert any("1,200만 토큰" in each for each in marked)


def test_questions_for_papers_list_them() -> None:
    studies = tuple(
        paper(
            f"2401.001{number:02}",
            f"Watermark Study {number}",
            "워터마크 공격을 분석한 연구입니다.",
            "워터마크 공격 결과",
        )
        for number in range(7)
    )
    assert len(passages("워터마크 공격을 분석한 논문은?", (*studies, MAGNET))) == 5
    assert len(passages("워터마크 공격을 어떻게 분석해?", (*studies, MAGNET))) <= 3


def test_between_sure_and_hopeless_the_nearest_papers_are_named() -> None:
    near = answers("다국어 언어 모델의 메타인지는?", PAPERS)
    assert near.passages == ()
    assert [each.arxiv_id for each, _ in near.nearest] == [ORION.arxiv_id]
    assert answers("오늘 서울 날씨 어때?", PAPERS).nearest == ()


def test_there_is_one_point_a_paper_the_best_first_and_few_enough() -> None:
    twin = paper("2401.00005", "Twin", *(point.text for point in BITA.points))
    question = "자기회귀 디코딩이 느린 대규모 언어 모델"
    found = passages(question, (twin, BITA, ORION))
    assert {each for each, _ in places(found)} == {BITA.arxiv_id, twin.arxiv_id}
    assert found[0].score >= found[1].score
    assert len(passages(question, (twin, BITA), limit=1)) == 1


def test_scores_are_between_0_and_1() -> None:
    for question in ("BiTA는 토큰을 어떻게 생성해?", "MAGNeT 코드", "피아노 로봇 손 연주 데이터셋 논문은?"):
        assert all(0 < passage.score <= 1 for passage in passages(question))


def test_nothing_answers_a_question_about_nothing() -> None:
    assert passages("얼마야?") == ()
    assert passages("") == ()
    assert passages("MAGNeT", (paper("2401.00008", "MAGNeT"),)) == ()
    assert passages("MAGNeT", ()) == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_may_be_asked_and_answer(text: str) -> None:
    made = paper("2401.00009", text, text, f"{text} 7배")
    found = answers(f"{text} 몇 배?", (made, BITA))
    for passage in found.passages:
        assert 0 < passage.score <= 1
        assert all(0 <= start < end <= len(passage.sentence) for start, end in passage.excerpt.marks)


@pytest.mark.parametrize(
    "question",
    [
        "바이올린 켜는 로봇 손 데이터셋에는 곡이 몇 곡이나 있어?",  # a figure of something else
        "RP1M에는 벌금이 얼마나 들어 있어?",  # what is counted is not there
        "RP1M 데이터셋으로 축구 로봇을 학습했어?",  # what is asked of a paper that is named
        "ZetaBench에서 로봇 손으로 피아노를 연주한 궤적은 몇 개야?",  # a rare name
    ],
)
def test_what_is_said_of_something_else_is_no_answer(question: str) -> None:
    assert passages(question) == ()


def test_papers_that_say_as_much_do_not_answer_one_question() -> None:
    first, second = (
        paper(
            f"2401.0003{number}",
            f"Watermark Attacks {number}",
            "워터마크 공격을 분석합니다.",
            "워터마크는 압축 뒤에도 남습니다.",
        )
        for number in range(2)
    )
    question = "워터마크 공격은 압축 뒤에 번역을 거치면 어떻게 돼?"
    assert passages(question, (first, second)) == ()
    assert len(answers(question, (first, second)).nearest) == 2
    assert passages(question, (first, ORION)) != ()


def test_days_and_numbers_of_a_list_are_told_apart() -> None:
    mesh = paper(
        "2401.00040",
        "MeshLab9: Meshes",
        "MeshLab9는 다음 두 가지를 합니다: (1) 메시를 만들고 (2) 색을 입힙니다.",
        "MeshLab9는 8개의 GPU로 이틀 만에 학습합니다.",
    )
    assert places(passages("MeshLab9는 학습에 얼마나 걸려?", (mesh, MAGNET)))[0] == (mesh.arxiv_id, 1)
