"""Summarises the papers of days that are on the disk already."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from retrieval.digests.files import CorpusError
from retrieval.sources.day_file import Folder
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.holdings import take_stock
from retrieval.sources.planning import Span
from retrieval.sources.reporting import Progress
from retrieval.sources.summarizing import Summarizer
from retrieval.sources.whole_files import sole_writer

_LONGEST_DAY: Final = 24 * 3_600.0  # seconds that a day of papers may take


@dataclass(frozen=True, slots=True)
class SummarizedDay:
    """How many papers of a day had no summary, and how many of them have one now."""

    day: date
    papers: int
    written: int = 0


@dataclass(slots=True)
class SummaryReport:
    """Days from the newest to the oldest; how many papers were left out, by the reason; and why it ended before all was
    asked for, "" where it did not."""

    days: list[SummarizedDay] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    stopped: str = ""

    @property
    def written(self) -> int:
        return sum(day.written for day in self.days)


class DaysSummarizer:
    """Works in the folder of fetched days, alone there; `digests` are all places of digests."""

    def __init__(self, folder: Path, digests: Sequence[Path]) -> None:
        self._path = folder
        self._digests = digests

    async def plan(self, span: Span) -> SummaryReport:
        """The days with papers that have no summary, without asking anybody or writing anything. Raises SourceError."""
        folder = await asyncio.to_thread(self._folder)
        return SummaryReport(await asyncio.to_thread(_lacking, folder, span))

    async def summarize(
        self,
        span: Span,
        summarizer: Summarizer,
        report: SummaryReport,
        progress: Progress = lambda done, total, day: None,
    ) -> None:
        """Summarise what has no summary into `report`, the newest day first. Cancelled or killed at any moment, it
        loses nothing that it has asked for. Raises SourceError."""
        with ExitStack() as stack:
            await asyncio.to_thread(stack.enter_context, sole_writer(self._path))
            folder = await asyncio.to_thread(self._folder)
            days = await asyncio.to_thread(_lacking, folder, span)
            total, before = sum(day.papers for day in days), 0
            for day in days:
                papers = await asyncio.to_thread(folder.lacking, day.day)

                def done(count: int, before: int = before, day: date = day.day) -> None:
                    progress(before + count, total, day)

                done(0)
                summaries = await summarizer.summaries(papers, within=_LONGEST_DAY, done=done)
                written = await asyncio.to_thread(folder.add, day.day, summaries.written)
                report.days.append(SummarizedDay(day.day, len(papers), written))
                report.left_out.update(summaries.left_out)
                before += day.papers
                if summaries.stopped:
                    report.stopped = summaries.stopped
                    return

    def _folder(self) -> Folder:
        try:
            return Folder(self._path, take_stock(self._digests, self._path))
        except CorpusError as error:
            raise SourceError(SourceFault.CORPUS, str(error)) from None


def _lacking(folder: Folder, span: Span) -> list[SummarizedDay]:
    """The days of the span, the newest first, that are ours alone."""
    days = sorted(folder.holdings.papers.keys() - folder.holdings.others, reverse=True)
    within = [day for day in days if (span.since or day) <= day <= (span.until or day)]
    found = [SummarizedDay(day, len(folder.lacking(day))) for day in within]
    return [day for day in found if day.papers]
