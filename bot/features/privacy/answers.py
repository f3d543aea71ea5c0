"""Answers about what is kept on a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.answer import Answer
from bot.features.privacy import phrases
from bot.rendering.blocks import Block, RenderOptions, line


@dataclass(frozen=True, slots=True)
class Deletion(Answer):
    """Whether to delete all that is kept on who asks, `count` records; or, if `done`, that it is deleted."""

    count: int
    done: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        phrase = phrases.DELETED if self.done else phrases.CONFIRM
        return (Block((line(options.say(phrase, count=self.count)),)),)
