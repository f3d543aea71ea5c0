"""What a reader of sentences has to know of the papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Facts(Protocol):
    """What is known of the papers that there are."""

    @property
    def today(self) -> date: ...

    @property
    def days(self) -> Sequence[date]:
        """The days with papers, oldest first."""

    async def titled(self, text: str) -> bool:
        """Whether a paper has just this title."""

    async def named(self, name: str) -> bool:
        """Whether a paper is called so: by its id, its title, or the name that its title begins with."""

    async def wrote(self, name: str) -> bool:
        """Whether somebody of that name wrote a paper."""
