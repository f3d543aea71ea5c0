"""/saved in a simulated Discord."""

from __future__ import annotations

import pytest
from simcord.results import InteractionResult

from bot.discord.client import Paperbot
from bot.features.papers.service import Answers
from bot.state import State
from bot.state.saved import SavedPaper
from tests.bot.test_discord import Server, buttons, server, simcord_bot, state, texts
from tests.bot.views import assert_within_budget
from tests.conftest import Clock

__all__ = ["server", "simcord_bot", "state"]

pytestmark = pytest.mark.simcord(shard_count=1)

MOE = "2402.08609"


async def saved(server: Server, command: str, **options: object) -> InteractionResult:
    result = await server.alice.slash(server.channel, f"saved {command}", **options)
    assert result.ephemeral, "what somebody keeps is nobody else's business"
    assert result.response
    assert_within_budget(result.response.components)
    return result


async def test_saving_listing_searching_and_removing(server: Server) -> None:
    assert "You have saved no papers yet" in texts(await saved(server, "list"))
    assert "Saved “Mixtures of Experts" in texts(await saved(server, "add", paper=MOE))
    title = "[Mixtures of Experts Unlock Parameter Scaling for Deep RL](https://arxiv.org/abs/2402.08609)"
    assert f"**1. {title}**\n-# saved 2024-06-14 · 2402.08609" in texts(await saved(server, "list"))
    assert title in texts(await saved(server, "search", query="강화학습"))
    assert "no longer among your saved papers" in texts(await saved(server, "remove", paper=MOE))
    assert "You have saved no papers yet" in texts(await saved(server, "list"))


async def test_removing_suggests_what_is_saved_and_nothing_else(server: Server) -> None:
    await saved(server, "add", paper=MOE)
    choice = {"name": "Mixtures of Experts Unlock Parameter Scaling for Deep RL", "value": MOE}
    for typed in ("", "experts", "2402"):
        assert await server.alice.autocomplete(server.channel, "saved remove", "paper", typed) == [choice]
    assert await server.alice.autocomplete(server.channel, "saved remove", "paper", "BASE TTS") == []
    assert await server.bob.autocomplete(server.channel, "saved remove", "paper", "") == []


async def test_pages_are_turned_in_place_after_a_restart_too(
    server: Server, answers: Answers, state: State, clock: Clock
) -> None:
    for number in range(25):
        await state.saved.add(server.alice.id, SavedPaper(f"2401.{number:05}", f"Paper {number}", clock.now))
    first = await saved(server, "list")
    assert "**1. [Paper 24]" in texts(first)
    await server.env.restart_bot(Paperbot(answers, state))
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert second.response
    assert second.response.id == first.response.id
    assert "**11. [Paper 14]" in texts(second)
    assert not buttons(second)["Next →"]["disabled"]


async def test_the_menu_opens_a_paper_below_the_list(server: Server, state: State, clock: Clock) -> None:
    await state.saved.add(server.alice.id, SavedPaper("2312.99999", "Gone Since", clock.now))
    await saved(server, "add", paper=MOE)
    listed = await saved(server, "list")
    assert listed.response
    card = await server.alice.select(listed.response.message, [MOE])
    assert card.ephemeral
    assert "Timon Willi" in texts(card)
    gone = await server.alice.select(listed.response.message, ["2312.99999"])
    assert "https://arxiv.org/abs/2312.99999" in texts(gone)


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
