"""/top over the seeds: its lists, its pages, the periods around it."""

from __future__ import annotations

import pytest

from tests.bot.views import Server, press, texts

pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.mark.parametrize(
    ("period", "date", "title"),
    [
        ("week", "2024-02-14", "### Top papers of the week · 2024-02-12 to 2024-02-18"),
        ("month", "2024-02", "### Top papers of February 2024"),
        ("year", "2024", "### Top papers of 2024"),
        ("all", "", "### Top papers of all time · 2024-01-10 to 2024-06-13"),
    ],
)
async def test_top_lists_the_papers_of_a_period_by_votes(server: Server, period: str, date: str, title: str) -> None:
    result = await server.alice.slash(server.channel, f"top {period}", date=date)
    shown = texts(result)
    assert shown.startswith(title)
    votes = [int(line.split(" votes")[0].split("· ")[-1]) for line in shown.splitlines() if " votes · 2" in line]
    assert len(votes) == 10
    assert votes == sorted(votes, reverse=True)
    assert [medal in shown for medal in "🥇🥈🥉"] == [True] * 3
    second = await press(server, result, "page:2:")
    assert "**11. [" in texts(second)


async def test_top_of_a_month_leads_to_the_months_around_it(server: Server) -> None:
    result = await server.alice.slash(server.channel, "top month", date="2024-02-20")
    assert result.response
    earlier = await server.alice.click(result.response.message, label="← 2024-01")
    assert "### Top papers of January 2024" in texts(earlier)
    assert "58 papers" not in texts(earlier)


async def test_a_period_without_papers_names_the_nearest_days(server: Server) -> None:
    result = await server.alice.slash(server.channel, "top week", date="2024-02-25")
    assert result.ephemeral
    assert "2024-02-14, 2024-03-11" in texts(result)
