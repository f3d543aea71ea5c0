"""A day's digest as it is posted in a channel, and the button that marks such a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.core.answer import Answer
from bot.discord.markdown import escape
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost
from bot.rendering import phrases as common
from bot.rendering.language import Language

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

AROUND_POST = 3  # components: a text above, and below a row with a button
_COMPONENTS = 40  # https://discord.com/developers/docs/components/reference
_CHARS = 4_000
_DAYS_NAMED = 3
_THREAD_NAME_CHARS = 100


class PostButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(r"post:(?P<day>\d{4}-\d\d-\d\d)"),
):
    """Shows the whole of a posted day to whoever presses it. Its custom id tells that a message is the day's post."""

    def __init__(self, day: str, label: str = "…") -> None:
        super().__init__(ui.Button(label=label, custom_id=marker(day), style=discord.ButtonStyle.primary))
        self.day = day

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match["day"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        await bot.respond(interaction, lambda _: bot.answers.daily(self.day), private=True)


def marker(day: date | str) -> str:
    """The custom id that stands in every post of that day."""
    return f"post:{day}"


def thread_name(post: DailyPost) -> str:
    """What the day's thread or forum post is called."""
    phrase = phrases.THREAD_NAME
    return phrase.say(post.language, day=post.page.day.day, papers=_papers(post))[:_THREAD_NAME_CHARS]


def headline(post: DailyPost) -> ui.LayoutView:
    """The one message in the channel of a post whose papers are in a thread."""
    day = common.long_day(post.page.day.day, post.language)
    title = phrases.HEADLINE.say(post.language, day=day, papers=_papers(post))
    return _framed(post, ui.LayoutView(timeout=None), f"### {title}")


def post_view(post: DailyPost, layout: Callable[[Answer, Language], ui.LayoutView]) -> ui.LayoutView:
    """The post whole, of as many of its papers as a message holds; `layout` draws the day."""
    for count in range(len(post.page.papers), 0, -1):
        view = layout(replace(post.page, papers=post.page.papers[:count]), post.language)
        whole = _framed(post, view)
        if whole.total_children_count <= _COMPONENTS and whole.content_length() <= _CHARS:
            break
    return whole


def papers_only(post: DailyPost) -> DailyPost:
    """What is in the thread below the headline, which says the rest."""
    return replace(post, role_id=None, missed=(), late="")


def _framed(post: DailyPost, view: ui.LayoutView, title: str = "") -> ui.LayoutView:
    whole = ui.LayoutView(timeout=None)
    mention = f"<@&{post.role_id}>" if post.role_id else ""
    notes = [f"-# {escape(note)}" for note in say_notes(post)]
    if text := "\n".join(filter(None, (mention, title, *notes))):
        whole.add_item(ui.TextDisplay(text))
    for item in list(view.children):
        view.remove_item(item)
        whole.add_item(item)
    label = phrases.SHOW_DAY.say(post.language, papers=_papers(post))
    whole.add_item(ui.ActionRow(PostButton(post.page.day.day.isoformat(), label)))
    return whole


def say_notes(post: DailyPost) -> list[str]:
    """What there is to say on a post that does not come as it should have."""
    language, notes = post.language, []
    if post.missed:
        days = ", ".join(common.long_day(day, language) for day in post.missed[-_DAYS_NAMED:])
        if more := len(post.missed) - _DAYS_NAMED:
            days = phrases.AND_MORE.say(language, days=days, count=more) if more > 0 else days
        notes.append(phrases.CAUGHT_UP.say(language, days=days))
    if post.late:
        notes.append(phrases.LATE.say(language, time=post.late))
    return notes


def _papers(post: DailyPost) -> str:
    return common.papers(len(post.page.day.papers), post.language)
