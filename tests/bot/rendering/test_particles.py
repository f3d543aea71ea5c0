from __future__ import annotations

import pytest

from bot.rendering.language import Phrase
from bot.rendering.particles import with_particles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘확산 모델’(으)로 검색", "‘확산 모델’로 검색"),
        ("‘강화학습’(으)로 검색", "‘강화학습’으로 검색"),
        ("‘로봇 제어’(으)로 검색", "‘로봇 제어’로 검색"),
        ("‘강화학습’을(를) 찾으셨나요?", "‘강화학습’을 찾으셨나요?"),
        ("‘제어’이(가) 그대로", "‘제어’가 그대로"),
        ("‘GPT-4’은(는)", "‘GPT-4’는"),
        ("‘2023’은(는)", "‘2023’은"),
        ("‘Lumos’(으)로 검색", "‘Lumos’(으)로 검색"),
    ],
)
def test_the_particle_that_fits_is_chosen(text: str, expected: str) -> None:
    assert with_particles(text) == expected


def test_phrases_are_said_with_it() -> None:
    assert Phrase("‘{x}’을(를)", "").say("ko", x="모델") == "‘모델’을"
