"""One day's list → its digest on the disk, with the abstracts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from retrieval.digests.digest import parse_digest
from retrieval.sources.abstracts import keep_abstracts, known_abstract
from retrieval.sources.digest_writer import write_digest
from retrieval.sources.faults import SourceError
from retrieval.sources.holdings import Holdings, own_file
from retrieval.sources.journal import Journal, read_journal, write_journal
from retrieval.sources.merging import Merged, merge
from retrieval.sources.planning import DayState
from retrieval.sources.provenance import Provenance, read_provenance, sign
from retrieval.sources.web.listing import ListedPaper
from retrieval.sources.whole_files import unwritable, write_whole

SOURCE = "huggingface"
_FIRST_PAGE = ".first-page.json"
_LARGEST_FIRST_PAGE = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DayReport:
    """What became of a day: how many papers are written of it, how many of them are new or changed, and where."""

    day: date
    state: DayState
    papers: int = 0
    added: int = 0
    updated: int = 0
    file: Path | None = None


@dataclass(slots=True)
class Folder:
    """The folder of fetched days, as its one writer knows it. All its methods work the disk: call them in a thread."""

    path: Path
    holdings: Holdings
    journal: Journal = field(init=False)

    def __post_init__(self) -> None:
        self.journal = read_journal(self.path)

    def keep(self, day: date, listed: Sequence[ListedPaper], today: date, *, news: bool) -> DayReport:
        """Bring a day's digest up to date with its list, and leave the file alone where nothing changed. Abstracts go
        first, so that a day on disk is whole. Raises SourceError."""
        before = self._before(day)
        signed = read_provenance(before) if before is not None else None
        if before is not None and (signed is None or signed.edited):
            return DayReport(day, DayState.EDITED if signed else DayState.OTHER, file=own_file(self.path, day))
        written = parse_digest(before, day).entries if before else ()
        listed = [self._with_abstract(one) for one in listed]
        merged = merge(day, listed, written, self.journal.missing.get(day, ()), self.holdings)
        keep_abstracts(self.path, {one.arxiv_id: one.abstract for one in listed if one.abstract})
        provenance = signed.provenance if signed else Provenance(SOURCE, today, backfilled=not news)
        state = self._write(day, before, merged, provenance)
        self._note(day, merged)
        file = own_file(self.path, day) if merged.papers else None
        updated = 0 if state is DayState.UNCHANGED else merged.updated  # what only reads otherwise is no news
        return DayReport(day, state, len(merged.papers), merged.added, updated, file)

    def _with_abstract(self, paper: ListedPaper) -> ListedPaper:
        return paper if paper.abstract else replace(paper, abstract=known_abstract(self.path, paper.arxiv_id))

    def keep_first_page(self, body: bytes) -> None:
        """Keep the first answer that ever came, for whoever runs the bot to look at. Nothing reads it."""
        path = self.path / _FIRST_PAGE
        if len(body) <= _LARGEST_FIRST_PAGE and not path.exists():
            with suppress(SourceError):
                write_whole(path, body)

    def save(self) -> None:
        """Keep the journal. Raises SourceError."""
        write_journal(self.path, self.journal)

    def _before(self, day: date) -> str | None:
        try:
            return own_file(self.path, day).read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unwritable(error) from None

    def _write(self, day: date, before: str | None, merged: Merged, provenance: Provenance) -> DayState:
        if not merged.papers:
            return DayState.EMPTY
        text = sign(provenance, write_digest(day, merged.papers))
        if text == before:
            return DayState.UNCHANGED
        write_whole(own_file(self.path, day), text.encode())
        return DayState.WRITTEN if before is None else DayState.UPDATED

    def _note(self, day: date, merged: Merged) -> None:
        journal = self.journal
        journal.missing.pop(day, None)
        if merged.lacking:
            journal.missing[day] = set(merged.lacking)
        (journal.empty.discard if merged.papers else journal.empty.add)(day)
        self.save()
