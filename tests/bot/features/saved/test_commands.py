"""/saved: what people add, list, search, remove and export."""

from __future__ import annotations

import pytest

from bot.state import State
from bot.state.saved import SavedPaper
from tests.bot.features.saved.saving import MOE, saved
from tests.bot.views import Server, texts
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_saving_listing_searching_and_removing(server: Server) -> None:
    assert "You have saved no papers yet" in texts(await saved(server, "list"))
    assert "Saved “Mixtures of Experts" in texts(await saved(server, "add", paper=MOE))
    title = "[Mixtures of Experts Unlock Parameter Scaling for Deep RL](https://arxiv.org/abs/2402.08609)"
    facts = "19 votes · 2402.08609 · saved 2024-06-14"
    assert f"**1. {title}**\n-# {facts}" in texts(await saved(server, "list"))
    assert title in texts(await saved(server, "search", query="강화학습"))
    assert "Removed “Mixtures of Experts" in texts(await saved(server, "remove", paper=MOE))
    assert "You have saved no papers yet" in texts(await saved(server, "list"))


async def test_removing_suggests_what_is_saved_and_nothing_else(server: Server) -> None:
    await saved(server, "add", paper=MOE)
    choice = {"name": "Mixtures of Experts Unlock Parameter Scaling for Deep RL", "value": MOE}
    for typed in ("", "experts", "2402"):
        assert await server.alice.autocomplete(server.channel, "saved remove", "paper", typed) == [choice]
    assert await server.alice.autocomplete(server.channel, "saved remove", "paper", "BASE TTS") == []
    assert await server.bob.autocomplete(server.channel, "saved remove", "paper", "") == []


@pytest.mark.parametrize("kind", ["bib", "md", "json", "csv"])
async def test_an_export_arrives_as_a_file(server: Server, kind: str) -> None:
    await saved(server, "add", paper=MOE)
    result = await saved(server, "export", format=kind)
    assert result.response
    [file] = result.response.attachments
    assert file.filename == f"saved-papers.{kind}"
    assert MOE in (await file.read()).decode()


@pytest.mark.parametrize("title", ["[`*_~|<@1>@everyone" * 40, "확산 모델의 강화 학습 " * 60])
async def test_titles_of_any_kind_are_listed_within_the_budgets(
    server: Server, state: State, clock: Clock, title: str
) -> None:
    for number in range(10):
        await state.saved.add(server.alice.id, SavedPaper(f"2401.{number:05}", title, clock.now))
    shown = texts(await saved(server, "list"))
    assert shown.count("](https://arxiv.org/abs/") == 10
    assert "@everyone" not in shown
