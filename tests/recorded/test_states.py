"""State databases of people who have used the bot before: the program of now opens them whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.state import State
from bot.state.engine.migration import VERSION_TABLE
from tests.recorded import databases
from tests.recorded.program import run
from tests.recorded.recordings import STATES, difference, state_answers

SCRIPTS = sorted(STATES.glob("*.sql"))


@pytest.fixture(params=SCRIPTS, ids=lambda script: script.stem, scope="module")
def script(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def opened(script: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database in a file, after the program has used it."""
    file = (home := tmp_path_factory.mktemp("home")) / "data" / "state.db"
    file.parent.mkdir()
    databases.load(script.read_text("utf-8"), file)
    assert "You have saved no papers yet." in run(home, "--lang", "en", "chat", stdin="/saved list\n").answer
    return file


def test_every_row_is_still_there(script: Path, opened: Path, tmp_path: Path) -> None:
    databases.load(script.read_text("utf-8"), before := tmp_path / "before.db")
    for table, columns in databases.tables(before).items():
        kept = databases.rows(before, table, columns)
        assert kept, f"no row of {table} was recorded"
        assert databases.rows(opened, table, columns) == kept, table


async def test_its_tables_are_those_of_a_new_one(opened: Path, tmp_path: Path) -> None:
    await (await State.open(new := tmp_path / "new.db")).close()
    expected, found = databases.structure(new), databases.structure(opened)
    for structure in (expected, found):
        structure.pop(VERSION_TABLE, None)  # made with the first migration that a file needs
    assert found == expected


def test_what_is_kept_is_answered_as_before(script: Path, tmp_path: Path) -> None:
    name = f"{STATES.name}/{script.with_suffix('.json').name}"
    if found := difference(name, state_answers(script, tmp_path)):
        pytest.fail(found, pytrace=False)
