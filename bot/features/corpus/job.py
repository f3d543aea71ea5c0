"""The daily papers, fetched when they are due, beside all else that goes on."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Final

from bot.core.answer import Notice
from bot.discord.base import Client
from bot.discord.outbox import tell
from bot.features.corpus import phrases
from bot.monitoring.metrics import timed_reload
from retrieval.digests.files import CorpusError
from retrieval.sources.faults import SourceError
from retrieval.sources.fetcher import Fetcher
from retrieval.sources.planning import Span
from retrieval.storage.database import StoreError

log = logging.getLogger(__name__)

RETRY_AFTER: Final = timedelta(minutes=15)
"""Where a fetch cannot even begin."""
OUTAGE: Final = timedelta(days=2)
"""How long a source may fail before people are told."""

_TOLD = "source-outage-told"


class PaperFetch:
    """Fetches in a task of its own: no post waits for a slow source, and no fault of it ends the bot."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._now = client.app.now
        self._fetching: asyncio.Task[None] | None = None
        self._not_before: datetime | None = None
        self._complaint = ""

    async def due(self) -> datetime | None:
        """Begin a fetch if it is time. Returns when the next one is; None while one goes on: its end wakes the
        scheduler."""
        fetcher = self._client.app.fetcher
        if fetcher is None or not fetcher.settings.enabled or (self._fetching and not self._fetching.done()):
            return None
        following, now = await fetcher.next(), self._now()
        if self._not_before and self._not_before <= now + RETRY_AFTER:  # later: the clock has been set back
            following = max(following, self._not_before)
        if following > now:
            return following
        self._fetching = asyncio.create_task(self._fetch(fetcher), name="fetch")
        if jobs := asyncio.current_task():
            jobs.add_done_callback(lambda _: self._end())
        return None

    def _end(self) -> None:
        if self._fetching:
            self._fetching.cancel()

    async def _fetch(self, fetcher: Fetcher) -> None:
        self._not_before = self._now() + RETRY_AFTER
        try:
            report = await fetcher.fetch(Span())
            if report.wrote:
                loaded = await timed_reload(self._client.app.library.reload())
                log.info("papers fetched in %d requests, %d of them new", report.requests, loaded.added)
            self._complain(report.failures[-1].message if report.failures else "")
        except (SourceError, StoreError, CorpusError) as error:
            self._complain(str(error))
        except Exception:
            log.exception("the papers could not be fetched; it is tried again")
        try:
            await self._tell_of_outage(fetcher)
        except StoreError as error:
            log.warning("nobody could be told that the papers cannot be fetched: %s", error)
        self._client.scheduler.wake()

    async def _tell_of_outage(self, fetcher: Fetcher) -> None:
        """Tell those who set up a daily post, once, that none has come for so long because none can be fetched."""
        since, state = (await fetcher.journal()).failing_since, self._client.app.state
        if since is None or self._now() - since < OUTAGE or await state.recall(_TOLD) == since.isoformat():
            return
        await state.remember(_TOLD, since.isoformat())
        people = {one.user_id: one.language for one in await state.schedules.all() if one.user_id and not one.paused}
        notice = Notice(phrases.SOURCE_OUT, {"since": f"{since:%Y-%m-%d %H:%M} UTC"})
        for user_id, language in people.items():
            await tell(self._client, user_id, notice, language, _TOLD, since.isoformat())

    def _complain(self, complaint: str) -> None:
        """Say what is wrong once, however long it lasts."""
        if complaint and not self._complaint:
            log.warning("the daily papers cannot be fetched for now: %s", complaint)
        elif self._complaint and not complaint:
            log.info("the daily papers can be fetched again")
        self._complaint = complaint
