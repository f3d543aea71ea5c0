"""Starting the bot: its commands at Discord, its settings, and what keeps it from starting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import ENGLISH, Home, discord_settings, secrets_shown
from tests.fakes import BotProcess, FakeDiscord

UNREACHABLE = "127.0.0.1:9"


def described(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All commands, subcommands and options."""
    for part in parts:
        yield part
        yield from described(part.get("options") or [])


def is_korean(text: str) -> bool:
    return any("가" <= character <= "힣" for character in text)


async def test_commands_are_registered_with_korean_names_and_descriptions(discord: FakeDiscord, home: Home) -> None:
    discord.guild()
    async with BotProcess.start(discord, home.config):
        parts = list(described(discord.commands))
    [menu] = [parts.pop(parts.index(part)) for part in discord.commands if part["type"] != 1]
    assert menu["name_localizations"] == {"ko": "논문 찾기"}
    names = {part["name"]: part["name_localizations"]["ko"] for part in parts}
    assert names["search"] == "검색"
    assert {"paper", "search", "show", "ask", "daily", "corpus", "reload", "status", "help"} <= set(names)
    assert all(is_korean(name) for name in names.values())
    assert all(is_korean(part["description_localizations"]["ko"]) for part in parts)
    assert not any(is_korean(part["name"]) for part in parts)
    for command in discord.commands:
        anywhere = (sorted(command["contexts"]), sorted(command["integration_types"]))
        assert anywhere == (([0], [0]) if command["name"] in ("corpus", "schedule") else ([0, 1, 2], [0, 1]))


async def test_commands_are_registered_again_only_when_discord_lost_them(discord: FakeDiscord, home: Home) -> None:
    async with BotProcess.start(discord, home.config) as bot:
        assert await bot.stop() == 0
    assert discord.syncs == 1
    async with BotProcess.start(discord, home.config) as bot:
        assert await bot.stop() == 0
    assert discord.syncs == 1
    discord.commands.clear()
    async with BotProcess.start(discord, home.config) as bot:
        assert await bot.stop() == 0
    assert discord.syncs == 2
    assert {"paper", "daily", "corpus", "help"} <= {command["name"] for command in discord.commands}


async def test_buttons_work_after_a_restart(discord: FakeDiscord, home: Home) -> None:
    member = discord.guild().member()
    async with BotProcess.start(discord, home.config) as bot:
        results = await member.slash("paper search", query="diffusion model")
        day = await member.slash("daily", date="2024-02-14")
        assert await bot.stop() == 0
    async with BotProcess.start(discord, home.config):
        await member.click(results, label="Next →")
        await member.click(day, label="← 2024-01-24")
    assert "**11. [" in results.text
    assert "24 Jan 2024" in day.text


async def test_each_server_is_served_by_its_shard(tmp_path: Path) -> None:
    async with FakeDiscord.start(shards=2) as discord:
        home = Home.make(tmp_path, discord_settings(discord))
        members = [discord.guild(f"guild {number}").member() for number in range(4)]
        async with BotProcess.start(discord, home.config):
            replies = [await member.slash("daily", date="2024-02-14") for member in members]
            shards = sorted(session.shard for session in discord.gateway.sessions.values())
    assert shards == [(0, 2), (1, 2)]
    assert all("12 papers" in reply.text for reply in replies)


async def test_the_token_may_come_from_the_environment(discord: FakeDiscord, tmp_path: Path) -> None:
    home = Home.make(tmp_path, {"api_base": discord.api_base})
    async with BotProcess.start(discord, home.config, env={"DISCORD_TOKEN": discord.token}) as bot:
        assert await bot.stop() == 0


async def test_the_gateway_of_the_settings_comes_before_the_one_that_the_api_names(
    discord: FakeDiscord, tmp_path: Path
) -> None:
    async with FakeDiscord.start() as other:
        other.world.token, other.world.bot = discord.world.token, discord.world.bot
        home = Home.make(tmp_path, discord_settings(discord) | {"gateway": other.gateway.url})
        async with BotProcess.start(other, home.config):
            assert len(other.gateway.sessions) == 1
            assert not discord.gateway.sessions


