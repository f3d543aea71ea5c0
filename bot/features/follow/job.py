"""New papers on what is followed: found after each reload, and sent once, in one message a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final

import discord

from bot.core import send_failure
from bot.core.scheduler import bounded_gather
from bot.discord.base import Client
from bot.discord.outbox import Blocked, attempt, channel_to_post_in, send_once
from bot.features.follow.answers import Alert, AlertGroup
from bot.features.follow.components import marker
from bot.state.alerts import Batch, Waiting
from bot.state.deliveries import CLAIMANT, RETRY_AFTER
from bot.state.follows import Mailbox
from retrieval.query.days import KOREA

MOST_PAPERS: Final = 8  # in a message, so that it keeps within Discord's 40 components; of others it says how many


class PaperAlerts:
    """Tells people and channels of new papers, at most once a day. Days are those of Korea, as in the digests."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._library = client.app.library
        self._state = client.app.state
        self._now = client.app.now
        self._searched_revision = ""

    async def due(self) -> datetime | None:
        """Look for new papers, and send what is due. Returns when to look again."""
        await self._find_matches()
        today = self._now().astimezone(KOREA).date()
        waiting = [one for one in await self._state.alerts.waiting(today) if self._may_reach(one)]
        again = await bounded_gather((self._send_due(one.mailbox_id) for one in waiting), self._now)
        midnight = datetime.combine(today + timedelta(days=1), time(), KOREA)
        return min([midnight, *again])

    def _may_reach(self, waiting: Waiting) -> bool:
        """Channels are known to the process that serves their server; a person any process may write to."""
        return waiting.guild_id is None or self._client.serves(waiting.guild_id)

    async def _find_matches(self) -> None:
        """Let new papers wait for those who follow them. At the very first search all papers count as seen."""
        revision, arxiv_ids = self._library.revision, self._library.ids()
        if revision == self._searched_revision:
            return
        unseen = await self._state.alerts.unseen(arxiv_ids)
        if unseen is None:
            await self._state.alerts.mark_seen(arxiv_ids)
        elif unseen:
            follows = await self._state.follows.all()
            news = await self._news(unseen)
            queries = {follow.query for follow in follows}
            matching = {query: await self._library.matching(query, news) for query in queries}
            matches = [(one.id, arxiv_id) for one in follows for arxiv_id in sorted(matching[one.query])]
            await self._state.alerts.mark_seen(unseen, matches)
        self._searched_revision = revision

    async def _news(self, arxiv_ids: Sequence[str]) -> list[str]:
        """Those of the papers that appeared on a day that is news: what was fetched long after is taken up silently."""
        backfilled = self._library.backfilled
        if not backfilled:
            return list(arxiv_ids)
        papers = await self._library.papers(arxiv_ids)
        return [paper.arxiv_id for paper in papers if not backfilled.issuperset(one.date for one in paper.appearances)]

    async def _send_due(self, mailbox_id: int) -> datetime | None:
        """Send a mailbox what waits in it, unless another process does. Returns when to try again, if at all."""
        today = self._now().astimezone(KOREA).date()
        batch = await self._state.alerts.claim(mailbox_id, today, CLAIMANT, self._now())
        if not isinstance(batch, Batch):
            return batch
        if not batch.claim.last and await self._is_behind(batch):
            again = self._now() + RETRY_AFTER[batch.claim.attempt - 1]
            await self._state.alerts.postpone(batch, again)
            return again
        alert = await self._alert(batch)
        if alert and (failure := await attempt(self._send(batch, alert), batch.claim, self._now)):
            await self._state.alerts.failed(batch, failure.what, failure.again)
            return failure.again
        await self._state.alerts.done(batch, today if alert else None)
        return None

    async def _is_behind(self, batch: Batch) -> bool:
        """Whether papers are not here that another process, on another machine, has found in its digests."""
        wanted = {arxiv_id for _, arxiv_ids in batch.papers for arxiv_id in arxiv_ids}
        return len(await self._library.papers(list(wanted))) < len(wanted)

    async def _send(self, batch: Batch, alert: Alert) -> None:
        owner = batch.mailbox.owner
        channel = await self._channel(batch.mailbox)
        user, server = await self._state.settings.of(owner.user_id or 0, owner.guild_id)
        view = self._client.draw(alert, user.language or server.language or batch.mailbox.language)
        await send_once(channel, view, batch.claim, marker(batch.mailbox.id, alert.batch))

    async def _channel(self, mailbox: Mailbox) -> discord.abc.Messageable:
        """The direct messages of a person, or the channel of a server. Raises Blocked."""
        if mailbox.owner.user_id:
            return await self._client.create_dm(discord.Object(mailbox.owner.user_id))
        channel = channel_to_post_in(self._client, mailbox.owner.guild_id or 0, mailbox.owner.channel_id or 0)
        if isinstance(channel, discord.ForumChannel):  # alerts are messages, and a forum has only posts
            raise Blocked(send_failure.CHANNEL)
        return channel

    async def _alert(self, batch: Batch) -> Alert | None:
        """The message; None where none of its papers is in the corpus any more."""
        groups, room = [], MOST_PAPERS
        for query, arxiv_ids in batch.papers:
            if papers := await self._library.papers(arxiv_ids):
                groups.append(AlertGroup(query, papers[:room], len(papers)))
                room -= len(papers[:room])
        if not groups:
            return None
        return Alert(batch.mailbox, batch.day, tuple(groups[:MOST_PAPERS]), sum(group.total for group in groups))
