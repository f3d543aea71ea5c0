"""Requests about the corpus → answers."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.core.faults import explained
from bot.features.corpus import phrases
from bot.features.corpus.answers import ModelUse, Reloaded, Status
from bot.monitoring.metrics import timed_reload
from retrieval.digests.files import CorpusError
from retrieval.storage.faults import StoreError


class Corpus:
    """Reads the digests again, and tells how much there is."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._fetcher = app.fetcher
        self._model = app.model
        self._now = app.now
        self._cooldown = app.pace.cooldown
        self._reloading = asyncio.Lock()
        self._reloaded_at: datetime | None = None

    async def reload(self) -> Answer:
        """Read the digests again: one reload at a time, and none within the cooldown after it."""
        if self._reloading.locked():
            return Notice(phrases.RELOAD_BUSY)
        if self._reloaded_at and (wait := self._reloaded_at + self._cooldown - self._now()) > timedelta(0):
            return Notice(phrases.RELOAD_WAIT, {"seconds": max(1, round(wait.total_seconds()))})
        async with self._reloading:
            try:
                report = await timed_reload(self._library.reload())
            except (StoreError, CorpusError) as error:
                return Notice(phrases.RELOAD_FAILED, {"reason": explained(error)})
            self._reloaded_at = self._now()
        return Reloaded(report)

    async def status(self) -> Status:
        sources = await self._fetcher.status() if self._fetcher else ()
        model = ModelUse(await self._model.spent(), self._model.daily_tokens) if self._model else None
        return Status(self._library.status(), sources, self._library.today, model)
