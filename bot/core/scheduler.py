"""Runs jobs that nobody asks for: taking up new digests, and sending what is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.monitoring.calls import Call, calling
from bot.monitoring.metrics import timed_reload
from retrieval.digests.files import CorpusError
from retrieval.library import Library
from retrieval.storage.faults import StoreError

log = logging.getLogger(__name__)

RETRY_AFTER: Final = timedelta(minutes=1)
AT_ONCE: Final = 4  # messages that are sent at the same time
_SHORTEST_SLEEP: Final = 0.5  # seconds, so that clocks that differ by a little make nobody spin


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the digests are read again: at least `every` so long, and by command after a `cooldown`, 0 or more."""

    cooldown: timedelta = timedelta(minutes=1)
    every: timedelta = timedelta(minutes=15)


PACE: Final = Pace()
Job = Callable[[], Awaitable[datetime | None]]
"""Does what is due, and returns when to call it again; None: nothing is planned."""


async def bounded_gather(
    tasks: Iterable[Coroutine[Any, Any, datetime | None]], now: Callable[[], datetime]
) -> list[datetime]:
    """Run tasks, AT_ONCE at a time, and return when they want to be tried again. Whatever happens to one, the others
    go on."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def bounded(task: Coroutine[Any, Any, datetime | None]) -> datetime | None:
        async with turns:
            return await task

    outcomes = await asyncio.gather(*map(bounded, tasks), return_exceptions=True)
    again = []
    for outcome in outcomes:
        if isinstance(outcome, StoreError):
            log.warning("what was due has to wait: %s", outcome)
            again.append(now() + RETRY_AFTER)
        elif isinstance(outcome, BaseException):
            log.error("one of what was due was not done; it is tried again", exc_info=outcome)
            again.append(now() + RETRY_AFTER)
        elif outcome:
            again.append(outcome)
    return again


class Scheduler:
    """Calls each job whenever it wants to be called. It reads the digests again before what is planned, so that nothing
    is sent that is out of date, and at least as often as `pace` says."""

    def __init__(self, library: Library, now: Callable[[], datetime], jobs: Sequence[Job], pace: Pace = PACE) -> None:
        self._library = library
        self._now = now
        self._jobs = jobs
        self._awake = asyncio.Event()
        self._every = pace.every
        self._reload_at = self._planned = now() + self._every

    def wake(self) -> None:
        """Look now: a schedule, a follow or the papers have changed."""
        self._awake.set()

    async def run(self) -> None:
        """Look whenever something is due, until cancelled. No fault ends it."""
        while True:
            self._awake.clear()
            following = await self.look()
            pause = max(_SHORTEST_SLEEP, (following - self._now()).total_seconds())
            try:
                async with asyncio.timeout(pause):
                    await self._awake.wait()
            except TimeoutError:
                continue

    async def look(self) -> datetime:
        """Do what is due; when to look again."""
        if self._now() >= self._planned:
            await self._call(self._reload)
        moments = [await self._call(job) for job in self._jobs]
        self._planned = min([self._reload_at, *filter(None, moments)])
        return self._planned

    async def _reload(self) -> None:
        self._reload_at = self._now() + self._every
        report = await timed_reload(self._library.reload())
        if report.files_read:
            log.info("%d digests read, %d papers added", report.files_read, report.added)

    async def _call(self, job: Job) -> datetime | None:
        try:
            with calling(Call()):
                return await job()
        except (StoreError, CorpusError) as error:
            log.warning("what was due has to wait: %s", error)
        except Exception:
            log.exception("what was due was not done; it is tried again")
        return self._now() + RETRY_AFTER
