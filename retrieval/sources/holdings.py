"""What is there already: days that others wrote, and summaries that a paper keeps when it is listed again."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from retrieval.digests.files import digest_files, read_changes
from retrieval.paper import SummaryPoint
from retrieval.sources.abstract_points import is_summary
from retrieval.sources.provenance import HEAD, read_provenance

Points = tuple[SummaryPoint, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """`others` are the days that have a digest which Paperbot did not write; `papers` are the ids of each day, and
    `summaries` are those of each paper, by the day; `abstracts` are the papers that have one."""

    others: frozenset[date]
    papers: Mapping[date, tuple[str, ...]]
    summaries: Mapping[str, Mapping[date, Points]]
    abstracts: frozenset[str]

    def summary(self, arxiv_id: str, before: date) -> Points:
        """The newest summary of a paper from before a day; empty where there is none."""
        earlier = [(day, points) for day, points in self.summaries.get(arxiv_id, {}).items() if day < before]
        return max(earlier, key=lambda one: one[0])[1] if earlier else ()


def own_file(folder: Path, day: date) -> Path:
    """Where the digest of a day is written."""
    return folder / f"{day.isoformat()}.md"


def take_stock(digests: Sequence[Path], folder: Path) -> Holdings:
    """Read all digests, those in `folder` too if there is one. Works the disk: call it in a thread.

    Raises CorpusError where digests are out of reach.
    """
    sources = [*digests, *([folder] if folder.is_dir() else [])]
    files = {file.name: file for file in digest_files(sources).files}
    others: set[date] = set()
    papers: dict[date, list[str]] = {}
    summaries: dict[str, dict[date, Points]] = {}
    abstracts: set[str] = set()
    for change in read_changes(sources, {}).changed:
        abstracts.update(one.arxiv_id for one in change.abstracts)
        file = files.get(change.name)
        if file is not None and not _is_own(file.path, folder, file.day):
            others |= {entry.date for entry in change.entries} | ({file.day} if file.day else set())
        for entry in change.entries:
            papers.setdefault(entry.date, []).append(entry.arxiv_id)
            if is_summary(entry.points):
                summaries.setdefault(entry.arxiv_id, {})[entry.date] = entry.points
    by_day = {day: tuple(ids) for day, ids in papers.items()}
    return Holdings(frozenset(others), by_day, summaries, frozenset(abstracts))


def with_fetched(digests: Sequence[Path], fetched: Path | None, known: Collection[str]) -> tuple[Path, ...]:
    """The places of digests with the folder of fetched days, if it has any, or had some by the names that are `known`:
    then it must not be taken for empty where it cannot be reached. Works the disk."""
    if fetched is None:
        return tuple(digests)
    below = f"{Path(os.path.normpath(fetched.absolute())).as_posix()}/"
    has_some = any(next(fetched.rglob(pattern), None) for pattern in ("*.md", "abstracts*.jsonl"))
    return (*digests, fetched) if has_some or any(name.startswith(below) for name in known) else tuple(digests)


def backfilled_days(folder: Path) -> frozenset[date]:
    """The days in a folder whose papers are news to nobody. Works the disk: call it in a thread."""
    if not folder.is_dir():
        return frozenset()
    days = (_day(path) for path in folder.glob("????-??-??.md"))
    return frozenset(day for day in days if day and _head(own_file(folder, day), backfilled=True))


def _is_own(path: Path, folder: Path, day: date | None) -> bool:
    return day is not None and path.resolve() == own_file(folder, day).resolve() and _head(path)


def _head(path: Path, *, backfilled: bool = False) -> bool:
    """Whether Paperbot wrote the file, and, where that is asked, as a backfill."""
    try:
        with path.open("rb") as file:
            signed = read_provenance(file.read(HEAD).decode("utf-8", "replace"))
    except OSError:
        return False
    return signed is not None and (signed.provenance.backfilled or not backfilled)


def _day(path: Path) -> date | None:
    try:
        return date.fromisoformat(path.stem)
    except ValueError:
        return None
