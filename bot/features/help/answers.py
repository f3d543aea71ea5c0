"""The help, and the welcome to a server."""

from __future__ import annotations

from dataclasses import dataclass

from bot.features.help import phrases
from bot.rendering.blocks import Block, Kind, Line, Run, line
from bot.rendering.language import Language


@dataclass(frozen=True, slots=True)
class Welcome:
    """To whoever runs a server that the bot has joined."""


@dataclass(frozen=True, slots=True)
class Help:
    """What the bot can do."""


def talk_block(language: Language) -> Block:
    title = line(phrases.TALK_TITLE.say(language), Kind.HEADING)
    return Block((title, *_rows(phrases.talk_examples(language))))


def welcome_blocks(language: Language) -> tuple[Block, ...]:
    title = line(phrases.WELCOME_TITLE.say(language), Kind.HEADING)
    admins = line(phrases.WELCOME_ADMINS.say(language), Kind.HEADING)
    return (
        Block((title, line(phrases.WELCOME_INTRO.say(language)))),
        Block((admins, *_rows(phrases.welcome_steps(language)))),
    )


def _rows(rows: list[tuple[str, str]]) -> tuple[Line, ...]:
    return tuple(Line((Run(example, bold=True), Run(f" — {about}")), Kind.BULLET) for example, about in rows)
