"""Reloads in a process of their own: the same index, and nothing lost where it ends before its time."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import select
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from retrieval.digests.files import CorpusError
from retrieval.index.index import Index
from retrieval.library import Library
from retrieval.reloading import apart
from retrieval.storage.faults import StoreError, StoreFault
from tests.conftest import SEEDS
from tests.retrieval.storage.stores import paper, write

MANY = [paper(f"2402.{number:05}", title=f"Robot number{number}") for number in range(100)]


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    write(tmp_path / "digests" / "2024-02-14.md", *MANY)
    return tmp_path / "digests"


@asynccontextmanager
async def opened(database: Path, digests: Path, *, apart: bool = True) -> AsyncIterator[Library]:
    library = await Library.open(database, [digests], apart=apart)
    try:
        yield library
    finally:
        await library.close()


async def found(library: Library, text: str) -> list[str]:
    return [hit.paper.arxiv_id for hit in (await library.search(text)).hits]


@contextmanager
def nothing_built_here() -> Iterator[None]:
    with patch.object(Index, "build", side_effect=Index.build) as build, patch.object(Index, "updated") as updated:
        yield
    assert not [call for call in build.call_args_list if call.args[0]]
    assert not updated.called


@contextmanager
def instead(code: str) -> Iterator[None]:
    """Processes that reload do this before anything else."""
    with patch.object(apart, "_START", f"{code}\n{apart._START}"):
        yield


def at(seam: tuple[str, str], code: str) -> str:
    """Code that has the child do `code` in place of a function: its module, and its name there."""
    module, name = seam
    return (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        f"import os, signal, {module}\n"
        f"def instead(*args, **kwargs):\n    {code}\n"
        f"{module}.{name} = instead\n"
    )


READING = "retrieval.reloading.intake", "read_changes"
WRITING = "retrieval.storage.store", "apply_changes"
BUILDING = "retrieval.index.updater", "Upkeep._build"
SAVING = "retrieval.index.updater", "save"
IN_SAVING = "pathlib", "Path.replace"
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"


async def test_the_index_is_that_of_a_build_here_byte_for_byte(tmp_path: Path) -> None:
    with nothing_built_here():
        async with opened(tmp_path / "apart.db", SEEDS) as library:
            report = library.opening
    async with opened(tmp_path / "here.db", SEEDS, apart=False) as library:
        assert library.opening == report
    assert content(tmp_path / "apart.index") == content(tmp_path / "here.index")


def content(path: Path) -> bytes:
    return path.read_bytes()


async def test_news_are_taken_up_without_work_here(tmp_path: Path, digests: Path) -> None:
    async with opened(tmp_path / "a.db", digests) as library:
        with nothing_built_here():
            write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
            report = await library.reload()
            assert (report.files_read, report.files_unchanged, report.added) == (1, 1, 1)
            assert await found(library, "quantum") == ["2402.99999"]
            (digests / "2024-02-15.md").unlink()
            assert (await library.reload()).removed == 1
            assert await found(library, "quantum") == []


async def test_a_start_and_a_reload_without_news_start_no_process(tmp_path: Path, digests: Path) -> None:
    async with opened(tmp_path / "a.db", digests):
        pass
    with patch.object(asyncio, "create_subprocess_exec") as started:
        async with opened(tmp_path / "a.db", digests) as library:
            assert (await library.reload()).files_unchanged == 1
            assert len(await found(library, "robot")) == 10
    assert not started.called


async def test_warnings_of_what_is_news_come_first(tmp_path: Path, digests: Path) -> None:
    write(digests / "2024-02-10.md", "### [Robots](https://arxiv.org/abs/oops)\n")
    async with opened(tmp_path / "a.db", digests) as library:
        assert len(library.opening.warnings) == 1
        write(digests / "2024-02-16.md", "### [Robots](https://arxiv.org/abs/oops)\n")
        first, second = (await library.reload()).warnings
        assert (Path(first.file).stem, Path(second.file).stem) == ("2024-02-16", "2024-02-10")
        assert first.message == second.message


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("seam", [READING, WRITING, BUILDING, SAVING, IN_SAVING], ids=lambda seam: seam[1])
async def test_a_process_that_is_killed_costs_nothing_but_time(
    tmp_path: Path, digests: Path, seam: tuple[str, str]
) -> None:
    async with opened(tmp_path / "a.db", digests) as library:
        write(digests / "2024-02-15.md", *(paper(f"2403.{number:05}", title="A quantum robot") for number in range(9)))
        with instead(at(seam, KILLED)), nothing_built_here():
            with pytest.raises(CorpusError, match=r"cut off \(SIGKILL\)"):
                await library.reload()
            assert len(await found(library, "robot")) == 10
            assert await found(library, "quantum") == []
        await library.reload()
        assert len(await found(library, "quantum")) == 9
    assert names(tmp_path) == ["a.db", "a.db.lock", "a.index", "digests"]


FULL = f"raise OSError({errno.ENOSPC}, 'No space left on device')"


@pytest.mark.parametrize(
    ("seam", "code", "said"),
    [
        (SAVING, FULL, "No space left on device"),
        (BUILDING, "raise MemoryError", "out of memory"),
        (READING, "sys.exit(3)", "exit code 3"),
    ],
)
async def test_what_runs_out_is_said_and_the_old_index_stays(
    tmp_path: Path, digests: Path, seam: tuple[str, str], code: str, said: str
) -> None:
    async with opened(tmp_path / "a.db", digests) as library:
        write(digests / "2024-02-15.md", *(paper(f"2403.{number:05}", title="A quantum robot") for number in range(9)))
        with instead(at(seam, code)), pytest.raises(CorpusError, match=said):
            await library.reload()
        assert len(await found(library, "robot")) == 10


async def test_a_fault_of_the_database_is_the_same_as_here(tmp_path: Path, digests: Path) -> None:
    full = (
        "from retrieval.storage.faults import StoreError, StoreFault\n"
        "    raise StoreError(StoreFault.FULL, path='a.db', detail='database or disk is full')"
    )
    async with opened(tmp_path / "a.db", digests) as library:
        write(digests / "2024-02-15.md", *MANY)
        with instead(at(WRITING, full)), pytest.raises(StoreError, match="the disk is full") as caught:
            await library.reload()
        assert caught.value.fault is StoreFault.FULL


async def test_what_cannot_be_done_apart_is_done_here_where_there_is_nothing_to_go_on_with(
    tmp_path: Path, digests: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with instead(at(READING, KILLED)), caplog.at_level(logging.WARNING):
        async with opened(tmp_path / "a.db", digests) as library:
            assert len(await found(library, "robot")) == 10
    assert "This process does it itself" in caplog.text


@pytest.fixture
def going_on(tmp_path: Path) -> tuple[Path, str]:
    """A pipe through which a child says its number, and the code that has it do so, and then not end by itself."""
    pipe = tmp_path / "pid"
    os.mkfifo(pipe)
    return pipe, at(READING, f"open({str(pipe)!r}, 'w').write(str(os.getpid())); signal.pause()")


async def test_it_ends_where_the_reload_is_given_up(tmp_path: Path, digests: Path, going_on: tuple[Path, str]) -> None:
    pipe, code = going_on
    with instead(code):
        opening = asyncio.create_task(Library.open(tmp_path / "a.db", [digests], apart=True))
        child = os.pidfd_open(int(await asyncio.to_thread(content, pipe)))
        opening.cancel()
        await asyncio.wait([opening])
    assert opening.cancelled()
    assert await ended(child)


async def test_it_ends_with_the_process_that_began_it_however_that_ends(
    tmp_path: Path, digests: Path, going_on: tuple[Path, str]
) -> None:
    pipe, start = going_on
    code = (
        "import asyncio; from pathlib import Path; from retrieval.library import Library\n"
        "from retrieval.reloading import apart\n"
        f"apart._START = {start!r} + apart._START\n"
        f"asyncio.run(Library.open(Path({str(tmp_path / 'a.db')!r}), [Path({str(digests)!r})], apart=True))"
    )
    bot = await asyncio.create_subprocess_exec(sys.executable, "-c", code)
    child = os.pidfd_open(int(await asyncio.to_thread(content, pipe)))
    bot.send_signal(signal.SIGKILL)
    await bot.wait()
    assert await ended(child)


async def ended(process: int) -> bool:
    """Whether the process of a descriptor ends within half a minute."""
    ready, _, _ = await asyncio.to_thread(select.select, [process], [], [], 30)
    os.close(process)
    return bool(ready)


async def test_of_two_on_one_corpus_the_second_finds_it_done(tmp_path: Path, digests: Path) -> None:
    async with opened(tmp_path / "a.db", digests) as one, opened(tmp_path / "a.db", digests) as other:
        write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
        with nothing_built_here():
            reports = await asyncio.gather(one.reload(), other.reload())
            assert sorted(report.added for report in reports) == [0, 1]
            for library in (one, other):
                assert await found(library, "quantum") == ["2402.99999"]


@pytest.mark.parametrize("first", [0, 4096], ids=["whole", "behind the first page"])
async def test_a_database_whose_damage_shows_apart_is_made_anew(tmp_path: Path, digests: Path, first: int) -> None:
    database = tmp_path / "a.db"
    async with opened(database, digests) as library:
        await library._store.cache.database.settle()
        overwrite(database, first)
        write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
        with nothing_built_here():
            await library.reload()
            assert await found(library, "quantum") == ["2402.99999"]
            assert len(await found(library, "robot number7")) == 1
    assert "a.db.damaged-1" in names(tmp_path)


def overwrite(path: Path, first: int) -> None:
    """In the file that is there, not in one in its place."""
    with path.open("r+b") as file:
        file.seek(first)
        file.write(b"\x5a" * (path.stat().st_size - first))


async def test_an_index_that_is_damaged_is_built_again_apart(tmp_path: Path, digests: Path) -> None:
    async with opened(tmp_path / "a.db", digests):
        pass
    overwrite(tmp_path / "a.index", 4096)
    with nothing_built_here():
        async with opened(tmp_path / "a.db", digests) as library:
            assert len(await found(library, "robot")) == 10
    assert "a.index.damaged-1" in names(tmp_path)


async def test_an_index_file_that_is_cut_or_overwritten_in_use_changes_nothing(tmp_path: Path, digests: Path) -> None:
    async with opened(tmp_path / "a.db", digests) as library:
        before = await library.search("robot number7", limit=50)
        os.truncate(tmp_path / "a.index", 10)
        assert (await library.search("robot number7", limit=50)).hits == before.hits
        assert (await library.search("robot number8", limit=50)).hits
    async with opened(tmp_path / "a.db", digests) as library:
        assert (await library.search("robot number7", limit=50)).hits == before.hits
    assert json.loads(content(tmp_path / "a.index").partition(b"\n")[0])["magic"]
