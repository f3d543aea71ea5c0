"""What an event of Discord sets off: one id leads through all that is logged of it, whichever task does the work."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

_CURRENT: ContextVar[Call | None] = ContextVar("call", default=None)


@dataclass(slots=True)
class Call:
    """One event, and what comes of it. The id is drawn by lot: it leads to nobody."""

    id: str = field(default_factory=lambda: secrets.token_hex(4))


def current() -> Call | None:
    """The call that is being answered here; None where nobody called."""
    return _CURRENT.get()


@contextmanager
def calling(call: Call) -> Iterator[None]:
    """What is begun inside, tasks and threads included, belongs to `call`."""
    token = _CURRENT.set(call)
    try:
        yield
    finally:
        _CURRENT.reset(token)
