"""Fetches the daily papers into a folder of digests: what is missing, and the votes of the days before."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from retrieval.digests.files import CorpusError
from retrieval.sources.abstracts import keep_abstracts
from retrieval.sources.day_file import SOURCE, DayReport, Folder
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.filling.abstracts import AbstractFiller, wanted
from retrieval.sources.holdings import Holdings, Points, own_file, take_stock
from retrieval.sources.journal import Failure, Journal, read_journal
from retrieval.sources.planning import DayState, Plan, Span, first_missing, last_settled, make_plan, next_settled
from retrieval.sources.reporting import FetchReport, Progress
from retrieval.sources.summarizing import Summarizer
from retrieval.sources.web.arxiv import BATCH, INTERVAL, Arxiv
from retrieval.sources.web.huggingface import HuggingFace
from retrieval.sources.web.listing import ListedPaper
from retrieval.sources.web.timing import Timing
from retrieval.sources.whole_files import sole_writer

log = logging.getLogger(__name__)

AGAIN: Final = timedelta(hours=12)
"""How long after a fetch votes are looked at again, where no new day is settled before."""
SUMMARIZING: Final = timedelta(minutes=10)
"""How long the days of one fetch may wait to be summarised; what is not done then is left to a later fetch."""
_RETRY_OF_DAYS = timedelta(hours=1)
_LATEST_NEXT = timedelta(days=1)
_SOONEST_RETRY, _LATEST_RETRY = timedelta(minutes=15), timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Where to fetch from and to; `enabled` is whether to do so without being told. `settled` is a time of day in UTC,
    `refresh_days` from 0; `since` None: from the day after the newest digest, at most a week back. With `arxiv` it is
    asked for abstracts that Hugging Face does not have."""

    folder: Path
    digests: tuple[Path, ...]
    enabled: bool = False
    huggingface_base: str = "https://huggingface.co"
    token: str = field(default="", repr=False)
    settled: time = time(0, 30)
    refresh_days: int = 10
    since: date | None = None
    arxiv: bool = False
    arxiv_base: str = "https://export.arxiv.org"


@dataclass(frozen=True, slots=True)
class _Servers:
    """Whom a fetch may ask; `arxiv` None: not to be asked."""

    hub: HuggingFace
    arxiv: Arxiv | None


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """How it is with a source; `failing_since` is None while all is well, `next` where it is not fetched by itself."""

    name: str
    last_success: datetime | None
    last_error: Failure | None
    failing_since: datetime | None
    next: datetime | None


