"""Run by test_killed_fetch.py: fetch from an address into a folder, from a day on."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from retrieval.sources.fetcher import Fetcher, SourceSettings
from retrieval.sources.planning import Span
from retrieval.sources.web.timing import Timing


async def at_once(seconds: float) -> None:
    await asyncio.sleep(0)


def main(base: str, folder: Path, since: str) -> None:
    timing = Timing(now=lambda: datetime(2026, 11, 21, 3, tzinfo=UTC), sleep=at_once)
    settings = SourceSettings(folder, (), huggingface_base=base)
    asyncio.run(Fetcher(settings, timing).fetch(Span(datetime.fromisoformat(since).date())))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
