"""One SQLite file of ours: opened or made, brought to its newest schema, read and written in transactions."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import aiosqlite

from retrieval.storage.aside import file_identity
from retrieval.storage.faults import StoreError as StoreError
from retrieval.storage.faults import StoreFault, sqlite_code, sqlite_fault

MEMORY: Final = ":memory:"
BUSY_TIMEOUT_S: Final = 10.0  # how long a writer waits for another process to finish its transaction
REOPEN_EVERY_S: Final = 60.0  # how often a file that could not be opened is tried again
LARGEST_LOG: Final = 1 << 26  # bytes that the log keeps of the disk once a large transaction is in the file
WAL_ATTEMPTS: Final = 15
WAL_PAUSE_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Schema:
    """What a database of ours holds.

    `application_id` (32 bits) marks its files as ours: https://www.sqlite.org/pragma.html#pragma_application_id. Its
    first 24 bits are the same for all databases of a program.
    `steps[n]` are the statements that lead from version n to n + 1; a released step never changes.
    `damaged` is the fault of a damaged file, which says what to do with it; `error` is what failures are raised as.
    `wait_s` is how long a writer waits for other programs, `read_wait_s` a reader, where they lock the whole file.
    `forgets`: what is deleted is overwritten in the file.
    """

    application_id: int
    steps: tuple[tuple[str, ...], ...]
    damaged: StoreFault
    error: type[StoreError] = StoreError
    wait_s: float = BUSY_TIMEOUT_S
    read_wait_s: float = BUSY_TIMEOUT_S
    forgets: bool = False


@dataclass(frozen=True, slots=True)
class _Connections:
    writer: aiosqlite.Connection
    reader: aiosqlite.Connection
    direct: sqlite3.Connection | None
    """That of the reader, for threads of others. SQLite lets one use it at a time."""
    closing: AsyncExitStack
    identity: tuple[int, int] | None


class Database:
    """One connection that writes and one that reads, so that readers never wait for a writer (WAL).

    Transactions of each kind take turns; those of other processes are waited for, as long as the schema says. In memory
    there is one connection for both. The file is opened when it is first needed; where that fails, every use raises
    until it is tried again, at most once in `REOPEN_EVERY_S`. `clock` counts seconds.
    """

    def __init__(self, path: Path | str, schema: Schema, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = str(path)
        self._schema = schema
        self._clock = clock
        self._write_turn = asyncio.Lock()
        self._read_turn = self._write_turn if self._path == MEMORY else asyncio.Lock()
        self._opening: asyncio.Task[_Connections] | None = None
        self._open_again_at = 0.0
        self._closed = False

    @classmethod
    async def open(cls, path: Path | str, schema: Schema) -> Database:
        """Open the file, make it and its folder where there is none, and apply the schema's missing steps.

        A file that is not ours is left as it is. Raises the schema's error.
        """
        database = cls(path, schema)
        try:
            await database.reach()
        except BaseException:
            await database.close()
            raise
        return database

    async def reach(self) -> None:
        """Open the file now if it is not open. Raises as `open` does."""
        await self._connected()

    @property
    def identity(self) -> tuple[int, int] | None:
        """Which file is open, as `file_identity` tells it; where none could be opened, which is at its path."""
        if self._opening is None or not self._opening.done() or _failed(self._opening):
            return file_identity(self._path)
        return self._opening.result().identity

    async def close(self) -> None:
        """Close both connections, once the transactions that are going on have ended, or at once where this is
        cancelled. Their threads keep the process alive until then. After it, every use raises."""
        self._closed = True
        if self._opening is None:
            return
        try:
            await asyncio.wait([self._opening])
            for turn in (self._write_turn, self._read_turn):
                async with turn:
                    pass  # none begins any more
        finally:
            # An opening that is cancelled closes by itself what it has opened.
            if not self._opening.cancel() and not _failed(self._opening):
                await self._opening.result().closing.aclose()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[aiosqlite.Connection]:
        """A transaction that holds the write lock from its start, and is undone by any exception or cancellation."""
        writer = (await self._connected()).writer
        async with self._write_turn:
            self._refuse_if_closed()
            with _explained(self._path, self._schema):
                async with _transaction(writer, "BEGIN IMMEDIATE"):
                    yield writer

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[aiosqlite.Connection]:
        """A transaction whose reads all see one state."""
        reader = (await self._connected()).reader
        async with self._read_turn:
            self._refuse_if_closed()
            with _explained(self._path, self._schema):
                async with _transaction(reader, "BEGIN"):
                    yield reader

    async def rows(self, sql: str, parameters: Iterable[str | int]) -> Iterable[Any]:
        """What one statement reads: it sees one state by itself, in a quarter of the time that a transaction takes."""
        reader = (await self._connected()).reader
        async with self._read_turn:
            self._refuse_if_closed()
            with _explained(self._path, self._schema):
                return await reader.execute_fetchall(sql, parameters)

    def rows_here(self, sql: str, parameters: Iterable[str | int]) -> list[Any] | None:
        """As `rows`, in the thread that calls, which may wait for the file; None where no file is open. Raises what
        sqlite3 does."""
        if self._closed or self._opening is None or not self._opening.done() or _failed(self._opening):
            return None
        direct = self._opening.result().direct
        return direct.execute(sql, tuple(parameters)).fetchall() if direct else None

    async def settle(self) -> None:
        """Bring the file itself up to the last transaction, and empty the log that leads to it; what was deleted is
        then in neither. It is left undone while another process reads from that log."""
        writer = (await self._connected()).writer
        async with self._write_turn:
            self._refuse_if_closed()
            with _explained(self._path, self._schema):
                await writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise self._schema.error(StoreFault.CLOSED, path=self._path)

    async def _connected(self) -> _Connections:
        self._refuse_if_closed()
        if self._opening is None or (_failed(self._opening) and self._clock() >= self._open_again_at):
            # A task of its own: whoever waits may be in a hurry, and what they began is of use to the next.
            self._opening = asyncio.create_task(_open(self._path, self._schema))
            self._open_again_at = self._clock() + REOPEN_EVERY_S
        return await asyncio.shield(self._opening)


def _failed(opening: asyncio.Task[_Connections]) -> bool:
    return opening.done() and (opening.cancelled() or opening.exception() is not None)


async def _open(name: str, schema: Schema) -> _Connections:
    async with AsyncExitStack() as stack:
        with _explained(name, schema):
            if name != MEMORY:
                await asyncio.to_thread(_make_folder, Path(name).parent, schema)
            writer, _ = await _connect(name, schema.wait_s, stack)
            await _check(writer, name, schema)
            await _prepare(writer, schema)
            await _migrate(writer, schema)
            reader, direct = writer, None
            if name != MEMORY:
                reader, direct = await _connect(name, schema.read_wait_s, stack)
        return _Connections(writer, reader, direct, stack.pop_all(), file_identity(name))


async def _connect(
    name: str, wait_s: float, closing: AsyncExitStack
) -> tuple[aiosqlite.Connection, sqlite3.Connection]:
    made: Future[sqlite3.Connection] = Future()

    def make() -> sqlite3.Connection:
        made.set_result(sqlite3.connect(name, isolation_level=None, timeout=wait_s, check_same_thread=False))
        return made.result()

    connection = aiosqlite.Connection(make, iter_chunk_size=64)
    try:
        await connection
    except BaseException:
        # aiosqlite drops, unclosed, what it makes for one who is cancelled: github.com/omnilib/aiosqlite/issues/259.
        made.add_done_callback(lambda made: made.result().close())
        raise
    closing.push_async_callback(connection.close)
    return connection, made.result()


def _make_folder(folder: Path, schema: Schema) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise schema.error(StoreFault.NO_FOLDER, path=folder, detail=error.strerror) from error


@asynccontextmanager
async def _transaction(connection: aiosqlite.Connection, begin: str) -> AsyncIterator[None]:
    try:
        await connection.execute(begin)
        yield
        await connection.commit()
    finally:
        # Unconditional: after a cancellation the statement before it may still be on its way to the connection's
        # thread, and this queues up behind it. After the commit it does nothing.
        await connection.rollback()


async def _number(connection: aiosqlite.Connection, sql: str) -> int:
    [[value]] = await connection.execute_fetchall(sql)
    return int(value)


async def _check(connection: aiosqlite.Connection, name: str, schema: Schema) -> None:
    """Refuse, before anything is written, a file that is not ours or is newer than this program."""
    async with _transaction(connection, "BEGIN"):
        owner = await _number(connection, "PRAGMA application_id")
        version = await _number(connection, "PRAGMA user_version")
        tables = await _number(connection, "SELECT count(*) FROM sqlite_master")
    if owner != schema.application_id and (owner or version or tables):
        is_ours = owner >> 8 == schema.application_id >> 8
        raise schema.error(StoreFault.OTHER_PURPOSE if is_ours else StoreFault.FOREIGN, path=name)
    if version > len(schema.steps):
        raise schema.error(StoreFault.TOO_NEW, path=name, version=version, known=len(schema.steps))


async def _prepare(connection: aiosqlite.Connection, schema: Schema) -> None:
    await connection.execute("PRAGMA foreign_keys = ON")
    await connection.execute("PRAGMA synchronous = NORMAL")
    await connection.execute_fetchall(f"PRAGMA journal_size_limit = {LARGEST_LOG}")
    await connection.execute_fetchall(f"PRAGMA secure_delete = {int(schema.forgets)}")
    for attempt in range(WAL_ATTEMPTS):
        try:
            await connection.execute_fetchall("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # The busy timeout does not cover this change, and another process may be making it at the same time.
            if sqlite_code(error) != sqlite3.SQLITE_BUSY or attempt == WAL_ATTEMPTS - 1:
                raise
            await asyncio.sleep(WAL_PAUSE_S)
        else:
            return


async def _migrate(connection: aiosqlite.Connection, schema: Schema) -> None:
    applied = await _number(connection, "PRAGMA user_version")
    for version, step in islice(enumerate(schema.steps), applied, None):
        async with _transaction(connection, "BEGIN IMMEDIATE"):
            if await _number(connection, "PRAGMA user_version") > version:
                continue
            for statement in step:
                await connection.execute(statement)
            await connection.execute(f"PRAGMA application_id = {schema.application_id}")
            await connection.execute(f"PRAGMA user_version = {version + 1}")


@contextmanager
def _explained(name: str, schema: Schema) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        fault = sqlite_fault(error, schema.damaged)
        if fault is None:
            raise
        raise schema.error(fault, path=name, detail=error) from error
