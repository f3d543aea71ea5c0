"""How the bot is, for monitoring: what of it runs, and what its gauges show."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

from bot.cli.config import Config
from bot.core.deadlines import within
from bot.discord.client import Paperbot
from bot.discord.watch import silence
from bot.monitoring import metrics
from bot.monitoring.looks import Finding, Looks
from bot.state import State, StateError
from retrieval.library import Library

SILENT_FOR: Final = 180.0
"""Seconds without a word from Discord's gateway, which is heard from every 41, after which something is wrong."""
_STATE_WITHIN = 1.0


@dataclass(slots=True)
class Vitals:
    """The parts of a bot that is running; None before they are there."""

    config: Config
    library: Library | None = None
    state: State | None = None
    client: Paperbot | None = None

    @property
    def looks(self) -> Looks:
        return Looks(self.health, self.readiness, self.refresh)

    async def health(self) -> Finding:
        """That this is answered shows that the event loop turns. Before the first connection nothing can be silent."""
        quiet = self._silence()
        if quiet is None:
            return Finding(True, {"gateway": "not connected yet"})
        return Finding(quiet <= SILENT_FOR, {"gateway": f"heard from {quiet:.0f} s ago"})

    async def readiness(self) -> Finding:
        """Ready is what answers: it does so without the state, too, with the defaults."""
        loaded = self.library is not None
        connected = self.client is not None and self.client.is_ready() and (self._silence() or 0.0) <= SILENT_FOR
        reachable = await self._state_is_reachable()
        parts = {
            "corpus": "loaded" if loaded else "being read",
            "discord": "connected" if connected else "not connected",
            "state": "reachable" if reachable else "not reachable",
        }
        return Finding(loaded and connected, parts)

    async def refresh(self) -> None:
        """Bring the gauges up to date."""
        metrics.READY.set((await self.readiness()).well)
        metrics.TASKS.set(len(asyncio.all_tasks()))
        metrics.STATE.set(await self._state_is_reachable())
        metrics.GATEWAY_HEARD.set(self._silence() or 0.0)
        database = self.config.corpus_database
        sizes = await asyncio.to_thread(lambda: [_size(path) for path in (database, database.with_suffix(".index"))])
        metrics.CORPUS.set(sizes[0])
        metrics.INDEX.set(sizes[1])
        if self.library:
            status = self.library.status()
            metrics.PAPERS.set(status.papers)
            metrics.WARNINGS.set(status.warnings)
            metrics.NEWEST.set(_midnight(status.last))
            metrics.LOADED.set(status.loaded_at.timestamp())
        if self.config.sources.huggingface:
            journal = await self.config.fetcher.journal()
            metrics.FETCHED.set(journal.last_success.timestamp() if journal.last_success else 0)
            metrics.FAILING.set(journal.failing_since.timestamp() if journal.failing_since else 0)

    def _silence(self) -> float | None:
        return silence(self.client) if self.client else None

    async def _state_is_reachable(self) -> bool:
        try:
            if self.state:
                await within(_STATE_WITHIN, self.state.recall("monitoring"))
        except (StateError, TimeoutError):
            return False
        return self.state is not None


def _size(path: Path) -> int:
    """The bytes of a file, or of all in a folder; 0 where there is none."""
    with suppress(OSError):
        files = path.iterdir() if path.is_dir() else (path,)
        return sum(file.stat().st_size for file in files)
    return 0


def _midnight(day: date | None) -> float:
    return datetime.combine(day, time(), UTC).timestamp() if day else 0.0
