"""The state in a SQLite file, or in memory."""

from __future__ import annotations

import sqlite3
import time
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    StaticPool,
    Table,
    column,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError

from bot.state.engine.faults import StateError
from retrieval.storage.faults import StoreFault, sqlite_code, sqlite_fault

MEMORY: Final = ":memory:"
APPLICATION_ID: Final = 0x50617073  # "Paps": https://www.sqlite.org/pragma.html#pragma_application_id
REOPEN_EVERY_S: Final = 60.0

# How long other programs that lock the whole file are waited for.
_WAIT_S: Final = 1.5
_READ_WAIT_S: Final = 0.25
_SEQUENCE: Final = table("sqlite_sequence", column("name"), column("seq"))  # https://www.sqlite.org/autoinc.html
_WAL_ATTEMPTS: Final = 15
_WAL_PAUSE_S: Final = 0.2


class SQLite:
    """One connection that writes and one that reads, so that readers never wait for a writer (WAL); in memory one for
    both. What is deleted is overwritten in the file."""

    readers = 1
    reopen_every = REOPEN_EVERY_S

    def __init__(self, path: Path | str) -> None:
        self.name = str(path)
        self.in_memory = self.name == MEMORY

    @cached_property
    def writer(self) -> Engine:
        return self._engine(_WAIT_S, "BEGIN IMMEDIATE")

    @cached_property
    def reader(self) -> Engine:
        return self.writer if self.in_memory else self._engine(_READ_WAIT_S, "BEGIN")

    def prepare(self) -> None:
        with self.writer.connect() as connection:
            raw = connection.connection.cursor()
            for attempt in range(_WAL_ATTEMPTS):
                try:
                    raw.execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as error:
                    # No timeout covers this change, and another process may be making it at the same time.
                    if sqlite_code(error) != sqlite3.SQLITE_BUSY or attempt == _WAL_ATTEMPTS - 1:
                        raise DBAPIError.instance(None, None, error, sqlite3.Error) from error
                    time.sleep(_WAL_PAUSE_S)
                else:
                    return

    def version(self, connection: Connection) -> int:
        owner, version = _number(connection, "PRAGMA application_id"), _number(connection, "PRAGMA user_version")
        tables = _number(connection, "SELECT count(*) FROM sqlite_master")
        if owner != APPLICATION_ID and (owner or version or tables):
            is_ours = owner >> 8 == APPLICATION_ID >> 8
            raise StateError(StoreFault.OTHER_PURPOSE if is_ours else StoreFault.FOREIGN, path=self.name)
        return version

    def migrating(self) -> AbstractContextManager[Connection]:
        return self.writer.begin()  # the only one that writes

    def note_version(self, connection: Connection, version: int) -> None:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")

    def explain(self, error: DBAPIError) -> StateError | None:
        fault = sqlite_fault(error.orig, StoreFault.DAMAGED) if isinstance(error.orig, sqlite3.DatabaseError) else None
        return StateError(fault, path=self.name, detail=error.orig) if fault else None

    def is_passing(self, error: DBAPIError) -> bool:
        return False  # SQLite waits by itself

    def last_number(self, connection: Connection, table: Table) -> int:
        [column] = table.primary_key
        highest = connection.execute(select(func.max(column))).scalar() or 0
        given = connection.execute(select(_SEQUENCE.c.seq).where(_SEQUENCE.c.name == table.name)).scalar() or 0
        return max(highest, given)

    def set_last_number(self, connection: Connection, table: Table, number: int) -> None:
        if table.dialect_options["sqlite"]["autoincrement"] and number:
            connection.execute(delete(_SEQUENCE).where(_SEQUENCE.c.name == table.name))
            connection.execute(insert(_SEQUENCE).values(name=table.name, seq=number))

    def settle(self) -> None:
        """Bring the file up to the last transaction, and empty the log that leads to it. It is left undone while
        another process reads from that log."""
        with self.writer.connect() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _engine(self, wait_s: float, begin: str) -> Engine:
        if not self.in_memory:
            _make_folder(Path(self.name).parent)
        engine = create_engine(
            URL.create("sqlite", database=self.name),
            connect_args={"timeout": wait_s, "isolation_level": None, "check_same_thread": False},
            poolclass=StaticPool,
        )

        @event.listens_for(engine, "connect")
        def prepare(connection: sqlite3.Connection, _: Any) -> None:
            try:
                for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "secure_delete = ON"):
                    connection.execute(f"PRAGMA {pragma}")
            except sqlite3.Error:
                connection.close()  # which SQLAlchemy leaves to the garbage collector
                raise

        @event.listens_for(engine, "begin")
        def begins(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        return engine


def _number(connection: Connection, sql: str) -> int:
    return int(connection.execute(text(sql)).scalar_one())


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StateError(StoreFault.NO_FOLDER, path=folder, detail=error.strerror) from error
