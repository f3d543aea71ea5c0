"""/daily, and the days that it suggests."""

from __future__ import annotations

import pytest

from bot.state import State
from tests.bot.views import Server

pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.mark.parametrize(("command", "option"), [("daily", "date"), ("top week", "date")])
async def test_days_are_suggested_in_the_language_of_the_settings(
    server: Server, state: State, command: str, option: str
) -> None:
    await state.settings.set_language(server.alice.id, "ko")
    suggested = await server.alice.autocomplete(server.channel, command, option, "0214")
    assert [one["name"] for one in suggested] == ["2024년 2월 14일 (수)"]
    suggested = await server.bob.autocomplete(server.channel, command, option, "0214")
    assert [one["name"] for one in suggested] == ["Wed 14 Feb 2024"]
