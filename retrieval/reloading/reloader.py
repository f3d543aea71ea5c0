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
        found = await self._from_apart(held, progress) if self._apart else None
        taken, index, revision = found or await self._from_here(held, progress)
        # Another process may have reloaded since: what counts is what the index holds.
        totals = replace(await self._store.totals(), revision=revision)
        fetched = self._job.fetched
        backfilled = await asyncio.to_thread(backfilled_days, fetched) if fetched else frozenset()
        snapshot = Snapshot(index, tuple(await self._store.days()), totals, backfilled, self._now())
        self._store.cache.filled()
        return snapshot, await self._report(taken, snapshot)

    async def _from_here(self, held: Snapshot, progress: Progress | None) -> tuple[TakenUp, Index, str]:
        taken = await self._intake.take_up(progress)
        revision = (await self._store.totals()).revision
        if revision == held.totals.revision:
            return taken, held.index, revision
        return taken, *await self._upkeep.index(held.index, held.totals.revision, revision)

    async def _from_apart(self, held: Snapshot, progress: Progress | None) -> tuple[TakenUp, Index, str] | None:
        """None where it failed before there was any index to go on with, or what was saved cannot be used here."""
        try:
            taken = await self._taken_up_apart(progress) if await self._is_behind(held) else TakenUp()
            revision = (await self._store.totals()).revision
            if revision == held.totals.revision:
                return taken, held.index, revision
            saved = await self._loaded()
            if not saved:  # it was damaged, and is set aside by now
                await self._taken_up_apart(progress)
                saved = await self._loaded()
        except CorpusError as error:
            if held.totals.revision or error.fault is not CorpusFault.CUT_OFF:
                raise
            log.warning("%s This process does it itself.", error)
            return None
        return (taken, *saved) if saved else None

    async def _is_behind(self, held: Snapshot) -> bool:
        """Whether there are papers that neither `held` nor the saved index has."""
        revision = (await self._store.totals()).revision
        is_indexed = revision == held.totals.revision or await asyncio.to_thread(self._upkeep.is_saved, revision)
        return not is_indexed or await self._intake.has_news()

    async def _taken_up_apart(self, progress: Progress | None) -> TakenUp:
        with self._store.cache.noted():
            taken = await reload_apart(self._job, progress)
        await self._store.cache.heal()  # it may have begun a new file
        return taken

    async def _loaded(self) -> tuple[Index, str] | None:
        return await asyncio.to_thread(self._upkeep.load, private=True)

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
