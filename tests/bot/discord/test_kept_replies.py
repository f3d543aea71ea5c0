"""Replies that are kept for who asks the same: for whom, and until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.core.answer import Answer
from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.papers.service import Papers
from bot.state import State
from tests.bot.desk import Desk
from tests.bot.views import Server, texts, titles
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)

QUERY = "확산 모델"


@pytest.fixture
def simcord_bot(growing: App) -> Paperbot:
    return Paperbot(growing, EXTENSIONS)


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is searched for, and not taken from what is kept."""
    made: list[str] = []
    search = Papers.search

    async def noted(papers: Papers, text: str, *options: Any, **more: Any) -> Answer:
        made.append(text)
        return await search(papers, text, *options, **more)

    monkeypatch.setattr(Papers, "search", noted)
    return made


async def test_the_same_search_is_made_once(server: Server, searches: list[str]) -> None:
    for _ in range(2):  # the first reply of each has the hint for newcomers
        first = await server.alice.slash(server.channel, "paper search", query=QUERY)
        again = await server.bob.slash(server.channel, "paper search", query=QUERY)
    assert titles(again) == titles(first) != []
    assert texts(again) == texts(first)
    assert len(searches) == 3
    await server.alice.slash(server.channel, "paper search", query=QUERY, votes=1)
    assert len(searches) == 4


async def test_newcomers_are_told_how_to_go_on_below_what_others_asked_before(server: Server) -> None:
    for _ in range(2):
        await server.alice.slash(server.channel, "paper search", query=QUERY)
    hinted = await server.bob.slash(server.channel, "paper search", query=QUERY)
    assert "New here?" in texts(hinted)
    assert "New here?" not in texts(await server.bob.slash(server.channel, "paper search", query=QUERY))


async def test_each_language_has_replies_of_its_own(server: Server, state: State) -> None:
    for _ in range(2):
        english = await server.alice.slash(server.channel, "paper search", query=QUERY)
    await state.settings.set_language(server.alice.user.id, "ko")
    assert texts(await server.alice.slash(server.channel, "paper search", query=QUERY)) != texts(english)


async def test_what_only_the_asker_sees_is_kept_from_others(server: Server, state: State) -> None:
    for _ in range(2):
        await server.alice.slash(server.channel, "paper search", query=QUERY)
    await state.settings.set_private(server.alice.user.id, True)
    assert (await server.alice.slash(server.channel, "paper search", query=QUERY)).ephemeral


async def test_another_day_has_other_replies(server: Server, clock: Clock, searches: list[str]) -> None:
    for _ in range(2):
        await server.alice.slash(server.channel, "paper search", query=QUERY)
    clock.now += timedelta(days=1)
    await server.alice.slash(server.channel, "paper search", query=QUERY)
    assert len(searches) == 3


async def test_a_page_that_was_turned_is_kept_too(server: Server, searches: list[str]) -> None:
    for _ in range(2):
        first = await server.alice.slash(server.channel, "paper search", query=QUERY)
    assert first.response
    seen = [titles(first)]
    for label in ("Next →", "← Previous", "Next →", "← Previous"):
        turned = await server.alice.click(first.response.message, label=label)
        seen.append(titles(turned))
    assert seen[1] == seen[3] != seen[0] == seen[2] == seen[4]
    assert len(searches) == 2 + 2


async def test_new_papers_are_in_the_next_reply(desk: Desk, searches: list[str]) -> None:
    server = desk.server
    for _ in range(2):
        before = await server.alice.slash(server.channel, "paper search", query=QUERY)
    await desk.publish("2024-06-14", ["확산 모델의 새 소식"])
    after = await server.alice.slash(server.channel, "paper search", query=QUERY)
    assert "확산 모델의 새 소식" not in texts(before)
    assert "확산 모델의 새 소식" in texts(after)
