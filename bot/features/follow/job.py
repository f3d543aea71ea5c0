"""New papers on what is followed: found after each reload, and told of once, in one message a day."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import discord

from bot.core import send_failure
from bot.core.scheduler import in_turns
from bot.discord.layout import layout
from bot.discord.outbox import FAILURES, Blocked, send_once, trouble_of
from bot.discord.permissions import missing_permissions
from bot.features.follow.answers import Alert, AlertGroup
from bot.features.follow.components import marker
from bot.state.alerts import Batch
from bot.state.deliveries import ATTEMPT_WITHIN, CLAIMANT, RETRY_AFTER
from bot.state.follows import Mailbox
from retrieval.query.days import KOREA

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

log = logging.getLogger(__name__)

MOST_PAPERS: Final = 8  # in a message, so that it keeps within Discord's 40 components; of others it says how many


class AlertPosts:
    """Tells people and channels of new papers. The day of "once a day" is Korea's, as for the digests."""

    def __init__(self, bot: Paperbot) -> None:
        self._bot = bot
        self._library = bot.answers.library
        self._now = bot.answers.now
        self._alerts = bot.state.alerts
        self._looked_at = ""

    async def due(self) -> datetime | None:
        """Look for new papers, and send what is due; when to look again."""
        await self._take_up()
        today = self._now().astimezone(KOREA).date()
        numbers = await self._alerts.waiting(today)
        again = await in_turns((self._tell(number) for number in numbers), self._now)
        midnight = datetime.combine(today + timedelta(days=1), time(), KOREA)
        return min([midnight, *again])

    async def _take_up(self) -> None:
        """Note which papers wait for whom. At the very first look no paper is news."""
        revision, arxiv_ids = self._library.revision, self._library.ids()
        if revision == self._looked_at:
            return
        news = await self._alerts.unseen(arxiv_ids)
        if news is None:
            await self._alerts.take_up(arxiv_ids, ())
        elif news:
            follows = await self._bot.state.follows.all()
            found = {query: await self._library.matching(query, news) for query in {one.query for one in follows}}
            await self._alerts.take_up(
                news, [(one.id, arxiv_id) for one in follows for arxiv_id in sorted(found[one.query])]
            )
        self._looked_at = revision

    async def _tell(self, mailbox_id: int) -> datetime | None:
        """Send a mailbox what waits in it, unless that is being done; when to try again, if at all."""
        today = self._now().astimezone(KOREA).date()
        batch = await self._alerts.claim(mailbox_id, today, CLAIMANT, self._now())
        if not isinstance(batch, Batch):
            return batch
        try:
            async with asyncio.timeout(ATTEMPT_WITHIN.total_seconds()):
                if alert := await self._alert(batch):
                    await self._send(batch, alert)
        except FAILURES as error:
            return await self._failed(batch, error)
        await self._alerts.done(batch, today)
        return None

    async def _send(self, batch: Batch, alert: Alert) -> None:
        mailbox = batch.mailbox
        if mailbox.owner.user_id:
            channel: discord.abc.Messageable = await self._bot.create_dm(discord.Object(mailbox.owner.user_id))
        else:
            channel = self._channel(mailbox)
        user, server = await self._bot.state.settings.of(mailbox.owner.user_id or 0, mailbox.owner.guild_id)
        view = layout(alert, user.language or server.language or mailbox.language)
        await send_once(channel, view, batch.claim, marker(mailbox.id, alert.batch))

    def _channel(self, mailbox: Mailbox) -> discord.TextChannel:
        guild = self._bot.get_guild(mailbox.owner.guild_id or 0)
        if guild and guild.unavailable:
            raise Blocked(send_failure.UNREACHABLE)
        channel = guild and guild.get_channel(mailbox.owner.channel_id or 0)
        if not isinstance(channel, discord.TextChannel):
            raise Blocked(send_failure.CHANNEL)
        if missing := missing_permissions(channel, thread=False):
            raise Blocked(send_failure.lacking(missing))
        return channel

    async def _alert(self, batch: Batch) -> Alert | None:
        """The message; None where all its papers are gone again."""
        groups, room = [], MOST_PAPERS
        for query, arxiv_ids in batch.papers:
            papers = await self._library.papers(arxiv_ids)
            if papers and room:
                groups.append(AlertGroup(query, papers[:room], len(papers)))
                room -= len(papers[:room])
            elif papers:
                groups.append(AlertGroup(query, (), len(papers)))
        if not groups:
            return None
        return Alert(batch.mailbox, batch.day, tuple(groups[:MOST_PAPERS]), sum(group.total for group in groups))

    async def _failed(self, batch: Batch, error: BaseException) -> datetime | None:
        what = trouble_of(error)
        log.warning("alerts of mailbox %d were not sent: %s (%s)", batch.mailbox.id, what, error)
        hopeless = batch.claim.last or what == send_failure.CLOSED
        again = None if hopeless else self._now() + RETRY_AFTER[batch.claim.attempt - 1]
        await self._alerts.failed(batch, what, again)
        return again
