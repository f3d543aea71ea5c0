"""What changed in the digests, taken over into a store."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.digests.files import UNREAD, has_changes, read_changes
from retrieval.sources.holdings import with_fetched
from retrieval.storage.store import MAX_WARNINGS, Store

Progress = Callable[[int, int], None]
"""Called, in a thread, with how many of how many digest files have been looked at."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """How many digests were read, and how many of these have papers; what became of papers; and which of the files that
    changed have warnings, at most MAX_WARNINGS of them."""

    read: int = 0
    with_papers: int = 0
    added: int = 0
    updated: int = 0
    removed: int = 0
    warned: tuple[str, ...] = ()


class Intake:
    """Brings a store up to date with the digests."""

    def __init__(self, store: Store, digests: Sequence[Path], fetched: Path | None) -> None:
        self._store = store
        self._digests = tuple(digests)
        self._fetched = fetched

    async def has_news(self) -> bool:
        """Whether some file changed. Raises StoreError and CorpusError."""
        known = await self._store.known()
        sources = await asyncio.to_thread(with_fetched, self._digests, self._fetched, known)
        return await asyncio.to_thread(has_changes, sources, known)

    async def take_up(self, progress: Progress | None = None) -> TakenUp:
        """Read what changed, and take all of it over or nothing. Raises StoreError and CorpusError."""
        known = await self._store.known()
        sources = await asyncio.to_thread(with_fetched, self._digests, self._fetched, known)
        changes = await asyncio.to_thread(read_changes, sources, known, progress)
        delta = await self._store.apply(changes)
        read = [change for change in changes.changed if change.hash != UNREAD]
        return TakenUp(
            sum(bool(change.entries or change.warnings) for change in read),
            sum(bool(change.entries) for change in read),
            len(delta.added),
            len(delta.updated),
            len(delta.removed),
            tuple(change.name for change in changes.changed if change.warnings)[:MAX_WARNINGS],
        )
