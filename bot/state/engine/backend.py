"""The seam between what the state does and the database engine that it does it with."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DBAPIError

from bot.state.engine.faults import StateError


class Backend(Protocol):
    """A database engine, and how it is used."""

    @property
    def name(self) -> str:
        """What messages call the database; no password stands in it."""

    @property
    def readers(self) -> int:
        """How many transactions that read may go on at the same time, beside one that writes."""

    @property
    def in_memory(self) -> bool:
        """Whether there is one connection only, and the database is gone with it."""

    @property
    def reopen_every(self) -> float:
        """After how many seconds a database that could not be reached is tried again."""

    @property
    def writer(self) -> Engine:
        """For transactions that write. All of them have the effect that they would have one after another."""

    @property
    def reader(self) -> Engine:
        """For transactions that read one state of the database, and wait for no writer."""

    def prepare(self) -> None:
        """Set up what the database needs once, where the one at hand is empty or ours."""

    def version(self, connection: Connection) -> int:
        """The version of the schema, 0 where there is none. Raises StateError where the database is not ours."""

    def migrating(self) -> AbstractContextManager[Connection]:
        """A transaction that may change the schema, which no other process does until it ends."""

    def note_version(self, connection: Connection, version: int) -> None:
        """Note the version where older releases look for it."""

    def explain(self, error: DBAPIError) -> StateError | None:
        """What is wrong with the database; None where the fault is the program's."""

    def is_passing(self, error: DBAPIError) -> bool:
        """Whether a transaction that failed so had no effect, and may succeed in a moment."""

    def last_number(self, connection: Connection, table: Table) -> int:
        """The last number that the database gave to a row of the table, 0 where it gave none."""

    def set_last_number(self, connection: Connection, table: Table, number: int) -> None:
        """Let the numbers of new rows go on from there."""

    def settle(self) -> None:
        """Have nothing remain of what was deleted, as far as the engine can see to it."""
