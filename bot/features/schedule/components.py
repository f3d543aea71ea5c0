"""A day's papers as they are posted in a channel with the button that marks such a post, and the list of all posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import discord

from bot.discord.base import Draw, Interaction
from bot.discord.components import LastingButton, Rows, page_buttons
from bot.discord.drawn import Drawn, Part, row, text_display
from bot.discord.layout import MAX_CHARS, MAX_COMPONENTS
from bot.discord.markdown import escape
from bot.discord.permissions import server_of
from bot.discord.replies import respond, turn
from bot.features.daily.service import Daily
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, ScheduleList
from bot.features.schedule.service import Scheduling
from bot.rendering import phrases as common
from bot.rendering.language import Language

AROUND_POST = 3  # components: a text above, and below a row with a button
_DAYS_NAMED = 3
_THREAD_NAME_CHARS = 100  # https://discord.com/developers/docs/resources/channel#start-thread-from-message


class PostButton(LastingButton, template=re.compile(r"post:(?P<day>\d{4}-\d\d-\d\d)")):
    """Shows the whole of a posted day to whoever presses it. Its custom id marks a message as the day's post."""

    async def press(self, interaction: Interaction) -> None:
        daily, day = interaction.client.app.service(Daily), self.fields["day"]
        await respond(interaction, lambda _: daily.show(day), private=True)


class ScheduleTurn(LastingButton, template=re.compile(r"schedules:(?P<page>[0-9]{1,6})")):
    """Turns to another page of a server's daily posts, for who manages it."""

    async def press(self, interaction: Interaction) -> None:
        scheduling, server = interaction.client.app.service(Scheduling), server_of(interaction)
        page = int(self.fields["page"])
        await turn(interaction, lambda asker: scheduling.overview(asker, server, page))


def list_rows(answer: ScheduleList, language: Language) -> Rows:
    return [page_buttons(answer.page, language, ScheduleTurn, lambda page: f"schedules:{page}")]


def marker(day: date) -> str:
    """The custom id that every post of that day has."""
    return f"post:{day}"


def thread_name(post: DailyPost) -> str:
    """What the day's thread or forum post is called."""
    name = phrases.THREAD_NAME.say(post.language, day=post.page.day.day, papers=_papers(post))
    return name[:_THREAD_NAME_CHARS]


def headline(post: DailyPost) -> Drawn:
    """The one message in the channel of a post whose papers are in a thread."""
    day = common.long_day(post.page.day.day, post.language)
    title = phrases.HEADLINE.say(post.language, day=day, papers=_papers(post))
    return _framed(post, (), f"### {title}")


def post_view(post: DailyPost, draw: Draw) -> Drawn:
    """The whole post, with as many of its papers as a message holds."""
    for count in range(len(post.page.papers), 0, -1):
        page = replace(post.page, papers=post.page.papers[:count])
        whole = _framed(post, draw(page, post.language, reserved=AROUND_POST).to_components())
        if whole.total_children_count <= MAX_COMPONENTS and whole.content_length() <= MAX_CHARS:
            break
    return whole


def papers_only(post: DailyPost) -> DailyPost:
    """What stands in the thread below the headline, which says the rest."""
    return replace(post, role_id=None, missed=(), late="")


def _framed(post: DailyPost, parts: Sequence[Part], title: str = "") -> Drawn:
    """The `parts` below the mention, the title and the notes, and above the button."""
    mention = f"<@&{post.role_id}>" if post.role_id else ""
    notes = [f"-# {escape(note)}" for note in _notes(post, post.language)]
    above = "\n".join(filter(None, (mention, title, *notes)))
    label = phrases.SHOW_DAY.say(post.language, papers=_papers(post))
    button = PostButton(marker(post.page.day.day), label, style=discord.ButtonStyle.primary)
    return Drawn([*([text_display(above)] if above else []), *parts, row([button])])


def _notes(post: DailyPost, language: Language) -> list[str]:
    """Why the post is not as it should be: days left out, or the time missed."""
    notes = []
    if post.missed:
        days = ", ".join(common.long_day(day, language) for day in post.missed[-_DAYS_NAMED:])
        if len(post.missed) > _DAYS_NAMED:
            days = phrases.AND_MORE.say(language, days=days, count=len(post.missed) - _DAYS_NAMED)
        notes.append(phrases.CAUGHT_UP.say(language, days=days))
    if post.late:
        notes.append(phrases.LATE.say(language, time=post.late))
    return notes


def _papers(post: DailyPost) -> str:
    return common.papers(len(post.page.day.papers), post.language)
