"""Ending the bot: whoever sends SIGTERM soon sends SIGKILL."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from tests.e2e.conftest import Home, deferred, discord_settings
from tests.fakes import BotProcess, FakeDiscord
from tests.fakes.waiting import PATIENCE


async def gateway_closed(discord: FakeDiscord) -> None:
    """The session ended: it was not left to be resumed, as a lost connection is."""
    await discord.until(lambda: not discord.gateway.sessions or None, "the gateway to be closed")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
async def test_a_signal_ends_it_with_0_and_closes_the_gateway(
    discord: FakeDiscord, home: Home, number: signal.Signals
) -> None:
    discord.guild()
    async with BotProcess.start(discord, home.config) as bot:
        assert await bot.stop(number) == 0
        assert "Traceback" not in bot.stderr
    await gateway_closed(discord)


async def test_sigterm_ends_it_while_a_command_is_being_answered(discord: FakeDiscord, home: Home) -> None:
    admin = discord.guild().member(manage_guild=True)
    async with BotProcess.start(discord, home.config) as bot:
        (home.digests / "2024-07-01.md").write_text("## Daily Papers (2024-07-01)\n")
        with home.corpus_being_written():
            reload = asyncio.create_task(admin.slash("corpus reload"))
            await deferred(discord)
            assert await bot.stop() == 0
        reload.cancel()
        assert "Traceback" not in bot.stderr
    await gateway_closed(discord)


@pytest.mark.parametrize("call", ["POST /channels/*/typing", "POST /channels/*/messages", "POST /interactions/*"])
async def test_sigterm_ends_it_quietly_while_discord_does_not_take_an_answer(
    discord: FakeDiscord, home: Home, call: str
) -> None:
    member = discord.guild().member()
    held = discord.faults.hold(call)
    async with BotProcess.start(discord, home.config) as bot:
        member.mention("MoE")
        asked = asyncio.create_task(member.slash("paper search", query="MoE"))
        await held.met.wait()
        assert await bot.stop() == 0
        asked.cancel()
        assert "Traceback" not in bot.stderr
        assert "never retrieved" not in bot.stderr


async def test_sigterm_ends_it_while_the_gateway_does_not_answer(discord: FakeDiscord, tmp_path: Path) -> None:
    called = asyncio.Event()

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await reader.read()
        writer.close()

    async with await asyncio.start_server(say_nothing, "127.0.0.1", 0) as gateway:
        host, port = gateway.sockets[0].getsockname()
        home = Home.make(tmp_path, discord_settings(discord) | {"gateway": f"ws://{host}:{port}"})
        async with BotProcess.start(discord, home.config, ready=False) as bot:
            await asyncio.wait_for(called.wait(), PATIENCE)
            assert await bot.stop() == 0
