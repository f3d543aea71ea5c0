"""Run by test_reload.py: a reload is killed before its first statement, its second, … and prints what was left.

Prints `old` or `new` for each kill; fails where the corpus is neither, or cannot be brought up to date after it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from retrieval.digests.files import read_changes
from retrieval.storage.store import Contents, Store

PAPER = "### [Title {0}](https://arxiv.org/abs/2402.0000{0})\n\nVote: {1}\n\nAuthors: A. Author\n\n- A point.\n\n"
State = tuple[Contents, dict[str, str]]


def write(folder: Path, files: dict[str, list[tuple[int, int]]]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, papers in files.items():
        (folder / name).write_text("".join(PAPER.format(*paper) for paper in papers), encoding="utf-8")


async def state(database: Path) -> State:
    store = await Store.open(database)
    found = await store.contents(), await store.known()
    await store.close()
    return found


async def reload(database: Path, folder: Path) -> None:
    store = await Store.open(database)
    await store.apply(read_changes([folder], await store.known()))
    await store.close()


def kill_before(number: int) -> Callable[..., sqlite3.Connection]:
    """A sqlite3.connect whose connections kill the process before their statement of that number."""
    statements = 0

    def count(_: str) -> None:
        nonlocal statements
        statements += 1
        if statements == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*args: Any, connect: Callable[..., sqlite3.Connection], **kwargs: Any) -> sqlite3.Connection:
        connection = connect(*args, **kwargs)
        connection.set_trace_callback(count)
        return connection

    return partial(connect, connect=sqlite3.connect)


def killed(number: int, database: Path, folder: Path) -> bool:
    """Whether the reload, run in a process of its own, came to a statement of that number."""
    for thread in set(threading.enumerate()) - {threading.main_thread()}:
        thread.join()  # of a connection that was closed a moment ago
    child = os.fork()
    if child == 0:
        with patch("sqlite3.connect", kill_before(number)):
            asyncio.run(reload(database, folder))
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def main(folder: Path) -> None:
    digests, database = folder / "digests", folder / "a.db"
    write(digests, {"2024-02-14.md": [(1, 1), (2, 2)], "2024-02-15.md": [(3, 3)]})
    asyncio.run(reload(database, digests))
    old = asyncio.run(state(database))
    shutil.copy(database, folder / "old.db")
    write(digests, {"2024-02-14.md": [(1, 9), (4, 4)], "2024-02-16.md": [(5, 5)]})
    asyncio.run(reload(database, digests))
    new = asyncio.run(state(database))

    number, going = 0, True
    while going:
        number += 1
        for leftover in folder.glob("a.db*"):
            leftover.unlink()
        shutil.copy(folder / "old.db", database)
        going = killed(number, database, digests)
        left = asyncio.run(state(database))
        sys.stdout.write({old[0].revision: "old ", new[0].revision: "new "}[left[0].revision])
        if left not in (old, new):
            raise AssertionError(f"half a corpus after the kill before statement {number}: {left}")
        asyncio.run(reload(database, digests))
        if asyncio.run(state(database)) != new:
            raise AssertionError(f"no recovery after the kill before statement {number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
