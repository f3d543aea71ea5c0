"""What people are told below the first reply that they get."""

from __future__ import annotations

import discord
from discord import ui

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.core.deadlines import within
from bot.rendering.language import Language
from bot.rendering.phrases import FIRST_TIME
from bot.state import State, StateError

_WITHIN = 0.5  # seconds; after that nobody is taken for a newcomer


def hint(language: Language) -> str:
    return f"-# {FIRST_TIME.say(language)}"


def has_hint(message: discord.Message | None) -> bool:
    """Whether the hint stands in a reply: then it stays while the reply is turned."""
    shown = ui.LayoutView.from_message(message).walk_children() if message else ()
    hints = {hint("ko"), hint("en")}
    return any(isinstance(item, ui.TextDisplay) and item.content in hints for item in shown)


async def is_newcomer(state: State, asker: Asker, answer: Answer) -> bool:
    """Whether `answer` is the first that this person gets, and one below which the hint is in place."""
    if not answer.introduces:
        return False
    try:
        return await within(_WITHIN, state.newcomers.answer_to(asker.user_id))
    except (StateError, TimeoutError):
        return False
