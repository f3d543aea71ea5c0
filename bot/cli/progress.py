"""A bar that shows how far a long command is, and its end at Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from retrieval.sources.reporting import Progress as Told


async def finished(work: Callable[[Told], Awaitable[object]]) -> bool:
    """Do the work, which tells how far it is; False where it was stopped."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel if task else loop.stop)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        line = bar.add_task("", total=None)

        def told(done: int, total: int, day: date) -> None:
            bar.update(line, completed=done, total=total, description=day.isoformat())

        with suppress(asyncio.CancelledError):
            await work(told)
            return True
    return False
