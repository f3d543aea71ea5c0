"""One day's list → its digest on the disk, with the abstracts beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from retrieval.digests.digest import Entry, parse_digest
from retrieval.paper import ABSTRACT
from retrieval.sources.abstract_points import is_summary
from retrieval.sources.abstracts import keep_abstracts, known_abstract
from retrieval.sources.digest_writer import write_digest
from retrieval.sources.faults import SourceError
from retrieval.sources.holdings import Holdings, Points, own_file
from retrieval.sources.journal import Journal, read_journal, write_journal
from retrieval.sources.merging import Merged, as_written, merge
from retrieval.sources.planning import DayState
from retrieval.sources.provenance import Provenance, read_provenance, sign
from retrieval.sources.summarizing import Unsummarized
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

    def keep(
        self,
        day: date,
        listed: Sequence[ListedPaper],
        today: date,
        *,
        news: bool,
        summaries: Mapping[str, Points] = MappingProxyType({}),
    ) -> DayReport:
        """Bring a day's digest up to date with its list, with these summaries for papers that have none, and leave the
        file alone where nothing changed. Abstracts go first, so that a day on disk is whole. Raises SourceError."""
        before = self._before(day)
        signed = read_provenance(before) if before is not None else None
        if before is not None and (signed is None or signed.edited):
            return DayReport(day, DayState.EDITED if signed else DayState.OTHER, file=own_file(self.path, day))
        written = parse_digest(before, day).entries if before else ()
        listed = [self._with_abstract(one) for one in listed]
        merged = merge(day, listed, written, self.journal.missing.get(day, ()), self.holdings, summaries)
        keep_abstracts(self.path, {one.arxiv_id: one.abstract for one in listed if one.abstract})
        provenance = signed.provenance if signed else Provenance(SOURCE, today, backfilled=not news)
        state = self._write(day, before, merged, provenance)
        self._note(day, merged)
        file = own_file(self.path, day) if merged.papers else None
        updated = 0 if state is DayState.UNCHANGED else merged.updated  # what only reads otherwise is no news
        return DayReport(day, state, len(merged.papers), merged.added, updated, file)

    def unsummarized(self, day: date, listed: Sequence[ListedPaper]) -> tuple[Unsummarized, ...]:
        """The papers of a list that would be written with their abstracts alone. Raises SourceError."""
        before = self._before(day)
        signed = read_provenance(before) if before is not None else None
        if before is not None and (signed is None or signed.edited):
            return ()
        written = {entry.arxiv_id: entry.points for entry in parse_digest(before or "", day).entries}
        papers = [
            Unsummarized(one.arxiv_id, one.title, one.abstract)
            for one in map(self._with_abstract, listed)
            if not is_summary(written.get(one.arxiv_id, ())) and not self.holdings.summary(one.arxiv_id, day)
        ]
        return tuple(paper for paper in papers if paper.abstract)

    def lacking(self, day: date) -> tuple[Unsummarized, ...]:
        """The papers of a day on the disk that have an abstract and no summary; none of a file that is not ours or has
        been edited. Raises SourceError."""
        entries, _ = self._own(day)
        papers = [
            Unsummarized(entry.arxiv_id, entry.title, self._abstract(entry))
            for entry in entries
            if not is_summary(entry.points)
        ]
        return tuple(paper for paper in papers if paper.abstract)

    def add(self, day: date, summaries: Mapping[str, Points]) -> int:
        """Put summaries in place of abstracts in a day on the disk; of how many papers. Abstracts that stand nowhere
        else are kept beside it first. Raises SourceError."""
        entries, provenance = self._own(day)
        wanted = {one.arxiv_id for one in entries if one.arxiv_id in summaries and not is_summary(one.points)}
        if provenance is None or not wanted:
            return 0
        keep_abstracts(self.path, {one.arxiv_id: self._abstract(one) for one in entries if one.arxiv_id in wanted})
        papers = [
            replace(as_written(one), points=summaries[one.arxiv_id] if one.arxiv_id in wanted else one.points)
            for one in entries
        ]
        write_whole(own_file(self.path, day), sign(provenance, write_digest(day, papers)).encode())
        return len(wanted)

    def _own(self, day: date) -> tuple[tuple[Entry, ...], Provenance | None]:
        text = self._before(day)
        signed = read_provenance(text) if text is not None else None
        if text is None or signed is None or signed.edited:
            return (), None
        return parse_digest(text, day).entries, signed.provenance

    def _abstract(self, entry: Entry) -> str:
        kept = known_abstract(self.path, entry.arxiv_id)
        return kept or " ".join(point.text for point in entry.points if point.label == ABSTRACT)

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
