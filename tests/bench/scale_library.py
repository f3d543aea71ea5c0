"""A part of `scale.py` in a process of its own, over the digests in FOLDER/digests.

python -m tests.bench.scale_library build FOLDER     nothing is there before: digests → database and saved index
python -m tests.bench.scale_library serve FOLDER     as a bot that runs: start, searches, drawing, a reload
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
import time
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import get_native_id

from bot.core.app import App
from bot.discord.client import layout_of
from bot.features.extensions import EXTENSIONS
from bot.features.papers.service import Papers
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from retrieval.reloading.intake import Intake
from retrieval.storage.store import Store
from tests.bench.reloads import new_day, resident_mb
from tests.bench.speed import typed_queries

_MB = 1 << 20
_NAP = 0.002  # seconds
_SOME = 60  # of each kind of query


@dataclass(frozen=True, slots=True)
class Build:
    papers: int
    files: int
    cpu_s: float
    stored_s: float
    most_mb: float
    database_mb: float
    index_mb: float


@dataclass(frozen=True, slots=True)
class Serving:
    """`search_ms` are by kind of query; those of a reload are of the process that does it (apart) and of the one that
    answers meanwhile (here)."""

    start_s: float
    start_mb: float
    look_s: float
    day_apart_s: float
    day_apart_mb: float
    day_here_s: float
    late_ms: float
    most_mb: float
    search_ms: dict[str, list[float]]


@contextmanager
def timed(into: list[float]) -> Iterator[None]:
    """Adds seconds of the processor, of all threads."""
    started = time.process_time()
    yield
    into.append(time.process_time() - started)


async def build(folder: Path) -> Build:
    database, digests = folder / "corpus.db", folder / "digests"
    storing: list[float] = []
    indexing: list[float] = []
    with timed(storing):
        store = await Store.open(database)
        await Intake(store, (digests,), None).take_up()
        await store.close()
    with timed(indexing):
        library = await Library.open(database, [digests])
        await library.close()
    status = library.status()
    return Build(
        status.papers,
        status.files,
        storing[0] + indexing[0],
        storing[0],
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        database.stat().st_size / _MB,
        database.with_suffix(".index").stat().st_size / _MB,
    )


async def serve(folder: Path) -> Serving:
    starting: list[float] = []
    looking: list[float] = []
    taking: list[float] = []
    with timed(starting):
        library = await Library.open(folder / "corpus.db", [folder / "digests"], apart=True)
    state = await State.open(":memory:")
    memory = resident_mb(os.getpid())
    try:
        papers = App(library, state, lambda: datetime.now(UTC), FEATURES).service(Papers)
        found = {name: await _search(papers, queries) for name, queries in kinds().items()}
        found["drawing"] = await _drawn(papers)
        with timed(looking):
            await library.reload()
        new_day(folder / "digests")
        before = _children()
        with timed(taking):
            late = await _late(library.reload())
        apart = _children()
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        return Serving(starting[0], memory, looking[0], apart - before, mb, taking[0], 1000 * late, most, found)
    finally:
        await state.close()
        await library.close()


async def _late(work: Awaitable[object]) -> float:
    """Seconds that the event loop was held up at most while something was done, without those for which other programs
    had the processor: https://docs.kernel.org/scheduler/sched-stats.html."""
    most, doing = 0.0, asyncio.ensure_future(work)
    while not doing.done():
        started, queued = time.perf_counter(), _queued()
        await asyncio.sleep(_NAP)
        most = max(most, time.perf_counter() - started - _NAP - (_queued() - queued))
    return most


def _queued() -> float:
    """Seconds that this thread could have run, and did not."""
    return int(Path(f"/proc/self/task/{get_native_id()}/schedstat").read_text("ascii").split()[1]) / 1e9


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def kinds() -> dict[str, list[str]]:
    """Some queries of each kind, as they are typed."""
    plain = typed_queries()
    some = plain[:: len(plain) // _SOME]
    conditions = ("since:2024-02 votes:>5", "has:code", "author:wang", "sort:date")
    return {
        "search, asked first": some,
        "search, asked again": some,
        "phrase, asked first": [f'"{query}"' for query in some],
        "conditions, asked first": [f"{query} {conditions[at % 4]}" for at, query in enumerate(some)],
        "conditions alone": [f"{one} {other}" for one in conditions for other in conditions if one != other],
    }


async def _search(papers: Papers, queries: Sequence[str]) -> list[float]:
    taken: list[float] = []
    for query in queries:
        with timed(taken):
            await papers.search(query)
    return [1000 * each for each in taken]


async def _drawn(papers: Papers) -> list[float]:
    draw = layout_of(EXTENSIONS)
    taken: list[float] = []
    for query in kinds()["search, asked again"]:
        answer = await papers.search(query)
        with timed(taken):
            draw(answer, "ko")
    return [1000 * each for each in taken]


async def measure(part: str, folder: Path) -> Build | Serving:
    return await (build(folder) if part == "build" else serve(folder))


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(measure(sys.argv[1], Path(sys.argv[2]))))))
