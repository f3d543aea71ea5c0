"""The state in PostgreSQL, or in what speaks its protocol, for several processes on several machines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Final

from sqlalchemy import URL, ColumnElement, Connection, Engine, Table, cast, create_engine, func, inspect, select, text
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.exc import DBAPIError

from bot.state.engine.faults import StateError
from bot.state.engine.migration import VERSION_TABLE
from retrieval.storage.faults import StoreFault

_MIGRATION_LOCK: Final = 0x50617073  # "Paps"

# What keeps a connection to a server that has gone, or its transaction, from being waited for. libpq's own names and
# units: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS
_PARAMETERS: Final = {
    "application_name": "paperbot",
    "connect_timeout": "2",
    "tcp_user_timeout": "3000",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "2",
    "options": "-c lock_timeout=1500 -c statement_timeout=30000 -c idle_in_transaction_session_timeout=10000",
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_CONFLICTS: Final = ("40001", "40P01")
_STARTING: Final = "57P03"
_BUSY: Final = ("55P03", "57014")
_UNREACHABLE_CLASSES: Final = ("08", "28", "3D", "53", "57")
_FULL: Final = "53100"
_READ_ONLY: Final = "25006"
_NOT_ALLOWED: Final = "42501"


class PostgreSQL:
    """Transactions that write are SERIALIZABLE: PostgreSQL refuses those that could not have come one after another."""

    in_memory = False
    readers = 2
    reopen_every = 2.0

    def __init__(self, url: URL) -> None:
        self._url = url.set(drivername="postgresql+psycopg")
        self.name = URL.create("postgresql", host=url.host, port=url.port, database=url.database).render_as_string()

    @cached_property
    def writer(self) -> Engine:
        return self._engine("SERIALIZABLE")

    @cached_property
    def reader(self) -> Engine:
        return self._engine("REPEATABLE READ")

    def prepare(self) -> None:
        """Nothing is set up but tables."""

    def version(self, connection: Connection) -> int:
        found = inspect(connection)
        if found.has_table(VERSION_TABLE):
            return int(connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one())  # noqa: S608
        if found.get_table_names():
            raise StateError(StoreFault.FOREIGN, path=self.name)
        return 0

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        # What is read once the lock is there must be newer than what was there when it was asked for.
        with self.writer.execution_options(isolation_level="READ COMMITTED").begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            yield connection

    def note_version(self, connection: Connection, version: int) -> None:
        """There are no older releases that look for it elsewhere than Alembic does."""

    def explain(self, error: DBAPIError) -> StateError | None:
        fault = None if isinstance(error.orig, sqlite3.Error) else self._fault(error)
        [detail, *_] = str(error.orig).splitlines() or [""]
        return StateError(fault, path=self.name, detail=detail) if fault else None

    def is_passing(self, error: DBAPIError) -> bool:
        code = _code(error)
        return code in (*_CONFLICTS, _STARTING) or (not code and "refused" in str(error.orig))

    def last_number(self, connection: Connection, table: Table) -> int:
        return connection.execute(select(func.pg_sequence_last_value(_sequence(table)))).scalar() or 0

    def set_last_number(self, connection: Connection, table: Table, number: int) -> None:
        if number:
            connection.execute(select(func.setval(_sequence(table), number)))

    def settle(self) -> None:
        """PostgreSQL clears away what was deleted by itself (autovacuum)."""

    def _fault(self, error: DBAPIError) -> StoreFault | None:
        match _code(error):
            case "":  # of the connection itself
                return StoreFault.UNREACHABLE
            case code if code in (*_CONFLICTS, *_BUSY):
                return StoreFault.BUSY
            case code if code in (_READ_ONLY, _NOT_ALLOWED):
                return StoreFault.NOT_ALLOWED
            case code if code.startswith(_UNREACHABLE_CLASSES):
                return StoreFault.UNREACHABLE
        return None

    def _engine(self, isolation_level: Any) -> Engine:
        parameters = {name: value for name, value in _PARAMETERS.items() if name not in self._url.query}
        try:
            return create_engine(
                self._url,
                isolation_level=isolation_level,
                connect_args=parameters,
                pool_size=self.readers,
                max_overflow=0,
            )
        except ModuleNotFoundError as error:
            raise StateError(StoreFault.NO_DRIVER, path=self.name) from error


def _sequence(table: Table) -> ColumnElement[str]:
    [column] = table.primary_key
    return cast(func.pg_get_serial_sequence(table.name, column.name), REGCLASS)


def _code(error: DBAPIError) -> str:
    """PostgreSQL's code of the error, "" where the server did not say it."""
    return str(getattr(error.orig, "sqlstate", None) or "")
