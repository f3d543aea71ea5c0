"""Feels the event loop: how late it is, and that it still turns."""

from __future__ import annotations

import asyncio
import time

from bot.monitoring.metrics import LAG
from bot.monitoring.systemd import ALIVE, notify, watchdog_seconds

_EVERY = 0.5  # seconds


async def beat() -> None:
    """Measure how late the event loop is, and tell systemd's watchdog that it turns, until cancelled."""
    alive_every, told = watchdog_seconds() / 3, time.monotonic()
    every = min(_EVERY, alive_every or _EVERY)
    while True:
        before = time.monotonic()
        await asyncio.sleep(every)
        now = time.monotonic()
        LAG.observe(max(0.0, now - before - every))
        if alive_every and now - told >= alive_every:
            notify(ALIVE)
            told = now
