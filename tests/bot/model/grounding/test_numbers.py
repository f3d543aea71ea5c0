"""Numbers that are claimed, against those that the source states."""

from __future__ import annotations

import pytest

from bot.model.grounding.source import Source

SOURCE = Source(
    "FooNet: 3D Scene Reasoning",
    "We present FooNet, a 7B-parameter model trained on 1.4 trillion tokens and 14M image pairs (10,000 hours). "
    r"It improves accuracy by 3.2 points on GSM8K and 5\% on MATH, is 2.5$\times$ faster than Llama-3-8B, uses 33 and "
    "35% less memory, takes 10--20 million steps, reaches -1.5 dB, beats GPT-4o across three benchmarks with $10^{5}$ "
    "samples, doubles throughput, reads 1,178 papers of March 2025, a third of them twice, in 50.0 ms, at top-5.",
)


@pytest.mark.parametrize(
    "claim",
    [
        *(
            "7B 매개변수",
            "70억 개의 매개변수",
            "1.4조 토큰",
            "1조 4,000억 토큰",
            "1.4T",
            "14M",
            "1400만 쌍",
            "1,400만 쌍",
            "1만 시간",
        ),
        *("3.2점 향상", "3.2포인트", "5% 향상", "5퍼센트", "５％", "2.5배 빠른", "2.5×", "33%와 35%", "각각 33%, 35%"),
        *(
            "1000만~2000만 단계",
            "10~20 million",
            "-1.5 dB",
            "−1.5 dB",
            "1.5 dB 감소",
            "세 가지 벤치마크",
            "3개의 벤치마크",
        ),
        *(
            "10만 개",
            "10^5",
            "10⁵",
            "2배",
            "두 배",
            "1,178편",
            "1178편",
            "2025년 3월",
            "3분의 1",
            "3차원",
            "50ms",
            "50 밀리초",
        ),
        *("상위 5개", "Llama-3-8B보다", "GPT-4o보다", "80억(8B)", "숫자가 없는 문장"),
    ],
)
def test_a_number_may_be_written_otherwise(claim: str) -> None:
    assert SOURCE.unknown_numbers(claim) == ()


@pytest.mark.parametrize(
    ("claim", "unknown"),
    [
        ("정확도 92.1", "92.1"),
        ("13B 매개변수", "13B"),
        ("14만 쌍", "14만"),
        ("1.4억 쌍", "1.4억"),
        ("14 billion pairs", "14 billion"),
        ("5배 향상", "5배"),
        ("3.2% 향상", "3.2%"),
        ("2.5%", "2.5%"),
        ("+1.5 dB", "+1.5"),
        ("1.5 dB 향상", "1.5"),
        ("-3.2점", "-3.2점"),
        ("50시간", "50시간"),
        ("세 배", "세 배"),
        ("열 배", "열 배"),
        ("오류가 절반으로", "절반"),
        ("ten times faster", "ten times"),
        ("30~40%", "30"),
        ("2024년", "2024년"),
        ("3분의 2", "3분의 2"),
        ("4개의 벤치마크", "4"),
        ("٣٣٤개", "٣٣٤"),
        ("9" * 400, "9" * 400),
        ("10^99999999", "10^99"),
    ],
)
def test_a_number_that_is_not_there_is_told(claim: str, unknown: str) -> None:
    assert unknown in SOURCE.unknown_numbers(claim)


def test_digits_of_a_name_state_no_number() -> None:
    source = Source("GPT-4 beats Claude-3.5 on CIFAR-10 and H100 cards.")

    assert source.unknown_numbers("4배, 3.5%, 10개, 100장") == ("4배", "3.5%", "10", "100")


def test_korean_sources_are_read_too() -> None:
    source = Source("정확도가 12.5% 올랐고, 1,400만 쌍으로 세 가지 과제에서 두 배 빨라졌습니다.")

    assert source.unknown_numbers("It gains 12.5 percent with 14 million pairs on 3 tasks, twice as fast.") == ()
    assert source.unknown_numbers("It gains 12.5 points, 3x as fast.") == ("12.5 points", "3x")
