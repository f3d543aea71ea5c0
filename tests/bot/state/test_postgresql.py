"""PostgreSQL cut off, restarted, out of reach or not ours: the state says so in a moment, and is there again after."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from sqlalchemy import URL

from bot.state import State, StateError
from retrieval.storage.faults import StoreFault
from tests.postgres import Postgres
from tests.relay import Relay
from tests.stating import execute


class Seconds:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
def url(place: Path | URL | str) -> URL:
    assert isinstance(place, URL)
    return place


@pytest.fixture
def empty(postgres: Postgres) -> Iterator[URL]:
    with postgres.empty_database() as url:
        yield url


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def relay(url: URL) -> AsyncIterator[Relay]:
    with TemporaryDirectory() as folder:  # the name of a socket has to be short
        async with Relay.before(url, Path(folder)) as relay:
            yield relay


@pytest.fixture
async def state(relay: Relay, seconds: Seconds) -> AsyncIterator[State]:
    state = State(relay.url, seconds)
    await state.reach()
    yield state
    await state.close()


async def test_lost_connections_are_made_again_without_a_word(state: State, relay: Relay) -> None:
    await state.settings.set_per_page(1, 3)
    for _ in range(3):
        await relay.cut(refuse=False)
        await state.settings.set_per_page(1, 5)
        await relay.cut(refuse=False)
        assert (await state.settings.of(0, 1))[1].per_page == 5


async def test_a_server_that_is_gone_is_said_soon_and_found_again_when_it_is_back(
    state: State, relay: Relay, seconds: Seconds
) -> None:
    await state.settings.set_per_page(1, 3)
    await relay.cut()
    with pytest.raises(StateError, match="cannot be reached"):
        await state.settings.set_per_page(1, 5)
    started = time.perf_counter()
    for _ in range(50):
        with pytest.raises(StateError, match="cannot be reached"):
            await state.saved.of(7)
    assert time.perf_counter() - started < 1, "while it is known to be gone nobody waits for it"
    await relay.mend()
    seconds.now += 2
    assert (await state.settings.of(0, 1))[1].per_page == 3, "what was not said to be saved is not"
    await state.settings.set_per_page(1, 5)
    assert (await state.settings.of(0, 1))[1].per_page == 5


async def test_a_write_that_was_under_way_when_the_server_restarted_is_done_once(state: State, url: URL) -> None:
    """What an administrator does with pg_terminate_backend is what a restart does to a connection."""
    await state.remember("count", "0")

    async def add_one() -> None:
        await execute(state, "SELECT pg_sleep(0.05)", "UPDATE notes SET value = CAST(value AS int) + 1")

    async def restart(other: State) -> None:
        await execute(
            other,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND state = 'active' AND pid != pg_backend_pid()",
        )

    other = await State.open(url)
    for number in range(1, 6):
        adding = asyncio.create_task(add_one())
        await asyncio.sleep(0)
        await restart(other)
        await adding
        assert await state.recall("count") == str(number)
    await other.close()


async def test_a_database_of_another_program_is_refused_and_left_alone(empty: URL) -> None:
    with closing(psycopg.connect(empty.render_as_string(hide_password=False), autocommit=True)) as other:
        other.execute("CREATE TABLE accounts (id int)")
        with pytest.raises(StateError) as refused:
            await State.open(empty)
        assert refused.value.fault is StoreFault.FOREIGN
        tables = other.execute("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
        assert tables.fetchone() == (1,)


async def test_the_tables_of_a_newer_release_are_refused(url: URL, state: State) -> None:
    await execute(state, "UPDATE paperbot_version SET version_num = '0099'")
    with pytest.raises(StateError, match="version 99"):
        await State.open(url)


async def test_many_that_open_an_empty_database_at_once_make_its_tables_once(empty: URL) -> None:
    states = await asyncio.gather(*(State.open(empty) for _ in range(6)))
    await states[0].settings.set_per_page(1, 3)
    assert (await states[5].settings.of(0, 1))[1].per_page == 3
    for state in states:
        await state.close()


async def test_no_password_is_ever_said(url: URL) -> None:
    wrong = url.set(database="nowhere", password="hunter2")  # noqa: S106
    with pytest.raises(StateError) as refused:
        await State.open(wrong)
    assert "nowhere" in str(refused.value)
    assert "hunter2" not in str(refused.value) + repr(refused.value)


def test_of_a_missing_driver_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch, url: URL) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StateError, match=r"pip install 'paperbot\[postgres\]'"):
        asyncio.run(State.open(url))
