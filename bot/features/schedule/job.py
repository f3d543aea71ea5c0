"""The daily posts: when one is due, and how it gets into its channel once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import discord

from bot.core import send_failure
from bot.core.answer import Notice
from bot.core.scheduler import in_turns
from bot.discord.layout import layout
from bot.discord.outbox import FAILURES, Blocked, custom_ids, send_once, since, tell, trouble_of
from bot.discord.permissions import missing_permissions
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, say_moment
from bot.features.schedule.components import headline, marker, papers_only, thread_name
from bot.features.schedule.local_time import last_moment, next_moment, say_time
from bot.rendering.phrases import long_day
from bot.state.deliveries import ATTEMPT_WITHIN, CLAIMANT, RETRY_AFTER, Claim
from bot.state.schedules import Schedule

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

log = logging.getLogger(__name__)

LATE: Final = timedelta(minutes=30)

_LOOKED = "schedules-looked-at"
_THREAD_EXISTS = 160004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_ARCHIVED_THREADS = 50  # of a forum, looked through
_SOONEST_ARCHIVED = timedelta(minutes=60)  # after the last message, whatever a forum is set to


@dataclass(frozen=True, slots=True)
class _Due:
    schedule: Schedule
    day: date
    missed: tuple[date, ...]
    late: str


class DailyPosts:
    """Posts each new day once in every channel that wants it, from the schedule's time on.

    A day that comes after that time is posted when it comes, one that comes before waits for it. What a schedule
    missed while no process ran is made up for with its newest day.
    """

    def __init__(self, bot: Paperbot) -> None:
        self._bot = bot
        self._now = bot.answers.now
        self._schedules = bot.state.schedules

    async def due(self) -> datetime | None:
        """Post what is due; when to look again, None where there is no schedule."""
        now = self._now()
        running = [one for one in await self._schedules.all() if not one.paused]
        if not running:
            return None
        looked = float(await self._bot.state.recall(_LOOKED) or 0)
        days = self._bot.answers.library.days()
        due = [found for one in running if (found := _due(one, days, now, datetime.fromtimestamp(looked, UTC)))]
        again = await in_turns((self._post(each) for each in due), self._now)
        await self._bot.state.remember(_LOOKED, str(now.timestamp()))
        moments = (next_moment(one.minute, ZoneInfo(one.timezone), now) for one in running)
        return min([*moments, *again])

    async def _post(self, due: _Due) -> datetime | None:
        """Post a day unless that is done or being done; when to try again, if at all."""
        schedule = due.schedule
        claim = await self._schedules.claim(schedule.channel_id, due.day, CLAIMANT, self._now())
        if not isinstance(claim, Claim):
            return claim
        post = await self._bot.scheduling.post(schedule, due.day)
        if post is None:
            return None
        bereft = self._has_lost_its_role(schedule)
        post = replace(post, missed=due.missed, late=due.late, role_id=None if bereft else post.role_id)
        try:
            async with asyncio.timeout(ATTEMPT_WITHIN.total_seconds()):
                await self._send(schedule, post, claim)
        except FAILURES as error:
            return await self._failed(schedule, claim, due.day, error)
        await self._schedules.done(schedule.channel_id, due.day)
        log.info("posted %s in channel %d", due.day, schedule.channel_id)
        if bereft:
            await self._without_role(schedule, due.day, claim)
        return None

    async def _send(self, schedule: Schedule, post: DailyPost, claim: Claim) -> None:
        channel = self._channel(schedule)
        day, view = post.page.day.day, layout(post, post.language)
        roles = [discord.Object(post.role_id)] if post.role_id else False
        mentions = discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)
        if isinstance(channel, discord.ForumChannel):
            if not await _forum_post(channel, claim, marker(day), self._now()):
                tags = channel.available_tags[:1] if channel.flags.require_tag else []
                await channel.create_thread(
                    name=thread_name(post), view=view, allowed_mentions=mentions, applied_tags=tags
                )
        elif schedule.thread and isinstance(channel, discord.TextChannel):
            head = await send_once(channel, headline(post), claim, marker(day), mentions, part="head")
            thread = await self._thread(head, thread_name(post))
            below = papers_only(post)
            await send_once(thread, layout(below, below.language), claim, marker(day), part="papers")
        else:
            await send_once(channel, view, claim, marker(day), mentions)

    async def _thread(self, head: discord.Message, name: str) -> discord.Thread:
        """The thread of a message, begun unless an earlier attempt did that."""
        if head.thread:
            return head.thread
        try:
            return await head.create_thread(name=name)
        except discord.HTTPException as error:
            if error.code != _THREAD_EXISTS:
                raise
        thread = await self._bot.fetch_channel(head.id)  # a thread has the id of the message that it hangs on
        if not isinstance(thread, discord.Thread):
            raise discord.InvalidData(f"{thread} is no thread")
        return thread

    def _channel(self, schedule: Schedule) -> discord.TextChannel | discord.ForumChannel:
        """The channel, if all is well with it as far as is known here. Raises Blocked."""
        guild = self._bot.get_guild(schedule.guild_id)
        if guild and guild.unavailable:
            raise Blocked(send_failure.UNREACHABLE)
        channel = guild and guild.get_channel(schedule.channel_id)
        if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
            raise Blocked(send_failure.CHANNEL)
        if missing := missing_permissions(channel, thread=schedule.thread):
            raise Blocked(send_failure.lacking(missing))
        return channel

    def _has_lost_its_role(self, schedule: Schedule) -> bool:
        guild = self._bot.get_guild(schedule.guild_id)
        return bool(schedule.role_id and guild and not guild.get_role(schedule.role_id))

    async def _without_role(self, schedule: Schedule, day: date, claim: Claim) -> None:
        """A role that is deleted never comes back: the day was posted without it, and so will all others be."""
        await self._schedules.drop_role(schedule.channel_id)
        values = {"channel": self._name(schedule), "day": long_day(day, schedule.language)}
        await self._report(schedule, Notice(phrases.REPORT_ROLE, values), claim, send_failure.ROLE)

    async def _failed(self, schedule: Schedule, claim: Claim, day: date, error: BaseException) -> datetime | None:
        what = trouble_of(error)
        log.warning("%s was not posted in channel %d: %s (%s)", day, schedule.channel_id, what, error)
        again = None if claim.last else self._now() + RETRY_AFTER[claim.attempt - 1]
        await self._schedules.failed(claim, what, again)
        if again is None or (send_failure.is_lasting(what) and what != schedule.trouble):
            zone = ZoneInfo(schedule.timezone)
            values = {
                "channel": self._name(schedule),
                "day": long_day(day, schedule.language),
                "trouble": send_failure.say_trouble(what, schedule.language),
                "next": f"{say_moment(again.astimezone(zone))} ({zone.key})" if again else "",
            }
            notice = Notice(phrases.REPORT_RETRY if again else phrases.REPORT_PAUSED, values)
            await self._report(schedule, notice, claim, what)
        return again

    async def _report(self, schedule: Schedule, notice: Notice, claim: Claim, what: str) -> None:
        key = (what, claim.name, claim.target, claim.attempt)
        told = schedule.user_id and await tell(self._bot, schedule.user_id, notice, schedule.language, *key)
        if not told:
            await self._schedules.untold(schedule.channel_id, what)

    def _name(self, schedule: Schedule) -> str:
        channel = self._bot.get_channel(schedule.channel_id)
        name = getattr(channel, "name", None)
        return f"#{name}" if name else phrases.GONE.say(schedule.language, id=schedule.channel_id)


def _due(schedule: Schedule, days: Sequence[date], now: datetime, looked: datetime) -> _Due | None:
    """What is due in a channel; `looked` is when that was last asked."""
    news = schedule.news(days)
    if not news:
        return None
    zone = ZoneInfo(schedule.timezone)
    last = last_moment(schedule.minute, zone, now)
    slept = last > max(looked, schedule.set_at)
    if not (slept or schedule.begun or last.astimezone(zone).date() == now.astimezone(zone).date()):
        return None
    late = say_time(schedule.minute) if slept and now - last > LATE else ""
    return _Due(schedule, news[-1], tuple(news[:-1]), late)


async def _forum_post(forum: discord.ForumChannel, claim: Claim, mark: str, now: datetime) -> discord.Thread | None:
    """The forum post that an earlier attempt left."""
    if claim.attempt == 1:
        return None
    threads = list(forum.threads)
    if now - claim.first_at > _SOONEST_ARCHIVED:
        threads += [thread async for thread in forum.archived_threads(limit=_ARCHIVED_THREADS)]
    for thread in _ours(threads, claim):
        async for starter in thread.history(limit=1, oldest_first=True):
            if mark in custom_ids(starter):
                return thread
    return None


def _ours(threads: Iterable[discord.Thread], claim: Claim) -> list[discord.Thread]:
    earliest = since(claim)
    own = (thread for thread in threads if thread.owner_id == thread.guild.me.id)
    return [thread for thread in own if discord.utils.snowflake_time(thread.id) >= earliest]
