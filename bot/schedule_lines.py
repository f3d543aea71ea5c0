"""What is said of a server's daily posts."""

from __future__ import annotations

from datetime import datetime

from bot import schedule_words as words
from bot.answer import ScheduleList, ScheduleRow
from bot.page import Block, Kind, Line, Run, line
from bot.timetable import say_time
from bot.trouble import say_trouble
from bot.words import Language, long_day


def schedule_blocks(answer: ScheduleList, language: Language) -> tuple[Block, ...]:
    """A title, and a block for each schedule."""
    title = line(words.LIST_TITLE.say(language, count=len(answer.rows)), Kind.HEADING)
    return (Block((title,)), *(_row(row, language) for row in answer.rows))


def _row(row: ScheduleRow, language: Language) -> Block:
    one = row.schedule
    facts = words.LIST_ROW.say(language, time=say_time(one.minute), zone=one.timezone, top=one.top)
    extras = [words.LIST_ROLE] * bool(one.role_id) + [words.LIST_THREAD] * one.thread
    when = words.LIST_PAUSED.say(language) if one.paused else words.LIST_NEXT.say(language, next=say_moment(row.next))
    last = words.LIST_LAST.say(language, day=long_day(one.last_day, language)) if one.last_day.year > 1 else ""
    head = Line((Run(row.channel, bold=True, url=row.url), Run(" · " + facts)))
    said = " · ".join(filter(None, (when, *(extra.say(language) for extra in extras), last)))
    lines = [head, line(said, Kind.SMALL)]
    if one.trouble:
        lines.append(line(f"⚠ {say_trouble(one.trouble, language)}", Kind.SMALL))
    return Block(tuple(lines))


def say_moment(moment: datetime) -> str:
    """`2024-06-14 09:00`"""
    return f"{moment:%Y-%m-%d %H:%M}"
