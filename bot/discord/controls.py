"""What stands below a reply, and around it, by the kind of its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.core.answer import Answer
from bot.discord.base import Draw
from bot.discord.components import Item, Rows
from bot.discord.drawn import Drawn
from bot.rendering.blocks import Block
from bot.rendering.language import Language
from retrieval.paper import Paper

A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Controls:
    """The rows below answers of a `kind`. A named `row` is one that other features may add buttons to."""

    kind: type[Any]
    rows: Callable[[Any, Language], Rows]
    row: str = ""


# A function, because mypy checks the rows against the kind of answer only where both are arguments of a call.
def controls(kind: type[A], rows: Callable[[A, Language], Rows], row: str = "") -> Controls:
    return Controls(kind, rows, row)


TOPIC_ROW = "topic"
"""The row of what can be done with the topic of an answer."""


def topic_controls(button: Callable[[str, Language], Item | None], but: type[Answer] | None = None) -> Controls:
    """A button for the topic of every answer that has one, but for answers of a kind that the feature itself gives.
    There is none where `button` gives none."""

    def rows(answer: Answer, language: Language) -> Rows:
        if not answer.topic or (but and isinstance(answer, but)):
            return []
        shown = button(answer.topic, language)
        return [[shown]] if shown else []

    return Controls(Answer, rows, TOPIC_ROW)


@dataclass(frozen=True, slots=True)
class EntryControls:
    """How the papers of a reply are opened: one by the button beside it, any of a list from the menu below."""

    opener: Callable[[Paper, Language], Item]
    menu: Callable[[Iterable[Block], Language], Item]


@dataclass(frozen=True, slots=True)
class Frame:
    """How answers of a `kind` are drawn that are not drawn like all others; `draw` may call the usual way."""

    kind: type[Answer]
    draw: Callable[[Any, Draw], Drawn]


def frame(kind: type[A], draw: Callable[[A, Draw], Drawn]) -> Frame:
    return Frame(kind, draw)


def rows_below(answer: Answer, language: Language, registered: Sequence[Controls]) -> list[list[Item]]:
    """The rows that the registered controls have for an answer; those of one name are one row."""
    rows: list[list[Item]] = []
    named: dict[str, list[Item]] = {}
    for each in registered:
        if isinstance(answer, each.kind):
            shown = answer
        elif isinstance(answer.inner, each.kind):
            shown = answer.inner
        else:
            continue
        for row in each.rows(shown, language):
            if each.row in named:
                named[each.row] += row
                continue
            rows.append(row)
            if each.row:
                named[each.row] = row
    return [row for row in rows if row]
