"""The buttons and the menu below trends: other months, terms on the rise, and restarts in between."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from tests.bot.features.trends.pictures import picture
from tests.bot.views import MENU, Server, buttons, texts, walk

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_months_can_be_changed_in_place_with_a_new_picture(server: Server) -> None:
    first = await server.alice.slash(server.channel, "trends", term="diffusion model, video", months=2)
    assert first.response
    assert "2024-05 to 2024-06" in texts(first)
    small = (await picture(first)).tobytes()
    second = await server.alice.click(first.response.message, label="12 months")
    assert second.response
    assert second.response.id == first.response.id
    assert "2024-01 to 2024-06" in texts(second)
    assert (await picture(second)).tobytes() != small
    assert buttons(second)["12 months"]["disabled"]


async def test_four_terms_survive_in_the_buttons_over_a_restart(server: Server, app: App) -> None:
    terms = ["large language model", "diffusion model", "reinforcement learning", "비디오 생성 모델"]
    first = await server.alice.slash(server.channel, "trends", term=",".join(terms))
    before = texts(first)
    assert all(f"**{term}**" in before for term in terms)
    assert first.response
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    second = await server.alice.click(first.response.message, label="24 months")
    assert texts(second) == before


async def test_someone_elses_press_leaves_the_chart_and_gives_them_their_own(server: Server) -> None:
    first = await server.alice.slash(server.channel, "trends", term="LLM")
    before = texts(first)
    assert first.response
    copy = await server.bob.click(first.response.message, label="24 months")
    assert copy.ephemeral
    assert texts(first) == before
    await picture(copy)


async def test_without_a_term_the_terms_on_the_rise_can_be_charted_and_come_back(server: Server) -> None:
    risen = await server.alice.slash(server.channel, "trends")
    before = texts(risen)
    assert "### Terms on the rise\n-# 21 papers of 2024-06, beside 37 papers of 2024-01 to 2024-03" in before
    assert "**LLaVA**  0% → 14% · 3 papers lately" in before
    assert risen.response
    [menu] = [item for item in walk(risen.response.components) if item["type"] == MENU]
    assert menu["max_values"] == 2
    assert {"LLaVA", "Llama"} <= {option["value"] for option in menu["options"]}
    chart = await server.alice.select(risen.response.message, ["LLaVA", "Llama"])
    assert chart.response
    assert chart.response.id == risen.response.id
    assert "### Papers a month: LLaVA, Llama" in texts(chart)
    await picture(chart)
    back = await server.alice.click(chart.response.message, label="Terms on the rise")
    assert texts(back) == before
    assert back.response
    assert not back.response.attachments
