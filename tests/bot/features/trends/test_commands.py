"""/trends: charts with their numbers, and what cannot be charted."""

from __future__ import annotations

import pytest

from tests.bot.features.trends.pictures import gallery, picture
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_a_chart_comes_with_a_line_for_each_term_and_says_to_all_what_it_shows(server: Server) -> None:
    result = await server.alice.slash(server.channel, "trends", term="확산 모델, LLM")
    assert not result.ephemeral
    assert (await picture(result)).format == "PNG"
    head, months, first, second = texts(result).splitlines()
    assert head == "### Trend of 확산 모델, LLM"
    assert months == ("-# 2024-01 to 2024-06 (up to 13 Jun) · each paper counts once, in the month it first appeared")
    assert first == "- **확산 모델**: 16 papers, 28% of all (also counts diffusion model, 디퓨전 모델, diffusion)"
    assert second.startswith("- **LLM**: 26 papers, 45% of all (also counts ")
    assert gallery(result)["description"] == (
        "Line chart of the share of each month's papers that mention a term (%), 2024-01 to 2024-06 (up to 13 Jun). "
        "확산 모델: 22, 17, 43, –, –, 33. LLM: 50, 25, 43, –, –, 52. Papers of the month: 18, 12, 7, –, –, 21."
    )


async def test_what_cannot_be_charted_is_one_private_sentence_with_the_nearest_choice(server: Server) -> None:
    for options, sentence in (
        ({"term": "llva"}, "No paper mentions “llva”. Did you mean “LLaVA-HD”?"),
        ({"term": "김치찌개"}, "No paper mentions “김치찌개”."),
        ({"term": "RAG"}, "No paper mentions “RAG”."),
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
