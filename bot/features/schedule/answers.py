"""Answers about daily posts, and the posts themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.answer import Answer
from bot.core.paging import Page
from bot.core.send_failure import say_failure
from bot.features.daily.answers import DayPage
from bot.features.schedule import phrases
from bot.features.schedule.local_time import say_time
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.language import Language
from bot.rendering.phrases import long_day, papers
from bot.rendering.snippet import clip
from bot.state.schedules import Schedule


@dataclass(frozen=True, slots=True)
class DailyPost(Answer):
    """The best papers of a day as a channel gets them, in the channel's language. `missed` are days that it never got,
    oldest first; `late` is the time of day at which the post was due, "" where it is on time."""

    page: DayPage
    language: Language
    role_id: int | None = None
    missed: tuple[date, ...] = ()
    late: str = ""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        return self.page.render(options)


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A schedule with its channel's name and address, and its next moment in its own time zone."""

    schedule: Schedule
    channel: str
    url: str
    next: datetime

    def block(self, options: RenderOptions) -> Block:
        schedule = self.schedule
        time, zone = say_time(schedule.minute), schedule.timezone
        facts = options.say(phrases.LIST_ROW, time=time, zone=zone, top=papers(schedule.top, options.language))
        channel = clip(self.channel, options.limits.title)
        lines = [
            Line((Run(channel, bold=True, url=self.url), Run(f" · {facts}"))),
            line(" · ".join(self._details(options)), LineKind.SMALL),
        ]
        if schedule.failure:
            failure = clip(say_failure(schedule.failure, options.language), options.limits.excerpt)
            lines.append(line(f"⚠ {failure}", LineKind.SMALL))
        return Block(tuple(lines))

    def _details(self, options: RenderOptions) -> list[str]:
        schedule = self.schedule
        if schedule.paused:
            details = [options.say(phrases.LIST_PAUSED)]
        else:
            details = [options.say(phrases.LIST_NEXT, next=say_moment(self.next))]
        if schedule.role_id:
            details.append(options.say(phrases.LIST_ROLE))
        if schedule.thread:
            details.append(options.say(phrases.LIST_THREAD))
        if schedule.posted:
            details.append(options.say(phrases.LIST_POSTED, day=long_day(schedule.posted, options.language)))
        else:
            details.append(options.say(phrases.LIST_NONE_POSTED))
            if schedule.last_day > date.min:
                details.append(options.say(phrases.LIST_BEGINS, day=long_day(schedule.last_day, options.language)))
        return details


@dataclass(frozen=True, slots=True)
class ScheduleList(Answer):
    """One page of the `total` daily posts of a server; there is at least one."""

    rows: tuple[ScheduleRow, ...]
    total: int
    page: Page

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        head = [line(options.say(phrases.LIST_TITLE, count=self.total), LineKind.HEADING)]
        if shown := self.page.shown(self.total, options.language):
            head.append(line(shown, LineKind.SMALL))
        return (Block(tuple(head)), *(row.block(options) for row in self.rows))


def say_moment(moment: datetime) -> str:
    """`2024-06-14 09:00`"""
    return f"{moment:%Y-%m-%d %H:%M}"
