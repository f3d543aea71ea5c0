"""/help: what the bot can do."""

from __future__ import annotations

import pytest

from bot.discord.client import Paperbot
from tests.bot.views import Server, buttons, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_help_begins_with_what_matters_and_ways_to_try_it(server: Server) -> None:
    reply = await server.alice.slash(server.channel, "help")
    shown = texts(reply)
    assert all(each in shown for each in ("Ask", "Search", "/daily", "Summaries are in Korean"))
    assert len(shown.splitlines()) < 12
    assert [label.partition(":")[0] for label in buttons(reply)] == [
        "Ask",
        "Search",
        "Latest digest",
        "Everything I can do",
    ]


async def test_the_rest_is_shown_on_demand_in_the_same_place(server: Server) -> None:
    reply = await server.alice.slash(server.channel, "help")
    assert reply.response
    shown = await server.alice.click(reply.response, label="Everything I can do")
    assert all(
        command in texts(shown)
        for command in ("/paper search", "/paper show", "/paper ask", "/daily", "/corpus reload")
    )
    assert shown.response
    assert shown.response.id == reply.response.id


@pytest.mark.parametrize(("kind", "heading"), [("Ask", "propose"), ("Search", "Results for"), ("Latest digest", "Jun")])
async def test_what_a_button_offers_is_answered_to_who_presses_it(server: Server, kind: str, heading: str) -> None:
    reply = await server.alice.slash(server.channel, "help")
    assert reply.response
    [label] = [label for label in buttons(reply) if label.startswith(kind)]
    answer = await server.alice.click(reply.response, label=label)
    assert heading in texts(answer)
    assert "arxiv.org" in texts(answer)
    assert answer.response
    assert answer.response.ephemeral


async def test_newcomers_are_told_a_question_that_they_can_ask(server: Server, simcord_bot: Paperbot) -> None:
    await simcord_bot.scheduler.look()
    question = (await simcord_bot.app.examples.current()).question
    assert question
    assert f"New here? You can also mention me or write me a direct message and just ask: “{question.en}”" in texts(
        await server.alice.slash(server.channel, "daily")
    )
