"""Fetches that are killed at any moment. PAPERBOT_TEST_KILLS=20 kills more often."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from datetime import date, timedelta
from pathlib import Path

from retrieval.digests.abstracts import parse_abstracts
from retrieval.digests.files import digest_files, read_changes
from tests.fakes.huggingface import FakeHub, record
from tests.retrieval.sources.fetching import Fetching

ROOT = Path(__file__).parents[3]
KILLS = int(os.environ.get("PAPERBOT_TEST_KILLS", "5"))
FIRST = date(2026, 11, 1)
DAYS = [(FIRST + timedelta(days=number)).isoformat() for number in range(20)]


async def test_killed_at_any_moment_and_run_again_it_has_every_day_whole_and_once(fetching: Fetching) -> None:
    hub = fetching.hub
    hub.days = {day: [record(f"2611.{index:02}{number:03}") for number in range(60)] for index, day in enumerate(DAYS)}
    chance = random.Random(11)
    for _ in range(KILLS):
        await kill(fetching, chance.randrange(len(DAYS) * 2))
        look(fetching.folder)
    await finish(fetching)
    found = read_changes([fetching.folder], {})
    entries = [entry for change in found.changed for entry in change.entries]
    assert len(entries) == len({(entry.date, entry.arxiv_id) for entry in entries}) == 60 * len(DAYS)
    assert [change.warnings for change in found.changed if change.warnings] == []
    hidden = {".first-page.json", ".huggingface.json", ".paperbot.lock"}
    assert {path.name for path in fetching.folder.glob(".*")} == hidden
    texts = [path.read_text() for path in sorted(fetching.folder.glob("abstracts*.jsonl"))]
    assert sum(len(parse_abstracts(text)[0]) for text in texts) == 60 * len(DAYS)


def look(folder: Path) -> None:
    """Whatever there is now is whole."""
    changes = read_changes([folder], {}) if digest_files([folder]).files else None
    for change in changes.changed if changes else ():
        assert len(change.entries) == 60 or not change.name.endswith(".md"), change.name
        assert change.warnings == ()


async def kill(fetching: Fetching, after: int) -> None:
    """Kill a fetch a moment after so many of the answers that it gets."""
    process = await start(fetching.hub, fetching.folder)
    before = len(fetching.hub.asked)
    while len(fetching.hub.asked) < before + after and process.returncode is None:
        await asyncio.wait({asyncio.create_task(process.wait())}, timeout=0.002)
    if process.returncode is None:
        process.kill()
    await process.wait()


async def finish(fetching: Fetching) -> None:
    process = await start(fetching.hub, fetching.folder)
    async with asyncio.timeout(60):
        assert await process.wait() == 0


async def start(hub: FakeHub, folder: Path) -> asyncio.subprocess.Process:
    script = str(Path(__file__).with_name("killed_fetch.py"))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return await asyncio.create_subprocess_exec(sys.executable, script, hub.url, str(folder), DAYS[0], env=environment)
