"""The corpus database and the saved index damaged, newer or another program's: set aside, and made anew."""

from __future__ import annotations

import logging
import random
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from retrieval.library import Library
from retrieval.storage.aside import MOST, files_aside
from retrieval.storage.faults import StoreError
from tests.retrieval.storage.stores import paper, write

PAGE = 4096
IDS = [f"2402.{number:05}" for number in range(60)]


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    long = "- " + "A robot learns. " * 40
    for day, first in ((14, 0), (15, 30)):
        papers = [paper(each, title=f"Robot number{each[5:]}", points=long) for each in IDS[first : first + 30]]
        write(tmp_path / "digests" / f"2024-02-{day}.md", *papers)
    return tmp_path / "digests"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "corpus.db"


@asynccontextmanager
async def opened(database: Path, digests: Path) -> AsyncIterator[Library]:
    library = await Library.open(database, [digests])
    try:
        yield library
    finally:
        await library.close()


async def is_whole(library: Library) -> bool:
    found = await library.search("robot", limit=100)
    days = [await library.day(day) for day in library.days()]
    return {hit.paper.arxiv_id for hit in found.hits} == set(IDS) == {p.arxiv_id for day in days for p in day.papers}


async def made(database: Path, digests: Path) -> None:
    async with opened(database, digests) as library:
        assert await is_whole(library)


def text(path: Path) -> None:
    path.write_text("precious notes, not a database " * 99)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def content(path: Path) -> bytes:
    return path.read_bytes()


def put(path: Path, data: bytes, offset: int = 0) -> None:
    """Into the file that is there, not into one in its place."""
    with path.open("r+b" if path.exists() else "wb") as file:
        file.seek(offset)
        file.write(data)
        if not offset:
            file.truncate()


DAMAGES: list[tuple[Callable[[Path], None], str, str]] = [
    (text, "damaged", "is damaged"),
    (half, "damaged", "is damaged"),
    (newer, "damaged", "is of a newer Paperbot"),
    (foreign, "foreign", "is a database of another program"),
]


@pytest.mark.parametrize(("harm", "kind", "said"), DAMAGES, ids=lambda value: getattr(value, "__name__", ""))
async def test_what_cannot_be_opened_is_set_aside_and_made_anew(
    database: Path,
    digests: Path,
    harm: Callable[[Path], None],
    kind: str,
    said: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await made(database, digests)
    harm(database)
    before = content(database)
    with caplog.at_level(logging.WARNING):
        await made(database, digests)
    assert said in caplog.text
    assert f"set aside as {database}.{kind}-1" in caplog.text
    assert database.with_name(f"corpus.db.{kind}-1").read_bytes() == before
    await made(database, digests)
    assert len(files_aside(database)) == 1


async def test_a_page_that_is_damaged_anywhere_is_healed_at_the_latest_when_it_is_read(
    database: Path, digests: Path
) -> None:
    await made(database, digests)
    whole, chance = content(database), random.Random(5)
    assert len(whole) > 20 * PAGE
    for page in range(len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
        put(database, bytes(damaged))
        (digests / "2024-02-16.md").write_text(f"# {page}\n")  # so that there is something to write
        async with opened(database, digests) as library:
            try:
                found = await is_whole(library)
            except StoreError:
                found = False
            if not found:
                await library.reload()
                assert await is_whole(library), page
    assert 0 < len(files_aside(database)) <= MOST


async def test_damage_in_the_middle_of_use_is_said_once_and_healed_without_being_asked(
    database: Path, digests: Path
) -> None:
    async with opened(database, digests) as library:
        await library._store.cache.database.settle()
        put(database, b"\x5a" * (len(content(database)) - PAGE), PAGE)
        with pytest.raises(StoreError, match="is damaged"):
            await is_whole(library)
        with pytest.raises(StoreError):
            await is_whole(library)
        assert library._mending is not None
        await library._mending
        assert await is_whole(library)


async def test_a_wal_that_is_damaged_costs_no_paper(database: Path, digests: Path, tmp_path: Path) -> None:
    async with opened(database, digests):
        for name in ("corpus.db", "corpus.db-wal"):
            shutil.copy(tmp_path / name, tmp_path / f"killed-{name}")
    for offset in range(0, (tmp_path / "killed-corpus.db-wal").stat().st_size, 40_000):
        for name in ("corpus.db", "corpus.db-wal"):
            shutil.copy(tmp_path / f"killed-{name}", tmp_path / name)
        put(database.with_name("corpus.db-wal"), b"\x5a" * 5000, offset or 1)
        await made(database, digests)


async def test_a_database_that_was_deleted_or_made_anew_by_another_process_is_gone_over_to(
    database: Path, digests: Path
) -> None:
    async with opened(database, digests) as library:
        for companion in ("", "-wal", "-shm"):
            database.with_name(f"corpus.db{companion}").unlink()
        async with opened(database, digests) as other:
            write(digests / "2024-02-17.md", paper("2402.99999", title="A quantum robot"))
            await other.reload()
        await library.reload()
        assert (await library.search("quantum")).total == 1
    assert files_aside(database) == ()


async def test_as_often_as_it_is_damaged_few_files_are_kept_the_first_among_them(database: Path, digests: Path) -> None:
    for number in range(6):
        put(database, f"{number} is no database ".encode() * 99)
        await made(database, digests)
    kept = [chr(content(each)[0]) for each in files_aside(database)]
    assert kept == ["0", "4", "5"]


async def test_files_of_other_programs_are_never_deleted(database: Path, digests: Path) -> None:
    for _ in range(MOST):
        await made(database, digests)
        foreign(database)
    await made(database, digests)
    foreign(database)
    with pytest.raises(StoreError, match="another program"):
        await made(database, digests)
    assert len(files_aside(database)) == MOST
    assert content(database)


async def test_what_people_asked_to_remember_is_never_set_aside(database: Path, digests: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA application_id = {0x50617073}")
    before = content(database)
    with pytest.raises(StoreError, match="another purpose"):
        await made(database, digests)
    assert content(database) == before
    assert files_aside(database) == ()
