"""python -m tests.soak [--minutes M] [--people N] [--calm]: a table, a row every so often, and a verdict.

`--calm` leaves out faults and reloads: what interactions alone leave behind. Needs Linux.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from tests.e2e.conftest import Home, discord_settings
from tests.e2e.monitoring import free_port, monitored
from tests.fakes import BotProcess, FakeDiscord
from tests.soak.people import Crowd, Tally
from tests.soak.verdict import Row, faults, growth, processor
from tests.soak.vitals import vitals

_ROWS = 60


async def soak(minutes: float, people: int, seed: int, *, calm: bool) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        async with FakeDiscord.start() as discord:
            port = free_port()
            home = monitored(Home.make(Path(folder), discord_settings(discord)), port)
            crowd = Crowd(discord, people, seed)
            async with BotProcess.start(discord, home.config) as bot:
                tasks = [asyncio.create_task(crowd.act()), asyncio.create_task(crowd.forget())]
                if not calm:
                    tasks += [asyncio.create_task(crowd.fail()), asyncio.create_task(crowd.publish(home.digests))]
                rows = [row async for row in _watch(crowd, bot.pid, port, minutes * 60)]
                for task in tasks:
                    task.cancel()
                for task in tasks:
                    with suppress(asyncio.CancelledError):
                        await task
                print(f"it ended with {await bot.stop()}")
                told = [line for line in bot.stderr.splitlines() if " ERROR " in line or "Traceback" in line]
                print(f"{len(told)} errors logged", *told[:5], sep="\n")
            discord.take_problems()
            discord.faults._planned.clear()
    return rows


async def _watch(crowd: Crowd, pid: int, port: int, seconds: float) -> AsyncIterator[Row]:
    began, done = time.monotonic(), 0
    print("   time   interactions   first response, p99   lost   memory   descriptors   threads   tasks", flush=True)
    for number in range(1, _ROWS + 1):
        await asyncio.sleep(max(0.0, began + seconds * number / _ROWS - time.monotonic()))
        tally, crowd.tally = crowd.tally, Tally()
        done += tally.done
        p99 = float(np.percentile(tally.waited, 99)) if tally.waited else 0.0
        row = Row(time.monotonic() - began, done, p99, len(tally.lost), await vitals(pid, port))
        for lost in tally.lost:
            print(f"lost: {lost}")
        now = row.vitals
        print(
            f"{row.seconds:6.0f} s {row.done:14,} {row.p99:18.3f} s {row.lost:6} {now.memory:5.0f} MB"
            f" {now.descriptors:13} {now.threads:9} {now.tasks:7}",
            flush=True,
        )
        yield row


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--calm", action="store_true")
    asked = parser.parse_args()
    rows = asyncio.run(soak(asked.minutes, asked.people, asked.seed, calm=asked.calm))
    found = list(faults(rows))
    print(f"{growth(rows):+.1f} MB in 10,000 interactions, {1000 * processor(rows):.1f} ms of processor time for each")
    print("flat" if not found else "not flat: " + "; ".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
