"""/schedule: what admins ask about daily posts, answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.core import send_failure
from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.send_failure import say_permissions, say_trouble
from bot.features.daily.answers import DayPage
from bot.features.papers.service import Answers
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, ScheduleList, ScheduleRow, say_moment
from bot.features.schedule.local_time import next_moment, parse_time, say_time
from bot.features.schedule.time_zones import find_zone, nearest_zones
from bot.rendering.language import Language
from bot.rendering.phrases import EMPTY_CORPUS, long_day
from bot.state import State
from bot.state.schedules import MAX_SCHEDULES, Schedule

DEFAULT_TOP = 5
MOST_TOP = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """A schedule as an admin asks for it; `missing` are the permissions that the bot lacks for it in the channel."""

    channel_id: int
    channel: str
    time: str
    timezone: str
    top: int = DEFAULT_TOP
    role_id: int | None = None
    thread: bool = False
    missing: tuple[str, ...] = ()


class Scheduling:
    """Answers the commands on daily posts. `channels` are a server's channels by id, as they are called now."""

    def __init__(self, answers: Answers, state: State) -> None:
        self._answers = answers
        self._state = state

    async def set_up(self, asker: Asker, guild_id: int, wish: Wish) -> Answer:
        minute, zone = parse_time(wish.time), find_zone(wish.timezone)
        if minute is None:
            return Notice(phrases.BAD_TIME, {"text": wish.time.strip()})
        if zone is None:
            nearest = ", ".join(nearest_zones(wish.timezone))
            return Notice(phrases.BAD_ZONE, {"text": wish.timezone.strip(), "nearest": nearest})
        if wish.missing:
            permissions = say_permissions(wish.missing, asker.language)
            return Notice(send_failure.MISSING_PERMISSIONS, {"channel": wish.channel, "permissions": permissions})
        newest = max(self._answers.library.days(), default=date.min)
        schedule = Schedule(
            wish.channel_id,
            guild_id,
            minute,
            zone,
            min(max(wish.top, 1), MOST_TOP),
            wish.role_id,
            wish.thread,
            asker.language,
            newest,
            self._answers.now(),
            user_id=asker.user_id,
        )
        if not await self._state.schedules.set(schedule):
            return Notice(phrases.TOO_MANY, {"most": MAX_SCHEDULES})
        said = phrases.NO_DAY_YET.say(asker.language) if newest == date.min else long_day(newest, asker.language)
        values = {"channel": wish.channel, "time": say_time(minute), "zone": zone, "top": schedule.top}
        return Notice(phrases.SET, {**values, "newest": said})

    async def preview(self, guild_id: int, which: str, channels: Mapping[int, str]) -> Answer:
        """The post of the newest day, as the channel would get it."""
        schedule = await self._chosen(guild_id, which, channels)
        if isinstance(schedule, Notice):
            return schedule
        days = self._answers.library.days()
        post = await self.post(schedule, days[-1]) if days else None
        return post or Notice(EMPTY_CORPUS)

    async def overview(self, guild_id: int, channels: Mapping[int, str], language: Language) -> Answer:
        schedules = await self._state.schedules.of(guild_id)
        if not schedules:
            return Notice(phrases.NONE_SET)
        return ScheduleList(tuple(self._row(one, _name(one.channel_id, channels, language)) for one in schedules))

    async def pause(self, guild_id: int, which: str, channels: Mapping[int, str]) -> Answer:
        """Pauses what runs, and lets go on what is paused."""
        schedule = await self._chosen(guild_id, which, channels)
        if isinstance(schedule, Notice):
            return schedule
        await self._state.schedules.pause(schedule.channel_id, paused=not schedule.paused)
        row = self._row(schedule, _name(schedule.channel_id, channels, schedule.language))
        next_time = f"{say_moment(row.next)} ({schedule.timezone})"
        return Notice(
            phrases.RESUMED if schedule.paused else phrases.PAUSED, {"channel": row.channel, "next": next_time}
        )

    async def off(self, guild_id: int, which: str, channels: Mapping[int, str]) -> Answer:
        schedule = await self._chosen(guild_id, which, channels)
        if isinstance(schedule, Notice):
            return schedule
        await self._state.schedules.drop(schedule.channel_id)
        return Notice(phrases.OFF, {"channel": _name(schedule.channel_id, channels, schedule.language)})

    async def untold(self, guild_id: int, channels: Mapping[int, str], language: Language) -> tuple[Notice, ...]:
        """What went wrong and could not be told to anybody; it is told once."""
        return tuple(
            Notice(
                phrases.NOTED_PAUSED if one.paused else phrases.NOTED,
                {
                    "channel": _name(one.channel_id, channels, language),
                    "trouble": say_trouble(one.trouble, language),
                },
            )
            for one in await self._state.schedules.take_untold(guild_id)
            if one.trouble
        )

    async def choices(self, guild_id: int, channels: Mapping[int, str], language: Language) -> list[tuple[str, str]]:
        """The channels that have a schedule: name and id."""
        schedules = await self._state.schedules.of(guild_id)
        return [(_name(one.channel_id, channels, language), str(one.channel_id)) for one in schedules]

    async def post(self, schedule: Schedule, day: date) -> DailyPost | None:
        """A day as the schedule's channel gets it; None where the day is gone."""
        page = await self._answers.daily(day.isoformat())
        if not isinstance(page, DayPage):
            return None
        best = replace(page, page=1, pages=1, first=1, papers=page.day.papers[: schedule.top])
        _, server = await self._state.settings.of(0, schedule.guild_id)
        return DailyPost(best, server.language or schedule.language, schedule.role_id)

    async def _chosen(self, guild_id: int, which: str, channels: Mapping[int, str]) -> Schedule | Notice:
        """The schedule of the channel that is named by id, mention or name; the only one where none is named."""
        schedules = await self._state.schedules.of(guild_id)
        if not schedules:
            return Notice(phrases.NONE_SET)
        typed = which.strip().removeprefix("<#").removesuffix(">").removeprefix("#").casefold()
        found = [
            one
            for one in schedules
            if typed in ("", str(one.channel_id), channels.get(one.channel_id, "").removeprefix("#").casefold())
        ]
        if len(found) == 1:
            return found[0]
        names = ", ".join(_name(one.channel_id, channels, one.language) for one in schedules)
        return Notice(phrases.WHICH if found else phrases.NO_SUCH, {"channels": names})

    def _row(self, schedule: Schedule, channel: str) -> ScheduleRow:
        zone = ZoneInfo(schedule.timezone)
        following = next_moment(schedule.minute, zone, self._answers.now()).astimezone(zone)
        url = f"https://discord.com/channels/{schedule.guild_id}/{schedule.channel_id}"
        return ScheduleRow(schedule, channel, url, following)


def _name(channel_id: int, channels: Mapping[int, str], language: Language) -> str:
    return channels.get(channel_id) or phrases.GONE.say(language, id=channel_id)
