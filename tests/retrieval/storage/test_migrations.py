"""Opening database files: those of ours are brought up to date, all others are left as they are."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from retrieval.storage import database
from retrieval.storage.database import Database, Schema, StoreError
from retrieval.storage.faults import StoreFault
from retrieval.storage.migrations import CORPUS

OURS = 0x1234
FIRST = ("CREATE TABLE notes (text TEXT)", "INSERT INTO notes VALUES ('kept')")
SECOND = ("ALTER TABLE notes ADD COLUMN stars INTEGER", "UPDATE notes SET stars = 3")
BROKEN = ("ALTER TABLE notes ADD COLUMN moons INTEGER", "UPDATE nonsense SET moons = 1")


def schema(*steps: tuple[str, ...]) -> Schema:
    return Schema(OURS, steps, StoreFault.DAMAGED_CACHE, wait_s=0.1, read_wait_s=0.1, forgets=True)


@asynccontextmanager
async def opened(path: Path, wanted: Schema) -> AsyncIterator[Database]:
    found = await Database.open(path, wanted)
    try:
        yield found
    finally:
        await found.close()


async def migrated(path: Path, *steps: tuple[str, ...]) -> None:
    async with opened(path, schema(*steps)):
        pass


def ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


async def fetch(connection: aiosqlite.Connection, sql: str) -> list[Any]:
    return list(await connection.execute_fetchall(sql))


async def refused(path: Path, *steps: tuple[str, ...]) -> StoreError:
    """The error that opening gives; the file must be the same after it, byte for byte."""
    before = await asyncio.to_thread(path.read_bytes)
    with pytest.raises(StoreError) as caught:
        await migrated(path, *steps)
    assert await asyncio.to_thread(path.read_bytes) == before
    assert str(path) in str(caught.value)
    return caught.value


async def test_a_new_file_gets_every_step_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "new.db"
    await migrated(path, FIRST, SECOND)
    assert ask(path, "SELECT * FROM notes") == [("kept", 3)]
    assert ask(path, "PRAGMA user_version") == [(2,)]
    assert ask(path, "PRAGMA application_id") == [(OURS,)]
    assert ask(path, "PRAGMA journal_mode") == [("wal",)]


async def test_an_older_file_gets_the_missing_steps_and_keeps_its_rows(tmp_path: Path) -> None:
    await migrated(tmp_path / "a.db", FIRST)
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO notes VALUES ('mine')")
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept", 3), ("mine", 3)]


async def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept", 3)]


async def test_a_step_that_fails_leaves_the_state_of_the_step_before(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        await migrated(tmp_path / "a.db", FIRST, BROKEN)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept",)]
    assert ask(tmp_path / "a.db", "PRAGMA user_version") == [(1,)]
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept", 3)]


async def test_many_opening_a_new_file_at_once_apply_each_step_once(tmp_path: Path) -> None:
    patient = replace(schema(FIRST, SECOND), wait_s=30.0)

    async def open_once() -> None:
        async with opened(tmp_path / "a.db", patient):
            pass

    await asyncio.gather(*(open_once() for _ in range(8)))
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept", 3)]


async def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    error = await refused(tmp_path / "a.db", FIRST)
    assert error.fault is StoreFault.TOO_NEW
    assert "version 2" in str(error)
    assert "Install the newer one" in str(error)


@pytest.mark.parametrize(
    "traces",
    [["CREATE TABLE accounts (id)"], ["PRAGMA application_id = 99"], ["PRAGMA user_version = 1"]],
    ids=["tables", "application", "version"],
)
async def test_a_database_of_another_program_is_refused(tmp_path: Path, traces: Iterable[str]) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as connection:
        for sql in traces:
            connection.execute(sql)
    assert "another program" in str(await refused(tmp_path / "a.db", FIRST))


async def test_a_database_of_ours_for_another_purpose_is_refused(tmp_path: Path) -> None:
    other = replace(schema(FIRST), application_id=CORPUS.application_id + 1)
    async with opened(tmp_path / "a.db", other):
        pass
    with pytest.raises(StoreError, match="for another purpose"):
        async with opened(tmp_path / "a.db", CORPUS):
            pass


async def test_a_file_that_is_no_database_is_refused_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("precious notes, not a database " * 99)
    assert "move it away, with" in str(await refused(tmp_path / "a.db", FIRST))


async def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    await migrated(tmp_path / "a.db", FIRST)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept",)]


async def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        await migrated(tmp_path, FIRST)
    assert str(tmp_path) in str(caught.value)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/folder cannot be made"):
        await migrated(tmp_path / "file" / "folder" / "a.db", FIRST)


async def test_a_locked_file_is_waited_for_and_then_named(tmp_path: Path) -> None:
    await migrated(tmp_path / "a.db", FIRST)
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"a\.db is locked"):
            await migrated(tmp_path / "a.db", FIRST, SECOND)
    await migrated(tmp_path / "a.db", FIRST, SECOND)
    assert ask(tmp_path / "a.db", "SELECT * FROM notes") == [("kept", 3)]


async def test_the_change_to_wal_is_repeated_while_another_process_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM sqlite_master").fetchall()

        async def other_ends(_: float) -> None:
            if other.in_transaction:
                other.execute("COMMIT")

        monkeypatch.setattr(asyncio, "sleep", other_ends)
        await migrated(tmp_path / "a.db", FIRST)
    assert ask(tmp_path / "a.db", "PRAGMA journal_mode") == [("wal",)]


async def test_a_file_that_cannot_be_written_is_said_with_what_to_check(tmp_path: Path) -> None:
    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        async with found.writing() as connection:
            await connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError, match=r"a\.db cannot be written .*Check the permissions"):
            await insert_two(found)


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    async def fail(found: Database) -> None:
        async with found.writing() as connection:
            await connection.execute("INSERT INTO notes VALUES ('half')")
            raise KeyError

    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        with pytest.raises(KeyError):
            await fail(found)
        async with found.writing() as connection:
            assert await fetch(connection, "SELECT * FROM notes") == [("kept",)]


async def insert_two(found: Database) -> None:
    async with found.writing() as connection:
        await connection.execute("INSERT INTO notes VALUES ('one')")
        await connection.execute("INSERT INTO notes VALUES ('two')")


async def test_a_write_that_is_cancelled_anywhere_leaves_all_or_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        for turns in range(12):
            task = asyncio.create_task(insert_two(found))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            async with found.reading() as connection:
                assert await fetch(connection, "SELECT count(*) % 2 FROM notes") == [(1,)]


async def test_a_write_that_is_cancelled_while_it_waits_for_its_turn_leaves_no_transaction_open(tmp_path: Path) -> None:
    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            task = asyncio.create_task(insert_two(found))
            await asyncio.sleep(0)
            task.cancel()
            await asyncio.sleep(0)
            other.execute("COMMIT")
            await asyncio.gather(task, return_exceptions=True)
        await insert_two(found)
        async with found.reading() as connection:
            assert await fetch(connection, "SELECT count(*) FROM notes") == [(3,)]


async def test_the_reading_connection_sees_one_state_and_never_waits_for_the_writer(tmp_path: Path) -> None:
    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        async with found.reading() as reader:
            assert await fetch(reader, "SELECT count(*) FROM notes") == [(1,)]
            await insert_two(found)
            assert await fetch(reader, "SELECT count(*) FROM notes") == [(1,)]
        async with found.reading() as reader:
            assert await fetch(reader, "SELECT count(*) FROM notes") == [(3,)]


async def test_a_file_of_the_newest_schema_is_opened_while_another_process_writes(tmp_path: Path) -> None:
    await migrated(tmp_path / "a.db", FIRST)
    with closing(sqlite3.connect(tmp_path / "a.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with opened(tmp_path / "a.db", schema(FIRST)) as found, found.reading() as reader:
            assert await fetch(reader, "SELECT count(*) FROM notes") == [(1,)]


async def test_a_file_that_cannot_be_opened_is_tried_again_once_a_minute(tmp_path: Path) -> None:
    path, now = tmp_path / "a.db", 0.0
    path.write_bytes(b"no database at all" * 100)
    found = Database(path, schema(FIRST), clock=lambda: now)
    with pytest.raises(StoreError, match="damaged"):
        await insert_two(found)
    path.unlink()
    now = database.REOPEN_EVERY_S - 1
    with pytest.raises(StoreError, match="damaged"):
        await insert_two(found)
    now += 1
    await insert_two(found)
    await found.close()
    assert ask(path, "SELECT count(*) FROM notes") == [(3,)]


async def test_who_gives_up_waiting_for_the_file_leaves_it_to_the_next(tmp_path: Path) -> None:
    found = Database(tmp_path / "a.db", schema(FIRST))
    task = asyncio.create_task(insert_two(found))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await insert_two(found)
    async with found.reading() as connection:
        assert await fetch(connection, "SELECT count(*) FROM notes") == [(3,)]
    await found.close()


async def test_what_is_deleted_leaves_the_files(tmp_path: Path) -> None:
    def held() -> bool:
        return any(b"a secret to forget" in file.read_bytes() for file in tmp_path.iterdir())

    async with opened(tmp_path / "a.db", schema(FIRST)) as found:
        async with found.writing() as connection:
            await connection.execute("INSERT INTO notes VALUES ('a secret to forget')")
        assert held()
        await found.settle()
        assert held()
        async with found.writing() as connection:
            await connection.execute("DELETE FROM notes WHERE rowid > 1")
        await found.settle()
        assert not held()


@pytest.mark.parametrize("name", ["a.db", ":memory:"])
async def test_closing_waits_for_what_is_going_on_and_refuses_what_comes_after(tmp_path: Path, name: str) -> None:
    database = await Database.open(name if name.startswith(":") else tmp_path / name, schema(FIRST, SECOND))
    async with database.writing() as connection:
        closing = asyncio.create_task(database.close())
        late = asyncio.create_task(fetched(database, "SELECT 1"))
        await asyncio.sleep(0)
        await connection.execute("UPDATE notes SET text = 'changed'")
    await closing
    with pytest.raises(StoreError, match="closed"):
        await late
    if not name.startswith(":"):
        assert ask(tmp_path / "a.db", "SELECT text FROM notes") == [("changed",)]


async def fetched(database: Database, sql: str) -> list[Any]:
    async with database.reading() as connection:
        return await fetch(connection, sql)
