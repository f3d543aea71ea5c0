"""Databases as SQL text: what a file consists of, and a state database that people have."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

_PRAGMAS: Final = ("application_id", "user_version")

Rows = list[tuple[Any, ...]]


def schema(database: Path) -> str:
    """The numbers by which the file is known, and all of `sqlite_master` in its order, with empty lines between."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY rowid").fetchall()
        parts = [f"{sql};" if sql else f"-- {kind} {name}, made by SQLite" for kind, name, sql in found]
        return "\n\n".join([*_pragmas(connection), *parts]) + "\n"


def dump(database: Path) -> str:
    """The whole database as SQL, from which `load` makes it again."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE deliveries SET claimant = 'a process'")  # else the name of this computer
        return "\n".join([*_pragmas(connection), *connection.iterdump()]) + "\n"


def load(script: str, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.executescript(script)


def tables(database: Path) -> dict[str, tuple[str, ...]]:
    """The names of all tables and of their columns."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        found = {name: connection.execute("SELECT name FROM pragma_table_info(?)", (name,)) for [name] in names}
        return {name: tuple(column for [column] in columns) for name, columns in found.items()}


def structure(database: Path) -> dict[str, list[Rows]]:
    """What all tables are made of, however it was written: columns, what they refer to, and indexes."""
    with closing(sqlite3.connect(database)) as connection:

        def ask(sql: str, name: str) -> Rows:
            return sorted(connection.execute(sql, (name,)).fetchall())

        return {
            table: [
                ask('SELECT name, pk, pk OR "notnull", dflt_value FROM pragma_table_info(?)', table),
                ask('SELECT "table", "from", "to", on_delete FROM pragma_foreign_key_list(?)', table),
                ask(
                    'SELECT i."unique", group_concat(c.name)'
                    " FROM pragma_index_list(?) i JOIN pragma_index_info(i.name) c"
                    " WHERE i.origin != 'pk' GROUP BY i.name",
                    table,
                ),
            ]
            for table in tables(database)
        }


def rows(database: Path, table: str, columns: Sequence[str]) -> Rows:
    """All rows of a table, those columns of them."""
    named = ", ".join(f'"{column}"' for column in columns)
    with closing(sqlite3.connect(database)) as connection:
        return sorted(connection.execute(f'SELECT {named} FROM "{table}"').fetchall(), key=repr)  # noqa: S608


def _pragmas(connection: sqlite3.Connection) -> list[str]:
    return [f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};" for name in _PRAGMAS]
