"""The help, and the welcome to a server."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Answer
from bot.features.help import phrases
from bot.rendering.blocks import Block, LineKind, RenderOptions, examples, line
from bot.rendering.language import Phrase


@dataclass(frozen=True, slots=True)
class Help(Answer):
    """What the bot can do; `commands` are examples of its commands, each with what it does."""

    commands: tuple[tuple[Phrase, Phrase], ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = line(options.say(phrases.HELP_TITLE), LineKind.HEADING)
        talk = line(options.say(phrases.TALK_TITLE), LineKind.HEADING)
        syntax = line(options.say(phrases.HELP_SYNTAX), LineKind.HEADING)
        return (
            Block((title, line(options.say(phrases.HELP_INTRO)))),
            Block((talk, *examples(phrases.TALK, options))),
            Block(examples(self.commands, options)),
            Block((syntax, *examples(phrases.SYNTAX, options))),
            Block((line(options.say(phrases.HELP_FOOT), LineKind.SMALL),)),
        )


@dataclass(frozen=True, slots=True)
class Welcome(Answer):
    """To whoever runs a server that the bot has joined."""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = line(options.say(phrases.WELCOME_TITLE), LineKind.HEADING)
        admins = line(options.say(phrases.WELCOME_ADMINS), LineKind.HEADING)
        return (
            Block((title, line(options.say(phrases.WELCOME_INTRO)))),
            Block((admins, *examples(phrases.WELCOME_STEPS, options))),
        )
