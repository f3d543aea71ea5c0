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


async def test_the_button_on_a_card_saves_the_paper_for_whoever_presses_it_and_removes_it_again(server: Server) -> None:
    card = await server.alice.slash(server.channel, "paper show", paper=MOE)
    assert card.response
    for presser in (server.alice, server.bob):
        pressed = await presser.click(card.response.message, label="Save")
        assert pressed.ephemeral
        assert "Saved “Mixtures of Experts" in texts(pressed)
    assert "no longer among your saved papers" in texts(await server.bob.click(card.response.message, label="Save"))
    assert MOE in texts(await saved(server, "list"))
