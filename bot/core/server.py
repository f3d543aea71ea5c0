"""The server that somebody asks in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Server:
    """A server and its channels by id, as they are called now. `guild_id` is None outside servers. `managed`: who asks
    manages it, and may see and change what its channels get."""

    guild_id: int | None
    channels: Mapping[int, str]
    managed: bool
