"""What the state database holds on people: all of it is found, and all of it goes."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.state import State
from bot.state.database import SCHEMA
from bot.state.saved import SavedPaper
from retrieval.storage.database import Database
from tests.conftest import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
async def state(path: Path) -> AsyncIterator[State]:
    state = await State.open(path)
    yield state
    await state.close()


async def test_what_was_deleted_is_in_no_file_of_the_state(state: State, path: Path, clock: Clock) -> None:
    def held() -> bool:
        return any(b"2312.98765" in file.read_bytes() for file in path.parent.iterdir())

    await state.saved.add(7, SavedPaper("2312.98765", "A Title", clock.now))
    assert held()
    await state.privacy.forget(7)
    assert not held()


async def test_every_table_with_a_user_is_shown_and_emptied_be_it_as_new_as_may_be(tmp_path: Path) -> None:
    newest = (
        "CREATE TABLE clubs (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL)",
        """CREATE TABLE "a club's members" (club INTEGER NOT NULL REFERENCES clubs (id), user_id INTEGER NOT NULL)""",
        "CREATE TABLE weather (day TEXT)",
    )
    schema = replace(SCHEMA, steps=(*SCHEMA.steps, newest))
    await (await Database.open(tmp_path / "state.db", schema)).close()
    with closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO clubs VALUES (1, 7), (2, 8)")
        connection.execute("""INSERT INTO "a club's members" VALUES (1, 7), (2, 8)""")
        connection.execute(f"PRAGMA user_version = {len(SCHEMA.steps)}")
    state = await State.open(tmp_path / "state.db")
    assert set(await state.privacy.of(7)) == {"clubs", "a club's members"}
    assert await state.privacy.forget(7) == 2
    assert await state.privacy.of(7) == {}
    assert set(await state.privacy.of(8)) == {"clubs", "a club's members"}
    await state.close()


async def test_every_personal_table_of_this_release_is_found(path: Path, state: State) -> None:
    """A row that tells of a person without naming them `user_id` would be forgotten by what shows and deletes it."""
    with closing(sqlite3.connect(path)) as connection:
        columns = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        ).fetchall()
    tables = {table for table, column in columns if column == "user_id"}
    suspects = {(table, column) for table, column in columns if "user" in column or "member" in column}
    assert {"saved_papers", "user_settings"} <= tables
    assert {table for table, _ in suspects} == tables
