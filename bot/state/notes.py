"""Single values by name, for what needs no table of its own."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Column, Connection, Table, bindparam, select

from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Text, insert_into

notes = Table(
    "notes",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

_VALUE = select(notes.c.value).where(notes.c.name == bindparam("name"))


class Notes:
    """The notes of all processes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def read(self, connection: Connection, name: str) -> str | None:
        """The note of that name; None where there is none."""
        return read_note(connection, name)

    @writing
    def write(self, connection: Connection, name: str, value: str) -> None:
        """Keep a note, in place of an older one of that name."""
        write_note(connection, name, value)

    @writing
    def revise(self, connection: Connection, name: str, change: Callable[[str | None], str]) -> str:
        """Make a note anew out of the old one, None where there is none; the new one."""
        value = change(read_note(connection, name))
        write_note(connection, name, value)
        return value


def read_note(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(_VALUE, {"name": name}).scalar()
    return value


def write_note(connection: Connection, name: str, value: str) -> None:
    note = insert_into(connection, notes).values(name=name, value=value)
    connection.execute(note.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
