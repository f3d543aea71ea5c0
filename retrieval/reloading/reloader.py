"""Takes up what changed in the digests, and makes the snapshot that it leads to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from retrieval.digests.files import CorpusError, CorpusFault
from retrieval.index.index import Index
from retrieval.index.updater import Upkeep
from retrieval.reloading.apart import reload_apart
from retrieval.reloading.intake import Intake, Progress, TakenUp
from retrieval.reloading.messages import Job
from retrieval.reloading.snapshot import Snapshot
from retrieval.reports import ReloadReport
from retrieval.sources.holdings import backfilled_days
from retrieval.storage.faults import StoreError
from retrieval.storage.store import Store

log = logging.getLogger(__name__)


class Reloader:
    """Brings a store, and the index of it, up to date with the digests.

    With `apart` a process of its own does what takes long, and leaves the saved index, which is mapped here: for a
    process that answers meanwhile. One that has nothing else to do would only wait for another to start.
    """

    def __init__(self, store: Store, job: Job, now: Callable[[], datetime], *, apart: bool) -> None:
        self._store = store
        self._job = job
        self._intake = Intake(store, job.digests, job.fetched)
        self._upkeep = Upkeep(store, job.index, job.concepts)
        self._now = now
        self._apart = apart

    async def reload(self, held: Snapshot, progress: Progress | None = None) -> tuple[Snapshot, ReloadReport]:
        """What there is now, where `held` is what there was; a database that is damaged is made anew. Raises StoreError
        and CorpusError."""
        try:
            return await self._reload(held, progress)
        except StoreError:
            if not self._store.cache.is_damaged:
                raise
        return await self._reload(held, progress)

    async def settled(self) -> None:
        """Until nothing is being written any more."""
        await self._upkeep.saved()

    async def _reload(self, held: Snapshot, progress: Progress | None) -> tuple[Snapshot, ReloadReport]:
        await self._store.cache.heal()
        apart = self._apart and await self._apart_reload(held, progress)
        taken = apart or await self._intake.take_up(progress)
        totals = await self._store.totals()
        index, revision = await self._index(held, totals.revision, made=bool(apart))
        # Another process may have reloaded since: what counts is what the index holds.
        totals = replace(totals, revision=revision)
        fetched = self._job.fetched
        backfilled = await asyncio.to_thread(backfilled_days, fetched) if fetched else frozenset()
        snapshot = Snapshot(index, tuple(await self._store.days()), totals, backfilled, self._now())
        self._store.cache.filled()
        return snapshot, await self._report(taken, snapshot)

    async def _apart_reload(self, held: Snapshot, progress: Progress | None) -> TakenUp | None:
        """What a process of its own took up; None where that failed before there was any index to go on with."""
        revision = (await self._store.totals()).revision
        is_indexed = revision == held.totals.revision or await asyncio.to_thread(self._upkeep.is_saved, revision)
        if is_indexed and not await self._intake.has_news():
            return TakenUp()
        try:
            return await reload_apart(self._job, progress)
        except CorpusError as error:
            if held.totals.revision or error.fault is not CorpusFault.CUT_OFF:
                raise
            log.warning("%s This process does it itself.", error)
            return None

    async def _index(self, held: Snapshot, wanted: str, *, made: bool) -> tuple[Index, str]:
        """The index of the papers, and their revision; `made`: it was saved by another process."""
        if wanted == held.totals.revision:
            return held.index, wanted
        saved = await asyncio.to_thread(self._upkeep.load, private=True) if made else None
        return saved or await self._upkeep.index(held.index, held.totals.revision, wanted)

    async def _report(self, taken: TakenUp, snapshot: Snapshot) -> ReloadReport:
        warnings = await self._store.warnings()
        news_first = sorted(warnings, key=lambda warning: warning.file not in taken.warned)
        return ReloadReport(
            taken.read,
            snapshot.totals.digests - taken.with_papers,
            taken.added,
            taken.updated,
            taken.removed,
            tuple(news_first),
        )
