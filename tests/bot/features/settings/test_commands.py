"""Settings: what people and servers choose, who may choose it, and what then happens."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord.actors import MemberActor
from simcord.results import InteractionResult

from bot.discord.client import Paperbot
from bot.features.papers.service import Answers
from bot.state import State, StateError
from bot.state.settings import ServerSettings, UserSettings
from tests.bot.test_discord import Server, server, simcord_bot, state, texts
from tests.bot.views import walk

__all__ = ["server", "simcord_bot", "state"]

pytestmark = pytest.mark.simcord(shard_count=1)


def controls(result: InteractionResult) -> dict[str, dict[str, Any]]:
    assert result.response is not None
    return {item["custom_id"]: item for item in walk(result.response.components) if "custom_id" in item}


def chosen(result: InteractionResult, custom_id: str) -> str:
    [option] = [option for option in controls(result)[custom_id]["options"] if option.get("default")]
    return str(option["label"])


def message(result: InteractionResult) -> discord.Message:
    assert result.response is not None
    return result.response.message


def refusals(server: Server) -> list[str]:
    """What the bot's checks raised; simcord counts that as errors until it is looked at."""
    return [type(error).__name__ for error in server.env.errors]


async def test_members_are_offered_their_own_settings_only(server: Server) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    assert panel.ephemeral
    assert set(controls(panel)) == {"set:language", "set:private:on"}
    assert chosen(panel, "set:language") == "My language: as in Discord"


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
    await server.alice.click(message(private), label="Let everyone see my replies")
    assert not (await server.alice.slash(server.channel, "daily")).ephemeral
    assert "user_settings" not in await state.privacy.of(server.alice.id), "of who has chosen nothing, nothing is known"


async def test_who_manages_the_server_sets_its_language_and_page_size(server: Server, state: State) -> None:
    panel = await server.admin.slash(server.channel, "settings")
    await server.admin.select(message(panel), ["ko"], custom_id="set:server-language")
    changed = await server.admin.select(message(panel), ["3"], custom_id="set:per-page")
    assert chosen(changed, "set:per-page") == "한 쪽에 보일 검색 결과: 3편"
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


async def test_the_panel_works_after_a_restart(server: Server, answers: Answers, state: State) -> None:
    panel = await server.admin.slash(server.channel, "settings")
    await server.env.restart_bot(Paperbot(answers, state))
    await server.admin.select(message(panel), ["en"], custom_id="set:language")
    await server.admin.select(message(panel), ["10"], custom_id="set:per-page")
    assert await state.settings.of(server.admin.id, server.admin.guild.id) == (
        UserSettings("en"),
        ServerSettings(per_page=10),
    )


async def show_corpus_commands(server: Server, *members: MemberActor) -> None:
    """What the server's settings at Discord can do: show these people commands that are for managers by default."""
    bot = server.env.bot
    assert isinstance(bot, Paperbot)
    [corpus] = [command for command in await bot.tree.fetch_commands() if command.name == "corpus"]
    server.alice.guild.set_command_permissions(corpus, dict.fromkeys(members, True))


async def test_members_may_not_reload(server: Server) -> None:
    await show_corpus_commands(server, server.alice)
    for command in ("corpus reload", "corpus status"):
        refused = await server.alice.slash(server.channel, command)
        assert refused.ephemeral
        assert "Only members with the Manage Server permission" in texts(refused)
    assert refusals(server) == ["MayNotReload"] * 2


async def test_members_with_the_chosen_role_may_reload_until_it_is_taken_back(server: Server) -> None:
    guild = server.alice.guild
    readers = guild.create_role("readers")
    carol = guild.add_member(server.env.create_user("carol"), roles=[readers])
    await show_corpus_commands(server, server.alice, carol)
    panel = await server.admin.slash(server.channel, "settings")
    changed = await server.admin.select(message(panel), [readers], custom_id="set:reload-role")
    assert controls(changed)["set:reload-role"]["default_values"][0]["type"] == "role"
    assert "0 read, 5 unchanged" in texts(await carol.slash(server.channel, "corpus reload"))
    assert "Only members" in texts(await server.alice.slash(server.channel, "corpus reload"))
    await server.admin.select(message(changed), [], custom_id="set:reload-role")
    assert "Only members" in texts(await carol.slash(server.channel, "corpus status"))
    assert refusals(server) == ["MayNotReload"] * 2


async def test_a_role_that_is_gone_lets_nobody_reload(server: Server, state: State) -> None:
    await show_corpus_commands(server, server.alice)
    await state.settings.set_reload_role(server.alice.guild.id, 4711)
    assert "Only members" in texts(await server.alice.slash(server.channel, "corpus reload"))
    panel = await server.admin.slash(server.channel, "settings")
    assert not controls(panel)["set:reload-role"].get("default_values")
    assert refusals(server) == ["MayNotReload"]


async def test_nobody_but_managers_may_reload_while_the_role_cannot_be_read(
    server: Server, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: int) -> None:
        raise StateError("the file is locked")

    await show_corpus_commands(server, server.alice)
    await state.settings.set_reload_role(server.alice.guild.id, server.alice.guild.id)
    assert "58 papers" in texts(await server.alice.slash(server.channel, "corpus status"))
    monkeypatch.setattr(state.settings, "of", fail)
    refused = await server.alice.slash(server.channel, "corpus status")
    assert "cannot be reached" in texts(refused)
    assert "58 papers" in texts(await server.admin.slash(server.channel, "corpus status"))
    assert refusals(server) == ["CheckFailure"]
