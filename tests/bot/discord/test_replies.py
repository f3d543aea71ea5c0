"""Replies to commands and presses: whose they are, and how they go on."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.papers.service import Papers
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_the_next_page_replaces_the_first_and_leads_back(server: Server) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="확산 모델")
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert "**11. [" in texts(second)
    assert second.response
    assert second.response.id == first.response.id
    back = await server.alice.click(second.response.message, label="← Previous")
    assert texts(back).split("\n")[2:] == texts(first).split("\n")[2:]


async def test_a_long_query_survives_in_the_buttons(server: Server) -> None:
    query = "diffusion 모델 " * 25
    first = await server.alice.slash(server.channel, "paper search", query=query)
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert "**11. [" in texts(second)


async def test_someone_elses_press_gets_a_private_copy(server: Server) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(first)
    assert first.response
    copy = await server.bob.click(first.response.message, label="Next →")
    assert copy.ephemeral
    assert "**11. [" in texts(copy)
    assert texts(first) == before


async def test_buttons_work_after_a_restart(server: Server, app: App) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert first.response
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    second = await server.alice.click(first.response.message, label="Next →")
    assert "**11. [" in texts(second)


async def test_what_cannot_be_answered_is_one_private_sentence(server: Server) -> None:
    for command, options in (
        ("paper search", {"query": " "}),
        ("paper search", {"query": "😀😀"}),
        ("paper show", {"paper": "2402.99999"}),
        ("daily", {"date": "someday"}),
        ("daily", {"date": "2024-02-30"}),
    ):
        result = await server.alice.slash(server.channel, command, **options)
        assert result.ephemeral, command
        assert len(texts(result).splitlines()) == 1
        assert result.response


async def test_an_unexpected_failure_is_a_friendly_sentence(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(text: str, *, per_page: int) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(app.service(Papers), "search", fail)
    result = await server.alice.slash(server.channel, "paper search", query="x")
    assert result.ephemeral
    assert "Something went wrong" in texts(result)
    assert "secret detail" not in texts(result)
