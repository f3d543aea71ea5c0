"""Answers about what is kept on a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deletion:
    """Whether to delete all that is kept on who asks, so many pieces of it; or, if `done`, that it is deleted."""

    pieces: int
    done: bool = False
