"""Requests about daily posts → answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.core import send_failure
from bot.core.answer import Answer, Choice, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.paging import Page
from bot.core.send_failure import say_failure, say_permissions
from bot.core.server import Server
from bot.features.daily.answers import DayPage
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, ScheduleList, ScheduleRow, say_moment
from bot.features.schedule.local_time import next_moment, parse_time, say_time
from bot.features.schedule.time_zones import find_zone, nearest_zones
from bot.rendering.language import Language
from bot.rendering.phrases import EMPTY_CORPUS, NO_PERMISSION, long_day, papers
from bot.state.schedules import MAX_SCHEDULES, Schedule

DEFAULT_TOP = 5
MOST_TOP = 10
PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """A schedule as an admin asks for it; `missing` are the permissions that the bot lacks for it in the channel."""

    guild_id: int
    channel_id: int
    channel: str
    time: str
    timezone: str
    top: int = DEFAULT_TOP
    role_id: int | None = None
    thread: bool = False
    missing: tuple[str, ...] = ()


class Scheduling:
    """Sets up, lists and changes the daily posts of servers. Who asks manages the server."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._state = app.state
        self._now = app.now

    async def set_up(self, asker: Asker, request: ScheduleRequest) -> Answer:
        """Post each day that is newer than the newest one now."""
        minute, zone = parse_time(request.time), find_zone(request.timezone)
        if minute is None:
            return Notice(phrases.BAD_TIME, {"text": request.time.strip()}, Reason.MISUSE)
        if zone is None:
            nearest = ", ".join(nearest_zones(request.timezone))
            return Notice(phrases.BAD_ZONE, {"text": request.timezone.strip(), "nearest": nearest}, Reason.MISUSE)
        if request.missing:
            permissions = say_permissions(request.missing, asker.language)
            return Notice(send_failure.MISSING_PERMISSIONS, {"channel": request.channel, "permissions": permissions})
        schedule = self._schedule(asker, request, minute, zone)
        if not await self._state.schedules.set(schedule):
            return Notice(phrases.TOO_MANY, {"most": MAX_SCHEDULES})
        newest, language = schedule.last_day, asker.language
        first = phrases.FIRST_EVER if newest == date.min else phrases.FIRST_AFTER
        values = {"channel": request.channel, "time": say_time(minute), "zone": zone}
        top, said = papers(schedule.top, language), first.say(language, day=long_day(newest, language))
        return Notice(phrases.SET, {**values, "top": top, "first": said})

    def _schedule(self, asker: Asker, request: ScheduleRequest, minute: int, zone: str) -> Schedule:
        return Schedule(
            request.channel_id,
            request.guild_id,
            minute,
            zone,
            min(max(request.top, 1), MOST_TOP),
            request.role_id,
            request.thread,
            asker.language,
            max(self._library.days(), default=date.min),
            self._now(),
            user_id=asker.user_id,
        )

    async def preview(self, server: Server, which: str) -> Answer:
        """The post of the newest day, as the channel would get it."""
        schedule = await self._chosen(server, which)
        if isinstance(schedule, Notice):
            return schedule
        days = self._library.days()
        post = await self.post(schedule, days[-1]) if days else None
        return post or Notice(EMPTY_CORPUS)

    async def overview(self, asker: Asker, server: Server, page: int = 1) -> Answer:
        """A page of the server's daily posts; the last where there are fewer."""
        if not server.managed:
            return Notice(NO_PERMISSION)
        schedules = await self._state.schedules.of(server.guild_id)
        if not schedules:
            return Notice(phrases.NONE_SET)
        shown = Page.of(len(schedules), PER_PAGE, page)
        rows = tuple(self._row(one, _channel(one, server, asker.language)) for one in shown.cut(schedules))
        return ScheduleList(rows, len(schedules), shown)

    async def pause(self, server: Server, which: str) -> Answer:
        """Pause a daily post, or resume it where it is paused."""
        schedule = await self._chosen(server, which)
        if isinstance(schedule, Notice):
            return schedule
        await self._state.schedules.pause(schedule.channel_id, paused=not schedule.paused)
        row = self._row(schedule, _channel(schedule, server, schedule.language))
        values = {"channel": row.channel, "next": f"{say_moment(row.next)} ({schedule.timezone})"}
        return Notice(phrases.RESUMED if schedule.paused else phrases.PAUSED, values)

    async def off(self, server: Server, which: str) -> Answer:
        schedule = await self._chosen(server, which)
        if isinstance(schedule, Notice):
            return schedule
        await self._state.schedules.drop(schedule.channel_id)
        return Notice(phrases.OFF, {"channel": _channel(schedule, server, schedule.language)})

    async def unreported(self, asker: Asker, server: Server) -> Sequence[Notice]:
        """The failures that nobody has been told of. They are told once."""
        return [
            Notice(
                phrases.UNREPORTED_PAUSED if one.paused else phrases.UNREPORTED,
                {
                    "channel": _channel(one, server, asker.language),
                    "failure": say_failure(one.failure, asker.language),
                },
            )
            for one in await self._state.schedules.take_unreported(server.guild_id)
            if one.failure
        ]

    async def suggest(self, asker: Asker, server: Server) -> Sequence[Choice]:
        """The channels that have a daily post, by their ids."""
        schedules = await self._state.schedules.of(server.guild_id)
        return [Choice(_channel(one, server, asker.language), str(one.channel_id)) for one in schedules]

    async def post(self, schedule: Schedule, day: date) -> DailyPost | None:
        """A day as the schedule's channel gets it; None where there is no digest of that day any more."""
        found = await self._library.day(day)
        if not found.papers:
            return None
        best = found.papers[: schedule.top]
        _, server = await self._state.settings.of(0, schedule.guild_id)
        page = DayPage(found, Page.of(len(best), schedule.top, 1), best)
        return DailyPost(page, server.language or schedule.language, schedule.role_id)

    async def _chosen(self, server: Server, which: str) -> Schedule | Notice:
        """The schedule of the channel that is named by id, mention or name; the only one where none is named."""
        schedules = await self._state.schedules.of(server.guild_id)
        if not schedules:
            return Notice(phrases.NONE_SET)
        typed = which.strip().removeprefix("<#").removesuffix(">").removeprefix("#").casefold()
        found = [
            one
            for one in schedules
            if typed in ("", str(one.channel_id), server.channels.get(one.channel_id, "").removeprefix("#").casefold())
        ]
        if len(found) == 1:
            return found[0]
        channels = ", ".join(_channel(one, server, one.language) for one in schedules)
        return Notice(phrases.WHICH if found else phrases.NO_SUCH, {"channels": channels})

    def _row(self, schedule: Schedule, channel: str) -> ScheduleRow:
        zone = ZoneInfo(schedule.timezone)
        following = next_moment(schedule.minute, zone, self._now()).astimezone(zone)
        url = f"https://discord.com/channels/{schedule.guild_id}/{schedule.channel_id}"
        return ScheduleRow(schedule, channel, url, following)


def _channel(schedule: Schedule, server: Server, language: Language) -> str:
    """The name of the schedule's channel."""
    name = server.channels.get(schedule.channel_id)
    return name or phrases.DELETED_CHANNEL.say(language, id=schedule.channel_id)
