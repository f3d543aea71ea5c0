"""Several processes with a shard each, on one PostgreSQL: each does its part, and together they do everything once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from signal import SIGKILL

import pytest
from sqlalchemy import URL

from bot.state import State
from bot.state.follows import Owner
from bot.state.schedules import Schedule
from tests.e2e.conftest import Home, discord_settings
from tests.e2e.unasked import in_channel, posted, publish, said, text
from tests.fakes import BotProcess, FakeDiscord, GuildDriver

SHARDS = 2


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord.start(shards=SHARDS) as discord:
        yield discord


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
def home(tmp_path: Path, discord: FakeDiscord, place: Path | URL | str) -> Home:
    assert isinstance(place, URL)
    address = place.render_as_string(hide_password=False)
    return Home.make(tmp_path, discord_settings(discord), state_database=address)


@pytest.fixture
def guilds(discord: FakeDiscord) -> list[GuildDriver]:
    """One of each shard, in their order."""
    found: dict[int, GuildDriver] = {}
    while len(found) < SHARDS:
        guild = discord.guild()
        found.setdefault((int(guild.guild.id) >> 22) % SHARDS, guild)
    return [found[shard] for shard in range(SHARDS)]


def shard(number: int) -> tuple[str, ...]:
    return ("--shards", str(number), "--shard-count", str(SHARDS))


async def start(stack: AsyncExitStack, discord: FakeDiscord, home: Home) -> list[BotProcess]:
    starts = (BotProcess.start(discord, home.config, options=shard(number)) for number in range(SHARDS))
    return list(await asyncio.gather(*(stack.enter_async_context(one) for one in starts)))


async def test_each_day_and_each_alert_comes_once_and_the_commands_are_registered_once(
    discord: FakeDiscord, home: Home, guilds: list[GuildDriver], place: URL
) -> None:
    channels, reader = [guild.channel("daily") for guild in guilds], guilds[1].member("reader")
    state = await State.open(place)
    await state.alerts.mark_seen(())
    await state.follows.add(Owner(int(reader.user.id)), "author:Hopper", "en")
    for guild, channel in zip(guilds, channels, strict=True):
        day, at = date(2024, 6, 13), datetime.now(UTC)
        where = int(channel.id), int(guild.guild.id)
        await state.schedules.set(Schedule(*where, 0, "UTC", 5, None, False, "en", day, at, user_id=1))
    await state.close()
    publish(home)
    async with AsyncExitStack() as stack:
        bots = await start(stack, discord, home)
        for channel in channels:
            await posted(discord, channel)
        await posted(discord, reader.direct().channel)
        assert discord.syncs == 1
        for bot, own, other in zip(bots, channels, reversed(channels), strict=True):
            await said(bot, f"in channel {own.id}")
            assert f"in channel {other.id}" not in bot.stderr
    for channel in (*channels, reader.direct().channel):
        [message] = in_channel(discord, channel)
        assert "A new paper" in text(message)


async def test_a_shard_whose_process_died_goes_on_in_another_with_what_was_chosen(
    discord: FakeDiscord, home: Home, guilds: list[GuildDriver]
) -> None:
    admin = guilds[1].member("admin", manage_guild=True)
    async with AsyncExitStack() as stack:
        _, second = await start(stack, discord, home)
        panel = await admin.slash("settings")
        await admin.choose(panel, "3", custom_id="set:per-page")
        await second.stop(SIGKILL)
        await stack.enter_async_context(BotProcess.start(discord, home.config, options=shard(1)))
        found = await admin.slash("paper search", query="diffusion")
        assert found.text.count("](https://arxiv.org/abs/") == 3
