"""The library measured in a process of its own, for `speed.py`.

python -m tests.bench.speed_library DIGESTS TIMES FOLDER QUERIES ROUNDS
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from retrieval.library import Library
from tests.bench.corpus import copies, read_digests

_STARTS = 3


@dataclass(frozen=True, slots=True)
class LibraryFigures:
    """Seconds to open the library with nothing saved, to open it again, and to reload one new digest; the median
    milliseconds of each query, from what was typed to papers with their excerpts."""

    cold_s: float
    warm_s: float
    reload_s: float
    query_ms: list[float]


async def measure(source: Path, number: int, folder: Path, queries: Sequence[str], rounds: int) -> LibraryFigures:
    digests, database = folder / "digests", folder / "corpus.db"
    digests.mkdir()
    originals = read_digests(source)
    *present, new = list(copies(originals, number + 1))[: number * len(originals) + 1]
    for digest in present:
        (digests / f"{digest.day}.md").write_text(digest.text, "utf-8")

    async def opened() -> tuple[Library, float]:
        started = time.perf_counter()
        library = await Library.open(database, [digests])
        return library, time.perf_counter() - started

    library, cold = await opened()
    warm = []
    for _ in range(_STARTS):
        await library.close()
        library, taken = await opened()
        warm.append(taken)
    try:
        (digests / f"{new.day}.md").write_text(new.text, "utf-8")
        started = time.perf_counter()
        await library.reload()
        reload = time.perf_counter() - started
        return LibraryFigures(cold, median(warm), reload, await _times(library, queries, rounds))
    finally:
        await library.close()


async def _times(library: Library, queries: Sequence[str], rounds: int) -> list[float]:
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(rounds):
        for query, of_query in zip(queries, taken, strict=True):
            of_query.append((await library.search(query)).took_ms)
    return list(map(median, taken))


if __name__ == "__main__":
    of, size, scratch, queries_file, rounds_wanted = sys.argv[1:]
    typed = json.loads(Path(queries_file).read_text("utf-8"))
    found = asyncio.run(measure(Path(of), int(size), Path(scratch), typed, int(rounds_wanted)))
    print(json.dumps(asdict(found)))