async def test_verbose_logs_hold_no_token(discord: FakeDiscord, home: Home) -> None:
    member = discord.guild().member()
    async with BotProcess.start(discord, home.config, command=["-m", "bot", "-v"]) as bot:
        reply = await member.slash("paper search", query="diffusion model")
        discord.faults.cut("POST /interactions/*/callback")
        await member.click(reply, label="Next →")
        discord.faults.status("POST /interactions/*/callback", 500)
        await member.click(reply, label="← Previous")
        assert await bot.stop() == 0
        assert " DEBUG " in bot.stderr
        assert secrets_shown(bot, discord) == []


async def test_it_answers_although_the_state_database_cannot_be_written(discord: FakeDiscord, tmp_path: Path) -> None:
    home = Home.make(tmp_path, discord_settings(discord), state_database="config.toml/state.db")
    member = discord.guild().member()
    async with BotProcess.start(discord, home.config) as bot:
        reply = await member.slash("paper search", query="mixtures of experts deep RL")
        assert await bot.stop() == 0
        assert str(tmp_path / "config.toml") in bot.stderr
        assert "Traceback" not in bot.stderr
    assert "2402.08609" in reply.text


async def test_a_refused_token_ends_it_with_78_and_a_sentence(discord: FakeDiscord, tmp_path: Path) -> None:
    wrong = discord.token[::-1]
    home = Home.make(tmp_path, discord_settings(discord) | {"token": wrong})
    async with BotProcess.start(discord, home.config, env=ENGLISH, ready=False) as bot:
        assert await bot.exit() == 78
        assert "Discord refused the token." in bot.stderr
        assert "Traceback" not in bot.stderr
        assert wrong not in bot.stdout + bot.stderr
    assert discord.take_problems() == ["GET /users/@me: 401 (0) 401: Unauthorized"]


async def test_a_token_that_is_withdrawn_while_it_runs_ends_it_with_78_and_a_sentence(
    discord: FakeDiscord, home: Home
) -> None:
    async with BotProcess.start(discord, home.config, env=ENGLISH) as bot:
        old, discord.world.token = discord.token, "another"
        discord.gateway.drop()
        assert await bot.exit() == 78
        assert "Discord refused the token." in bot.stderr
        assert "Traceback" not in bot.stderr
        assert old not in bot.stdout + bot.stderr
    assert discord.take_problems() == ["gateway: closed with 4004: the token is not the bot's"]


@pytest.mark.parametrize("gateway", ["", f"ws://{UNREACHABLE}"], ids=["gateway asked for", "gateway given"])
async def test_an_unreachable_api_ends_it_with_1_and_a_sentence(
    discord: FakeDiscord, tmp_path: Path, gateway: str
) -> None:
    settings = {"token": discord.token, "api_base": f"http://{UNREACHABLE}/api/v10", "gateway": gateway}
    home = Home.make(tmp_path, settings)
    async with BotProcess.start(discord, home.config, env=ENGLISH, ready=False) as bot:
        assert await bot.exit() == 1
        [sentence] = [line for line in bot.stderr.splitlines() if line.startswith("paperbot: ")]
        assert UNREACHABLE in sentence
        assert "Traceback" not in bot.stderr
        assert secrets_shown(bot, discord) == []


async def test_an_api_that_fails_ends_it_with_1_and_a_sentence(discord: FakeDiscord, home: Home) -> None:
    discord.faults.status("GET /gateway", 503)
    async with BotProcess.start(discord, home.config, env=ENGLISH, ready=False) as bot:
        assert await bot.exit() == 1
        assert "paperbot: " in bot.stderr
        assert "Traceback" not in bot.stderr


async def test_a_corpus_database_that_cannot_be_used_ends_it_with_1_and_a_sentence(
    discord: FakeDiscord, tmp_path: Path
) -> None:
    home = Home.make(tmp_path, discord_settings(discord), corpus_database="config.toml/corpus.db")
    async with BotProcess.start(discord, home.config, env=ENGLISH, ready=False) as bot:
        assert await bot.exit() == 1
        assert f"paperbot: The folder {tmp_path / 'config.toml'}" in bot.stderr
        assert "Traceback" not in bot.stderr
