"""Where a reader is: the list that a reply shows, or that the paper in it was opened from; or one paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from retrieval.lazy_regex import lazy_regex

PAPER: Final = "paper"
"""The kind of the location of one paper, whose text is its arXiv id."""

_CODE = lazy_regex(r"([a-z]+):(\d{1,6})(?:\+(\d{1,3}))?:(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Location:
    """A list that can be opened again: `kind` names its route, `text` is the query, day, period, arXiv id, question or
    term that it answers, and `page` (from 1) the page of it. `said` is the sentence that asked for it, "" where it was
    asked for in no sentence; the code has room for one of at most 999 characters."""

    kind: str
    text: str
    page: int = 1
    said: str = ""

    @property
    def code(self) -> str:
        """The location as one string, which `decode` understands."""
        said = f"+{len(self.said)}" if self.said else ""
        return f"{self.kind}:{self.page}{said}:{self.said}{self.text}"

    def turned(self, page: int) -> Location:
        return replace(self, page=page)

    def unsaid(self) -> Location:
        """The location without the sentence that asked for it."""
        return replace(self, said="")


def decode(code: str) -> Location | None:
    """The location that `code` stands for; None where it stands for none."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    length = int(match[3] or 0)
    return Location(match[1], match[4][length:], int(match[2]), match[4][:length])
