"""The summary of one paper in a digest: which lines are points, and which belong to the point above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from retrieval.digests import line_parser
from retrieval.paper import SummaryPoint

_Style = Literal["bullet", "number", "prose"]


@dataclass(slots=True)
class SummaryBuilder:
    """Takes the lines of a summary one by one, in the plain form of `lines.plain`.

    What the first line is, a bullet, a numbered line or a paragraph, decides what begins a point. Bullets indented
    deeper than the point's own, numbered lines below bullets, and any other text belong to the point above.
    """

    section: str = ""
    """The label of the points to come that have none of their own."""
    by: str | None = None
    """The model that wrote the points to come."""
    _style: _Style | None = None
    _margin: int = 0
    _gap: bool = False
    _points: list[tuple[str, list[str], str | None]] = field(default_factory=list)

    def blank(self) -> None:
        """Note an empty line: it parts paragraphs, and nothing else."""
        self._gap = True

    def add(self, indent: int, text: str) -> None:
        """Take a line that stood `indent` columns from the margin; `text` is not empty."""
        nested = indent > self._margin + 1
        if (item := line_parser.bullet(text)) is not None:
            if self._style in {"bullet", "number"} and nested:
                self._continue(f"- {item}")
            else:
                self._begin("bullet", indent, item)
        elif (item := line_parser.numbered(text)) is not None and self._style in {None, "number"}:
            if self._style == "number" and nested:
                self._continue(text)
            else:
                self._begin("number", indent, item)
        elif self._style is None or (self._style == "prose" and (self._gap or line_parser.split_label(text)[0])):
            self._begin("prose", indent, text)
        else:
            self._continue(text)
        self._gap = False

    def _begin(self, style: _Style, indent: int, text: str) -> None:
        label, rest = line_parser.split_label(text)
        self._points.append((label or self.section, [rest] if rest else [], self.by))
        self._style, self._margin = style, indent

    def _continue(self, text: str) -> None:
        self._points[-1][1].append(text)

    def points(self) -> tuple[SummaryPoint, ...]:
        """The points so far. One that is nothing but a label has that for its text."""
        return tuple(
            SummaryPoint(label, "\n".join(texts), by) if texts else SummaryPoint("", label, by)
            for label, texts, by in self._points
            if texts or label
        )
