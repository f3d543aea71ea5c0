"""How a library grows: its build, its start, a reload, its memory, searches and drawing, at several sizes.

python -m tests.bench.scale --digests FOLDER                        2, 21 and 206 times the digests
python -m tests.bench.scale --digests FOLDER --times 2,21           without the largest, which takes an hour
python -m tests.bench.scale --digests FOLDER --engines tantivy,…    other engines beside it, as in `speed.py`

More digests than there are come from `corpus.py`. Each part runs in a process of its own (`scale_library.py`). Seconds
and milliseconds are of the processor, megabytes are resident. Searches are the judged queries, the same words in
quotes, and with conditions; drawing is from an answer to its view. Needs Linux, and for other engines
`pip install -e '.[bench]'`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from tests.bench.corpus import copies, read_digests
from tests.bench.scale_library import Build, Serving
from tests.bench.speed import compare, table


def measured(source: Path, times: int, folder: Path) -> tuple[Build, Serving]:
    """The figures over `times` the digests."""
    digests = folder / "digests"
    digests.mkdir()
    for digest in copies(read_digests(source), times):
        (digests / f"{digest.day}.md").write_text(digest.text, "utf-8")
    return Build(**_run("build", folder)), Serving(**_run("serve", folder))


def _run(part: str, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.scale_library", part, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"})
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def rows(build: Build, serving: Serving) -> dict[str, float]:
    """What is told of a size, in order."""
    found = {
        "papers": build.papers,
        "digest files": build.files,
        "cold build, s": build.cpu_s,
        "… of which reading and storing": build.stored_s,
        "… at most, MB": build.most_mb,
        "database, MB": build.database_mb,
        "saved index, MB": build.index_mb,
        "warm start, s": serving.start_s,
        "… MB": serving.start_mb,
        "a look without news, s": serving.look_s,
        "a new day, s apart": serving.day_apart_s,
        "… at most, MB apart": serving.day_apart_mb,
        "… s here": serving.day_here_s,
        "… ms that the event loop was late at most": serving.late_ms,
        "… at most, MB here": serving.most_mb,
    }
    for kind, taken in serving.search_ms.items():
        found |= {f"{kind}, {p} ms": float(np.percentile(taken, at)) for p, at in (("p50", 50), ("p99", 99))}
    return found


def lines(by_size: list[dict[str, float]]) -> list[str]:
    """A row for each figure, a column for each size, and how it grows from the first size to the last: as papers to the
    power of so much."""
    growth = math.log(by_size[-1]["papers"] / by_size[0]["papers"])
    told = []
    for name in by_size[0]:
        columns = [found[name] for found in by_size]
        grows = f"{math.log(columns[-1] / columns[0]) / growth:6.2f}" if growth and all(columns) else f"{'':6}"
        told.append(f"{name:42}" + "".join(f"{_short(column):>12}" for column in columns) + grows)
    return told


def _short(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.3g}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--digests", type=Path, required=True, help="a folder of digests")
    parser.add_argument("--times", default="2,21,206", help="how many times the digests; %(default)s unless told")
    parser.add_argument("--engines", default="", help="engines to measure beside it, of those of `speed.py`")
    arguments = parser.parse_args()
    found = []
    for times in map(int, arguments.times.split(",")):
        with TemporaryDirectory() as name:
            print(f"{times}×: making digests", file=sys.stderr, flush=True)
            found.append(rows(*measured(arguments.digests, times, Path(name))))
        print("\n".join(lines(found)), flush=True)
        if arguments.engines:
            with TemporaryDirectory() as name:
                print(table(times, compare(arguments.digests, times, arguments.engines.split(","), Path(name))))


if __name__ == "__main__":
    main()
