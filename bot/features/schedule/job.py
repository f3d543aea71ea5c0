"""The daily posts: when one is due, and how it gets into its channel once."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import discord

from bot.core import send_failure
from bot.core.answer import Notice
from bot.core.scheduler import bounded_gather
from bot.discord.base import Client
from bot.discord.components import custom_ids
from bot.discord.outbox import Failure, attempt, channel_to_post_in, send_once, since, tell
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, say_moment
from bot.features.schedule.components import headline, marker, papers_only, thread_name
from bot.features.schedule.local_time import last_moment, next_moment, say_time
from bot.features.schedule.service import Scheduling
from bot.rendering.phrases import long_day
from bot.state.deliveries import CLAIMANT, Claim
from bot.state.schedules import Schedule

log = logging.getLogger(__name__)

LATE: Final = timedelta(minutes=30)
"""A post that comes so long after its time says that it is late."""

_LOOKED = "schedules-looked-at"
_THREAD_EXISTS = 160004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_ARCHIVED_THREADS = 50  # of a forum, looked through
_SOONEST_ARCHIVED = timedelta(minutes=60)  # after the last message, whatever a forum is set to


@dataclass(frozen=True, slots=True)
class _Due:
    """A day to post in a channel; `missed` and `late` are those of `DailyPost`."""

    schedule: Schedule
    day: date
    missed: tuple[date, ...]
    late: str


class DailyPosts:
    """Posts each new day once in every channel that wants it, from the schedule's time on.

    A day that comes after that time is posted when it comes, one that comes before waits for it. What a schedule
    missed while no process ran is made up for with its newest day.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._state = client.app.state
        self._schedules = client.app.state.schedules
        self._now = client.app.now

    async def due(self) -> datetime | None:
        """Post what is due. Returns when to look again, None where there is no schedule."""
        now = self._now()
        running = [one for one in await self._schedules.all() if not one.paused and self._client.serves(one.guild_id)]
        if not running:
            return None
        notes = {note: await self._looked(note) for note in {self._note_of(one) for one in running}}
        library = self._client.app.library
        days = [day for day in library.days() if day not in library.backfilled]
        due = [found for one in running if (found := _due(one, days, now, notes[self._note_of(one)]))]
        again = await bounded_gather((self._post(each) for each in due), self._now)
        for note in notes:
            await self._state.remember(note, str(now.timestamp()))
        moments = (next_moment(one.minute, ZoneInfo(one.timezone), now) for one in running)
        return min([*moments, *again])

    def _note_of(self, schedule: Schedule) -> str:
        """The name of the note of when a process last looked that serves the schedule's server."""
        shard = self._client.shard_of(schedule.guild_id)
        return _LOOKED if shard is None else f"{_LOOKED}:{shard}/{self._client.shard_count}"

    async def _looked(self, note: str) -> datetime:
        # Where there was one process for all of them until now, its note says it.
        noted = await self._state.recall(note) or await self._state.recall(_LOOKED)
        return datetime.fromtimestamp(float(noted or 0), UTC)

    async def _post(self, due: _Due) -> datetime | None:
        """Post a day, unless another process has posted it or is doing so. Returns when to try again, if at all."""
        schedule = due.schedule
        claim = await self._schedules.claim(schedule.channel_id, due.day, CLAIMANT, self._now())
        if not isinstance(claim, Claim):
            return claim
        post = await self._client.app.service(Scheduling).post(schedule, due.day)
        if post is None:
            return None
        role_deleted = self._has_deleted_role(schedule)
        post = replace(post, missed=due.missed, late=due.late, role_id=None if role_deleted else post.role_id)
        if failure := await attempt(self._send(schedule, post, claim), claim, self._now):
            await self._failed(schedule, claim, due.day, failure)
            return failure.again
        await self._schedules.done(schedule.channel_id, due.day)
        log.info("posted %s in channel %d", due.day, schedule.channel_id)
        if role_deleted:
            await self._drop_role(schedule, due.day, claim)
        return None

    async def _send(self, schedule: Schedule, post: DailyPost, claim: Claim) -> None:
        channel = channel_to_post_in(self._client, schedule.guild_id, schedule.channel_id, thread=schedule.thread)
        mark, view = marker(post.page.day.day), self._client.draw(post, post.language)
        roles = [discord.Object(post.role_id)] if post.role_id else False
        mentions = discord.AllowedMentions(everyone=False, users=False, roles=roles, replied_user=False)
        if isinstance(channel, discord.ForumChannel):
            if not await _forum_post(channel, claim, mark, self._now()):
                tags, name = channel.available_tags[:1] if channel.flags.require_tag else [], thread_name(post)
                await channel.create_thread(name=name, view=view, allowed_mentions=mentions, applied_tags=tags)
        elif schedule.thread:
            head = await send_once(channel, headline(post), claim, mark, mentions, part="head")
            thread = await self._thread(head, thread_name(post))
            below = self._client.draw(papers_only(post), post.language)
            await send_once(thread, below, claim, mark, part="papers")
        else:
            await send_once(channel, view, claim, mark, mentions)

    async def _thread(self, head: discord.Message, name: str) -> discord.Thread:
        """The thread of a message, begun unless an earlier attempt did that."""
        if head.thread:
            return head.thread
        try:
            return await head.create_thread(name=name)
        except discord.HTTPException as error:
            if error.code != _THREAD_EXISTS:
                raise
        thread = await self._client.fetch_channel(head.id)  # a thread has the id of the message that it hangs on
        if not isinstance(thread, discord.Thread):
            raise discord.InvalidData(f"{thread} is no thread")
        return thread

    def _has_deleted_role(self, schedule: Schedule) -> bool:
        guild = self._client.get_guild(schedule.guild_id)
        return bool(schedule.role_id and guild and not guild.get_role(schedule.role_id))

    async def _drop_role(self, schedule: Schedule, day: date, claim: Claim) -> None:
        """A deleted role never comes back: this day was posted without it, and so are all later ones."""
        await self._schedules.drop_role(schedule.channel_id)
        values = {"channel": self._name(schedule), "day": long_day(day, schedule.language)}
        await self._report(schedule, Notice(phrases.REPORT_ROLE, values), claim, send_failure.ROLE)

    async def _failed(self, schedule: Schedule, claim: Claim, day: date, failure: Failure) -> None:
        """Note a failure, and report it where it pauses the schedule, or is new and does not pass by itself."""
        await self._schedules.failed(claim, failure.what, failure.again)
        if failure.again and (not send_failure.is_lasting(failure.what) or failure.what == schedule.failure):
            return
        zone = ZoneInfo(schedule.timezone)
        values = {
            "channel": self._name(schedule),
            "day": long_day(day, schedule.language),
            "failure": send_failure.say_failure(failure.what, schedule.language),
            "next": f"{say_moment(failure.again.astimezone(zone))} ({zone.key})" if failure.again else "",
        }
        notice = Notice(phrases.REPORT_RETRY if failure.again else phrases.REPORT_PAUSED, values)
        await self._report(schedule, notice, claim, failure.what)

    async def _report(self, schedule: Schedule, notice: Notice, claim: Claim, failure: str) -> None:
        """Tell the person who set the schedule up; where that is not possible, whoever next asks about schedules."""
        key = (failure, claim.name, claim.target, claim.attempt)
        told = schedule.user_id and await tell(self._client, schedule.user_id, notice, schedule.language, *key)
        if not told:
            await self._schedules.unreported(schedule.channel_id, failure)

    def _name(self, schedule: Schedule) -> str:
        name = getattr(self._client.get_channel(schedule.channel_id), "name", None)
        return f"#{name}" if name else phrases.DELETED_CHANNEL.say(schedule.language, id=schedule.channel_id)


def _due(schedule: Schedule, days: Sequence[date], now: datetime, looked: datetime) -> _Due | None:
    """What is due in a channel; `looked` is when a process last looked."""
    unposted = schedule.unposted(days)
    if not unposted:
        return None
    zone = ZoneInfo(schedule.timezone)
    last = last_moment(schedule.minute, zone, now)
    slept = last > max(looked, schedule.set_at)
    if not (slept or schedule.begun or last.astimezone(zone).date() == now.astimezone(zone).date()):
        return None
    late = say_time(schedule.minute) if slept and now - last > LATE else ""
    return _Due(schedule, unposted[-1], tuple(unposted[:-1]), late)


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
