"""Connections to SQLite, counted: Python 3.13 alone warns of those that nobody closes, and only when it finds them."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch


class Connection(sqlite3.Connection):
    """One that says when it was closed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.closed = threading.Event()
        self.thread = threading.current_thread()

    def close(self) -> None:
        super().close()
        self.closed.set()


@contextmanager
def connections(made: Callable[[int], object] = lambda number: None) -> Iterator[Sequence[Connection]]:
    """Every connection made meanwhile; `made` is called with the number of each, in the thread that makes it."""
    found: list[Connection] = []

    def connect(*args: Any, connect: Callable[..., Connection], **kwargs: Any) -> Connection:
        found.append(connect(*args, factory=Connection, **kwargs))
        made(len(found))
        return found[-1]

    with patch("sqlite3.connect", partial(connect, connect=sqlite3.connect)):
        yield found


async def all_closed(found: Sequence[Connection]) -> bool:
    """Whether all are, or are in a moment, each by its thread, which then has nothing more to say to the event loop."""
    for one in found:
        await asyncio.to_thread(one.thread.join, 5)
    return all(one.closed.is_set() for one in found)
