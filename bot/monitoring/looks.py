"""What monitoring asks the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look at the bot found: whether it is well, and how each part is, in a few words."""

    well: bool
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Looks:
    """What the answers come from: whether the bot is alive, whether it is ready, and the gauges as they are now."""

    health: Callable[[], Awaitable[Finding]]
    readiness: Callable[[], Awaitable[Finding]]
    refresh: Callable[[], Awaitable[None]]
