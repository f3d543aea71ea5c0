"""Answers about daily posts, and the posts themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.send_failure import say_trouble
from bot.features.daily.answers import DayPage
from bot.features.schedule import phrases
from bot.features.schedule.local_time import say_time
from bot.rendering.blocks import Block, Kind, Line, Run, line
from bot.rendering.language import Language
from bot.rendering.phrases import long_day
from bot.state.schedules import Schedule


@dataclass(frozen=True, slots=True)
class DailyPost:
    """The best papers of a day as a channel gets them, in the channel's language. `missed` are days that it never got,
    oldest first; `late` is the time of day at which it should have come, where it did not."""

    page: DayPage
    language: Language
    role_id: int | None = None
    missed: tuple[date, ...] = ()
    late: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A schedule with its channel's name and address, and its next moment in its own time zone."""

    schedule: Schedule
    channel: str
    url: str
    next: datetime


@dataclass(frozen=True, slots=True)
class ScheduleList:
    """A server's daily posts; there is at least one."""

    rows: tuple[ScheduleRow, ...]


def schedule_blocks(answer: ScheduleList, language: Language) -> tuple[Block, ...]:
    """A title, and a block for each schedule."""
    title = line(phrases.LIST_TITLE.say(language, count=len(answer.rows)), Kind.HEADING)
    return (Block((title,)), *(_row(row, language) for row in answer.rows))


def _row(row: ScheduleRow, language: Language) -> Block:
    one = row.schedule
    facts = phrases.LIST_ROW.say(language, time=say_time(one.minute), zone=one.timezone, top=one.top)
    extras = [phrases.LIST_ROLE] * bool(one.role_id) + [phrases.LIST_THREAD] * one.thread
    when = (
        phrases.LIST_PAUSED.say(language) if one.paused else phrases.LIST_NEXT.say(language, next=say_moment(row.next))
    )
    last = phrases.LIST_LAST.say(language, day=long_day(one.last_day, language)) if one.last_day.year > 1 else ""
    head = Line((Run(row.channel, bold=True, url=row.url), Run(" · " + facts)))
    said = " · ".join(filter(None, (when, *(extra.say(language) for extra in extras), last)))
    lines = [head, line(said, Kind.SMALL)]
    if one.trouble:
        lines.append(line(f"⚠ {say_trouble(one.trouble, language)}", Kind.SMALL))
    return Block(tuple(lines))


def say_moment(moment: datetime) -> str:
    """`2024-06-14 09:00`"""
    return f"{moment:%Y-%m-%d %H:%M}"
