"""What people see while more is asked than can be answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.core import turns
from bot.core.turns import AT_ONCE
from bot.discord.client import Paperbot
from bot.state import State
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.fixture(autouse=True)
def turns_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is."""
    monkeypatch.setattr(turns, "HELD", 1_000.0)


@asynccontextmanager
async def busy(bot: Paperbot) -> AsyncIterator[None]:
    """The bot is working on as much as it does at a time."""
    end = asyncio.Event()
    tasks = [asyncio.create_task(bot.turns.answer(number, end.wait)) for number in range(AT_ONCE)]
    await asyncio.sleep(0)
    yield
    end.set()
    await asyncio.gather(*tasks)


async def test_what_is_too_much_is_refused_in_a_sentence_for_the_asker(
    server: Server, simcord_bot: Paperbot, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "MOST", 0)
    async with busy(simcord_bot):
        english = await server.alice.slash(server.channel, "paper search", query="diffusion")
        await state.settings.set_language(server.alice.user.id, "ko")
        korean = await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert "Please try again in a moment" in texts(english)
    assert "잠시 뒤 다시 해 주세요" in texts(korean)
    assert english.ephemeral
    assert korean.ephemeral


@pytest.mark.parametrize(
    ("command", "option"), [("paper show", "paper"), ("saved remove", "paper"), ("follow remove", "which")]
)
async def test_nothing_is_suggested_while_commands_wait(
    server: Server, simcord_bot: Paperbot, command: str, option: str
) -> None:
    await server.alice.slash(server.channel, "follow add", query="Mix")
    await server.alice.slash(server.channel, "saved add", paper="2402.08609")
    assert await server.alice.autocomplete(server.channel, command, option, "Mix")
    async with busy(simcord_bot):
        waiting = asyncio.create_task(simcord_bot.turns.answer(server.bob.user.id, asyncio.Event().wait))
        await asyncio.sleep(0)
        assert await server.alice.autocomplete(server.channel, command, option, "Mix") == []
        waiting.cancel()
