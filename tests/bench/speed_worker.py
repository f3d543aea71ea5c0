"""One engine measured in a process of its own, for `speed.py`.

python -m tests.bench.speed_worker ENGINE DOCUMENTS QUERIES FOLDER ROUNDS
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from tests.bench.speed_engines import ENGINES

_TINY = [["a", "b"], ["b", "c"], ["c"]] * 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds to build an index, its megabytes, and for each query the median milliseconds and the best scores."""

    build_s: float
    memory_mb: float
    query_ms: list[float]
    scores: list[list[float]]


def save_documents(documents: Iterable[Sequence[str]], file: Path) -> int:
    """Write documents for the workers to read, and say how many they are."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    rows = [np.fromiter(map(numbers.__getitem__, text), np.int32, len(text)) for text in documents]
    lengths = np.fromiter(map(len, rows), np.int32, len(rows))
    np.savez(file, terms=np.array("\n".join(numbers)), rows=np.concatenate(rows), lengths=lengths)
    return len(rows)


def read_documents(file: Path) -> list[list[str]]:
    with np.load(file) as saved:
        terms = saved["terms"].item().split("\n")
        rows, ends = saved["rows"], np.cumsum(saved["lengths"]).tolist()
    starts = [0, *ends[:-1]]
    return [[terms[term] for term in rows[start:end].tolist()] for start, end in zip(starts, ends, strict=True)]


def times(search: Callable[[Sequence[str]], object], queries: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """The median milliseconds of each query; every round asks all of them, so that none finds its own traces.

    Of the processor: on a busy machine, what takes long would wait as well, and look slower than it is.
    """
    taken: list[list[float]] = [[] for _ in queries]
    for _ in range(rounds):
        for query, of_query in zip(queries, taken, strict=True):
            started = time.thread_time()
            search(query)
            of_query.append(1000 * (time.thread_time() - started))
    return list(map(median, taken))


def measure(name: str, file: Path, queries: Sequence[Sequence[str]], folder: Path, rounds: int) -> Figures:
    make = ENGINES[name]
    with TemporaryDirectory(dir=folder) as tiny:  # what an engine loads or compiles at its first use is not its index
        save_documents(_TINY, Path(tiny) / "documents.npz")
        with closing(make(read_documents(Path(tiny) / "documents.npz"), Path(tiny))) as engine:
            engine.top(["a", "b"])
        del engine
    before = resident_mb()
    documents = read_documents(file)
    with TemporaryDirectory(dir=folder) as files:
        started = time.process_time()
        with closing(make(documents, Path(files))) as engine:
            built = time.process_time() - started
            del documents
            found = [[score for _, score in engine.top(query) if score > 0] for query in queries]
            taken = times(engine.top, queries, rounds)
            return Figures(built, resident_mb() - before, taken, found)


def resident_mb() -> float:
    """What this process has in memory, without what it has freed."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/status").read_text("ascii").split()
    return int(status[status.index("VmRSS:") + 1]) / 1024


if __name__ == "__main__":
    engine_name, documents_file, queries_file, scratch, number = sys.argv[1:]
    asked = json.loads(Path(queries_file).read_text("utf-8"))
    print(json.dumps(asdict(measure(engine_name, Path(documents_file), asked, Path(scratch), int(number)))))
