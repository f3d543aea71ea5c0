"""`check --repair` and `restore` as their user calls them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.cli.test_main import run

IN_BOTH = pytest.mark.parametrize(
    ("language", "damaged", "made_anew", "restored", "kept", "missing"),
    [
        ("ko", "안쪽이 손상되었습니다", "옮겨 두고", "복원했습니다", "남겨 두었습니다", "파일이 없습니다"),
        ("en", "is damaged inside", "was set aside as", "Restored", "is kept in", "There is no file"),
    ],
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    digests = tmp_path / "digests"
    digests.mkdir()
    (digests / "2024-02-15.md").write_text(
        "### [A Robot](https://arxiv.org/abs/2402.99901)\n\nVote: 3\n\nAuthors: A. Author\n\n- It learns.\n"
    )
    (tmp_path / "config.toml").write_text('[corpus]\ndigests = ["digests"]\n')
    return tmp_path


@IN_BOTH
def test_what_is_damaged_inside_is_said_and_made_anew_when_that_is_asked(
    home: Path, language: str, damaged: str, made_anew: str, restored: str, kept: str, missing: str
) -> None:
    assert run(home, "check").returncode == 0
    with closing(sqlite3.connect(home / "data" / "corpus.db", isolation_level=None)) as connection:
        connection.execute("UPDATE entries SET title = 'A rabbit'")
    found = run(home, "--lang", language, "check")
    assert found.returncode == 1
    assert damaged in found.stdout
    mended = run(home, "--lang", language, "check", "--repair")
    assert mended.returncode == 0, mended.stdout
    assert made_anew in mended.stdout
    assert str(home / "data" / "corpus.db.damaged-1") in mended.stdout
    after = run(home, "--lang", language, "check")
    assert after.returncode == 0
    assert made_anew not in after.stdout
    assert "A Robot" in run(home, "show", "2402.99901").stdout


@IN_BOTH
def test_a_backup_is_restored(
    home: Path, language: str, damaged: str, made_anew: str, restored: str, kept: str, missing: str
) -> None:
    assert missing in run(home, "--lang", language, "restore", "copy.db").stderr
    run(home, "check")
    assert run(home, "backup", "copy.db").returncode == 0
    done = run(home, "--lang", language, "restore", "copy.db")
    assert done.returncode == 0, done.stderr
    assert restored in done.stdout
    assert kept in done.stdout
    assert "state.db.before-restore-1" in done.stdout
    assert run(home, "check").returncode == 0


def test_a_damaged_state_is_said_with_what_to_do_and_not_touched(home: Path) -> None:
    run(home, "check")
    state = home / "data" / "state.db"
    data = state.read_bytes()
    state.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))
    found = run(home, "check", "--repair")
    assert found.returncode == 1
    assert "paperbot restore FILE" in found.stdout
    assert state.read_bytes()[4096:] == b"\x5a" * (len(data) - 4096)
    assert [each.name for each in state.parent.glob("state.db*")] == ["state.db"]
