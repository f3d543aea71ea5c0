"""The server that somebody asks in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The server that somebody asks in, and its channels by id, as they are called now; `manages`: they may see and
    change what its channels follow."""

    guild_id: int | None
    channels: Mapping[int, str]
    manages: bool
