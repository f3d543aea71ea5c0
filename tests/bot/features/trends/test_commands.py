"""/trends: charts with their numbers, and what cannot be charted."""

from __future__ import annotations

import pytest

from tests.bot.features.trends.pictures import gallery, picture
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_a_chart_comes_with_its_numbers_as_text(server: Server) -> None:
    result = await server.alice.slash(server.channel, "trends", term="확산 모델, LLM")
    assert not result.ephemeral
    assert (await picture(result)).format == "PNG"
    shown = texts(result)
    assert "### Papers a month: 확산 모델, LLM" in shown
    assert "**확산 모델**: 15 papers, 26% of all (also counts diffusion model, 디퓨전 모델)" in shown
    assert "-# 2024-01: 4 (22%) · 9 (50%) / 18" in shown
    assert "-# 2024-04 to 2024-05: no digests" in shown
    assert gallery(result)["description"] == (
        "Line chart of papers a month, 2024-01 to 2024-06. 확산 모델: 4, 1, 3, –, –, 7. LLM: 9, 3, 3, –, –, 11. "
        "All papers: 18, 12, 7, –, –, 21."
    )


async def test_what_cannot_be_charted_is_one_private_sentence_with_the_nearest_choice(server: Server) -> None:
    for options, sentence in (
        ({"term": "김치찌개"}, "No paper speaks of “김치찌개”."),
        ({"term": "RAG"}, "No paper speaks of “RAG”."),
        ({"term": "a,b,c,d,e"}, "Up to four terms can be compared; you gave 5."),
        ({"term": "LLM", "months": 99}, "Months go from 1 to 24; try 24."),
        ({"term": "LLM", "months": -3}, "Months go from 1 to 24; try 1."),
        ({"term": "x" * 61}, "A term can have up to 60 characters."),
        ({"term": "😀"}, "There is no word to count in “😀”. Give a term in Korean or English"),
    ):
        result = await server.alice.slash(server.channel, "trends", **options)
        assert result.ephemeral, options
        assert sentence in texts(result)
        assert len(texts(result).splitlines()) == 1
        assert ("Did you mean" in texts(result)) is ("Did you mean" in sentence)
