"""State files: those of ours are brought up to date, all others are left as they are, and each use is whole."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Pool, event

from bot.state import State, StateError
from bot.state.engine.migration import NEWEST
from bot.state.engine.sqlite import APPLICATION_ID
from retrieval.storage.faults import StoreFault
from tests.stating import execute


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some" / "where" / "state.db"


def write(path: Path, *statements: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def ask(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def refused(path: Path) -> StateError:
    """The error that opening gives; the file must be the same after it, byte for byte."""
    before = path.read_bytes()
    with pytest.raises(StateError) as caught:
        asyncio.run(_open(path))
    assert path.read_bytes() == before
    return caught.value


async def _open(path: Path) -> None:
    await (await State.open(path)).close()


@pytest.fixture
def made() -> Iterator[list[sqlite3.Connection]]:
    """Every connection that is made."""
    found: list[sqlite3.Connection] = []

    def connect(connection: sqlite3.Connection, _: object) -> None:
        found.append(connection)

    event.listen(Pool, "connect", connect)
    yield found
    event.remove(Pool, "connect", connect)


def is_closed(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return True
    return False


async def test_a_new_file_and_its_folder_are_made(path: Path) -> None:
    state = await State.open(path)
    await state.remember("a", "b")
    await state.close()
    assert ask(path, "PRAGMA journal_mode") == "wal"
    assert (ask(path, "PRAGMA application_id"), ask(path, "PRAGMA user_version")) == (APPLICATION_ID, NEWEST)
    assert ask(path, "SELECT version_num FROM paperbot_version") == f"{NEWEST:04}"


async def test_the_file_of_the_very_first_release_is_taken_over(path: Path) -> None:
    write(
        path,
        "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        "INSERT INTO notes VALUES ('kept', 'since then')",
        f"PRAGMA application_id = {APPLICATION_ID}",
        "PRAGMA user_version = 1",
    )
    state = await State.open(path)
    assert await state.recall("kept") == "since then"
    await state.settings.set_per_page(1, 3)
    await state.close()
    assert ask(path, "PRAGMA user_version") == NEWEST


def test_the_file_of_a_newer_release_is_refused(path: Path) -> None:
    asyncio.run(_open(path))
    write(path, "PRAGMA user_version = 99")
    error = refused(path)
    assert error.fault is StoreFault.TOO_NEW
    assert "version 99" in str(error)


@pytest.mark.parametrize(
    "traces",
    [["CREATE TABLE accounts (id)"], ["PRAGMA application_id = 99"], ["PRAGMA user_version = 1"]],
    ids=["tables", "application", "version"],
)
def test_a_file_of_another_program_is_refused(path: Path, traces: Iterable[str]) -> None:
    write(path, *traces)
    assert refused(path).fault is StoreFault.FOREIGN


async def test_a_migration_that_fails_leaves_the_file_of_before(path: Path) -> None:
    write(path, "CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL)", "CREATE TABLE follows (x)")
    write(path, f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 1")
    with pytest.raises(StateError):
        await State.open(path)
    assert ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'schedules'") == 0
    assert ask(path, "PRAGMA user_version") == 1
    write(path, "DROP TABLE follows")
    await (await State.open(path)).close()
    assert ask(path, "PRAGMA user_version") == NEWEST


async def test_many_that_open_a_new_file_at_once_make_its_tables_once(path: Path) -> None:
    states = await asyncio.gather(*(State.open(path) for _ in range(6)))
    await states[0].remember("a", "b")
    assert await states[5].recall("a") == "b"
    for state in states:
        await state.close()


async def test_a_file_is_opened_while_another_process_writes(path: Path) -> None:
    await (await State.open(path)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        state = await State.open(path)
        assert await state.recall("a") is None
        with pytest.raises(StateError, match="locked"):
            await state.remember("a", "b")
        await state.close()


async def test_a_write_whose_asker_is_gone_happens_whole_or_not_at_all(path: Path) -> None:
    state = await State.open(path)
    insert = "INSERT INTO notes SELECT 'note ' || count(*), 'x' FROM notes"
    for turns in range(12):
        task = asyncio.create_task(execute(state, insert, insert))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await execute(state, "SELECT count(*) % 2 FROM notes") == [(0,)]
    await state.close()


async def test_a_write_that_fails_leaves_nothing(path: Path) -> None:
    state = await State.open(path)
    with pytest.raises(Exception, match="no such table"):
        await execute(state, "INSERT INTO notes VALUES ('a', 'b')", "INSERT INTO nowhere VALUES (1)")
    assert await state.recall("a") is None
    await state.close()


async def test_closing_waits_for_what_is_going_on_and_refuses_what_comes_after(path: Path) -> None:
    state = await State.open(path)
    going_on = asyncio.create_task(state.remember("a", "b"))
    await asyncio.sleep(0)
    await state.close()
    await going_on
    with pytest.raises(StateError, match="closed"):
        await state.recall("a")
    assert ask(path, "SELECT value FROM notes") == "b"


async def test_every_connection_is_closed_whatever_comes_between(path: Path, made: list[sqlite3.Connection]) -> None:
    state = State(path)
    opening = asyncio.create_task(state.reach())
    await asyncio.sleep(0)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    await state.recall("a")
    assert [is_closed(one) for one in made] == [False, False]
    closing_it = asyncio.create_task(state.close())
    await asyncio.sleep(0)
    closing_it.cancel()
    await asyncio.gather(closing_it, return_exceptions=True)
    await state.close()
    assert made
    assert all(map(is_closed, made))


def test_a_file_that_cannot_be_opened_leaves_nothing_open(path: Path, made: list[sqlite3.Connection]) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all" * 100)
    assert "paperbot backup" in str(refused(path))
    assert made
    assert all(map(is_closed, made))


async def test_a_folder_that_cannot_be_made_is_said_and_keeps_nothing_from_closing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    state = State(tmp_path / "file" / "state.db")
    with pytest.raises(StateError, match="cannot be made"):
        await state.recall("a")
    await state.close()
