"""How fast search is beside other engines, over the same terms and queries, in one run on one machine.

python -m tests.bench.speed --digests FOLDER                 the digests, and 10 and 100 times as many
python -m tests.bench.speed --digests FOLDER --sizes 1,10    without the largest, which takes minutes and gigabytes

The queries are those of `judged/`. More digests than there are come from `corpus.py`. Each engine has a process of its
own; times are medians of some rounds, in milliseconds by query, in seconds to build the index from lists of terms.
Needs Linux and `pip install -e '.[bench]'`. Exits with 1 where our scores are not those of rank_bm25.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np

from retrieval.query.query import parse_query
from tests.bench.corpus import copies, documents, read_digests
from tests.bench.quality import read_judged
from tests.bench.speed_engines import ENGINES
from tests.bench.speed_library import LibraryFigures
from tests.bench.speed_worker import Figures, save_documents

_T = TypeVar("_T")

_OURS, _REFERENCE = "paperbot", "rank_bm25"
_ROUNDS = 5
_SLOW = (_REFERENCE, "FTS5")
_SLOW_QUERIES, _SLOW_FROM = 20, 10  # what these are asked, and the size from which on they are asked no more


def typed_queries() -> list[str]:
    """The judged queries that have terms to search for."""
    judged = [one.query for kind in read_judged().values() for one in kind]
    return [query for query in judged if query_terms(query)]


def query_terms(query: str) -> list[str]:
    return list(dict.fromkeys(parse_query(query).terms))


def compare(source: Path, size: int, engines: Sequence[str], folder: Path) -> dict[str, Figures]:
    """The figures of each engine over `size` times the digests; slow ones are asked every nth query."""
    file = folder / "documents.npz"
    _say(f"{size}×: making documents")
    number = save_documents(documents(copies(read_digests(source), size)), file)
    queries = [query_terms(query) for query in typed_queries()]
    found = {}
    for name in engines:
        _say(f"{size}×: {name} over {number} papers")
        slow = name in _SLOW and size >= _SLOW_FROM
        some = queries[:: len(queries) // _SLOW_QUERIES] if slow else queries
        (folder / "queries.json").write_text(json.dumps(some), "utf-8")
        found[name] = Figures(
            **_run("speed_worker", name, file, folder / "queries.json", folder, 1 if slow else _ROUNDS)
        )
        _say(f"    p50 {median(found[name].query_ms):.4f} ms")
    return found


def table(size: int, found: dict[str, Figures]) -> str:
    """A line for each engine; `×` is how many times as fast as the reference its median is, over the same queries."""
    lines = [f"{size}×  {'engine':10} {'p50 ms':>9} {'p99 ms':>9} {'×':>6} {'build s':>8} {'MB':>8}"]
    for name, figures in found.items():
        times = figures.query_ms
        faster = f"{speedup(found[_REFERENCE], figures):6.0f}" if _REFERENCE in found else f"{'':6}"
        lines.append(
            f"{'':3} {name:10} {median(times):9.4f} {np.percentile(times, 99):9.4f} {faster}"
            f" {figures.build_s:8.2f} {figures.memory_mb:8.1f}"
        )
    return "\n".join(lines)


def speedup(reference: Figures, other: Figures) -> float:
    return median(reference.query_ms) / median(_same(reference, other.query_ms))


def differences(reference: Figures, ours: Figures) -> int:
    """How many queries have other best scores."""
    return sum(a != b for a, b in zip(reference.scores, _same(reference, ours.scores), strict=True))


def _same(reference: Figures, each: Sequence[_T]) -> Sequence[_T]:
    """Of figures by query, those of the queries that the reference was asked."""
    return each if len(each) == len(reference.query_ms) else each[:: len(each) // _SLOW_QUERIES]


def library_line(size: int, figures: LibraryFigures) -> str:
    times = figures.query_ms
    return (
        f"{size}×  whole query p50 {median(times):.2f} ms, p99 {np.percentile(times, 99):.2f} ms,"
        f" asked first p50 {median(figures.first_ms):.2f} ms, p99 {np.percentile(figures.first_ms, 99):.2f} ms;"
        f" cold start {figures.cold_s:.2f} s, warm {figures.warm_s:.2f} s, reload of a digest {figures.reload_s:.2f} s"
    )


def _run(module: str, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)]
    # With Python's own allocator, a few objects would keep megabytes that are free from being given back.
    environment = os.environ | {"PYTHONMALLOC": "malloc"}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--digests", type=Path, required=True, help="a folder of digests")
    parser.add_argument("--sizes", default="1,10,100", help="how many times the digests; 1,10,100 unless told")
    parser.add_argument("--engines", default=",".join(ENGINES), help="all unless told, of %(default)s")
    parser.add_argument("--library", default="1,10", help="sizes at which to time the whole query path, and starts")
    arguments = parser.parse_args()
    wrong = 0
    for size in map(int, filter(None, arguments.sizes.split(","))):
        with TemporaryDirectory() as folder:
            found = compare(arguments.digests, size, arguments.engines.split(","), Path(folder))
        print(table(size, found), flush=True)
        if {_OURS, _REFERENCE} <= found.keys():
            wrong += differences(found[_REFERENCE], found[_OURS])
    for size in map(int, filter(None, arguments.library.split(","))):
        with TemporaryDirectory() as folder:
            _say(f"{size}×: the library")
            queries = Path(folder) / "queries.json"
            queries.write_text(json.dumps(typed_queries()), "utf-8")
            figures = _run("speed_library", arguments.digests, size, folder, queries, _ROUNDS)
            print(library_line(size, LibraryFigures(**figures)), flush=True)
    if wrong:
        _say(f"the scores of {wrong} queries are not those of {_REFERENCE}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
