"""What an interaction costs Paperbot, beside a bot that only ever answers with a line, in one run on one machine.

python -m tests.bench.interactions                        over the seeds
python -m tests.bench.interactions --digests FOLDER       over other digests
python -m tests.bench.interactions --check                exit 1 where a bar is not met

Both bots are processes of their own, each on a fake Discord that it speaks to over sockets, and take turns. Of each
kind of interaction, and 1, 20 and 200 asked at once, the table gives

  cpu         milliseconds of processor time of the bot's process for each
  p50, p99    milliseconds until the first response arrives
  ×           how many times the empty bot's
  lost        how many got no response that Discord takes: none within 3 seconds

and below it the time from the start of a process until it is ready, with the index saved, and its resident memory then,
and in the end. The empty bot answers with a text of 28 characters. A `search` is one of twenty, a `search anew` is one
that nobody has asked before. Processor times can be compared between machines; times until a response only within a
run, since the load of the machine and the fake's own work are in them. Medians of some rounds. Needs Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from tests.bench.interaction_load import KINDS, Asked, Load
from tests.bench.quality import SEEDS
from tests.fakes import BotProcess, FakeDiscord

PAPERBOT, EMPTY = "paperbot", "empty"
_COMMANDS = {PAPERBOT: ("-m", "bot"), EMPTY: ("-m", "tests.bench.empty_bot")}
_PEOPLE = 200
_AT_ONCE = (1, 20, 200)
_WAVES = {1: 100, 20: 10, 200: 1}  # in a round
_STARTS = 5
# The bars, as times the empty bot's where nothing else is said.
_BAR_CPU = 2.5
_BAR_P99_AT_20 = 2.5
_BAR_P99_AT_200 = 1.5  # seconds
_BAR_START = 2.0
_BAR_MEMORY = 110.0  # megabytes, over as many digests as somebody collects in half a year

Figures = dict[tuple[str, str, int], list["Measured"]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one kind of interaction, so many at once: seconds of processor time for each, and until each response."""

    cpu: float
    waited: list[float | None]

    @property
    def lost(self) -> int:
        return self.waited.count(None)

    def percentile(self, percent: float) -> float:
        arrived = [each for each in self.waited if each is not None]
        return float(np.percentile(arrived, percent)) if arrived else float("nan")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that runs, and who uses it."""

    process: BotProcess
    load: Load

    async def measure(self, kind: str, at_once: int) -> Measured:
        before = cpu_seconds(self.process.pid)
        waited = await self.load.run(kind, at_once, _WAVES[at_once])
        return Measured((cpu_seconds(self.process.pid) - before) / len(waited), waited)


def cpu_seconds(pid: int) -> float:
    """The processor time that all threads of a process have had: its clock as clock_getcpuclockid(3) names it."""
    return time.clock_gettime(~pid << 3 | 2)


def memory_mb(pid: int) -> float:
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines())
    return int(fields["VmRSS"].split()[0]) / 1024


def _configured(name: str, folder: Path, discord: FakeDiscord, digests: Path) -> Path:
    file = folder / f"{name}.config"
    settings = {"token": discord.token, "api_base": discord.api_base}
    if name == EMPTY:
        file.write_text(json.dumps(settings), "utf-8")
        return file
    lines = ["[discord]", *(f"{key} = {json.dumps(value)}" for key, value in settings.items())]
    lines += ["[corpus]", f"digests = [{json.dumps(str(digests.absolute()))}]", 'database = "corpus.db"']
    lines += ["[state]", 'database = "state.db"']
    file.write_text("\n".join(lines), "utf-8")
    return file


@asynccontextmanager
async def running(name: str, folder: Path, digests: Path, asked: Asked) -> AsyncIterator[Bot]:
    async with FakeDiscord.start() as discord:
        guild = discord.guild()
        config = _configured(name, folder, discord, digests)
        async with BotProcess.start(discord, config, command=_COMMANDS[name]) as process:
            people = [guild.member(f"reader{number}") for number in range(_PEOPLE)]
            yield Bot(process, Load(discord, people, asked))
        discord.take_problems()  # answers that came too late, which are counted


async def starts(folder: Path, digests: Path, asked: Asked) -> dict[str, tuple[float, float]]:
    """Seconds until each bot is ready, the index being saved, and the megabytes that it then has."""
    found: dict[str, list[tuple[float, float]]] = {PAPERBOT: [], EMPTY: []}
    for _ in range(1 + _STARTS):  # the first saves the index
        for name, of_bot in found.items():
            began = time.monotonic()
            async with running(name, folder, digests, asked) as bot:
                of_bot.append((time.monotonic() - began, memory_mb(bot.process.pid)))
                await bot.process.stop()
    return {
        name: (median(each for each, _ in of_bot[1:]), median(each for _, each in of_bot[1:]))
        for name, of_bot in found.items()
    }


async def interactions(
    folder: Path, digests: Path, asked: Asked, kinds: Sequence[str], rounds: int
) -> tuple[Figures, dict[str, float]]:
    """The measures by bot, kind and how many at once, one a round; and the megabytes that each bot has in the end."""
    found: Figures = {}
    async with AsyncExitStack() as stack:
        bots = {
            name: await stack.enter_async_context(running(name, folder, digests, asked)) for name in (PAPERBOT, EMPTY)
        }
        for bot in bots.values():
            await bot.load.greet()
        for number in range(-1, rounds):  # the first fills what is filled when it is first needed
            for kind, at_once, name in product(kinds, _AT_ONCE, bots):
                measured = await bots[name].measure(kind, at_once)
                if number >= 0:
                    found.setdefault((name, kind, at_once), []).append(measured)
        return found, {name: memory_mb(bot.process.pid) for name, bot in bots.items()}


class Table:
    """The figures as text, and which bars are not met."""

    def __init__(self, found: Figures) -> None:
        self._found = found
        self.failed: list[str] = []

    def line(self, kind: str, at_once: int) -> str:
        cpu = self._times(kind, at_once, lambda one: one.cpu, _BAR_CPU if at_once < _AT_ONCE[-1] else None)
        half = self._times(kind, at_once, lambda one: one.percentile(50))
        late = self._times(kind, at_once, lambda one: one.percentile(99), _BAR_P99_AT_20 if at_once == 20 else None)
        lost = sum(one.lost for one in self._found[PAPERBOT, kind, at_once])
        if at_once == _AT_ONCE[-1]:
            self.hold(f"{kind}: lost", lost, 0)
            self.hold(f"{kind}: p99 at {at_once}", self._median(PAPERBOT, kind, at_once, _p99), _BAR_P99_AT_200)
        return f"{kind:13} {at_once:4} {cpu}  {half}  {late}  {lost:4}"

    def _times(self, kind: str, at_once: int, of: Callable[[Measured], float], bar: float | None = None) -> str:
        ours, empty = (self._median(name, kind, at_once, of) for name in (PAPERBOT, EMPTY))
        if bar:
            self.hold(f"{kind}: {at_once} at once, times the empty bot's", ours / empty, bar)
        return f"{1000 * ours:8.2f} {1000 * empty:8.2f} {ours / empty:5.2f}"

    def _median(self, name: str, kind: str, at_once: int, of: Callable[[Measured], float]) -> float:
        return median(map(of, self._found[name, kind, at_once]))

    def hold(self, what: str, figure: float, bar: float) -> None:
        if not figure <= bar:
            self.failed.append(f"{what}: {figure:.2f}, and not {bar:g}")


def _p99(measured: Measured) -> float:
    return measured.percentile(99)


async def measure(digests: Path, kinds: Sequence[str], rounds: int) -> list[str]:
    """Print the table; the bars that are not met."""
    asked = Asked.of(digests)
    with TemporaryDirectory() as folder:
        begun = await starts(Path(folder), digests, asked)
        found, memory = await interactions(Path(folder), digests, asked, kinds, rounds)
    table = Table(found)
    print(f"{'':18}", *(f"{name:>8} {'empty':>8} {'×':>5} " for name in ("cpu ms", "p50 ms", "p99 ms")), "lost")
    for kind, at_once in product(kinds, _AT_ONCE):
        print(table.line(kind, at_once))
    ours, empty = begun[PAPERBOT], begun[EMPTY]
    print(f"ready after {ours[0]:.2f} s, the empty bot after {empty[0]:.2f} s: {ours[0] / empty[0]:.2f} ×")
    print(f"memory then {ours[1]:.0f} MB, in the end {memory[PAPERBOT]:.0f} MB; the empty bot's {empty[1]:.0f} MB")
    table.hold("start, times the empty bot's", ours[0] / empty[0], _BAR_START)
    table.hold("megabytes", memory[PAPERBOT], _BAR_MEMORY)
    return table.failed


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.interactions", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--digests", type=Path, default=SEEDS, help="a folder of digests; the seeds unless told")
    parser.add_argument("--kinds", default=",".join(KINDS), help="all unless told, of %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="%(default)s unless told")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bar is not met")
    arguments = parser.parse_args()
    failed = asyncio.run(measure(arguments.digests, arguments.kinds.split(","), arguments.rounds))
    for bar in failed:
        print(f"not met: {bar}", file=sys.stderr)
    return 1 if failed and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
