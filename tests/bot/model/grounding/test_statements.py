"""What is said the other way round."""

from __future__ import annotations

import pytest

from bot.model.grounding.source import Source

SOURCE = Source(
    "FooNet: Better Reasoning",
    "FooNet reaches 51.3% on MATH and 82.1% on GSM8K. It beats GPT-4 by 3 points on MMLU and by 5 points on HumanEval. "
    "On the Spider benchmark it scores 61.5%. The BIRD benchmark is at 44.0%. Accuracy improves by 7%. Memory drops by "
    "30%. It runs 2.5 times faster. Recall on long inputs declines by 9%. It gains 12% while using 20% less compute.",
)


@pytest.mark.parametrize(
    "claim",
    [
        "MATH에서 51.3%, GSM8K에서 82.1%를 달성했습니다.",
        "GSM8K에서 82.1%, MATH에서 51.3%를 달성했습니다.",
        "FooNet은 MATH와 GSM8K에서 각각 51.3%와 82.1%를 기록합니다.",
        "MMLU에서 3점, HumanEval에서 5점 차이로 GPT-4를 앞섭니다.",
        "GPT-4보다 HumanEval에서 5점, MMLU에서 3점 높습니다.",
        "Spider에서 61.5%를 기록합니다.",
        "정확도가 7% 향상되고 메모리가 30% 감소합니다.",
        "2.5배 빠르게 동작해 시간을 줄였습니다.",
        "긴 입력에서는 재현율이 9% 떨어집니다.",
        "연산을 20% 줄이면서 12% 개선합니다.",
        "Accuracy improves by 7%, and memory falls by 30%.",
    ],
)
def test_what_the_source_says_may_be_said(claim: str) -> None:
    assert (SOURCE.misplaced(claim), SOURCE.reversed(claim)) == ((), ())


@pytest.mark.parametrize(
    "claim",
    [
        "MATH에서 82.1%, GSM8K에서 51.3%를 달성했습니다.",
        "FooNet은 MATH와 GSM8K에서 각각 82.1%와 51.3%를 기록합니다.",
        "GPT-4보다 MMLU에서 5점, HumanEval에서 3점 높습니다.",
        "Spider에서 44.0%를 기록합니다.",
    ],
)
def test_numbers_of_other_names_are_told(claim: str) -> None:
    assert SOURCE.misplaced(claim) == (claim,)


@pytest.mark.parametrize(
    "claim",
    [
        "정확도가 7% 하락합니다.",
        "정확도가 7% 감소합니다.",
        "메모리가 30% 증가합니다.",
        "2.5배 느려집니다.",
        "긴 입력에서는 재현율이 9% 향상됩니다.",
        "Accuracy drops by 7%.",
    ],
)
def test_a_rise_made_a_fall_is_told(claim: str) -> None:
    assert SOURCE.reversed(claim) == (claim,)


MEASURED = Source(
    "LoRA",
    "It scores 28.4 BLEU on the English-to-German task. On the English-to-French task it scores 41.8 BLEU. "
    "LoRA can reduce the number of trainable parameters by 10,000 times and the GPU memory requirement by 3 times.",
)


@pytest.mark.parametrize(
    ("claim", "holds"),
    [
        ("영어-독일어 번역에서 28.4 BLEU를 얻습니다.", True),
        ("영어-독일어 번역에서 28.4, 영어-프랑스어 번역에서 41.8 BLEU를 얻습니다.", True),
        ("매개변수를 1만 배, GPU 메모리를 3배 줄입니다.", True),
        ("GPU 메모리를 3배, 매개변수를 1만 배 줄입니다.", True),
        ("영어-독일어 번역에서 41.8 BLEU를 얻습니다.", False),
        ("영어-독일어 번역에서 41.8, 영어-프랑스어 번역에서 28.4 BLEU를 얻습니다.", False),
        ("매개변수를 3배, GPU 메모리를 1만 배 줄입니다.", False),
    ],
)
def test_what_is_measured_goes_with_its_number(claim: str, holds: bool) -> None:
    assert (MEASURED.misplaced(claim) == ()) is holds


def test_a_multiple_is_no_count() -> None:
    assert MEASURED.unknown_numbers("매개변수를 10,000개로 줄입니다.") == ("10,000",)
    assert Source("LoRA", "We repeat it 5 times.").unknown_numbers("5번 되풀이합니다.") == ()
