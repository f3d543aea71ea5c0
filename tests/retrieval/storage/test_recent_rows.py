"""What is read over and over is read from the file once, and again when somebody writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from retrieval.storage.database import FRESH_S, Database, Schema, StoreError
from retrieval.storage.faults import StoreFault

SCHEMA = Schema(0x1234, (("CREATE TABLE notes (text TEXT)",),), StoreFault.DAMAGED_CACHE, wait_s=0.1, read_wait_s=0.1)
SELECT = "SELECT text FROM notes WHERE text >= ?"


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def database(tmp_path: Path, seconds: Seconds) -> AsyncIterator[Database]:
    database = Database(tmp_path / "a.db", SCHEMA, seconds)
    yield database
    await database.close()


@pytest.fixture
async def other(tmp_path: Path) -> AsyncIterator[Database]:
    """Another process, on the same file."""
    other = Database(tmp_path / "a.db", SCHEMA)
    yield other
    await other.close()


async def write(database: Database, text: str) -> None:
    async with database.writing() as connection:
        await connection.execute("INSERT INTO notes VALUES (?)", (text,))


async def test_what_this_process_writes_is_seen_at_once(database: Database) -> None:
    assert await database.recent_rows(SELECT, "a") == []
    await write(database, "b")
    assert await database.recent_rows(SELECT, "a") == [("b",)]
    assert await database.recent_rows(SELECT, "c") == []


async def test_what_another_writes_is_seen_after_a_while(database: Database, other: Database, seconds: Seconds) -> None:
    assert await database.recent_rows(SELECT, "a") == []
    await write(other, "b")
    assert await database.recent_rows(SELECT, "a") == []
    seconds.now += FRESH_S
    assert await database.recent_rows(SELECT, "a") == [("b",)]


async def test_while_nobody_writes_nothing_is_read_again(
    database: Database, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(database, "b")
    assert await database.recent_rows(SELECT, "a") == [("b",)]
    seconds.now += 1_000 * FRESH_S
    read, rows = list[str](), database.rows

    async def counted(sql: str, parameters: tuple[str, ...]) -> object:
        read.append(sql)
        return await rows(sql, parameters)

    monkeypatch.setattr(database, "rows", counted)
    assert await database.recent_rows(SELECT, "a") == [("b",)]
    assert read == ["PRAGMA data_version"]


async def test_a_closed_database_answers_nothing_from_memory(tmp_path: Path) -> None:
    database = Database(tmp_path / "b.db", SCHEMA)
    await database.recent_rows(SELECT, "a")
    await database.close()
    with pytest.raises(StoreError):
        await database.recent_rows(SELECT, "a")
