"""Events of the gateway, read so that none of them ends the connection."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


def tolerant(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """`parse` that passes over what it cannot read. Otherwise one odd event, say of a channel of a new kind, would end
    the whole connection, and the process with it."""

    def parse_or_pass(data: Any) -> None:
        try:
            parse(data)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            log.error("passed over a %s that could not be read: %s %s", event, type(error).__name__, error)

    return parse_or_pass
