"""What a reply says, line by line, without saying how a line is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from retrieval.paper import Paper


class Kind(Enum):
    """What a line is on the page."""

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
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together. `picture` is the URL of one to show below them, or "", `alt` what it shows.

    `paper` is the one they are an entry for, `place` where it stands in a numbered list; it can be opened from here.
    """

    lines: tuple[Line, ...]
    picture: str = ""
    paper: Paper | None = None
    place: int | None = None
    alt: str = ""


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


def line(text: str, kind: Kind = Kind.TEXT) -> Line:
    return Line((Run(text),), kind)
