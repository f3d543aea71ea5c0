"""Abstracts for papers that have none: from the lists of their days, and what those lack from arXiv or one by one."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from retrieval.sources.abstracts import keep_abstracts
from retrieval.sources.day_file import DayReport, Folder
from retrieval.sources.faults import SourceError
from retrieval.sources.planning import DayState, Span
from retrieval.sources.reporting import FetchReport, Progress
from retrieval.sources.web.arxiv import BATCH, Arxiv
from retrieval.sources.web.huggingface import HuggingFace

_FEW = 2  # papers of a day for which its whole list is not asked for


@dataclass(slots=True)
class AbstractFiller:
    """Finds abstracts for the papers `wanted`, each with a day that it was listed on, and keeps them at once, so that
    whenever it is stopped nothing is asked for twice."""

    folder: Folder
    wanted: dict[str, date]
    report: FetchReport
    progress: Progress
    _found: Counter[date] = field(default_factory=Counter)

    async def fill(self, hub: HuggingFace, arxiv: Arxiv | None) -> None:
        """Ask for all that is wanted, unless the sources fail again and again; the report tells what became of it."""
        by_day = _by_day(self.wanted)
        try:
            if await self._from_lists(hub, by_day):
                await (self._from_arxiv(arxiv) if arxiv else self._one_by_one(hub))
        finally:
            self.report.days += [
                DayReport(day, DayState.ABSTRACTS, len(ids), self._found[day]) for day, ids in sorted(by_day.items())
            ]

    async def _from_lists(self, hub: HuggingFace, by_day: Mapping[date, Sequence[str]]) -> bool:
        for day, ids in sorted(by_day.items()):
            missing = sum(arxiv_id in self.wanted for arxiv_id in ids)
            if missing > _FEW and not await self._ask(day, [], _list(hub, day)):
                return False
        return True

    async def _from_arxiv(self, arxiv: Arxiv) -> None:
        ids = list(self.wanted)
        for batch in (ids[start : start + BATCH] for start in range(0, len(ids), BATCH)):
            if not await self._ask(self.wanted[batch[0]], batch, arxiv.abstracts(batch)):
                return

    async def _one_by_one(self, hub: HuggingFace) -> None:
        for arxiv_id, day in list(self.wanted.items()):
            if not await self._ask(day, [arxiv_id], _one(hub, arxiv_id)):
                return

    async def _ask(self, day: date, asked: Sequence[str], answer: Awaitable[Mapping[str, str]]) -> bool:
        """Keep what the answer has of what is wanted; of what was `asked` for by id, it knows the rest not at all.
        Returns whether to go on."""
        self.progress(sum(self._found.values()), sum(self._found.values()) + len(self.wanted), day)
        try:
            found = {arxiv_id: text for arxiv_id, text in (await answer).items() if arxiv_id in self.wanted}
            await asyncio.to_thread(keep_abstracts, self.folder.path, found)
            if unknown := set(asked) - found.keys():
                self.folder.journal.unknown |= unknown
                await asyncio.to_thread(self.folder.save)
        except SourceError as error:
            return self.report.failed(day, error)
        self.report.went_well()
        for arxiv_id in found:
            self._found[self.wanted.pop(arxiv_id)] += 1
        return True


def wanted(folder: Folder, span: Span) -> dict[str, date]:
    """The papers of the digests that have no abstract, as far as any source may have one, each with its newest day."""
    holdings, unknown = folder.holdings, folder.journal.unknown
    days = [day for day in sorted(holdings.papers) if (span.since or day) <= day <= (span.until or day)]
    papers = {arxiv_id: day for day in days for arxiv_id in holdings.papers[day]}
    return {each: day for each, day in papers.items() if each not in holdings.abstracts and each not in unknown}


async def _list(hub: HuggingFace, day: date) -> Mapping[str, str]:
    return {paper.arxiv_id: paper.abstract for paper in await hub.day(day) if paper.abstract}


async def _one(hub: HuggingFace, arxiv_id: str) -> Mapping[str, str]:
    paper = await hub.paper(arxiv_id)
    return {arxiv_id: paper.abstract} if paper and paper.abstract else {}


def _by_day(wanted: Mapping[str, date]) -> dict[date, list[str]]:
    by_day: dict[date, list[str]] = {}
    for arxiv_id, day in wanted.items():
        by_day.setdefault(day, []).append(arxiv_id)
    return by_day
