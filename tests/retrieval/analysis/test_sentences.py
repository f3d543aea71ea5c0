from __future__ import annotations

import pytest

from retrieval.analysis.sentences import clip, sentences
from tests.retrieval.papers import HOSTILE


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("하나입니다. 둘이에요! 셋일까요?", ["하나입니다.", "둘이에요!", "셋일까요?"]),
        ("붙여 썼습니다.이어집니다.", ["붙여 썼습니다.", "이어집니다."]),
        ("개조식임. 줄임. 끝", ["개조식임.", "줄임.", "끝"]),
        ("v2.5는 3.5배 빠릅니다. 그래서 씁니다.", ["v2.5는 3.5배 빠릅니다.", "그래서 씁니다."]),
        ("Smith et al. proposed it. It works vs. others.", ["Smith et al. proposed it.", "It works vs. others."]),
        ("A model, i.e. a net. See Sec. 4.2. Good.", ["A model, i.e. a net.", "See Sec. 4.2.", "Good."]),
        ("연구진은 'Dr. LT3'를 제안합니다.", ["연구진은 'Dr. LT3'를 제안합니다."]),
        ("둘(예: A. B 참고)입니다. 끝.", ["둘(예: A. B 참고)입니다.", "끝."]),
        ('"좋다." 그는 말했다.', ['"좋다."', "그는 말했다."]),
        ("o1입니다. o3도 있습니다.", ["o1입니다.", "o3도 있습니다."]),
        ("한 줄\n다른 줄\n\n끝", ["한 줄", "다른 줄", "끝"]),
        ("https://a.b/c.d 를 보세요.", ["https://a.b/c.d 를 보세요."]),
        ("1. 첫째 항목. 2. 둘째 항목.", ["1. 첫째 항목.", "2. 둘째 항목."]),
        (" ", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_no_word_and_no_number_is_cut() -> None:
    text = "정확도가 12,345,678 점까지 오른다"
    assert text[: clip(text, 0, len(text), 20)] == "정확도가 12,345,678 점까지"
    assert text[5 : clip(text, 5, len(text), 12)] == "12,345,678"
    assert clip(text, 0, len(text), 40) == len(text)
    assert clip("가" * 50, 0, 50, 20) == 20  # a word that long has to be


@pytest.mark.parametrize("text", HOSTILE)
def test_sentences_of_any_text_are_in_order_and_apart(text: str) -> None:
    flat = [place for span in sentences(text) for place in span]
    assert flat == sorted(flat)
    assert all(part.strip() == part != "" for part in parts(text))
    assert 0 <= clip(text, 0, len(text), 10) <= 10
