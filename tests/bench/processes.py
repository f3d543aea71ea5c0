"""python -m tests.bench.processes MINUTES: four processes on one PostgreSQL, killed and cut off, and what came of it.

Each process has one shard of four. Every few seconds one of them is killed and started again; meanwhile the connections
to PostgreSQL are cut, it is out of reach for a while, and it is restarted. Days are published one after another, each
once every channel has the one before; people save papers, follow authors and choose settings all along. In the end
every day must stand in every channel once, every alert must have come once, and all that the bot said it kept is there.
"""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from signal import SIGKILL

from sqlalchemy import URL

from bot.state import State
from bot.state.follows import Owner
from bot.state.schedules import Schedule
from tests.bot.desk import digest
from tests.e2e.conftest import Home, discord_settings
from tests.e2e.unasked import in_channel, text
from tests.fakes import BotProcess, DriverError, FakeDiscord, Person
from tests.fakes.world import Channel
from tests.postgres import Postgres, running
from tests.relay import Relay

SHARDS = 4
GUILDS = 8
CHANNELS = 2  # of a guild
READERS = 3  # of a guild
FIRST_DAY = date(2024, 6, 14)
PAPERS = ("2402.08609", "2402.05120", "2312.00752", "2312.11514", "2401.10774")
KILL_EVERY = (3.0, 8.0)  # seconds
DAY_WITHIN = 240.0  # seconds; a claim whose process died is held for 30


