"""The pages and the menu of saved papers."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.state import State
from bot.state.saved import SavedPaper
from tests.bot.features.saved.saving import MOE, saved
from tests.bot.views import Server, buttons, texts
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_pages_are_turned_in_place_after_a_restart_too(
    server: Server, app: App, state: State, clock: Clock
) -> None:
    for number in range(25):
        await state.saved.add(server.alice.id, SavedPaper(f"2401.{number:05}", f"Paper {number}", clock.now))
    first = await saved(server, "list")
    assert "**1. [Paper 24]" in texts(first)
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert second.response
    assert second.response.id == first.response.id
    assert "**11. [Paper 14]" in texts(second)
    assert not buttons(second)["Next →"]["disabled"]


async def test_the_list_says_what_each_paper_is_about_and_opens_it(server: Server, state: State, clock: Clock) -> None:
    await state.saved.add(server.alice.id, SavedPaper("2312.99999", "Gone Since", clock.now))
    for paper in (MOE, "2402.08268"):
        await saved(server, "add", paper=paper)
    listed = await saved(server, "list")
    assert listed.response
    assert "Soft MoE" in texts(listed)
    assert texts(listed).count("Summaries are in Korean") == 1
    assert "[Gone Since](https://arxiv.org/abs/2312.99999)" in texts(listed)
    card = await server.alice.select(listed.response.message, [MOE])
    assert card.response
    assert card.response.id == listed.response.id
    assert "Timon Willi" in texts(card)
    back = await server.alice.click(card.response.message, label="← Saved papers")
    assert texts(back) == texts(listed)


async def test_the_button_on_a_card_saves_the_paper_for_whoever_presses_it_and_never_removes_it(server: Server) -> None:
    card = await server.alice.slash(server.channel, "paper show", paper=MOE)
    assert card.response
    before = texts(card)
    for presser in (server.alice, server.bob):
        pressed = await presser.click(card.response.message, label="Save")
        assert pressed.ephemeral
        assert "Saved “Mixtures of Experts" in texts(pressed)
        again = await presser.click(card.response.message, label="Save")
        assert again.ephemeral
        assert "is already saved" in texts(again)
        assert "Remove" in buttons(again)
    assert texts(card) == before
    assert MOE in texts(await saved(server, "list"))


@pytest.mark.parametrize("times", [1, 2], ids=["just saved", "saved already"])
async def test_what_was_saved_is_removed_and_saved_again_in_the_reply_that_says_so_after_a_restart_too(
    server: Server, app: App, times: int
) -> None:
    for _ in range(times):
        reply = await saved(server, "add", paper=MOE)
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert reply.response
    removed = await server.alice.click(reply.response.message, label="Remove")
    assert removed.response
    assert removed.response.id == reply.response.id
    assert "Removed “Mixtures of Experts" in texts(removed)
    assert "Remove" not in buttons(removed)
    assert "You have saved no papers yet" in texts(await saved(server, "list"))
    back = await server.alice.click(removed.response.message, label="Save again")
    assert "Saved “Mixtures of Experts" in texts(back)
    listed = await server.alice.click(removed.response.message, label="Saved papers")
    assert MOE in texts(listed)


async def test_what_left_the_corpus_is_removed_without_a_promise_to_save_it_again(
    server: Server, state: State, clock: Clock
) -> None:
    await state.saved.add(server.alice.id, SavedPaper("2312.99999", "Gone Since", clock.now))
    removed = await saved(server, "remove", paper="2312.99999")
    assert set(buttons(removed)) == {"Saved papers"}
