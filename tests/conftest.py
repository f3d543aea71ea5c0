from __future__ import annotations

import gc
import os
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.core.app import App
from bot.core.examples import examples
from bot.core.examples.examples import Examples, choose_examples
from bot.features.registry import FEATURES
from bot.model.client.budget import Budget
from bot.model.client.client import ModelClient
from bot.model.client.server import Place, Timing
from bot.state import State
from retrieval.library import Library
from tests.fakes.model_server import EMBEDDER, MODEL, FakeModelServer
from tests.postgres import Postgres, running

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


@pytest.fixture(scope="session")
def openings() -> Iterator[int]:
    return count(1)


@pytest.fixture
async def library(seeds_database: Path, clock: Clock, openings: Iterator[int]) -> AsyncIterator[Library]:
    library = await Library.open(seeds_database, [SEEDS], now=clock)
    if next(openings) % 50 == 0:
        # Whoever reads a saved index freezes all there is, and has the collector count anew: by itself it would never
        # get to what the tests before have left, some 3 MB each.
        gc.unfreeze()
        gc.collect()
    yield library
    await library.close()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """One server for all workers of the run."""
    own = tmp_path_factory.getbasetemp()
    run = own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own
    with running("-".join(run.parts[-2:])) as server:
        server.set_up()
        yield server


@pytest.fixture
def engine() -> str:
    """Which database engine keeps the state. Modules whose tests are about the state have both."""
    return "sqlite"


@pytest.fixture
def place(request: pytest.FixtureRequest, engine: str) -> Iterator[Path | URL | str]:
    """Where the state is."""
    if engine == "sqlite":
        yield ":memory:"
    else:
        server: Postgres = request.getfixturevalue("postgres")
        with server.database() as url:
            yield url


@pytest.fixture
async def state(place: Path | URL | str) -> AsyncIterator[State]:
    state = await State.open(place)
    yield state
    await state.close()


@pytest.fixture(scope="session")
def examples_by_revision() -> dict[str, Examples]:
    return {}


@pytest.fixture(autouse=True)
def examples_are_chosen_once(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, examples_by_revision: dict[str, Examples]
) -> None:
    """The same papers have the same examples. To choose them each time would take as long as most tests do."""
    if "examples" in request.path.parts:
        return  # these are about the choice

    async def chosen(library: Library) -> Examples:
        if library.revision not in examples_by_revision:
            examples_by_revision[library.revision] = await choose_examples(library)
        return examples_by_revision[library.revision]

    monkeypatch.setattr(examples, "choose_examples", chosen)


@pytest.fixture
def app(library: Library, state: State, clock: Clock) -> App:
    return App(library, state, clock, FEATURES)


@pytest.fixture
async def model_server() -> AsyncIterator[FakeModelServer]:
    """A model's server over a socket, in the dialect of OpenAI until a test gives it another."""
    async with FakeModelServer().served() as server:
        yield server


@pytest.fixture
async def model(model_server: FakeModelServer, state: State, clock: Clock) -> AsyncIterator[ModelClient]:
    """A client of that server. It does not sleep between two tries."""
    place = Place(model_server.url, model_server.dialect.key, MODEL, EMBEDDER)
    client = ModelClient(place, Budget(state, 500_000, clock), Timing(clock, sleep=no_sleep))
    yield client
    await client.close()


async def no_sleep(seconds: float) -> None:
    """In place of `asyncio.sleep`."""
