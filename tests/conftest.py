from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.app import App
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library

SEEDS = Path(__file__).parent.parent / "seeds"


class Clock:
    """The present, as a test sets it."""

    def __init__(self) -> None:
        self.now = datetime(2024, 6, 14, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def seeds_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the seeds and their index are kept from one test to the next: to make them takes most tests' time."""
    return tmp_path_factory.mktemp("seeds") / "corpus.db"


@pytest.fixture
async def library(seeds_database: Path, clock: Clock) -> AsyncIterator[Library]:
    library = await Library.open(seeds_database, [SEEDS], now=clock)
    yield library
    await library.close()


@pytest.fixture
async def state() -> AsyncIterator[State]:
    state = await State.open(":memory:")
    yield state
    await state.close()


@pytest.fixture
def app(library: Library, state: State, clock: Clock) -> App:
    return App(library, state, clock, FEATURES)
