from __future__ import annotations

import pytest

from retrieval.passages.marking import MAX_SPANS, Marker
from retrieval.query.query import parse_query
from tests.retrieval.papers import HOSTILE, paper
from tests.retrieval.passages.questions import index_of

PAPERS = (
    paper(
        "1", "Reinforcement Learning", "강화학습(Reinforcement Learning)으로 로봇을 움직입니다.", "강화학습을 씁니다."
    ),
    paper(
        "2", "More Learning", "강화학습(Reinforcement Learning)은 보상을 씁니다.", "강화 학습과 비디오 데이터를 씁니다."
    ),
    paper(
        "3", "DeepSeek-VL", "DeepSeek-VL 모델과 오디오를 봅니다.", "비디오와 오디오, 데이터 그리고 그래프를 줄입니다."
    ),
)


def marked(text: str, query: str) -> list[str]:
    marker = Marker(index_of(PAPERS).understand(parse_query(query)).concepts)
    return [text[start:end] for start, end in marker.spans(text)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("강화학습을 쓴다", "강화학습", ["강화학습"]),
        ("강화 학습을 쓴다", "강화학습", ["강화 학습"]),
        ("강화학습을 쓴다", "강화 학습", ["강화학습"]),
        ("Reinforcement Learning을 쓴다", "강화학습", ["Reinforcement Learning"]),
        ("보강 학습과 화학", "강화학습", []),
        ("DeepSeek-VL 모델", "deepseek-vl", ["DeepSeek-VL"]),
        ("DeepSeek이 만든", "deepseek-vl", []),
        ("Graphs and a graph", "graph", ["Graphs", "graph"]),
        ("데이터가 많은 데이터셋", "데이터", ["데이터"]),
        ("오디오와 비디오", "비디오", ["비디오"]),
        ("기계학습", "학습", []),
        ("학습하는 모델", "학습", ["학습"]),
        ("수를 줄이기 위해 줄이는", "비디오를 줄이는", []),
        ("아무것도", "로봇", []),
    ],
)
def test_whole_words_are_marked_that_say_what_is_asked_for(text: str, query: str, expected: list[str]) -> None:
    assert marked(text, query) == expected


def test_marks_are_bounded() -> None:
    assert len(marked("로봇, 이것, " * 1_000, "로봇")) == MAX_SPANS


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_of_hostile_text_are_in_order_and_apart(text: str) -> None:
    marker = Marker(index_of(PAPERS).understand(parse_query(f"{text} 로봇")).concepts)
    flat = [place for span in marker.spans(f"{text} 로봇을") for place in span]
    assert flat == sorted(flat)
    assert not flat or flat[-1] <= len(text) + 4
