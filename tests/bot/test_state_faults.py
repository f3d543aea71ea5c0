"""The state database locked, damaged or out of reach: what needs it says so, all else goes on, and nothing is lost."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.state import State
from bot.state.engine.sqlite import REOPEN_EVERY_S
from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)

MOE = "2402.08609"
NEEDING_STATE: tuple[tuple[str, dict[str, str]], ...] = (
    ("saved list", {}),
    ("saved search", {"query": "diffusion"}),
    ("saved add", {"paper": MOE}),
    ("saved remove", {"paper": MOE}),
    ("saved export", {"format": "bib"}),
    ("settings", {}),
    ("privacy show", {}),
    ("privacy delete", {}),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


class Seconds:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture(params=["damaged", "another program's", "a folder", "locked"])
def broken(request: pytest.FixtureRequest, path: Path) -> Iterator[Callable[[], object]]:
    """A state database that cannot be opened; called, it is mended."""
    mend: Callable[[], object] = path.unlink
    with closing(sqlite3.connect(":memory:" if request.param in ("damaged", "a folder") else path)) as other:
        match request.param:
            case "damaged":
                path.write_bytes(b"no database at all" * 100)
            case "a folder":
                path.mkdir()
                mend = path.rmdir
            case "another program's":
                other.execute("CREATE TABLE theirs (x)")
            case _:
                other.execute("BEGIN EXCLUSIVE")
                mend = other.close
        yield mend


@pytest.fixture
async def state(path: Path, seconds: Seconds) -> AsyncIterator[State]:
    state = State(path, seconds)
    yield state
    await state.close()


@pytest.fixture
def simcord_bot(broken: object, app: App) -> Paperbot:
    return Paperbot(app, EXTENSIONS)


async def test_what_needs_no_state_goes_on_and_what_does_says_one_sentence(server: Server, path: Path) -> None:
    started = time.perf_counter()
    for _ in range(3):
        assert not (await server.alice.slash(server.channel, "daily")).ephemeral
    assert "papers on 5 days" in texts(await server.admin.slash(server.channel, "corpus status"))
    assert await server.alice.autocomplete(server.channel, "saved remove", "paper", "x") == []
    for command, options in NEEDING_STATE:
        refused = await server.alice.slash(server.channel, command, **options)
        assert refused.ephemeral
        assert "cannot be reached right now" in texts(refused)
        assert len(texts(refused).splitlines()) == 1
        assert str(path) not in texts(refused)
    assert time.perf_counter() - started < 3, "none of these may wait for a file that is not to be had"


async def test_it_is_used_again_within_a_minute_of_being_mended(
    server: Server, broken: Callable[[], object], seconds: Seconds
) -> None:
    assert "cannot be reached" in texts(await server.alice.slash(server.channel, "saved add", paper=MOE))
    broken()
    seconds.now += REOPEN_EVERY_S
    assert "Saved “" in texts(await server.alice.slash(server.channel, "saved add", paper=MOE))
    assert MOE in texts(await server.alice.slash(server.channel, "saved list"))


@contextmanager
def being_written(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


class TestWhileRunning:
    @pytest.fixture
    def broken(self) -> None:
        """All is well at the start."""

    async def test_another_program_that_writes_keeps_nobody_from_reading(self, server: Server, path: Path) -> None:
        await server.alice.slash(server.channel, "saved add", paper=MOE)
        with being_written(path):
            assert MOE in texts(await server.alice.slash(server.channel, "saved list"))
            refused = await server.bob.slash(server.channel, "saved add", paper=MOE)
            assert "cannot be reached right now" in texts(refused)
        assert "Saved “" in texts(await server.bob.slash(server.channel, "saved add", paper=MOE))