@dataclass(slots=True)
class Trial:
    """What goes on, and what it came to."""

    discord: FakeDiscord
    home: Home
    postgres: Postgres
    relay: Relay
    channels: list[Channel] = field(default_factory=list)
    readers: list[Person] = field(default_factory=list)
    processes: dict[int, BotProcess] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    happened: Counter[str] = field(default_factory=Counter)
    saved: set[tuple[int, str]] = field(default_factory=set)
    followed: set[int] = field(default_factory=set)
    chosen: dict[int, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    async def set_up(self) -> None:
        state = await State.open(self.postgres.url)
        await state.alerts.mark_seen(())
        for number in range(GUILDS):
            guild = self.discord.guild()
            self.readers += [guild.member(f"reader{number}-{each}") for each in range(READERS)]
            for channel in (guild.channel(f"c{each}") for each in range(CHANNELS)):
                self.channels.append(channel)
                assert await state.schedules.set(_schedule(int(channel.id), int(guild.guild.id)))
        for reader in self.readers[::READERS]:
            await state.follows.add(Owner(int(reader.user.id)), "author:Hopper", "en")
        await state.close()

    async def keep_running(self, shard: int) -> None:
        options = ("--shards", str(shard), "--shard-count", str(SHARDS))
        while True:
            async with BotProcess.start(self.discord, self.home.config, options=options, ready=False) as bot:
                self.processes[shard] = bot
                code = await bot.exit(timeout=86_400)
                if code != -SIGKILL:
                    self.faults.append(f"shard {shard} ended with {code}: {bot.stderr[-2000:]}")
                if "Traceback" in bot.stderr:
                    self.faults.append(bot.stderr[bot.stderr.index("Traceback") - 300 :][:3000])

    async def kill(self) -> None:
        while True:
            await asyncio.sleep(random.uniform(*KILL_EVERY))
            bot = self.processes.get(random.randrange(SHARDS))
            with suppress(ProcessLookupError, DriverError):
                if bot:
                    await bot.stop(SIGKILL)
                    self.happened["processes killed"] += 1

    async def cut_off(self) -> None:
        while True:
            await asyncio.sleep(random.uniform(8, 12))
            await self.relay.cut(refuse=False)
            self.happened["connections cut"] += 1
            await asyncio.sleep(random.uniform(8, 12))
            await self.relay.cut()
            await asyncio.sleep(3)
            await self.relay.mend()
            self.happened["out of reach for 3 s"] += 1
            await asyncio.sleep(random.uniform(8, 12))
            await asyncio.to_thread(self.postgres.restart)
            self.happened["PostgreSQL restarted"] += 1

    async def use(self, reader: Person) -> None:
        """Save, follow and choose, and note what the bot says that it keeps."""
        while True:
            await asyncio.sleep(random.uniform(1, 6))
            try:
                async with asyncio.timeout(5):
                    await random.choice((self._save, self._follow, self._choose))(reader)
            except (DriverError, TimeoutError, AssertionError, StopIteration, KeyError):
                self.happened["interactions without an answer"] += 1

    async def _save(self, reader: Person) -> None:
        paper = random.choice(PAPERS)
        reply = await reader.slash("saved add", paper=paper)
        if "Saved “" in reply.text:
            self.saved.add((int(reader.user.id), paper))
        self.happened["answers"] += 1

    async def _follow(self, reader: Person) -> None:
        reply = await reader.slash("follow add", query="author:Hopper")
        if "cannot be reached" not in reply.text:
            self.followed.add(int(reader.user.id))
        self.happened["answers"] += 1

    async def _choose(self, reader: Person) -> None:
        panel = await reader.slash("settings")
        wanted = random.choice(("on", "off"))
        user_id = int(reader.user.id)
        self.chosen.pop(user_id, None)  # until the bot has said that it keeps it, either may be kept
        await reader.click(panel, custom_id=f"set:private:{wanted}")
        if "cannot be reached" not in panel.text and panel.buttons:
            self.chosen[user_id] = wanted == "on"
        self.happened["answers"] += 1

    async def publish(self, until: float) -> None:
        day = FIRST_DAY
        while time.monotonic() < until:
            self.days.append(day)
            (self.home.digests / f"{day}.md").write_text(digest(day, [_title(day)]))
            started = time.monotonic()
            while missing := [one for one in self.channels if not self.count(one, day)]:
                if time.monotonic() > started + DAY_WITHIN:
                    self.faults.append(f"{day} is missing in {len(missing)} channels")
                    break
                await asyncio.sleep(0.2)
            took = time.monotonic() - started
            print(f"{day}: in {len(self.channels)} channels after {took:.0f} s  {dict(self.happened)}", flush=True)
            day += timedelta(days=1)

    def count(self, channel: Channel, day: date) -> int:
        return sum(_title(day) in text(message) for message in in_channel(self.discord, channel))

    async def judge(self) -> None:
        counts = Counter(self.count(channel, day) for channel in self.channels for day in self.days)
        print(f"{len(self.days)} days in {len(self.channels)} channels; posts of a day in a channel: {dict(counts)}")
        if set(counts) != {1}:
            self.faults.append(f"posts of a day in a channel: {dict(counts)}")
        alerts = [len(in_channel(self.discord, reader.direct().channel)) for reader in self.readers]
        from_the_start = alerts[::READERS]  # the others followed at some time or never
        print(
            f"alerts to who followed from the start: {dict(Counter(from_the_start))}; to all: {dict(Counter(alerts))}"
        )
        if set(from_the_start) != {1} or max(alerts) > 1:
            self.faults.append(f"alerts: {alerts}")
        state = await State.open(self.postgres.url)
        lost: list[object] = []
        for user_id, paper in self.saved:
            lost += [] if paper in {one.arxiv_id for one in await state.saved.of(user_id)} else [(user_id, paper)]
        for user_id in self.followed:
            lost += [] if (await state.follows.of(Owner(user_id)))[1] else [(user_id, "author:Hopper")]
        for user_id, private in self.chosen.items():
            chosen, _ = await state.settings.of(user_id, None)
            lost += [] if chosen.private == private else [(user_id, private)]
        await state.close()
        print(f"said to be kept: {len(self.saved)} saves, {len(self.followed)} follows, {len(self.chosen)} settings")
        print(f"lost: {lost}")
        self.faults += [f"lost: {one}" for one in lost]


def _schedule(channel_id: int, guild_id: int) -> Schedule:
    day = FIRST_DAY - timedelta(days=1)
    return Schedule(channel_id, guild_id, 0, "UTC", 5, None, False, "en", day, datetime.now(UTC), user_id=1)


def _title(day: date) -> str:
    return f"The Paper of Day {day.toordinal()}"


async def attempt(minutes: float) -> int:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        postgres = stack.enter_context(running(f"bench-{folder.name}"))
        relay = await stack.enter_async_context(Relay.before(_plain(postgres.url), folder))
        discord = await stack.enter_async_context(FakeDiscord.start(shards=SHARDS))
        address = relay.url.render_as_string(hide_password=False)
        home = Home.make(folder, discord_settings(discord), state_database=address)
        trial = Trial(discord, home, postgres, relay)
        await trial.set_up()
        started = time.monotonic()
        runners = [asyncio.create_task(trial.keep_running(shard)) for shard in range(SHARDS)]
        await discord.until(lambda: discord.gateway.complete or None, "all shards", 120)
        troubles: list[Callable[[], Awaitable[None]]] = [trial.kill, trial.cut_off]
        tasks = [asyncio.ensure_future(each()) for each in troubles]
        tasks += [asyncio.create_task(trial.use(reader)) for reader in trial.readers]
        await trial.publish(started + minutes * 60)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.sleep(35)  # what was claimed by a process that was killed comes after this
        await trial.judge()
        for runner in runners:
            runner.cancel()
        await asyncio.gather(*runners, return_exceptions=True)
        print(dict(trial.happened))
        for fault in trial.faults:
            print("FAULT", fault)
        return 1 if trial.faults else 0


def _plain(url: URL) -> URL:
    return url.difference_update_query(["connect_timeout"])


if __name__ == "__main__":
    sys.exit(asyncio.run(attempt(float(sys.argv[1]) if len(sys.argv) > 1 else 10)))
