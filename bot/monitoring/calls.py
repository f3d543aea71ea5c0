"""What an event of Discord sets off: one id leads through all that is logged of it, whichever task does the work."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

_CURRENT: ContextVar[Call | None] = ContextVar("call", default=None)

UNNAMED: Final = "unknown"


@dataclass(slots=True)
class Call:
    """One event, and what comes of it. The id is drawn by lot: it leads to nobody.

    `kind` is `command`, `press`, `autocomplete` or `message`, "" where nobody waits for an answer; `command` what
    answers it, as the program names it; `outcome` that of the answer drawn last, "" before there is one.
    """

    kind: str = ""
    id: str = field(default_factory=lambda: secrets.token_hex(4))
    began: float = field(default_factory=time.perf_counter)
    command: str = UNNAMED
    outcome: str = ""
    was_cut: bool = False
    was_deferred: bool = False
    acknowledged: bool = False
    answered: bool = False

    @property
    def seconds(self) -> float:
        """How long ago it came."""
        return time.perf_counter() - self.began


def current() -> Call | None:
    """The call that is being answered here; None where nobody called."""
    return _CURRENT.get()


def answered_by(command: str) -> None:
    """Say what answers the present call: a name in the program, of which there are few, never one that came in."""
    if call := current():
        call.command = command


@contextmanager
def calling(call: Call) -> Iterator[None]:
    """What is begun inside, tasks and threads included, belongs to `call`."""
    token = _CURRENT.set(call)
    try:
        yield
    finally:
        _CURRENT.reset(token)
