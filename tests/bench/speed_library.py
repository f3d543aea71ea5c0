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
    """Seconds to open the library with nothing saved, to open it again, and to reload one new digest; milliseconds of
    each query, from what was typed to papers with their excerpts: the first time that it is asked, and the median of
    some rounds, which find what was remembered of words. All of the processor, as in `speed_worker.times`."""

    cold_s: float
    warm_s: float
    reload_s: float
    query_ms: list[float]
    first_ms: list[float]


async def measure(source: Path, number: int, folder: Path, queries: Sequence[str], rounds: int) -> LibraryFigures:
    digests, database = folder / "digests", folder / "corpus.db"
    digests.mkdir()
    originals = read_digests(source)
    *present, new = list(copies(originals, number + 1))[: number * len(originals) + 1]
    for digest in present:
        (digests / f"{digest.day}.md").write_text(digest.text, "utf-8")

    async def opened() -> tuple[Library, float]:
        started = time.process_time()
        library = await Library.open(database, [digests])
        return library, time.process_time() - started

    library, cold = await opened()
    warm = []
    for _ in range(_STARTS):
        await library.close()
        library, taken = await opened()
        warm.append(taken)
    try:
        (digests / f"{new.day}.md").write_text(new.text, "utf-8")
        started = time.process_time()
        await library.reload()
        reload = time.process_time() - started
        await library.close()  # when the index is saved, which would go on meanwhile
        library, _ = await opened()
        first = await _times(library, queries, 1)
        return LibraryFigures(cold, median(warm), reload, await _times(library, queries, rounds), first)
    finally:
        await library.close()


async def _times(library: Library, queries: Sequence[str], rounds: int) -> list[float]:
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(rounds):
        for query, of_query in zip(queries, taken, strict=True):
            started = time.process_time()
            await library.search(query)
            of_query.append(1000 * (time.process_time() - started))
    return list(map(median, taken))


if __name__ == "__main__":
    of, size, scratch, queries_file, rounds_wanted = sys.argv[1:]
    typed = json.loads(Path(queries_file).read_text("utf-8"))
    found = asyncio.run(measure(Path(of), int(size), Path(scratch), typed, int(rounds_wanted)))
    print(json.dumps(asdict(found)))
