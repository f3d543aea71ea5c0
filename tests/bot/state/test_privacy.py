"""What the state database holds on people: all of it is found, and all of it goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.state import State
from bot.state.saved import SavedPaper
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
