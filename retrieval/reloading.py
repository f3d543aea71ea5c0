"""Takes up what changed in the digests, and makes the snapshot that it leads to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from retrieval.digests.files import UNREAD, Changes, read_changes
from retrieval.glossary.term_list import TermEntry
from retrieval.index.updater import Upkeep
from retrieval.reports import ReloadReport
from retrieval.snapshot import Snapshot
from retrieval.sources.holdings import backfilled_days, with_fetched
from retrieval.storage.changes import Delta
from retrieval.storage.faults import StoreError
from retrieval.storage.store import Store

Progress = Callable[[int, int], None]
"""Called, in a thread, with how many of how many digest files have been looked at."""


class Reloader:
    """Brings a store, and the index of it, up to date with the digests."""

    def __init__(
        self,
        store: Store,
        saved_index: Path | None,
        digests: Sequence[Path],
        concepts: Sequence[TermEntry],
        now: Callable[[], datetime],
        fetched: Path | None,
    ) -> None:
        self._store = store
        self._upkeep = Upkeep(store, saved_index, concepts)
        self._digests = tuple(digests)
        self._now = now
        self._fetched = fetched

    async def reload(self, held: Snapshot, progress: Progress | None = None) -> tuple[Snapshot, ReloadReport]:
        """What there is now, where `held` is what there was; a database that is damaged is made anew. Raises StoreError
        and CorpusError."""
        try:
            return await self._reload(held, progress)
        except StoreError:
            if not self._store.cache.is_damaged:
                raise
        return await self._reload(held, progress)

    async def _reload(self, held: Snapshot, progress: Progress | None) -> tuple[Snapshot, ReloadReport]:
        await self._store.cache.heal()
        known = await self._store.known()
        sources = await asyncio.to_thread(with_fetched, self._digests, self._fetched, known)
        changes = await asyncio.to_thread(read_changes, sources, known, progress)
        delta = await self._store.apply(changes)
        snapshot = await self._snapshot(held)
        self._store.cache.filled()
        return snapshot, await self._report(changes, delta, snapshot)

    async def settled(self) -> None:
        """Until nothing is being written any more."""
        await self._upkeep.saved()

    async def _snapshot(self, held: Snapshot) -> Snapshot:
        totals, index = await self._store.totals(), held.index
        if totals.revision != held.totals.revision:
            index, revision = await self._upkeep.index(index, held.totals.revision, totals.revision)
            # Another process may have reloaded since the totals were read: what counts is what the index holds.
            totals = replace(totals, revision=revision)
        backfilled = await asyncio.to_thread(backfilled_days, self._fetched) if self._fetched else frozenset()
        return Snapshot(index, tuple(await self._store.days()), totals, backfilled, self._now())

    async def _report(self, changes: Changes, delta: Delta, snapshot: Snapshot) -> ReloadReport:
        warnings = await self._store.warnings()
        read = [change for change in changes.changed if change.hash != UNREAD]
        names = {change.name for change in changes.changed}
        news_first = sorted(warnings, key=lambda warning: warning.file not in names)
        return ReloadReport(
            sum(bool(change.entries or change.warnings) for change in read),
            snapshot.totals.digests - sum(bool(change.entries) for change in read),
            len(delta.added),
            len(delta.updated),
            len(delta.removed),
            tuple(news_first),
        )
