"""Waiting without sleeping or polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds a test waits for what should happen at once: only a bot that is stuck meets it."""


class Bell:
    """Rung at every change of the fake's state; waiters then look again."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(self, look: Callable[[], T | None], timeout: float = PATIENCE) -> T:
        """What `look` returns once that is not None; TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while (found := look()) is None:
                future = asyncio.get_running_loop().create_future()
                self._waiting.add(future)
                await future
        return found
