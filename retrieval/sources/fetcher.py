"""Fetches the daily papers into a folder of digests: what is missing, and the votes of the days before."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from retrieval.digests.files import CorpusError
from retrieval.sources.day_file import DayReport, Folder
from retrieval.sources.faults import SourceError, SourceFault, message
from retrieval.sources.holdings import own_file, take_stock
from retrieval.sources.huggingface import HuggingFace
from retrieval.sources.journal import Failure, Journal, read_journal
from retrieval.sources.planning import DayState, Plan, Span, first_missing, last_settled, make_plan, next_settled
from retrieval.sources.polite import PoliteClient, Timing
from retrieval.sources.whole_files import sole_writer

log = logging.getLogger(__name__)

AGAIN: Final = timedelta(hours=12)
"""How long after a fetch votes are looked at again, where no new day is settled before."""
_LATEST_NEXT = timedelta(days=1)
_SOONEST_RETRY, _LATEST_RETRY = timedelta(minutes=15), timedelta(hours=3)

_MOST_FAILURES = 5  # days in succession that fail, before the others are left to a later run
_MOST_OUTAGES = 2  # the same where no server answers at all
_OUTAGES = frozenset({SourceFault.UNREACHABLE, SourceFault.SLOW})
_FINAL = frozenset({SourceFault.LIMITED, SourceFault.UNWRITABLE})  # for all days alike

Progress = Callable[[int, int, date], None]
"""Called with how many of how many days have been asked for, and which is next."""


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Where to fetch from and to; `enabled` is whether to do so without being told. `settled` is a time of day in UTC,
    `refresh_days` from 0; `since` None: from the day after the newest digest, at most a week back."""

    folder: Path
    digests: tuple[Path, ...]
    enabled: bool = False
    huggingface_base: str = "https://huggingface.co"
    token: str = field(default="", repr=False)
    settled: time = time(0, 30)
    refresh_days: int = 10
    since: date | None = None


@dataclass(frozen=True, slots=True)
class DayFailure:
    """A day that could not be fetched; `until` is when to go on, where the source says so."""

    day: date
    fault: SourceFault
    detail: str
    until: datetime | None = None

    @property
    def message(self) -> str:
        return message(self.fault, self.detail, self.until)


@dataclass(slots=True)
class FetchReport:
    """What a fetch has done so far."""

    days: list[DayReport] = field(default_factory=list)
    failures: list[DayFailure] = field(default_factory=list)
    requests: int = 0

    @property
    def wrote(self) -> bool:
        return any(day.state in {DayState.WRITTEN, DayState.UPDATED} for day in self.days)


