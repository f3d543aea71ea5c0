"""A state file looked through, and backups put back."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.state import State, back_up, examine, restore
from retrieval.storage.faults import StoreError, StoreFault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.db"


async def remember(path: Path, value: str) -> None:
    state = await State.open(path)
    await state.remember("note", value)
    await state.close()


async def recalled(path: Path) -> str | None:
    state = await State.open(path)
    try:
        return await state.recall("note")
    finally:
        await state.close()


def damaged(path: Path) -> bytes:
    """Every page but the first, which holds the schema."""
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))
    return path.read_bytes()


def content(path: Path) -> bytes:
    return path.read_bytes()


def refused(backup: Path, path: Path) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        restore(backup, path)
    assert not [each for each in path.parent.glob("*") if each.name.endswith(".restoring")]
    return caught.value.fault


def kept(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.glob("*before-restore*"))


async def test_a_backup_is_put_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    await remember(path, "old")
    back_up(path, tmp_path / "copy.db")
    await remember(path, "new")
    before = restore(tmp_path / "copy.db", path)
    assert await recalled(path) == "old"
    assert before is not None
    assert await recalled(before) == "new"
    assert restore(tmp_path / "copy.db", path) == path.with_name("state.db.before-restore-2")


async def test_a_backup_is_put_where_nothing_was(path: Path, tmp_path: Path) -> None:
    await remember(path, "old")
    back_up(path, tmp_path / "copy.db")
    assert restore(tmp_path / "copy.db", tmp_path / "elsewhere" / "state.db") is None
    assert await recalled(tmp_path / "elsewhere" / "state.db") == "old"


async def test_a_damaged_state_is_said_and_a_backup_takes_its_place(path: Path, tmp_path: Path) -> None:
    await remember(path, "old")
    back_up(path, tmp_path / "copy.db")
    examine(path)
    before = damaged(path)
    with pytest.raises(StoreError, match="paperbot restore FILE"):
        examine(path)
    assert content(path) == before
    restore(tmp_path / "copy.db", path)
    examine(path)
    assert await recalled(path) == "old"
    assert path.with_name("state.db.before-restore-1").read_bytes() == before


async def test_a_log_that_was_left_stays_with_its_file(path: Path, tmp_path: Path) -> None:
    """Beside the backup it would be taken for its own."""
    await remember(path, "old")
    back_up(path, tmp_path / "copy.db")
    state = await State.open(path)
    await state.remember("note", "in the log")
    left = {name: path.with_name(name).read_bytes() for name in ("state.db", "state.db-wal")}
    await state.close()
    for name, data in left.items():  # as a killed bot leaves them
        path.with_name(name).write_bytes(data)
    before = restore(tmp_path / "copy.db", path)
    assert await recalled(path) == "old"
    assert before is not None
    assert await recalled(before) == "in the log"


async def test_nothing_is_restored_under_a_running_bot(path: Path, tmp_path: Path) -> None:
    await remember(path, "old")
    back_up(path, tmp_path / "copy.db")
    running = await State.open(path)
    await running.remember("note", "new")
    done = await _in_another_process(tmp_path / "copy.db", path)
    assert "is in use" in done
    await running.close()
    assert await recalled(path) == "new"
    assert kept(path) == []


async def _in_another_process(backup: Path, path: Path) -> str:
    """Locks are between processes."""
    code = (
        f"from pathlib import Path; from bot.state import restore; restore(Path({str(backup)!r}), Path({str(path)!r}))"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stderr=asyncio.subprocess.PIPE)
    return (await process.communicate())[1].decode()


async def test_what_is_no_whole_backup_is_refused_and_all_stays(path: Path, tmp_path: Path) -> None:
    await remember(path, "kept")
    copy = tmp_path / "copy.db"
    assert refused(copy, path) is StoreFault.NO_BACKUP
    copy.write_text("a shopping list " * 99)
    assert refused(copy, path) is StoreFault.BAD_BACKUP
    copy.write_bytes(b"")
    assert refused(copy, path) is StoreFault.BAD_BACKUP
    copy.unlink()
    with closing(sqlite3.connect(copy)) as other:
        other.execute("CREATE TABLE theirs (x)")
    assert refused(copy, path) is StoreFault.BAD_BACKUP
    copy.unlink()
    back_up(path, copy)
    damaged(copy)
    assert refused(copy, path) is StoreFault.BAD_BACKUP
    assert await recalled(path) == "kept"
    assert kept(path) == []


async def test_a_disk_that_is_full_leaves_all_as_it_was(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await remember(path, "kept")
    back_up(path, tmp_path / "copy.db")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert refused(tmp_path / "copy.db", path) is StoreFault.NOT_COPIED
    monkeypatch.undo()
    assert await recalled(path) == "kept"
