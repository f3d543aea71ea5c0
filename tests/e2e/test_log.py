"""What a bot that runs writes on standard error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.conftest import ENGLISH, Home, discord_settings, secrets_shown
from tests.fakes import BotProcess, FakeDiscord

CALLBACK = "POST /interactions/*/callback"
TYPED = "zzgiraffe"
JSON_LOG = '\n[log]\nformat = "json"\nlevel = "{level}"\n'


def logging_json(home: Home, level: str = "info") -> Home:
    home.config.write_text(home.config.read_text() + JSON_LOG.format(level=level))
    return home


def records(bot: BotProcess) -> list[dict[str, Any]]:
    return [json.loads(line) for line in bot.stderr.splitlines()]


async def test_one_id_leads_through_all_lines_of_an_interaction(discord: FakeDiscord, home: Home) -> None:
    member = discord.guild().member()
    async with BotProcess.start(discord, logging_json(home).config) as bot:
        for query in ("diffusion model", "mixtures of experts"):
            discord.faults.cut(CALLBACK, times=2)
            await member.slash("paper search", query=query)
        assert await bot.stop() == 0
        lines = [one for one in records(bot) if "a reply was lost" in one["message"]]
    calls = [one["call"] for one in lines]
    assert len(calls) == 4
    assert calls[0] == calls[1] != calls[2] == calls[3]


@pytest.mark.parametrize("verbose", [False, True], ids=["debug in the settings", "verbose"])
async def test_every_line_is_json_and_holds_no_word_that_was_typed(
    discord: FakeDiscord, home: Home, verbose: bool
) -> None:
    guild = discord.guild()
    member = guild.member()
    command = ["-m", "bot", "-v"] if verbose else ["-m", "bot"]
    async with BotProcess.start(discord, logging_json(home, "debug").config, command=command) as bot:
        reply = await member.slash("paper search", query=f"diffusion {TYPED}")
        discord.faults.status(CALLBACK, 400)
        await member.slash("paper search", query=TYPED)
        discord.faults.cut(CALLBACK)
        await member.slash("paper ask", question=f"{TYPED}?")
        await member.answer(member.mention(TYPED))
        await member.slash("follow add", query=TYPED)
        await member.autocomplete("paper show", paper=TYPED)
        await member.slash("saved search", query=TYPED)
        assert await bot.stop() == 0
        assert any(one["level"] == "debug" for one in records(bot))
        assert TYPED not in bot.stderr
        assert reply.text
        assert secrets_shown(bot, discord) == []


async def test_an_error_that_nobody_expected_is_logged_without_what_it_quotes(
    discord: FakeDiscord, home: Home, tmp_path: Path
) -> None:
    """The program is started with a service that fails on what was typed, as code with a bug does."""
    (tmp_path / "broken.py").write_text(
        "import asyncio, sys\n"
        "from bot.features.papers.service import Papers\n"
        "async def late(text): raise KeyError(text)\n"
        "async def search(self, *args, **kwargs):\n"
        "    self.task = asyncio.create_task(late(str(args)))\n"
        "    await asyncio.sleep(0)\n"
        "    del self.task\n"
        "    raise ValueError(str(args))\n"
        "Papers.search = Papers.find = search\n"
        "from bot.__main__ import main\n"
        "main()\n"
    )
    member = discord.guild().member()
    async with BotProcess.start(discord, logging_json(home).config, command=[str(tmp_path / "broken.py")]) as bot:
        reply = await member.slash("paper search", query=TYPED)
        assert "Something went wrong" in reply.text
        assert await bot.stop() == 0
        assert TYPED not in bot.stderr
        errors = {one["error"] for one in records(bot) if "error" in one}
    assert errors == {"ValueError", "KeyError"}


async def test_what_ends_it_is_a_line_of_json_too(discord: FakeDiscord, tmp_path: Path) -> None:
    home = logging_json(Home.make(tmp_path, discord_settings(discord) | {"token": discord.token[::-1]}))
    async with BotProcess.start(discord, home.config, env=ENGLISH, ready=False) as bot:
        assert await bot.exit() == 78
        [last] = [one for one in records(bot) if one["level"] == "critical"]
        assert last["message"].startswith("Discord refused the token.")
    discord.take_problems()
