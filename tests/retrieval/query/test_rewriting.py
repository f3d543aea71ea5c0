"""Queries with conditions added to those that they have."""

from __future__ import annotations

import pytest

from retrieval.query.query import parse_query
from retrieval.query.rewriting import narrowed


@pytest.mark.parametrize(
    ("query", "more", "both"),
    [
        ("RAG", "has:code", "has:code RAG"),
        ("has:code RAG", "has:code", "has:code RAG"),
        ("since:2024 RAG", "until:2024-06", "date:2024-01-01..2024-06-30 RAG"),
        ("date:2024 RAG", "date:2024-02", "date:2024-02-01..2024-02-29 RAG"),
        ("date:2024 RAG", "date:2025", "date:2025-01-01..2025-12-31 RAG"),
        ("sort:date RAG", "sort:votes", "sort:votes RAG"),
        ("sort:date RAG", "agents", "sort:date RAG agents"),
        ('author:"Song Han" RAG', 'author:"Ji Lin"', 'author:"song han" author:"ji lin" RAG'),
        ("RAG -video", "-audio", "RAG -video -audio"),
        ('"world model" robots', "has:code", 'has:code "world model" robots'),
        ("votes:>10 title:LoRA x", "has:code", 'votes:>=11 title:"LoRA" has:code x'),
        ("", "has:code", "has:code"),
    ],
)
def test_a_query_is_narrowed_by_another(query: str, more: str, both: str) -> None:
    assert narrowed(parse_query(query), parse_query(more)) == both


def test_other_words_take_the_place_of_its_own_and_the_conditions_stay() -> None:
    query = parse_query("date:2024 sort:votes RAG -video")
    assert (
        narrowed(query, parse_query("agents"), instead=True) == "date:2024-01-01..2024-12-31 sort:votes agents -video"
    )
    assert narrowed(query, parse_query("has:code"), instead=True).endswith("has:code sort:votes RAG -video")
