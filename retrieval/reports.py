"""What a library tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from retrieval.digests.files import FileWarning
from retrieval.vectors.meaning import VectorStatus


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """What a reload found: counts of digests (other Markdown files are not counted) and of papers, and all that is
    wrong in the digests now, in those just read first."""

    files_read: int
    files_unchanged: int
    added: int
    updated: int
    removed: int
    warnings: tuple[FileWarning, ...]


@dataclass(frozen=True, slots=True)
class CorpusStatus:
    """How much there is, and since when; `first` and `last` are None while there is nothing. Without
    a model that compares by meaning `vectors` is None."""

    papers: int
    days: int
    first: date | None
    last: date | None
    files: int
    warnings: int
    loaded_at: datetime
    reloading: bool
    vectors: VectorStatus | None = None
