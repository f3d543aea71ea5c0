"""The library over reloads and restarts: what is found, and what is not made again for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from retrieval.glossary.term_list import TermListError
from retrieval.index.index import Index
from retrieval.library import Library
from tests.connections import connections
from tests.retrieval.storage.stores import paper, write


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    """A hundred papers: two may change before all is learnt again."""
    papers = [paper(f"2402.{number:05}", title=f"Robot number{number}") for number in range(100)]
    write(tmp_path / "digests" / "2024-02-14.md", *papers)
    return tmp_path / "digests"


@asynccontextmanager
async def opened(digests: Path, *glossary: Path) -> AsyncIterator[Library]:
    library = await Library.open(digests.parent / "corpus.db", [digests], glossary=glossary)
    try:
        yield library
    finally:
        await library.close()


async def found(library: Library, text: str) -> list[str]:
    return [hit.paper.arxiv_id for hit in (await library.search(text)).hits]


@contextmanager
def building(times: int) -> Iterator[None]:
    """Fails where an index of papers is built from nothing more or less often than that."""
    with patch.object(Index, "build", side_effect=Index.build) as build:
        yield
    assert sum(bool(call.args[0]) for call in build.call_args_list) == times


async def test_a_reload_brings_the_index_up_to_date(digests: Path) -> None:
    async with opened(digests) as library:
        with building(0):
            new = write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
            report = await library.reload()
            assert (report.files_read, report.added) == (1, 1)
            assert await found(library, "quantum") == ["2402.99999"]
            new.unlink()
            await library.reload()
            assert await found(library, "quantum") == []


async def test_much_that_changes_makes_a_new_index(digests: Path) -> None:
    async with opened(digests) as library:
        with building(1):
            write(
                digests / "2024-02-15.md",
                *(paper(f"2402.9999{number}", title="A quantum robot") for number in range(3)),
            )
            await library.reload()
        assert await found(library, "quantum") == ["2402.99990", "2402.99991", "2402.99992"]


async def test_a_start_brings_the_saved_index_up_to_date(digests: Path) -> None:
    with building(1):
        async with opened(digests):
            pass
    write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
    with building(0):
        async with opened(digests) as library:
            assert await found(library, "quantum") == ["2402.99999"]
        async with opened(digests) as library:
            assert await found(library, "quantum") == ["2402.99999"]


async def test_a_process_that_ends_before_its_index_is_saved_costs_the_next_start_an_update(digests: Path) -> None:
    async with opened(digests):
        pass
    with patch("retrieval.index.updater.save"):
        async with opened(digests) as library:
            for day in (15, 16):
                write(digests / f"2024-02-{day}.md", paper(f"2402.999{day}", title="A quantum robot"))
                await library.reload()
    with building(0):
        async with opened(digests) as library:
            assert await found(library, "quantum") == ["2402.99916", "2402.99915"]


async def test_what_another_process_reloaded_is_found_after_a_reload(digests: Path) -> None:
    async with opened(digests) as library, opened(digests) as other:
        write(digests / "2024-02-15.md", paper("2402.99999", title="A quantum robot"))
        await other.reload()
        with building(0):
            assert (await library.reload()).added == 0
            assert await found(library, "quantum") == ["2402.99999"]


async def test_a_reload_without_news_makes_nothing(digests: Path) -> None:
    async with opened(digests):
        pass  # the index is saved by the end
    async with opened(digests) as library:
        with building(0), patch.object(Index, "updated") as updated, patch("retrieval.index.updater.save") as save:
            await library.reload()
            assert not updated.called
            assert not save.called


async def test_a_close_that_is_cancelled_while_the_index_is_saved_closes_the_database(digests: Path) -> None:
    go_on = threading.Event()
    with connections() as made, patch("retrieval.index.updater.save", side_effect=lambda *_: go_on.wait(30)):
        library = await Library.open(digests.parent / "corpus.db", [digests])
        closing = asyncio.create_task(library.close())
        await asyncio.sleep(0)
        closing.cancel()
        await asyncio.wait([closing])
        go_on.set()
        closed = [one.closed.is_set() for one in made]
        await library.close()  # else a failure would never end: a connection's thread keeps the process alive
    assert closed == [True, True]


async def test_a_list_of_terms_is_searched_by_and_its_change_makes_a_new_index(digests: Path, tmp_path: Path) -> None:
    write(digests / "2024-02-15.md", paper("2402.99999", title="A zorbified robot"))
    terms = tmp_path / "my-terms.toml"
    terms.write_text('"zorbified" = ["조르비화"]', "utf-8")
    with building(1):
        async with opened(digests, terms) as library:
            assert await found(library, "조르비화") == ["2402.99999"]
    terms.write_text('# ours\n"zorbified" = ["조르비화"]', "utf-8")
    with building(0):
        async with opened(digests, terms) as library:
            assert await found(library, "조르비화") == ["2402.99999"]
            assert await found(library, "둥글둥글") == []
    terms.write_text('"zorbified" = ["둥글둥글"]', "utf-8")
    with building(1):
        async with opened(digests, terms) as library:
            assert await found(library, "둥글둥글") == ["2402.99999"]
    with building(1):
        async with opened(digests) as library:
            assert await found(library, "둥글둥글") == []


async def test_terms_stay_over_a_reload(digests: Path, tmp_path: Path) -> None:
    terms = tmp_path / "my-terms.toml"
    terms.write_text('"zorbified" = ["조르비화"]', "utf-8")
    async with opened(digests, terms) as library:
        write(digests / "2024-02-15.md", paper("2402.99999", title="A zorbified robot"))
        with building(0):
            await library.reload()
        assert await found(library, "조르비화") == ["2402.99999"]
        papers = [paper(f"2403.{number:05}", title=f"Robot number{number}") for number in range(50)]
        write(digests / "2024-02-16.md", *papers)
        with building(1):
            await library.reload()
        assert await found(library, "조르비화") == ["2402.99999"]


async def test_a_list_of_terms_that_is_wrong_opens_nothing(digests: Path, tmp_path: Path) -> None:
    terms = tmp_path / "my-terms.toml"
    terms.write_text('"zorbified" = []', "utf-8")
    with pytest.raises(TermListError, match=r"my-terms.toml, line 1: “zorbified” needs another name"):
        async with opened(digests, terms):
            pass
