"""Papers as rows of the corpus database, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from hashlib import blake2b
from operator import xor
from typing import Any, Final

from retrieval.digests.files import FileChange
from retrieval.paper import Appearance, Media, Paper, SummaryPoint

PAPERS: Final = """
    SELECT p.arxiv_id, e.title, e.authors, e.media_kind, e.media_url, e.points,
        (SELECT json_group_array(json_array(a.date, a.votes, a.rank)) FROM appearances a WHERE a.arxiv_id = p.arxiv_id),
        (SELECT b.text FROM abstracts b WHERE b.arxiv_id = p.arxiv_id ORDER BY b.file DESC LIMIT 1)
    FROM papers p JOIN entries e ON e.id = p.entry
"""
"""Selects rows as `papers_of` takes them; may be continued with JOIN, WHERE and ORDER BY."""

# A list travels as one parameter of JSON: no limit on its length, and no SQL made of pieces.
AMONG: Final = "WHERE p.arxiv_id IN (SELECT value FROM json_each(?))"
"""Continues PAPERS; selects the papers of the ids in a list."""

INSERT_ENTRY: Final = """
    INSERT INTO entries (file, arxiv_id, date, votes, rank, title, authors, media_kind, media_url, points)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

INSERT_ABSTRACT: Final = "INSERT INTO abstracts (arxiv_id, file, text) VALUES (?, ?, ?)"


def entry_rows(changed: Iterable[FileChange]) -> Iterator[tuple[str | int | None, ...]]:
    """The parameters of INSERT_ENTRY, entry by entry."""
    for change in changed:
        for entry in change.entries:
            kind, url = (entry.media.kind, entry.media.url) if entry.media else (None, None)
            authors = json.dumps(entry.authors, ensure_ascii=False)
            points = json.dumps([_told(point) for point in entry.points], ensure_ascii=False)
            day = entry.date.isoformat()
            yield change.name, entry.arxiv_id, day, entry.votes, entry.rank, entry.title, authors, kind, url, points


def _told(point: SummaryPoint) -> tuple[str, ...]:
    """Of points that no model wrote as ever, so that papers without any keep their fingerprints."""
    return (point.label, point.text) if point.by is None else (point.label, point.text, point.by)


def fingerprint(row: Sequence[Any]) -> int:
    """A number of 128 bits that stands for all that a row of PAPERS says: the same in every process, and for ever."""
    *columns, appearances, abstract = row
    columns.append(sorted(json.loads(appearances)))
    if abstract is not None:  # else as before there were any: the databases of then hold their papers' numbers
        columns.append(abstract)
    return int.from_bytes(blake2b(json.dumps(columns).encode(), digest_size=16).digest())


def fingerprint_of_all(rows: Iterable[Sequence[Any]]) -> int:
    """The exclusive or of the numbers of rows: what a revision is, written as a number."""
    return reduce(xor, map(fingerprint, rows), 0)


def abstract_rows(changed: Iterable[FileChange]) -> Iterator[tuple[str, str, str]]:
    """The parameters of INSERT_ABSTRACT, abstract by abstract."""
    for change in changed:
        for abstract in change.abstracts:
            yield abstract.arxiv_id, change.name, abstract.text


def papers_of(rows: Iterable[Any]) -> tuple[Paper, ...]:
    """The papers of rows of PAPERS, in their order."""
    return tuple(_paper(*row) for row in rows)


def _paper(
    arxiv_id: str,
    title: str,
    authors: str,
    kind: Any,
    url: str | None,
    points: str,
    appearances: str,
    abstract: str | None,
) -> Paper:
    return Paper(
        arxiv_id=arxiv_id,
        title=title,
        authors=tuple(json.loads(authors)),
        media=None if url is None else Media(kind, url),
        points=tuple(SummaryPoint(*point) for point in json.loads(points)),
        appearances=tuple(
            Appearance(date.fromisoformat(day), votes, rank) for day, votes, rank in sorted(json.loads(appearances))
        ),
        abstract=abstract,
    )
