"""Reloads that meet others, readers, faults and the end of their process."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.digests.files import Changes, read_changes
from retrieval.storage.changes import Delta
from retrieval.storage.database import StoreError
from retrieval.storage.store import Contents, Store
from tests.retrieval.storage.stores import built_anew, opened, paper, reload, write


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    folder = tmp_path / "digests"
    folder.mkdir()
    return folder


async def ids(store: Store) -> list[str]:
    return [paper.arxiv_id for paper in (await store.contents()).papers]


async def test_two_processes_that_apply_the_same_changes_do_not_double_them(tmp_path: Path, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    changes = read_changes([digests], {})
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(tmp_path / "a.db")) for _ in range(3)]
        deltas = await asyncio.gather(*(store.apply(changes) for store in stores for _ in range(2)))
        assert sorted(len(delta.added) for delta in deltas) == [0, 0, 0, 0, 0, 2]
        for store in stores:
            assert await store.contents() == await built_anew(digests)


class Votes(int):
    """Votes that call `bound` when they are given to SQLite: in the middle of the transaction."""

    bound: Callable[[], object]

    def __conform__(self, _: object) -> int:
        self.bound()
        return int(self)


def interrupted(digests: Path, bound: Callable[[], object]) -> Changes:
    """The one digest there is as a change, with `bound` called when its second paper is written."""
    changes = read_changes([digests], {})
    [change] = changes.changed
    first, second = change.entries
    votes = Votes(second.votes or 0)
    votes.bound = bound
    return replace(changes, changed=(replace(change, entries=(first, replace(second, votes=votes))),))


async def test_a_reload_that_fails_midway_leaves_the_old_corpus(tmp_path: Path, digests: Path) -> None:
    def fail() -> None:
        raise RuntimeError("midway")

    path = write(digests / "2024-02-14.md", paper("2402.00001"))
    async with opened(tmp_path / "a.db") as store:
        await reload(store, digests)
        before, known = await store.contents(), await store.known()
        write(path, paper("2402.00002"), paper("2402.00003"))
        with pytest.raises(RuntimeError, match="midway"):
            await store.apply(interrupted(digests, fail))
        assert (await store.contents(), await store.known()) == (before, known)
        await reload(store, digests)
        assert await ids(store) == ["2402.00002", "2402.00003"]


async def test_readers_go_on_in_the_old_corpus_while_a_reload_is_written(tmp_path: Path, digests: Path) -> None:
    path = write(digests / "2024-02-14.md", paper("2402.00001"))
    reached, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        reached.set()
        go_on.wait(30)

    async with opened(tmp_path / "a.db") as store, opened(tmp_path / "a.db") as other:
        await reload(store, digests)
        before = await store.contents()
        write(path, paper("2402.00002"), paper("2402.00003"))
        applying = asyncio.create_task(store.apply(interrupted(digests, wait)))
        assert await asyncio.to_thread(reached.wait, 30)
        for reader in (store, other):
            assert await reader.contents() == before
            assert (await reader.day(date(2024, 2, 14))).papers == before.papers
            assert (await reader.totals()).revision == before.revision
        assert not applying.done()
        go_on.set()
        await applying
        for reader in (store, other):
            assert await ids(reader) == ["2402.00002", "2402.00003"]


def damage(database: Path) -> None:
    """Everything behind the first page, which holds the schema."""
    data = database.read_bytes()
    database.write_bytes(data[:4096] + b"\x5a" * (len(data) - 4096))


async def test_damage_inside_the_file_is_said(tmp_path: Path, digests: Path) -> None:
    write(digests / "2024-02-14.md", *(paper(f"2402.{number:05}") for number in range(200)))
    async with opened(tmp_path / "a.db") as store:
        await reload(store, digests)
    damage(tmp_path / "a.db")
    async with opened(tmp_path / "a.db") as store:
        with pytest.raises(StoreError, match=r"a\.db is damaged"):
            await store.contents()


def test_a_reload_killed_at_any_statement_leaves_the_old_or_the_new_corpus(tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed_reload.py")
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    outcomes = done.stdout.split()
    assert len(outcomes) > 20
    assert set(outcomes) == {"old", "new"}


NAMES = ["2024-01-01.md", "2024-01-02.md", "a/2024-01-01.md", "a/2024-01-03.md", "notes.md"]
PAPERS = st.builds(
    paper,
    st.sampled_from(["2401.00001", "2401.00002", "2401.00003"]),
    st.none() | st.integers(0, 2),
    st.sampled_from(["One", "Two"]),
    st.sampled_from(["- A point.", ""]),
)
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.lists(PAPERS, max_size=3)), min_size=1, max_size=7)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_any_history_of_files_leads_to_what_the_last_files_say(steps: list[tuple[str, list[str] | None]]) -> None:
    async def follow(folder: Path) -> None:
        async with opened(":memory:") as store:
            before = await store.contents()
            for name, papers in steps:
                if papers is None:
                    (folder / name).unlink(missing_ok=True)
                else:
                    write(folder / name, *papers)
                delta = await reload(store, folder)
                after = await store.contents()
                assert after == await built_anew(folder)
                assert delta == difference(before, after)
                assert (after.revision == before.revision) == (after.papers == before.papers)
                before = after

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(follow(Path(folder)))


def difference(before: Contents, after: Contents) -> Delta:
    old = {paper.arxiv_id: paper for paper in before.papers}
    new = {paper.arxiv_id: paper for paper in after.papers}
    return Delta(
        tuple(sorted(set(new) - set(old))),
        tuple(sorted(key for key in set(new) & set(old) if new[key] != old[key])),
        tuple(sorted(set(old) - set(new))),
    )
