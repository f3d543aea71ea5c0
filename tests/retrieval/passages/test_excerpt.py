from __future__ import annotations

import pytest

from retrieval.analysis.terms import terms
from retrieval.passages.excerpt import MAX_SPANS, Excerpt, best_point, matching_spans
from tests.retrieval.papers import HOSTILE, paper


def weighted(text: str) -> list[tuple[str, float]]:
    return [(term, 1.0) for term in terms(text)]


def even(term: str) -> float:
    return 1.0


def marked(text: str, wanted: str) -> list[str]:
    return [text[start:end] for start, end in matching_spans(text, set(terms(wanted)))]


def test_the_point_that_matches_best_is_chosen_and_marked() -> None:
    found = best_point(
        paper("1", "Title", "첫 번째 요점입니다.", "강화학습을 로봇에 씁니다.", "로봇 이야기."),
        weighted("강화학습 로봇"),
        even,
    )
    assert found is not None
    assert found[0] == Excerpt(1, ((0, 4), (6, 8)))
    assert found[1] > 0


def test_rare_terms_count_more_than_frequent_ones() -> None:
    made = paper("1", "Title", "alpha here", "beta here")
    found = best_point(made, weighted("alpha beta"), {"alpha": 0.5, "beta": 2.0}.__getitem__)
    assert found is not None
    assert found[0].index == 1


def test_words_of_the_title_hardly_count() -> None:
    made = paper("1", "MultiBooth: Concepts", "MultiBooth, MultiBooth concepts.", "MultiBooth uses a region.")
    found = best_point(made, weighted("MultiBooth concepts region"), even)
    assert found is not None
    assert found[0].index == 1


def test_without_a_match_it_is_the_first_point_unmarked() -> None:
    made = paper("1", "Lumiere", "하나", "둘")
    assert best_point(made, weighted("lumiere"), even) == (Excerpt(0, ()), 0.0)
    assert best_point(made, [], even) == (Excerpt(0, ()), 0.0)


def test_a_paper_without_points_has_no_excerpt() -> None:
    assert best_point(paper("1", "Lumiere"), weighted("lumiere"), even) is None


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("강화학습을 쓴다", "강화학습", ["강화학습"]),
        ("강화 학습을 쓴다", "강화학습", ["강화 학습"]),
        ("DeepSeek-VL 모델", "deepseek-vl", ["DeepSeek-VL"]),
        ("DeepSeek (VL)", "deepseek-vl", ["DeepSeek", "VL"]),
        ("Models and a model", "model", ["Models", "model"]),
        ("x² ﬃ Lumière", "x2 lumiere", ["x²", "Lumière"]),
        ("데이터가 많은 데이터셋", "데이터", ["데이터", "데이터"]),
        ("오디오와 비디오", "비디오", ["비디오"]),
        ("강화 학습과 화학", "강화학습", ["강화 학습"]),
        ("기계학습", "학습", ["학습"]),
        ("아무것도", "robot", []),
    ],
)
def test_matching_words_are_marked_in_the_text_as_it_is(text: str, wanted: str, expected: list[str]) -> None:
    assert marked(text, wanted) == expected


def test_marks_are_bounded() -> None:
    assert len(marked("robot, " * 1_000, "robot")) == MAX_SPANS


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_of_hostile_text_are_in_order_and_apart(text: str) -> None:
    spans = matching_spans(text, set(terms(text)))
    flat = [place for span in spans for place in span]
    assert flat == sorted(set(flat))
    assert not flat or flat[-1] <= len(text)
    assert best_point(paper("1", text, text, text), weighted(text), even) is not None
