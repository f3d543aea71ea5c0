"""Answers about what is kept on a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.answer import Answer, Attachment
from bot.features.privacy import phrases
from bot.rendering.blocks import Block, LineKind, RenderOptions, line


@dataclass(frozen=True, slots=True)
class Stored(Answer):
    """What is stored about who asks: how many records of each kind, by the names of their tables, and a file of all.
    `model`: questions go to one, which is said too."""

    counts: Mapping[str, int]
    file: Attachment
    model: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        kinds = " · ".join(_kind(table, count, options) for table, count in self.counts.items())
        summary = options.say(phrases.SUMMARY, count=sum(self.counts.values()), kinds=kinds)
        told = [phrases.IN_THE_FILE, *([phrases.MODEL] if self.model else [])]
        return (Block((line(summary), *(line(options.say(phrase), LineKind.SMALL) for phrase in told))),)

    @property
    def attachment(self) -> Attachment:
        return self.file


def _kind(table: str, count: int, options: RenderOptions) -> str:
    phrase = (phrases.ONE.get(table) if count == 1 else None) or phrases.KINDS.get(table)
    return options.say(phrase, count=count) if phrase else f"{table} {count}"


@dataclass(frozen=True, slots=True)
class Deletion(Answer):
    """Whether to delete all that is kept on who asks, `count` records; or, if `done`, that it is deleted."""

    count: int
    done: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        phrase = phrases.DELETED if self.done else phrases.CONFIRM
        return (Block((line(options.say(phrase, count=self.count)),)),)
