"""Copies of the state, from one place to another and between engines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Table, insert, select
from sqlalchemy.exc import DBAPIError

from bot.state.engine.backend import Backend
from bot.state.engine.faults import StateError
from bot.state.engine.migration import bring_up_to_date
from bot.state.engine.schema import METADATA
from bot.state.places import Place, backend_of
from retrieval.storage.faults import StoreError, StoreFault

_ROWS_AT_ONCE = 1_000


def back_up(place: Place, copy: Path) -> None:
    """Copy the state whole into a new SQLite file, while others may be writing to it. Raises StoreError."""
    if copy.exists():
        raise StoreError(StoreFault.COPY_EXISTS, path=copy)
    try:
        if isinstance(place, URL):
            copy_state(place, copy)
        else:
            _copy_file(place, copy)
    except StoreError:
        copy.unlink(missing_ok=True)
        raise


def _copy_file(path: Path, copy: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        raise StoreError(StoreFault.NOT_COPIED, path=path, copy=copy, detail=error) from error


def copy_state(source: Place, target: Place) -> dict[str, int]:
    """Copy the state whole into a place that holds none, all or nothing; how many rows each table had that had any.
    Both are brought up to date first. Raises StateError."""
    if isinstance(source, Path) and not source.exists():
        raise StateError(StoreFault.MISSING, path=source)
    with ExitStack() as stack:
        origin, copy = (stack.enter_context(_opened(place)) for place in (source, target))
        read, write = stack.enter_context(origin.reader.begin()), stack.enter_context(copy.writer.begin())
        if any(write.execute(select(table).limit(1)).first() for table in METADATA.sorted_tables):
            raise StateError(StoreFault.NOT_EMPTY, path=copy.name)
        counts = {table.name: _copy_table(table, read, write) for table in METADATA.sorted_tables}
        for table in METADATA.sorted_tables:
            if table.autoincrement_column is not None:
                copy.set_last_number(write, table, origin.last_number(read, table))
        return {name: count for name, count in counts.items() if count}


def _copy_table(table: Table, read: Connection, write: Connection) -> int:
    count = 0
    for rows in read.execute(select(table)).mappings().partitions(_ROWS_AT_ONCE):
        write.execute(insert(table), [dict(row) for row in rows])
        count += len(rows)
    return count


@contextmanager
def _opened(place: Place) -> Iterator[Backend]:
    backend = backend_of(place)
    try:
        bring_up_to_date(backend)
        yield backend
    except DBAPIError as error:
        # The other place says nothing of an error that is not its own.
        raise backend.explain(error) or error from error
    finally:
        for engine in (backend.reader, backend.writer):
            engine.dispose()
