"""What a reply says, line by line, without saying how a line is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from bot.rendering.language import Language, Phrase
from bot.rendering.snippet import clip
from retrieval.paper import Paper


class LineKind(Enum):
    """What a line is in its block."""

    HEADING = auto()
    TEXT = auto()
    SMALL = auto()
    BULLET = auto()
    NESTED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, unescaped."""

    text: str
    bold: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    runs: tuple[Run, ...]
    kind: LineKind = LineKind.TEXT


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `picture` is the URL of one to show below them, or "", `alt` what it shows.

    `paper` is the one that they are an entry for, `number` its number in a list; it can be opened from here.
    `flows`: it continues the block before it, and a reply without room for it may show it on another page.
    """

    lines: tuple[Line, ...]
    picture: str = ""
    paper: Paper | None = None
    number: int | None = None
    alt: str = ""
    flows: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How many characters of each kind of text are shown."""

    title: int = 300
    authors: int = 2_000
    excerpt: int = 400
    day_excerpt: int = 200
    point: int = 100_000
    query: int = 300
    warnings: int = 50

    def scaled(self, by: float) -> Limits:
        """The same in proportion, for what is long by nature; counts stay."""
        names = ("title", "authors", "excerpt", "day_excerpt", "point", "query")
        return Limits(**{name: max(20, int(getattr(self, name) * by)) for name in names}, warnings=self.warnings)


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """The language of a reply, and the limits that its texts keep within."""

    language: Language
    limits: Limits

    def say(self, phrase: Phrase, **values: object) -> str:
        return phrase.say(self.language, **values)

    def quote(self, text: str) -> str:
        """`text`, which somebody typed, as it is repeated in a reply."""
        return clip(text, self.limits.query)


def line(text: str, kind: LineKind = LineKind.TEXT) -> Line:
    return Line((Run(text),), kind)


def examples(pairs: Iterable[tuple[Phrase, Phrase]], options: RenderOptions, **values: object) -> tuple[Line, ...]:
    """A bullet for each example, and what it is for; `values` fill the places in both."""
    said = ((options.say(example, **values), options.say(about, **values)) for example, about in pairs)
    return tuple(Line((Run(example, bold=True), Run(f" — {about}")), LineKind.BULLET) for example, about in said)
