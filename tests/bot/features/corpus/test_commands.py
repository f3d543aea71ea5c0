"""/corpus: who may run it, and what they get."""

from __future__ import annotations

import pytest
from simcord.actors import MemberActor

from bot.discord.client import Paperbot
from bot.state import State, StateError
from retrieval.storage.faults import StoreFault
from tests.bot.features.settings.panel import controls, message
from tests.bot.views import Server, texts
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)


def refusals(server: Server) -> list[str]:
    """What the bot's checks raised; simcord counts that as errors until it is looked at."""
    return [type(error).__name__ for error in server.env.errors]


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
    assert refusals(server) == ["Refused"] * 2


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
    assert refusals(server) == ["Refused"] * 2


async def test_a_role_that_is_gone_lets_nobody_reload(server: Server, state: State) -> None:
    await show_corpus_commands(server, server.alice)
    await state.settings.set_reload_role(server.alice.guild.id, 4711)
    assert "Only members" in texts(await server.alice.slash(server.channel, "corpus reload"))
    panel = await server.admin.slash(server.channel, "settings")
    assert not controls(panel)["set:reload-role"].get("default_values")
    assert refusals(server) == ["Refused"]


async def test_nobody_but_managers_may_reload_while_the_role_cannot_be_read(
    server: Server, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: int) -> None:
        raise StateError(StoreFault.BUSY, path="state.db", detail="locked")

    await show_corpus_commands(server, server.alice)
    await state.settings.set_reload_role(server.alice.guild.id, server.alice.guild.id)
    assert "58 papers" in texts(await server.alice.slash(server.channel, "corpus status"))
    monkeypatch.setattr(state.settings, "of", fail)
    refused = await server.alice.slash(server.channel, "corpus status")
    assert "cannot be reached" in texts(refused)
    assert "58 papers" in texts(await server.admin.slash(server.channel, "corpus status"))
    assert refusals(server) == ["CheckFailure"]


async def test_reload_reports_and_is_possible_once_a_minute(server: Server, clock: Clock) -> None:
    first = await server.admin.slash(server.channel, "corpus reload")
    assert first.ephemeral
    assert "0 read, 5 unchanged" in texts(first)
    second = await server.admin.slash(server.channel, "corpus reload")
    assert "Try again in 60 s" in texts(second)
    clock.now = clock.now.replace(minute=clock.now.minute + 1)
    third = await server.admin.slash(server.channel, "corpus reload")
    assert "0 read, 5 unchanged" in texts(third)


async def test_status_tells_how_much_there_is(server: Server) -> None:
    result = await server.admin.slash(server.channel, "corpus status")
    assert "58 papers on 5 days\nFrom 2024-01-10 to 2024-06-13" in texts(result)
