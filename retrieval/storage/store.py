"""All SQL on the corpus: the digests as they were read, and the papers that they make."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import aiosqlite

from retrieval.digests.digest import Fault
from retrieval.digests.files import Changes, FileFault, FileWarning
from retrieval.paper import Paper
from retrieval.storage.cache import Cache, watched
from retrieval.storage.changes import Delta, apply_changes, read_revision
from retrieval.storage.faults import StoreError
from retrieval.storage.rows import AMONG, PAPERS, fingerprint_of_all, papers_of

MAX_TOP: Final = 1_000
MAX_WARNINGS: Final = 1_000

_AT_ONCE: Final = 20  # papers that are made of rows in less time than it takes to have a thread do it
_BATCH: Final = 200  # papers read at once from a whole corpus: other threads wait that long for the interpreter

_OF_DAY = "JOIN appearances d ON d.arxiv_id = p.arxiv_id WHERE d.date = ? ORDER BY d.votes DESC, d.rank, p.arxiv_id"
_BEST = """
    JOIN (
        SELECT arxiv_id, max(votes) AS votes, max(date) AS date, min(rank) AS rank
        FROM appearances WHERE date BETWEEN ? AND ?
        GROUP BY arxiv_id ORDER BY max(votes) DESC, max(date) DESC, min(rank), arxiv_id LIMIT ? OFFSET ?
    ) best ON best.arxiv_id = p.arxiv_id
    ORDER BY best.votes DESC, best.date DESC, best.rank, p.arxiv_id
"""
_NEIGHBOURS = """
    SELECT (SELECT max(date) FROM appearances WHERE date < ?), (SELECT min(date) FROM appearances WHERE date > ?)
"""
_TOTALS = """
    SELECT (SELECT count(*) FROM papers), count(DISTINCT date), min(date), max(date),
        (SELECT count(DISTINCT file) FROM entries), (SELECT count(*) FROM warnings), (SELECT revision FROM corpus)
    FROM appearances
"""
_CHANGED_SINCE = """
    SELECT DISTINCT touched.value FROM history, json_each(papers) touched
    WHERE history.id >= (SELECT max(id) FROM history WHERE revision = ?)
