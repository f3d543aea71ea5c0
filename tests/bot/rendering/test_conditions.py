"""What is said of a query."""

from __future__ import annotations

import pytest

from bot.rendering.conditions import say_query
from retrieval.query.query import parse_query


@pytest.mark.parametrize(
    ("query", "korean", "english"),
    [
        ('"diffusion model"', "‘diffusion model’ 그대로", "exactly “diffusion model”"),
        ('video "Diffusion  model"', "video · ‘Diffusion model’ 그대로", "video · exactly “Diffusion model”"),
        ("에이전트 추천:>=10", "에이전트 · 추천 10 이상", "에이전트 · 10 votes or more"),
    ],
)
def test_a_query_is_said_as_people_would_each_part_once(query: str, korean: str, english: str) -> None:
    assert say_query(parse_query(query), "ko") == korean
    assert say_query(parse_query(query), "en") == english
