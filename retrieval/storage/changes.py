"""Changes of the digests, taken over into the corpus database."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import aiosqlite

from retrieval.digests.files import UNREAD, FileChange
from retrieval.storage.rows import AMONG, INSERT_ABSTRACT, INSERT_ENTRY, PAPERS, abstract_rows, entry_rows, fingerprint

_BATCH: Final = 200  # papers that are read at once
MAX_HISTORY: Final = 256  # changes of the corpus that are remembered

# A paper's text is that of its newest day, there of the last file, there of the last entry.
_DERIVE_PAPERS = """
    INSERT INTO papers SELECT arxiv_id, id FROM (
        SELECT arxiv_id, id, row_number() OVER (PARTITION BY arxiv_id ORDER BY date DESC, file DESC, id DESC) AS place
        FROM entries WHERE arxiv_id IN (SELECT value FROM json_each(?))
    ) WHERE place = 1
"""
_OF_FILES = """
    SELECT arxiv_id FROM entries WHERE file IN (SELECT value FROM json_each(?1))
    UNION SELECT arxiv_id FROM abstracts WHERE file IN (SELECT value FROM json_each(?1))
"""
_DERIVE_APPEARANCES = """
    INSERT INTO appearances SELECT arxiv_id, date, votes, rank FROM (
        SELECT arxiv_id, date, votes, rank,
            row_number() OVER (PARTITION BY arxiv_id, date ORDER BY votes IS NULL, file DESC, id DESC) AS place
        FROM entries WHERE arxiv_id IN (SELECT value FROM json_each(?))
    ) WHERE place = 1
"""


@dataclass(frozen=True, slots=True)
class Delta:
    """What became of papers: arXiv ids in order. A paper is updated when anything of it changed, a day included."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


async def read_revision(connection: aiosqlite.Connection) -> str:
    """Names what the papers are now."""
    [[revision]] = await connection.execute_fetchall("SELECT revision FROM corpus")
    return str(revision)


async def apply_changes(connection: aiosqlite.Connection, changed: Sequence[FileChange], gone: Sequence[str]) -> Delta:
    """Take changed files over, and drop those of the names `gone`, in a transaction that writes."""
    read = [change for change in changed if change.hash != UNREAD]
    replaced = json.dumps([*gone, *(change.name for change in read)])
    touched = (await asyncio.to_thread(_touched, await connection.execute_fetchall(_OF_FILES, (replaced,)), read),)

    before = await _numbers(connection, touched)
    await connection.execute("DELETE FROM papers WHERE arxiv_id IN (SELECT value FROM json_each(?))", touched)
    await connection.execute("DELETE FROM files WHERE name IN (SELECT value FROM json_each(?))", (replaced,))
    await _insert(connection, changed)
    await connection.execute(_DERIVE_PAPERS, touched)
    await connection.execute(_DERIVE_APPEARANCES, touched)
    after = await _numbers(connection, touched)

    revision = await read_revision(connection)
    delta, new_revision = _compare(before, after, revision)
    await connection.execute("UPDATE corpus SET revision = ?", (new_revision,))
    if new_revision != revision:
        ids = json.dumps([*delta.added, *delta.updated, *delta.removed])
        await connection.execute("INSERT INTO history (revision, papers) VALUES (?, ?)", (revision, ids))
        await connection.execute("DELETE FROM history WHERE id <= (SELECT max(id) FROM history) - ?", (MAX_HISTORY,))
    return delta


def _touched(rows: Iterable[Any], read: Iterable[FileChange]) -> str:
    """The ids that the files had or now have, as JSON."""
    ids = {arxiv_id for [arxiv_id] in rows}
    ids.update(entry.arxiv_id for change in read for entry in change.entries)
    ids.update(abstract.arxiv_id for change in read for abstract in change.abstracts)
    return json.dumps(sorted(ids))


async def _insert(connection: aiosqlite.Connection, changed: Sequence[FileChange]) -> None:
    # Of a file that cannot be read now the entries are still there, only its warnings are new.
    names = [(change.name,) for change in changed]
    await connection.executemany("DELETE FROM warnings WHERE file = ?", names)
    await connection.executemany(
        "INSERT INTO files VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash",
        [(change.name, change.hash) for change in changed],
    )
    # Generators: their rows are made in the connection's thread.
    await connection.executemany(INSERT_ENTRY, entry_rows(changed))
    await connection.executemany(INSERT_ABSTRACT, abstract_rows(changed))
    await connection.executemany(
        "INSERT INTO warnings (file, line, fault, detail) VALUES (?, ?, ?, ?)",
        ((w.file, w.line, w.fault.value, w.detail) for change in changed for w in change.warnings),
    )


async def _numbers(connection: aiosqlite.Connection, among: tuple[str]) -> dict[str, int]:
    """The papers of the ids in a list, each as a number that stands for all of it: all of them may be many."""
    numbers: dict[str, int] = {}
    async with connection.execute(f"{PAPERS} {AMONG}", among) as rows:
        while batch := list(await rows.fetchmany(_BATCH)):
            numbers |= await asyncio.to_thread(_fingerprints, batch)
    return numbers


def _fingerprints(rows: Iterable[Any]) -> dict[str, int]:
    return {row[0]: fingerprint(row) for row in rows}


def _compare(old: Mapping[str, int], new: Mapping[str, int], revision: str) -> tuple[Delta, str]:
    """What became of the papers, and the revision after it.

    A revision is the exclusive or of a hash of each paper, so it depends on all papers and on nothing else, and
    yet takes only the changed ones to bring up to date.
    """
    number = int(revision, 16)
    for value in (*old.values(), *new.values()):
        number ^= value
    delta = Delta(
        added=tuple(sorted(new.keys() - old.keys())),
        updated=tuple(sorted(arxiv_id for arxiv_id in new.keys() & old.keys() if new[arxiv_id] != old[arxiv_id])),
        removed=tuple(sorted(old.keys() - new.keys())),
    )
    return delta, f"{number:032x}"
