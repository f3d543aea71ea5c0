"""Answers to plain sentences."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.core.answer import Answer, Attachment, Notice
from bot.core.location import Location
from bot.core.sentences.sentences import Intent
from bot.core.sentences.understood import Order, Slots, Understood
from bot.features.talk import phrases
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.phrases import date_range


@dataclass(frozen=True, slots=True)
class Said(Answer):
    """The answer of a command to a plain sentence, with a line on what was understood of it where its head does not say
    that already. It is never a notice."""

    introduces: ClassVar[bool] = True

    answer: Answer
    understood: Understood

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        head, *others = self.answer.render(options)
        said = _bare(" ".join(run.text for one in head.lines for run in one.runs))
        if all(_bare(options.quote(part)) in said for part in _parts(self.understood, options)):
            return (head, *others)
        return (replace(head, lines=(*head.lines, line(self.told(options), LineKind.SMALL))), *others)

    def told(self, options: RenderOptions) -> str:
        """What was understood, in a few words: `강화학습 · 2025년 5월 · 최신순`."""
        return options.quote(" · ".join(_parts(self.understood, options)))

    @property
    def inner(self) -> Answer:
        return self.answer

    def around(self, inner: Answer) -> Answer:
        return replace(self, answer=inner)

    @property
    def location(self) -> Location | None:
        return self._said(self.answer.location)

    @property
    def opened(self) -> str:
        return self.answer.opened

    @property
    def topic(self) -> str:
        return self.answer.topic

    @property
    def attachment(self) -> Attachment | None:
        return self.answer.attachment

    @property
    def links(self) -> tuple[str, ...]:
        return self.answer.links

    @property
    def part(self) -> int:
        return self.answer.part

    def in_parts(self, parts: int) -> Answer:
        return replace(self, answer=self.answer.in_parts(parts))

    def turned(self, by: int) -> Location | None:
        return self._said(self.answer.turned(by))

    def _said(self, location: Location | None) -> Location | None:
        return replace(location, said=self.understood.text) if location else None


def said_with(answer: Answer, understood: Understood) -> Answer:
    """An answer with what was understood, where that is more than the words that are searched or asked, or the paper
    that is named. A notice says enough by itself."""
    slots = understood.slots.said()
    label = understood.sentences.label if understood.sentences else None
    refined = understood.intent is Intent.REFINE and not understood.slots.query  # the head says all conditions
    if isinstance(answer, Notice) or refined or not (label or slots.keys() - {"query", "paper"}):
        return answer
    return Said(answer.answer if isinstance(answer, Said) else answer, understood)


def _bare(text: str) -> str:
    """`text` without what two sentences that say the same may differ in: quotation marks and capitals."""
    return re.sub("[‘’“”]", "", text).casefold()


def _parts(understood: Understood, options: RenderOptions) -> list[str]:
    slots, parts = understood.slots, []
    label = understood.sentences.label if understood.sentences else None
    if label:
        parts.append(options.say(label, query=slots.query, paper=slots.paper))
    elif slots.query:
        parts.append(slots.query)
    if slots.author:
        parts.append(options.say(phrases.BY, author=slots.author))
    if when := _when(slots, options):
        parts.append(when)
    if slots.code:
        parts.append(options.say(phrases.WITH_CODE))
    if slots.exclude:
        parts.append(options.say(phrases.WITHOUT, exclude=slots.exclude))
    if slots.sort:
        parts.append(options.say(phrases.NEWEST_FIRST if slots.sort is Order.NEWEST else phrases.VOTES_FIRST))
    return parts


def _when(slots: Slots, options: RenderOptions) -> str:
    """The time that was understood."""
    if slots.period and (slots.day is None or slots.period == "week"):
        return options.say(phrases.PERIODS[slots.period])
    if slots.period and slots.day:
        month = 12 if slots.period == "year" else slots.day.month
        last = slots.day.replace(month=month, day=monthrange(slots.day.year, month)[1])
        return date_range(slots.day, last, options.language)
    return date_range(slots.since or slots.day, slots.until or slots.day, options.language)
