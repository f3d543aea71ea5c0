"""What people are told below the first reply that they get."""

from __future__ import annotations

from functools import cache

import discord

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.core.deadlines import within
from bot.core.examples.examples import Examples
from bot.discord.components import parts
from bot.discord.markdown import escape
from bot.rendering import phrases
from bot.rendering.language import Language
from bot.state import State, StateError

_WITHIN = 0.5  # seconds; after that nobody is taken for a newcomer


def hint(language: Language, examples: Examples) -> str:
    if examples.question:
        ask = phrases.FIRST_TIME_ASK_THIS.say(language, question=examples.question)
    else:
        ask = phrases.FIRST_TIME_ASK.say(language)
    return f"{_beginning(language)} {escape(ask)}"


def has_hint(message: discord.Message | None) -> bool:
    """Whether the hint stands in a reply: then it stays while the reply is turned."""
    beginnings = _beginning("ko"), _beginning("en")
    return any(isinstance(part, discord.TextDisplay) and part.content.startswith(beginnings) for part in parts(message))


@cache
def _beginning(language: Language) -> str:
    return f"-# {phrases.FIRST_TIME.say(language)}"


async def is_known(state: State, asker: Asker) -> bool:
    """Whether this person has had an answer, as far as can be told now."""
    if state.newcomers.met(asker.user_id):
        return True
    try:
        return await within(_WITHIN, state.newcomers.knows(asker.user_id))
    except (StateError, TimeoutError):
        return True


async def is_newcomer(state: State, asker: Asker, answer: Answer) -> bool:
    """Whether `answer` is the first that this person gets, and one below which the hint is in place."""
    if not answer.introduces or state.newcomers.met(asker.user_id):
        return False
    try:
        return await within(_WITHIN, state.newcomers.answer_to(asker.user_id))
    except (StateError, TimeoutError):
        return False