class Fetcher:
    """Fetches when it is told to, never twice at once into one folder."""

    def __init__(self, settings: SourceSettings, timing: Timing | None = None) -> None:
        self.settings = settings
        self._timing = timing or Timing()

    async def journal(self) -> Journal:
        """What is known of the fetches before."""
        return await asyncio.to_thread(read_journal, self.settings.folder)

    async def next(self) -> datetime:
        """When to fetch by itself; a moment that has gone by where that is now."""
        planned, now = (await self.journal()).next, self._timing.now()
        return planned if planned and planned <= now + _LATEST_NEXT else now  # later: the clock has been set back

    async def plan(self, span: Span) -> FetchReport:
        """What `fetch` would do, without asking anybody or writing anything. Raises SourceError."""
        plan = await self._plan(span, await asyncio.to_thread(self._folder))
        days = sorted((*plan.tasks, *plan.settled))
        return FetchReport([DayReport(day, state, file=self._shown(day, state)) for day, state in days])

    async def fetch(
        self, span: Span, report: FetchReport | None = None, progress: Progress | None = None
    ) -> FetchReport:
        """Fetch what is due into `report`, a day at a time: cancelled or killed at any moment, it loses at most the day
        that it is at. Raises SourceError where it cannot begin."""
        report = report or FetchReport()
        with ExitStack() as stack:
            await asyncio.to_thread(stack.enter_context, sole_writer(self.settings.folder))
            folder = await asyncio.to_thread(self._folder)
            plan = await self._plan(span, folder)
            report.days += [DayReport(day, state, file=self._shown(day, state)) for day, state in plan.settled]
            await asyncio.to_thread(self._tell_of_edits, plan, folder.journal)
            settings = self.settings
            async with PoliteClient(settings.huggingface_base, token=settings.token, timing=self._timing) as client:
                try:
                    await self._fetch_days(plan, folder, HuggingFace(client), report, progress)
                finally:
                    report.requests += client.requests
            self._conclude(folder.journal, report, by_itself=span == Span())
            try:
                await asyncio.to_thread(folder.save)
            except SourceError as error:
                log.warning("how the fetch went is not noted: %s", error)
        return report

    def _folder(self) -> Folder:
        try:
            return Folder(self.settings.folder, take_stock(self.settings.digests, self.settings.folder))
        except CorpusError as error:
            raise SourceError(SourceFault.CORPUS, str(error)) from None

    async def _plan(self, span: Span, folder: Folder) -> Plan:
        settings, now = self.settings, self._timing.now()
        today, last = now.astimezone(UTC).date(), last_settled(now, settings.settled)
        first = first_missing(settings.since, folder.journal, folder.holdings, today)
        if span.since is None and settings.since is None:
            folder.journal.began = first
        return await asyncio.to_thread(
            make_plan, span, first, last, settings.refresh_days, settings.folder, folder.holdings, folder.journal
        )

    async def _fetch_days(
        self, plan: Plan, folder: Folder, source: HuggingFace, report: FetchReport, progress: Progress | None
    ) -> None:
        in_succession: list[SourceFault] = []
        for number, (day, _) in enumerate(plan.tasks):
            if progress:
                progress(number, len(plan.tasks), day)
            today = self._timing.now().astimezone(UTC).date()
            try:
                listed = await source.day(day)
                kept = await asyncio.to_thread(folder.keep, day, listed, today, news=plan.is_news(day, today))
            except SourceError as error:
                report.failures.append(DayFailure(day, error.fault, error.detail, error.until))
                in_succession.append(error.fault)
                if _is_hopeless(in_succession):
                    return
            else:
                report.days.append(kept)
                in_succession.clear()

    def _tell_of_edits(self, plan: Plan, journal: Journal) -> None:
        """Say once of each file that somebody has edited it."""
        edited = {day for day, state in plan.settled if state is DayState.EDITED}
        for day in sorted(edited - journal.edited):
            log.warning("%s has been edited, and is left as it is from now on", own_file(self.settings.folder, day))
        journal.edited |= edited

    def _conclude(self, journal: Journal, report: FetchReport, *, by_itself: bool) -> None:
        """Note how it went, and when to fetch by itself again: asked for certain days, it has not done so."""
        now = self._timing.now()
        planned = journal.next
        self._note(journal, report, now)
        if not by_itself and not (report.failures and report.failures[-1].until):
            journal.next = planned

    def _note(self, journal: Journal, report: FetchReport, now: datetime) -> None:
        if not report.failures:
            journal.last_success, journal.failing_since = now, None
            journal.next = min(now + AGAIN, next_settled(now, self.settings.settled))
            return
        last = report.failures[-1]
        journal.last_error = Failure(now, last.fault, last.detail)
        journal.failing_since = min(journal.failing_since or now, now)
        retry = min(max(now - journal.failing_since, _SOONEST_RETRY), _LATEST_RETRY)
        journal.next = max(now + retry, last.until or now)

    def _shown(self, day: date, state: DayState) -> Path | None:
        return (
            None if state in {DayState.MISSING, DayState.EMPTY, DayState.OTHER} else own_file(self.settings.folder, day)
        )


def _is_hopeless(in_succession: list[SourceFault]) -> bool:
    outages = in_succession[-_MOST_OUTAGES:]
    return (
        in_succession[-1] in _FINAL
        or len(in_succession) >= _MOST_FAILURES
        or (len(outages) == _MOST_OUTAGES and _OUTAGES.issuperset(outages))
    )