"""
_FAULTS: dict[str, Fault | FileFault] = {fault.value: fault for fault in (*Fault, *FileFault)}


@dataclass(frozen=True, slots=True)
class Contents:
    """Every paper, in the order of arXiv ids, and the revision that they make."""

    revision: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What became of a corpus: the `papers` that are new or may have changed, the ids of those that are gone, and the
    revision that they lead to."""

    revision: str
    papers: tuple[Paper, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The papers of a day by their votes of that day, unknown ones last; none where there is no digest.

    `previous` and `next` are the nearest days that there are.
    """

    day: date
    papers: tuple[Paper, ...]
    previous: date | None
    next: date | None


@dataclass(frozen=True, slots=True)
class Totals:
    """`digests` are the files with papers; `first` and `last` are None in an empty corpus."""

    papers: int
    days: int
    first: date | None
    last: date | None
    digests: int
    warnings: int
    revision: str


class Store:
    """The corpus database. Every method raises StoreError where the file fails it."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    @classmethod
    async def open(cls, path: Path | str) -> Store:
        """Open the database, or make it; `":memory:"` keeps it out of files. What cannot be used is set aside: see
        `Cache`. Raises StoreError."""
        cache = Cache(path)
        try:
            await cache.open()
        except BaseException:
            await cache.database.close()
            raise
        return cls(cache)

    async def close(self) -> None:
        """Close the file. Its threads keep the process alive until then."""
        await self.cache.database.close()

    @watched
    async def known(self) -> dict[str, str]:
        """The hash of each file by name, as `read_changes` wants it."""
        async with self.cache.database.reading() as connection:
            return await _known(connection)

    async def apply(self, changes: Changes) -> Delta:
        """Take the changes over in one transaction: all of them or, killed or failing at any point, none.

        A file that another process has brought up to date in the meantime is not written again.
        """
        if not changes.changed and not changes.vanished:
            return Delta()
        with self.cache.noted():
            async with self.cache.database.writing() as connection:
                return await _apply(connection, changes)

    @watched
    async def contents(self) -> Contents:
        """The whole corpus, for what is built from all of it."""
        async with self.cache.database.reading() as connection:
            revision = await read_revision(connection)
            papers: list[Paper] = []
            async with connection.execute(f"{PAPERS} ORDER BY p.arxiv_id") as rows:
                while batch := await rows.fetchmany(_BATCH):
                    papers += await asyncio.to_thread(papers_of, batch)
        return Contents(revision, tuple(papers))

    @watched
    async def news_since(self, revision: str, limit: int) -> News | None:
        """What changed since that revision; None where that is not known, or more than `limit` papers."""
        async with self.cache.database.reading() as connection:
            rows: Iterable[Any] = await connection.execute_fetchall(_CHANGED_SINCE, (revision,))
            ids = [arxiv_id for [arxiv_id] in rows]
            if not 0 < len(ids) <= limit:
                return None
            papers = papers_of(await connection.execute_fetchall(f"{PAPERS} {AMONG}", (json.dumps(ids),)))
            there = {paper.arxiv_id for paper in papers}
            return News(await read_revision(connection), papers, tuple(each for each in ids if each not in there))

    async def damage(self) -> StoreError | None:
        """What is damaged in the file, or not as it was written: this reads all of it. None where all is well."""
        try:
            await self._examine()
            return None
        except StoreError as error:
            if self.cache.is_damaged:
                return error
            raise

    @watched
    async def _examine(self) -> None:
        async with self.cache.database.reading() as connection:
            [[found]] = await connection.execute_fetchall("PRAGMA integrity_check(1)")
            if found != "ok":
                raise ValueError(" ".join(str(found).split()))
            number = int(await read_revision(connection), 16)
            async with connection.execute(PAPERS) as rows:
                while batch := await rows.fetchmany(_BATCH):
                    number ^= await asyncio.to_thread(fingerprint_of_all, batch)
        if number:
            raise ValueError("its papers are not as they were written")

    async def paper(self, arxiv_id: str) -> Paper | None:
        """The paper of that id, written as `parse_arxiv_id` gives it."""
        papers = await self.papers_by_id((arxiv_id,))
        return papers[0] if papers else None

    @watched
    async def papers_by_id(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...]:
        """Those of the papers that there are, in the order given."""
        self.cache.refuse_while_empty()
        papers = await _made(await self._rows(f"{PAPERS} {AMONG}", json.dumps(arxiv_ids)))
        found = {paper.arxiv_id: paper for paper in papers}
        return tuple(found[arxiv_id] for arxiv_id in arxiv_ids if arxiv_id in found)

    def papers_here(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...] | None:
        """As `papers_by_id`, in any order and in the thread that calls; None where that cannot be done, and
        `papers_by_id` says why."""
        try:
            self.cache.refuse_while_empty()
            rows = self.cache.database.rows_here(f"{PAPERS} {AMONG}", (json.dumps(arxiv_ids),))
            return None if rows is None else papers_of(rows)
        except (StoreError, sqlite3.Error, ValueError, TypeError, KeyError):
            return None

    @watched
    async def day(self, day: date) -> Day:
        """The papers of a day, and its neighbours."""
        self.cache.refuse_while_empty()
        text = day.isoformat()
        papers = await _made(await self._rows(f"{PAPERS} {_OF_DAY}", text))
        [(previous, following)] = await self._rows(_NEIGHBOURS, text, text)
        return Day(day, papers, _date(previous), _date(following))

    @watched
    async def days(self) -> dict[date, int]:
        """Every day there is, oldest first, with the number of its papers."""
        rows = await self._rows("SELECT date, count(*) FROM appearances GROUP BY date ORDER BY date")
        return {date.fromisoformat(day): papers for day, papers in rows}

    @watched
    async def top(self, since: date, until: date, limit: int, offset: int = 0) -> tuple[Paper, ...]:
        """The papers of a period, its last day included, by their most votes on a day of it; unknown votes last.

        Equal ones: newest first. `limit` counts up to MAX_TOP.
        """
        self.cache.refuse_while_empty()
        bounds = since.isoformat(), until.isoformat(), max(0, min(limit, MAX_TOP)), max(0, offset)
        return await _made(await self._rows(f"{PAPERS} {_BEST}", *bounds))

    @watched
    async def count(self, since: date, until: date) -> int:
        """How many papers there are in a period, its last day included."""
        self.cache.refuse_while_empty()
        sql = "SELECT count(DISTINCT arxiv_id) FROM appearances WHERE date BETWEEN ? AND ?"
        [[papers]] = await self._rows(sql, since.isoformat(), until.isoformat())
        return int(papers)

    @watched
    async def warnings(self, limit: int = MAX_WARNINGS) -> tuple[FileWarning, ...]:
        """What is wrong in the digests as last read, by file and line. `limit` counts up to MAX_WARNINGS."""
        rows = await self._rows(
            "SELECT file, line, fault, detail FROM warnings ORDER BY file, line, id LIMIT ?",
            max(0, min(limit, MAX_WARNINGS)),
        )
        return tuple(
            FileWarning(file, line, _FAULTS[fault], detail)
            for file, line, fault, detail in rows
            if fault in _FAULTS  # another version of Paperbot may know more
        )

    @watched
    async def totals(self) -> Totals:
        """How much there is."""
        [(papers, days, first, last, digests, warnings, revision)] = await self._rows(_TOTALS)
        return Totals(papers, days, _date(first), _date(last), digests, warnings, revision)

    async def _rows(self, sql: str, *parameters: str | int) -> Iterable[Any]:
        return await self.cache.database.rows(sql, parameters)


async def _apply(connection: aiosqlite.Connection, changes: Changes) -> Delta:
    known = await _known(connection)
    changed = [change for change in changes.changed if known.get(change.name) != change.hash]
    gone = [name for name in changes.vanished if name in known]
    return await apply_changes(connection, changed, gone) if changed or gone else Delta()


async def _made(rows: Iterable[Any]) -> tuple[Paper, ...]:
    """The papers of rows."""
    rows = list(rows)
    return papers_of(rows) if len(rows) <= _AT_ONCE else await asyncio.to_thread(papers_of, rows)


async def _known(connection: aiosqlite.Connection) -> dict[str, str]:
    rows: Iterable[Any] = await connection.execute_fetchall("SELECT name, hash FROM files")
    return dict(rows)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
