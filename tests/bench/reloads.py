"""How late the bot answers while it takes up new digests, beside how late it answers otherwise.

python -m tests.bench.reloads --digests FOLDER                 21 times the digests
python -m tests.bench.reloads --digests FOLDER --times 2       another number of copies (`corpus.py`)

The bot is a process of its own, on a fake Discord that it speaks to over sockets, with the index saved. Somebody
searches five times a second, whether or not the answer before has come. In turn: nothing changes; a digest of a new
day comes; it goes; every file changes but for what it says; every tenth digest is another. Milliseconds until the
answer, megabytes of the bot and of the process that reloads for it at their most. Needs Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np

from tests.bench.corpus import copies, read_digests
from tests.bench.speed import typed_queries
from tests.fakes import BotProcess, FakeDiscord, GuildDriver, Person
from tests.fakes.interactions import COMMAND

_EVERY = 0.2  # seconds
_IDLE = 30.0
_SAMPLED = 0.05
_PATIENCE = 900.0

T = TypeVar("T")


@dataclass(slots=True)
class Watch:
    """Asks on and on, and notes how long each answer took, and the most memory that the bot and its children have."""

    person: Person
    queries: Sequence[str]
    pid: int
    waited: list[float] = field(default_factory=list)
    most_mb: float = 0.0
    most_child_mb: float = 0.0

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._weigh())
            for number in range(sys.maxsize):
                tasks.create_task(self._ask(self.queries[number % len(self.queries)]))
                await asyncio.sleep(_EVERY)

    async def _ask(self, query: str) -> None:
        started = time.perf_counter()
        await self.person.slash("paper search", query=query)
        self.waited.append(time.perf_counter() - started)

    async def _weigh(self) -> None:
        while True:
            self.most_mb = max(self.most_mb, resident_mb(self.pid))
            self.most_child_mb = max([self.most_child_mb, *map(resident_mb, children(self.pid))])
            await asyncio.sleep(_SAMPLED)

    def line(self, name: str, took: float) -> str:
        """The figures since the last line."""
        found = 1000 * np.array(self.waited or [np.nan])
        p50, p99, last = np.percentile(found, (50, 99, 100)).tolist()
        text = f"{name:28} {took:7.1f} {len(found):6} {p50:7.0f} {p99:7.0f} {last:7.0f}"
        text += f" {self.most_mb:8.0f} {self.most_child_mb:8.0f}"
        self.waited.clear()
        self.most_mb = self.most_child_mb = 0.0
        return text


def resident_mb(pid: int) -> float:
    with suppress(OSError, ValueError):
        status = Path(f"/proc/{pid}/status").read_text("ascii").split()
        return int(status[status.index("VmRSS:") + 1]) / 1024
    return 0.0


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def new_day(digests: Path) -> Callable[[], None]:
    """Writes a digest of ten new papers; what is returned takes it away."""
    source = sorted(digests.glob("*.md"))[0].read_text("utf-8")
    text = re.sub(r"/abs/\d{4}\.", "/abs/9901.", re.sub(r"\d{4}(-\d{2}-\d{2})", r"2098\1", source, count=1))
    new = digests / "2098-01-01.md"
    new.write_text(text, "utf-8")
    return new.unlink


def touch_all(digests: Path) -> None:
    for file in digests.glob("*.md"):
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")


def change_many(digests: Path) -> None:
    for file in sorted(digests.glob("*.md"))[::10]:
        file.write_text(re.sub(r"(?m)^(\s*[-*] )", r"\1And: ", file.read_text("utf-8")), "utf-8")


async def _reload(discord: FakeDiscord, admin: Person, watch: Watch, name: str, change: Callable[[], T]) -> T:
    changed = await asyncio.to_thread(change)
    started = time.perf_counter()
    interaction = admin._command(COMMAND, "corpus reload", {}, checked=True)
    await discord.until(lambda: interaction.outcome, name, timeout=_PATIENCE)
    print(watch.line(name, time.perf_counter() - started), flush=True)
    return changed


async def measure(digests: Path, folder: Path) -> None:
    async with FakeDiscord.start() as discord:
        guild: GuildDriver = discord.guild()
        config = folder / "config.toml"
        config.write_text(
            f"[discord]\ntoken = {json.dumps(discord.token)}\napi_base = {json.dumps(discord.api_base)}\n"
            f"[corpus]\ndigests = [{json.dumps(str(digests))}]\ndatabase = 'corpus.db'\nreload_cooldown = 0\n"
            "[state]\ndatabase = 'state.db'\n",
            "utf-8",
        )
        first = await asyncio.create_subprocess_exec(sys.executable, "-m", "bot", "--config", config, "status")
        await first.wait()
        async with BotProcess.start(discord, config) as bot:
            await _measured(discord, bot, guild, digests)


async def _measured(discord: FakeDiscord, bot: BotProcess, guild: GuildDriver, digests: Path) -> None:
    watch = Watch(guild.member("reader"), typed_queries(), bot.pid)
    admin = guild.member("admin", manage_guild=True)
    print(f"{'':28} {'s':>7} {'asked':>6} {'p50 ms':>7} {'p99 ms':>7} {'most':>7} {'bot MB':>8} {'child MB':>8}")
    asking = asyncio.create_task(watch.run())
    try:
        await asyncio.sleep(_IDLE)
        watch.line("", 0)
        await asyncio.sleep(_IDLE)
        print(watch.line("nothing", _IDLE), flush=True)
        await _reload(discord, admin, watch, "a reload without news", lambda: None)
        gone = await _reload(discord, admin, watch, "one new day", lambda: new_day(digests))
        await _reload(discord, admin, watch, "which goes", gone)
        await _reload(discord, admin, watch, "every file, without news", lambda: touch_all(digests))
        await _reload(discord, admin, watch, "a tenth of all is new", lambda: change_many(digests))
    finally:
        asking.cancel()
        await asyncio.wait([asking])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reloads", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--digests", type=Path, required=True, help="a folder of digests")
    parser.add_argument("--times", type=int, default=21, help="how many times the digests; %(default)s unless told")
    arguments = parser.parse_args()
    with TemporaryDirectory() as name:
        digests = Path(name) / "digests"
        digests.mkdir()
        for digest in copies(read_digests(arguments.digests), arguments.times):
            (digests / f"{digest.day}.md").write_text(digest.text, "utf-8")
        asyncio.run(measure(digests, Path(name)))


if __name__ == "__main__":
    main()
