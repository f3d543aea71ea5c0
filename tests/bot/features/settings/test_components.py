"""The panel of settings: what people and servers choose, who may choose it, and what then happens."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.state import State
from bot.state.settings import ServerSettings, UserSettings
from tests.bot.features.settings.panel import chosen, message
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_a_language_is_chosen_in_place_and_spoken_from_then_on(server: Server) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    changed = await server.alice.select(message(panel), ["ko"], custom_id="set:language")
    assert changed.response
    assert changed.response.id == message(panel).id
    assert "내 설정" in texts(changed)
    assert chosen(changed, "set:language") == "내 언어: 한국어"
    assert "논문 12편" in texts(await server.alice.slash(server.channel, "daily", date="2.14"))
    assert "12 papers" in texts(await server.bob.slash(server.channel, "daily", date="2.14"))


async def test_replies_become_private_and_public_again(server: Server, state: State) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    assert not (await server.alice.slash(server.channel, "daily")).ephemeral
    private = await server.alice.click(message(panel), label="Make my replies private")
    assert (await server.alice.slash(server.channel, "daily")).ephemeral
    assert not (await server.bob.slash(server.channel, "daily")).ephemeral
    await server.alice.click(message(private), label="Make my replies public")
    assert not (await server.alice.slash(server.channel, "daily")).ephemeral
    assert "user_settings" not in await state.privacy.of(server.alice.id), "of who has chosen nothing, nothing is known"


async def test_who_manages_the_server_sets_its_language_and_page_size(server: Server, state: State) -> None:
    panel = await server.admin.slash(server.channel, "settings")
    await server.admin.select(message(panel), ["ko"], custom_id="set:server-language")
    changed = await server.admin.select(message(panel), ["3"], custom_id="set:per-page")
    assert chosen(changed, "set:per-page") == "한 페이지에 보일 검색 결과: 3편"
    assert (await state.settings.of(0, server.alice.guild.id))[1] == ServerSettings("ko", 3)
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert "검색 결과" in texts(found)
    assert texts(found).count("](https://arxiv.org/abs/") == 3


async def test_a_persons_language_goes_before_that_of_the_server(server: Server, state: State) -> None:
    await state.settings.set_server_language(server.alice.guild.id, "ko")
    await state.settings.set_language(server.alice.id, "en")
    assert "12 papers" in texts(await server.alice.slash(server.channel, "daily", date="2.14"))
    assert "논문 12편" in texts(await server.bob.slash(server.channel, "daily", date="2.14"))


async def test_server_settings_are_refused_to_who_may_no_longer_change_them(server: Server, state: State) -> None:
    panel = await server.admin.slash(server.channel, "settings")
    server.admin.guild.remove_member(server.admin)
    demoted = server.admin.guild.add_member(server.admin.user)
    refused = await demoted.select(message(panel), ["10"], custom_id="set:per-page")
    assert "Manage Server" in texts(refused)
    assert (await state.settings.of(0, server.alice.guild.id))[1] == ServerSettings()


async def test_the_panel_works_after_a_restart(server: Server, app: App, state: State) -> None:
    panel = await server.admin.slash(server.channel, "settings")
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    await server.admin.select(message(panel), ["en"], custom_id="set:language")
    await server.admin.select(message(panel), ["10"], custom_id="set:per-page")
    assert await state.settings.of(server.admin.id, server.admin.guild.id) == (
        UserSettings("en"),
        ServerSettings(per_page=10),
    )
