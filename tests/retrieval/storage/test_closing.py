"""Whatever comes between, each connection to a database file is closed."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from retrieval.storage.database import Database, Schema, StoreError
from retrieval.storage.faults import StoreFault
from tests.connections import all_closed, connections

SCHEMA = Schema(0x1234, (("CREATE TABLE notes (text TEXT)",),), StoreFault.DAMAGED_CACHE, wait_s=0.1, read_wait_s=0.1)


async def test_closing_closes_the_writer_and_the_reader(tmp_path: Path) -> None:
    with connections() as made:
        database = await Database.open(tmp_path / "a.db", SCHEMA)
        assert not any(one.closed.is_set() for one in made)
        await database.close()
    assert [one.closed.is_set() for one in made] == [True, True]


@pytest.mark.parametrize("number", [1, 2], ids=["writer", "reader"])
async def test_a_close_that_is_cancelled_closes_the_connection_that_is_being_made(tmp_path: Path, number: int) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def hold(which: int) -> None:
        if which == number:
            reached.set()
            go_on.wait(30)

    with connections(hold) as made:
        database = Database(tmp_path / "a.db", SCHEMA)
        opening = asyncio.create_task(database.reach())
        assert await asyncio.to_thread(reached.wait, 30)
        closing = asyncio.create_task(database.close())
        await asyncio.sleep(0)
        closing.cancel()
        await asyncio.wait([opening, closing])
        go_on.set()
        assert await all_closed(made)
    assert len(made) == number


@pytest.mark.parametrize("number", [1, 2], ids=["writer", "reader"])
async def test_an_opening_that_is_cancelled_as_a_connection_is_ready_closes_it(tmp_path: Path, number: int) -> None:
    """As the end of an event loop does, which cancels all tasks."""
    loop = asyncio.get_running_loop()

    def cancel() -> None:
        for task in asyncio.all_tasks() - {here}:
            task.cancel()

    here = asyncio.current_task()
    with connections(lambda which: loop.call_soon_threadsafe(cancel) if which == number else None) as made:
        opening = asyncio.create_task(Database.open(tmp_path / "a.db", SCHEMA))
        await asyncio.wait([opening])
        assert opening.cancelled()
        assert await all_closed(made)
    assert len(made) == number


async def test_a_file_that_cannot_be_opened_leaves_nothing_open(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"no database at all" * 100)
    with connections() as made, pytest.raises(StoreError, match="damaged"):
        await Database.open(tmp_path / "a.db", SCHEMA)
    assert [one.closed.is_set() for one in made] == [True]


async def test_a_close_that_is_cancelled_while_a_transaction_goes_on_closes_both(tmp_path: Path) -> None:
    async def hold() -> None:
        async with database.writing():
            writing.set()
            await asyncio.Event().wait()

    writing = asyncio.Event()
    with connections() as made:
        database = await Database.open(tmp_path / "a.db", SCHEMA)
        holding = asyncio.create_task(hold())
        await writing.wait()
        closing = asyncio.create_task(database.close())
        await asyncio.sleep(0)
        for task in (holding, closing):
            task.cancel()
        await asyncio.wait([holding, closing])
        assert holding.cancelled()
        closed = [one.closed.is_set() for one in made]
        await database.close()  # else a failure would never end: a connection's thread keeps the process alive
    assert closed == [True, True]
