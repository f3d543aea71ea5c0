"""/daily over the seeds: a day, its neighbours, days that are not there."""

from __future__ import annotations

import pytest

from bot.state import State
from tests.bot.views import Server, buttons, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_daily_lists_the_day_by_votes_and_leads_to_its_neighbours(server: Server) -> None:
    result = await server.alice.slash(server.channel, "daily", date="2.14")
    assert "### Wed 14 Feb 2024 · 12 papers" in texts(result)
    assert texts(result).index("BASE TTS") < texts(result).index("Mixtures of Experts")
    assert result.response
    earlier = await server.alice.click(result.response.message, label="← 2024-01-24")
    assert "### Wed 24 Jan 2024 · 10 papers" in texts(earlier)


async def test_daily_without_a_date_is_the_newest_day(server: Server) -> None:
    assert "Thu 13 Jun 2024 · 21 papers" in texts(await server.alice.slash(server.channel, "daily"))


async def test_daily_suggests_days_there_are(server: Server) -> None:
    choices = await server.alice.autocomplete(server.channel, "daily", "date", "2024-02")
    assert [choice["value"] for choice in choices] == ["2024-02-14"]


@pytest.mark.parametrize(("command", "option"), [("daily", "date"), ("top week", "date")])
async def test_days_are_suggested_in_the_language_of_the_settings(
    server: Server, state: State, command: str, option: str
) -> None:
    await state.settings.set_language(server.alice.id, "ko")
    suggested = await server.alice.autocomplete(server.channel, command, option, "0214")
    assert [one["name"] for one in suggested] == ["2024년 2월 14일 (수)"]
    suggested = await server.bob.autocomplete(server.channel, command, option, "0214")
    assert [one["name"] for one in suggested] == ["Wed 14 Feb 2024"]


async def test_a_day_without_a_digest_names_its_neighbours_to_the_asker_only(server: Server) -> None:
    result = await server.alice.slash(server.channel, "daily", date="2024-02-15")
    assert result.ephemeral
    assert "Wed 14 Feb 2024 and Mon 11 Mar 2024" in texts(result)
    assert {"← 2024-02-14", "2024-03-11 →"} == set(buttons(result))
