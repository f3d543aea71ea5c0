"""The state database: opened when it is first needed, read and written in transactions, on either engine."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.state.engine.backend import Backend
from bot.state.engine.faults import StateError
from bot.state.engine.migration import bring_up_to_date
from retrieval.storage.faults import StoreFault

RETRIED_FOR_S: Final = 1.5  # people wait for it, and Discord waits 3 s for the first response
_LONGEST_PAUSE_S: Final = 0.05

T = TypeVar("T")
P = ParamSpec("P")


class Database:
    """Runs transactions, each as one function in a thread, so that whoever waits is waited for once.

    A transaction happens whole or not at all, whatever happens to the task that waits for it. One that another process
    came between, or whose connection was lost before its end, is tried again for RETRIED_FOR_S. The database is opened
    when it is first needed. Where that fails, or it can no longer be reached, every use raises StateError until it is
    tried again, at most once in `backend.reopen_every` seconds. `clock` counts seconds.
    """

    def __init__(self, backend: Backend, clock: Callable[[], float] = time.monotonic) -> None:
        self._backend = backend
        self._clock = clock
        # One that writes: several of one process would only come into each other's way.
        self._writers = ThreadPoolExecutor(1, "state-writer")
        self._readers = self._writers if backend.in_memory else ThreadPoolExecutor(backend.readers, "state-reader")
        self._opening: asyncio.Future[None] | None = None
        self._open_again_at = 0.0
        self.writes = 0
        """How many transactions this process has written: what was read before the last may be out of date."""
        self._closed = False
        self._closing: asyncio.Future[None] | None = None

    async def reach(self) -> None:
        """Open the database now if it is not open. Raises StateError."""
        if self._closed:
            raise StateError(StoreFault.CLOSED, path=self._backend.name)
        if self._opening is None or (_failed(self._opening) and self._clock() >= self._open_again_at):
            # Not cancelled with whoever waits, who may be in a hurry: what they began is of use to the next.
            self._opening = asyncio.get_running_loop().run_in_executor(self._writers, self._open)
            self._open_again_at = self._clock() + self._backend.reopen_every
        await asyncio.shield(self._opening)

    async def close(self) -> None:
        """Close all connections once the transactions that were asked for have ended. The threads keep the process
        alive until then. After it, every use raises."""
        self._closed = True
        if self._closing is None:
            self._closing = asyncio.get_running_loop().run_in_executor(None, self._finish)
        await asyncio.shield(self._closing)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run a transaction whose reads all see one state."""
        return await self._run(self._readers, lambda: self._transact(self._backend.reader, work))

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run a transaction that writes, as if there were no other at that time. It may be run more than once."""
        try:
            return await self._run(self._writers, lambda: self._transact(self._backend.writer, work))
        finally:
            self.writes += 1

    async def settle(self) -> None:
        """Have nothing remain of what was deleted, as far as the engine can see to it."""
        await self._run(self._writers, lambda: self._explained(self._backend.settle))

    async def _run(self, threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        await self.reach()
        if self._closed:
            raise StateError(StoreFault.CLOSED, path=self._backend.name)
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(threads, work)
        except StateError as error:
            if error.fault is StoreFault.UNREACHABLE:
                self._opening = loop.create_future()
                self._opening.set_exception(error)
                self._opening.exception()  # else it would be logged as never retrieved
                self._open_again_at = self._clock() + self._backend.reopen_every
            raise

    def _open(self) -> None:
        self._disconnect()  # from what was in this place before, if this is not the first time
        self._explained(lambda: bring_up_to_date(self._backend))

    def _finish(self) -> None:
        for threads in (self._readers, self._writers):
            threads.shutdown()
        if self._opening is not None:
            self._disconnect()

    def _disconnect(self) -> None:
        with suppress(StateError):  # what could not even be made has nothing to close
            for engine in (self._backend.reader, self._backend.writer):
                engine.dispose()

    def _transact(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        until = time.monotonic() + RETRIED_FOR_S
        while True:
            try:
                return self._transaction(engine, work)
            except DBAPIError as error:
                passing = error.connection_invalidated or self._backend.is_passing(error)
                if not passing or time.monotonic() > until:
                    raise self._explanation(error) from error
            # At random, so that those that came into each other's way do not meet again.
            time.sleep(random.uniform(0, _LONGEST_PAUSE_S))  # noqa: S311

    def _transaction(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        with engine.connect() as connection:
            transaction = connection.begin()
            result = work(connection)
            try:
                transaction.commit()
            except DBAPIError as error:
                if error.connection_invalidated:  # Nobody knows whether it has. To try again might do it twice.
                    raise self._explanation(error) from error
                raise
            return result

    def _explained(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except DBAPIError as error:
            raise self._explanation(error) from error

    def _explanation(self, error: DBAPIError) -> StateError | DBAPIError:
        return self._backend.explain(error) or error


def _failed(opening: asyncio.Future[None]) -> bool:
    return opening.done() and (opening.cancelled() or opening.exception() is not None)


class _Store(Protocol):
    _database: Database


S = TypeVar("S", bound=_Store)


def reading(
    work: Callable[Concatenate[S, Connection, P], T],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, T]]:
    """Make a method of a store out of a function that reads: it is awaited, and given the connection of a transaction
    whose reads all see one state. It raises StateError where the database fails."""

    @wraps(work)
    async def run(store: S, /, *args: P.args, **named: P.kwargs) -> T:
        return await store._database.read(lambda connection: work(store, connection, *args, **named))

    return run


def writing(
    work: Callable[Concatenate[S, Connection, P], T],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, T]]:
    """The same of a function that writes. It may be run more than once, so all that it does is in the database."""

    @wraps(work)
    async def run(store: S, /, *args: P.args, **named: P.kwargs) -> T:
        return await store._database.write(lambda connection: work(store, connection, *args, **named))

    return run