class Fetcher:
    """Fetches when it is told to, never twice at once into one folder. With a `summarizer`, days that are news are
    summarised before they are written."""

    def __init__(
        self, settings: SourceSettings, timing: Timing | None = None, summarizer: Summarizer | None = None
    ) -> None:
        self.settings = settings
        self.summarizer = summarizer
        self._timing = timing or Timing()

    async def journal(self) -> Journal:
        """What is known of the fetches before."""
        return await asyncio.to_thread(read_journal, self.settings.folder)

    async def next(self) -> datetime:
        """When to fetch by itself; a moment that has gone by where that is now."""
        planned, now = (await self.journal()).next, self._timing.now()
        return planned if planned and planned <= now + _LATEST_NEXT else now  # later: the clock has been set back

    async def status(self) -> tuple[SourceStatus, ...]:
        """The sources that are fetched by themselves, or ever were asked."""
        journal, enabled = await self.journal(), self.settings.enabled
        if not (enabled or journal.last_success or journal.last_error):
            return ()
        following = max(await self.next(), self._timing.now()) if enabled else None
        return (SourceStatus(SOURCE, journal.last_success, journal.last_error, journal.failing_since, following),)

    async def plan(self, span: Span, *, abstracts: bool = False) -> FetchReport:
        """What `fetch` would do, without asking anybody or writing anything. Raises SourceError."""
        folder = await asyncio.to_thread(self._folder)
        plan = await self._plan(span, folder)
        days = [DayReport(day, state, file=self._shown(day, state)) for day, state in (*plan.tasks, *plan.settled)]
        missing = Counter(wanted(folder, span).values()) if abstracts else Counter[date]()
        return FetchReport([*days, *(DayReport(day, DayState.ABSTRACTS, count) for day, count in missing.items())])

    async def fetch(
        self,
        span: Span,
        report: FetchReport | None = None,
        progress: Progress = lambda done, total, day: None,
        *,
        abstracts: bool = False,
    ) -> FetchReport:
        """Fetch what is due into `report`, a day at a time: cancelled or killed at any moment, it loses at most the day
        that it is at. With `abstracts`, look for those of all papers, too. Raises SourceError where it cannot begin."""
        report = report or FetchReport()
        with ExitStack() as stack:
            await asyncio.to_thread(stack.enter_context, sole_writer(self.settings.folder))
            folder = await asyncio.to_thread(self._folder)
            plan = await self._plan(span, folder)
            report.days += [DayReport(day, state, file=self._shown(day, state)) for day, state in plan.settled]
            await asyncio.to_thread(self._tell_of_edits, plan, folder.journal)
            async with self._servers(report, folder) as servers:
                if await self._fetch_days(plan, folder, servers.hub, report, progress):
                    if abstracts:
                        await self._fill_in(folder, span, servers, report, progress)
                    elif servers.arxiv:
                        await self._complete(folder, servers.arxiv, report)
            self._conclude(folder.journal, report, by_itself=span == Span())
            try:
                await asyncio.to_thread(folder.save)
            except SourceError as error:
                log.warning("how the fetch went is not noted: %s", error)
        return report

    @asynccontextmanager
    async def _servers(self, report: FetchReport, folder: Folder) -> AsyncIterator[_Servers]:
        """The servers, connected; what they are asked counts in the report."""
        from retrieval.sources.web.polite import PoliteClient  # here, because most commands fetch nothing by HTTP

        settings, timing = self.settings, self._timing
        hub = PoliteClient(settings.huggingface_base, token=settings.token, timing=timing)
        arxiv = PoliteClient(settings.arxiv_base, interval=INTERVAL, timing=timing)
        try:
            async with hub, arxiv:
                yield _Servers(HuggingFace(hub, folder.keep_first_page), Arxiv(arxiv) if settings.arxiv else None)
        finally:
            report.requests += hub.requests + arxiv.requests

    async def _fill_in(
        self, folder: Folder, span: Span, servers: _Servers, report: FetchReport, progress: Progress
    ) -> None:
        """Look for the abstracts of all papers that have none."""
        folder.holdings = await asyncio.to_thread(self._take_stock)
        filler = AbstractFiller(folder, wanted(folder, span), report, progress)
        await filler.fill(servers.hub, servers.arxiv)

    async def _complete(self, folder: Folder, arxiv: Arxiv, report: FetchReport) -> None:
        """Ask arXiv once for the abstracts that the days just fetched lack. Whether it answers is nobody's concern."""
        fetched = {day.day for day in report.days if day.file}
        if not fetched:
            return
        folder.holdings = await asyncio.to_thread(self._take_stock)
        missing = sorted(each for each, day in wanted(folder, Span()).items() if day in fetched)[-BATCH:]
        try:
            found = await arxiv.abstracts(missing) if missing else {}
            await asyncio.to_thread(keep_abstracts, folder.path, found)
        except SourceError as error:
            log.info("arXiv has no abstracts for now: %s", error)

    def _folder(self) -> Folder:
        return Folder(self.settings.folder, self._take_stock())

    def _take_stock(self) -> Holdings:
        try:
            return take_stock(self.settings.digests, self.settings.folder)
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
        self, plan: Plan, folder: Folder, source: HuggingFace, report: FetchReport, progress: Progress
    ) -> bool:
        """Returns whether there is any use in asking for more."""
        until = self._timing.now() + SUMMARIZING
        for number, (day, _) in enumerate(plan.tasks):
            progress(number, len(plan.tasks), day)
            today = self._timing.now().astimezone(UTC).date()
            try:
                listed = await source.day(day)
                news = plan.is_news(day, today)
                summaries = await self._summarize(folder, day, listed, until) if news else {}
                kept = await asyncio.to_thread(folder.keep, day, listed, today, news=news, summaries=summaries)
            except SourceError as error:
                if not report.failed(day, error):
                    return False
            else:
                report.days.append(kept)
                report.went_well()
        return True

    async def _summarize(
        self, folder: Folder, day: date, listed: Sequence[ListedPaper], until: datetime
    ) -> Mapping[str, Points]:
        left = (until - self._timing.now()).total_seconds()
        if self.summarizer is None or left <= 0:
            return {}
        papers = await asyncio.to_thread(folder.unsummarized, day, listed)
        return (await self.summarizer.summaries(papers, within=left)).written if papers else {}

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
        if report.asked_well:  # some days came, so what fails is a day, and not the source
            journal.last_success, journal.failing_since = now, None
            retry = _RETRY_OF_DAYS
        else:
            journal.failing_since = min(journal.failing_since or now, now)
            retry = min(max(now - journal.failing_since, _SOONEST_RETRY), _LATEST_RETRY)
        journal.next = last.until or now + retry

    def _shown(self, day: date, state: DayState) -> Path | None:
        return (
            None if state in {DayState.MISSING, DayState.EMPTY, DayState.OTHER} else own_file(self.settings.folder, day)
        )
