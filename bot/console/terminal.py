"""`Answer` → text on a terminal, or plain text where there is none."""

from __future__ import annotations

from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.core.answer import Answer, Document
from bot.rendering.blocks import Block, Limits, Line, LineKind, RenderOptions
from bot.rendering.language import Language
from bot.rendering.plain import visible

_MAX_WIDTH = 110  # columns: longer lines are hard to follow
_LIMITS = Limits()
_STYLE = {LineKind.HEADING: "bold cyan", LineKind.SMALL: "dim"}
_INDENT = {LineKind.BULLET: 2, LineKind.NESTED: 4}


class Terminal:
    """Prints answers. On a terminal it wraps and colours them; into a pipe each line stays one line."""

    def __init__(self, language: Language, file: IO[str] | None = None) -> None:
        self._language = language
        self._console = Console(file=file, highlight=False, markup=False, emoji=False)
        if self._console.is_terminal:
            self._console.width = min(self._console.width, _MAX_WIDTH)

    def show(self, answer: Answer, language: Language | None = None) -> None:
        """Print an answer, in another language than the terminal's where one is given."""
        before: Block | None = None
        for block in answer.render(RenderOptions(language or self._language, _LIMITS)):
            if before and not (before.flows and block.flows):
                self._console.print()
            self._print(block)
            before = block
        if isinstance(answer, Document):
            self._console.print(Text(visible(answer.file.content.decode(errors="replace"))), soft_wrap=True)
        if answer.links:
            self._console.print()
        for url in answer.links:
            self._console.print(Text(url, "dim"), soft_wrap=True)
        self._console.print()

    def _print(self, block: Block) -> None:
        for line in block.lines:
            text = _text(line)
            if self._console.is_terminal:
                indent = _INDENT.get(line.kind, 0)
                self._console.print(Padding(text, (0, 0, 0, indent), expand=False))
            else:
                self._console.print(text, soft_wrap=True)


_LEAD = {LineKind.BULLET: "• ", LineKind.NESTED: "  - "}


def _text(line: Line) -> Text:
    # What a digest holds must not drive the terminal: no control characters get through.
    text = Text(_LEAD.get(line.kind, ""), style=_STYLE.get(line.kind, ""))
    for run in line.runs:
        style = " ".join(filter(None, ("bold" if run.bold else "", f"link {run.url}" if run.url else "")))
        text.append(visible(run.text), style)
    return text
