"""What Discord tells over the gateway, read without falling over it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


def forgiving(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """`parse`, passing over what it cannot read: one odd event, of a channel of a new kind say, would else end the
    whole connection, and the process with it."""

    def parse_or_pass(data: Any) -> None:
        try:
            parse(data)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            log.error("passed over a %s that could not be read: %s %s", event, type(error).__name__, error)

    return parse_or_pass
