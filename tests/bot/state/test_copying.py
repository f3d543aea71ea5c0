"""The state copied between the engines, and backed up from each: whole, and only to where nothing is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Connection, select

from bot.state import Place, State, StateError, back_up, copy_state
from bot.state.engine.schema import METADATA
from bot.state.follows import Owner
from bot.state.saved import SavedPaper
from bot.state.schedules import Schedule
from retrieval.storage.faults import StoreFault
from tests.conftest import Clock
from tests.postgres import Postgres

DAY = date(2024, 6, 14)
PEOPLE = (7, 2**62)


async def fill(place: Place, clock: Clock) -> None:
    """Put something into every table, and delete the row that was numbered last."""
    state = await State.open(place)
    for user_id in PEOPLE:
        await state.settings.set_language(user_id, "ko")
        await state.settings.set_private(user_id, private=True)
        await state.newcomers.answer_to(user_id)
        await state.saved.add(user_id, SavedPaper("2402.08609", "제목 ‘따옴표’\n", clock.now))
        await state.follows.add(Owner(user_id), "author:Hopper", "ko")
        await state.follows.add(Owner(user_id), "확산", "ko")
    await state.settings.set_per_page(1, 3)
    await state.newcomers.welcome_to(1)
    await state.schedules.set(Schedule(3, 1, 540, "Asia/Seoul", 5, None, True, "en", DAY, clock.now, user_id=7))
    await state.schedules.claim(3, date(2024, 6, 15), "a process", clock.now)
    *follows, last = await state.follows.all()
    await state.alerts.mark_seen(["2406.14001"], [(follow.id, "2406.14001") for follow in follows])
    await state.follows.remove(last.id)
    await state.close()


async def rows(place: Place) -> dict[str, list[Any]]:
    """All rows of all tables."""
    state = await State.open(place)

    def read(connection: Connection) -> dict[str, list[Any]]:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
        }

    try:
        return await state._database.read(read)
    finally:
        await state.close()


@pytest.fixture
def postgresql(postgres: Postgres) -> Any:
    with postgres.empty_database() as url:
        yield url


@pytest.fixture
def source(engine: str, tmp_path: Path, place: Path | URL | str) -> Place:
    return place if isinstance(place, URL) else tmp_path / "from.db"


@pytest.fixture
def target(engine: str, tmp_path: Path, postgresql: URL) -> Place:
    return postgresql if engine == "sqlite" else tmp_path / "to.db"


async def test_everything_is_copied_to_the_other_engine_and_goes_on_there(
    source: Place, target: Place, clock: Clock
) -> None:
    await fill(source, clock)
    before = await rows(source)
    assert all(before.values()), "something is in every table"
    counts = copy_state(source, target)
    assert counts == {name: len(found) for name, found in before.items()}
    assert await rows(target) == before
    state = await State.open(target)
    known = {follow.id for follow in await state.follows.all()}
    await state.follows.add(Owner(9), "new", "ko")
    [added] = {follow.id for follow in await state.follows.all()} - known
    assert added == 5, "the number of a follow that was deleted is not given again"
    assert await state.saved.add(9, SavedPaper("2402.08609", "A title", clock.now))
    await state.close()


async def test_a_place_that_holds_something_is_left_as_it_is(source: Place, target: Place, clock: Clock) -> None:
    await fill(source, clock)
    state = await State.open(target)
    await state.settings.set_per_page(9, 5)
    await state.close()
    held = await rows(target)
    with pytest.raises(StateError) as refused:
        copy_state(source, target)
    assert refused.value.fault is StoreFault.NOT_EMPTY
    assert await rows(target) == held


async def test_a_backup_is_a_file_that_holds_everything(source: Place, tmp_path: Path, clock: Clock) -> None:
    await fill(source, clock)
    back_up(source, tmp_path / "backup.db")
    assert await rows(tmp_path / "backup.db") == await rows(source)
    assert not (tmp_path / "backup.db-wal").exists()


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(StateError) as refused:
        copy_state(tmp_path / "nowhere.db", tmp_path / "to.db")
    assert refused.value.fault is StoreFault.MISSING
    assert not list(tmp_path.iterdir())
