from __future__ import annotations

import pytest

from retrieval.passages.wishes import Wish, find_wishes, has_date, has_superlative


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("LoRA가 뭐야?", Wish.DEFINITION),
        ("RLHF란?", Wish.DEFINITION),
        ("OmniACT는 무슨 데이터셋이야?", Wish.DEFINITION),
        ("what is a diffusion model?", Wish.DEFINITION),
        ("explain LoRA", Wish.DEFINITION),
        ("보상을 어떻게 줘?", Wish.MANNER),
        ("How does it combine them?", Wish.MANNER),
        ("얼마나 빨라졌어?", Wish.RESULT),
        ("How much faster is it?", Wish.RESULT),
        ("언제 나왔어?", Wish.DATE),
        ("When was Google founded?", Wish.DATE),
        ("모델 붕괴를 다룬 논문은?", Wish.PAPERS),
        ("그런 연구 있어?", Wish.PAPERS),
        ("Which papers study model collapse?", Wish.PAPERS),
        ("제일 큰 모델은?", Wish.BEST),
        ("Which is the fastest?", Wish.BEST),
    ],
)
def test_a_question_says_what_it_wants_to_know(question: str, wish: Wish) -> None:
    assert wish in find_wishes(question, by_kind=False)


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("언제 효과적이야?", Wish.DATE),
        ("How many are there?", Wish.MANNER),
        ("논문에서 쓴 데이터는 얼마나 커?", Wish.PAPERS),
        ("LoRA가 뭐야?", Wish.RESULT),
    ],
)
def test_it_wants_nothing_else(question: str, wish: Wish) -> None:
    assert wish not in find_wishes(question, by_kind=False)


def test_what_is_asked_for_by_its_kind_is_not_to_be_defined() -> None:
    assert Wish.DEFINITION not in find_wishes("벤치마크 이름이 뭐야?", by_kind=True)


def test_dates_and_superlatives_are_seen() -> None:
    assert has_date("2023년에 공개")
    assert not has_date("2023개")
    assert has_superlative("가장 빠르다")
    assert not has_superlative("빠르다")
