"""The help, and the welcome to a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answer import Answer
from bot.core.examples.examples import Examples, values_of
from bot.features.help import phrases
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, examples, line
from bot.rendering.language import Phrase
from bot.rendering.phrases import KOREAN_SUMMARIES


@dataclass(frozen=True, slots=True)
class Help(Answer):
    """The three things that matter; `rest` says how to see everything else where no button does."""

    examples: Examples
    rest: Phrase | None = None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = line(options.say(phrases.HELP_TITLE), LineKind.HEADING)
        head = (title, line(options.say(phrases.HELP_INTRO)), *_korean_note(options))
        ask = phrases.ASK_TYPING if self.rest else phrases.ASK_WRITING
        essentials = examples((ask, *phrases.ESSENTIALS), options, **_values(self.examples))
        blocks = [Block(head), Block(essentials)]
        if self.rest:
            blocks.append(Block((line(options.say(self.rest), LineKind.SMALL),)))
        return tuple(blocks)


@dataclass(frozen=True, slots=True)
class Manual(Answer):
    """All that the bot can do; `commands` are examples of its commands, each with what it does."""

    commands: tuple[tuple[Phrase, Phrase], ...]
    examples: Examples

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        values = _values(self.examples)
        talk = line(options.say(phrases.TALK_TITLE), LineKind.HEADING)
        commands = line(options.say(phrases.HELP_COMMANDS), LineKind.HEADING)
        syntax = line(options.say(phrases.HELP_SYNTAX), LineKind.HEADING)
        foot = (line(options.say(phrases.HELP_FOOT), LineKind.SMALL), *_korean_note(options))
        return (
            Block((talk, *examples(phrases.TALK, options, **values))),
            Block((commands, *examples(self.commands, options, **values))),
            Block((syntax, *examples(phrases.SYNTAX, options, **values))),
            Block(foot),
        )


@dataclass(frozen=True, slots=True)
class Welcome(Answer):
    """To whoever runs a server that the bot has joined."""

    examples: Examples

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = line(options.say(phrases.WELCOME_TITLE), LineKind.HEADING)
        admins = line(options.say(phrases.WELCOME_ADMINS), LineKind.HEADING)
        return (
            Block((title, line(options.say(phrases.WELCOME_INTRO)), *_korean_note(options))),
            Block((admins, *examples(phrases.WELCOME_STEPS, options))),
        )


def _values(found: Examples) -> Mapping[str, object]:
    return values_of(found, phrases.PLACES)


def _korean_note(options: RenderOptions) -> tuple[Line, ...]:
    """For English readers: that summaries are in Korean."""
    said = options.say(KOREAN_SUMMARIES)
    return (line(said, LineKind.SMALL),) if said else ()
