"""The buttons and the menu below trends: other months, terms on the rise, and restarts in between."""

from __future__ import annotations

import discord
import pytest
from discord import ui

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.discord.components import packed
from bot.features.extensions import EXTENSIONS
from tests.bot.features.trends.pictures import picture
from tests.bot.views import MENU, Server, buttons, press, texts, walk

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
    assert before.count("\n- **") == 4
    assert first.response
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    second = await server.alice.click(first.response.message, label="24 months")
    assert texts(second) == before


async def test_a_chart_of_an_earlier_release_still_turns(server: Server) -> None:
    parts = packed(f"3D, video diffusion model, {'large ' * 4}language model, {'video ' * 6}model")
    view = ui.LayoutView(timeout=None)
    ids = [f"trend:{months}:{parts[at : at + 88]}" for at, months in ((0, 6), (88, 12))]
    view.add_item(ui.ActionRow(*(ui.Button(label=custom_id[:8], custom_id=custom_id) for custom_id in ids)))
    channel = server.env.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.send(view=view)
    turned = await server.alice.click(message, custom_id=ids[0])
    assert "### Trend of 3D, video diffusion model, large large large large language mo" in texts(turned)
    assert "video video video video video video mod" in texts(turned)


@pytest.mark.parametrize("term", ["LLM", "3D"])
async def test_the_numbers_of_a_chart_are_for_the_presser_alone(server: Server, term: str) -> None:
    chart = await server.alice.slash(server.channel, "trends", term=term, months=6)
    before = texts(chart)
    numbers = await press(server, chart, "numbers:6:")
    assert numbers.ephemeral
    assert f"### Papers by month: {term}" in texts(numbers)
    assert "**2024-04 to 2024-05**: no digests\n**2024-06** (up to 13 Jun): " in texts(numbers)
    assert texts(chart) == before


async def test_from_a_chart_to_its_newest_papers_and_from_papers_to_their_chart(server: Server) -> None:
    chart = await server.alice.slash(server.channel, "trends", term="diffusion model")
    assert chart.response
    papers = await server.alice.click(chart.response.message, label="Papers")
    assert papers.ephemeral
    assert "Results for “diffusion model”\n-# 16 papers · newest first" in texts(papers)
    assert "2024-06-1" in texts(papers).split("**2. ")[0]
    assert papers.response
    back = await server.alice.click(papers.response.message, label="Trend")
    assert back.ephemeral
    assert texts(back) == texts(chart)
    await picture(back)


async def test_a_chart_of_several_terms_leads_to_the_papers_on_each(server: Server) -> None:
    chart = await server.alice.slash(server.channel, "trends", term="3D, LLM, diffusion model, video")
    row = list(buttons(chart))[4:]
    assert row == ["Numbers", "Papers: 3D", "Papers: LLM", "Papers: diffusion model", "Papers: video"]
    assert chart.response
    papers = await server.alice.click(chart.response.message, label="Papers: video")
    assert "Results for “video”\n-# 14 papers · newest first" in texts(papers)


async def test_the_papers_found_on_what_cannot_be_charted_have_no_button_to_a_chart(server: Server) -> None:
    for query, there in (("diffusion", True), ("author:Li", False), ("diffusion " * 12, False)):
        found = await server.alice.slash(server.channel, "paper search", query=query)
        assert ("Trend" in buttons(found)) is there, query


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
    assert "### Terms on the rise\n-# 21 papers of 2024-06, compared with 37 papers of 2024-01 to 2024-03" in before
    assert "**LLaVA**: 0% → 14% · 3 papers lately" in before
    assert risen.response
    [menu] = [item for item in walk(risen.response.components) if item["type"] == MENU]
    assert menu["max_values"] == 2
    assert {"LLaVA", "Llama"} <= {option["value"] for option in menu["options"]}
    chart = await server.alice.select(risen.response.message, ["LLaVA", "Llama"])
    assert chart.response
    assert chart.response.id == risen.response.id
    assert "### Trend of LLaVA, Llama" in texts(chart)
    await picture(chart)
    back = await server.alice.click(chart.response.message, label="Terms on the rise")
    assert texts(back) == before
    assert back.response
    assert not back.response.attachments
