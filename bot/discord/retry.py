"""Repeating a call to Discord that was lost on the way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

import aiohttp
import discord

log = logging.getLogger(__name__)

PAUSES = (0.25, 0.5, 1.0)
"""Seconds before each further attempt: Discord waits three for a first response."""
MAX_RETRY_AFTER = 5.0
_ALREADY_ACKNOWLEDGED = 40060
_TOO_MANY_REQUESTS = 429
_REFUSED_CONTENT = (400, 413)


async def deliver(call: Callable[[], Awaitable[object]]) -> bool:
    """Make a call to Discord, and repeat it where it was lost on the way.

    Discord refuses a second acknowledgement where the first came through and only its answer was lost: that is success.
    False where Discord refuses what the reply says, so that the caller can say something else in its place.
    """
    for attempt, pause in enumerate((*PAUSES, 0.0), 1):
        try:
            await call()
            return True
        except discord.HTTPException as error:
            if error.code == _ALREADY_ACKNOWLEDGED:
                return True
            if error.status == _TOO_MANY_REQUESTS:
                await asyncio.sleep(min(_retry_after(error), MAX_RETRY_AFTER))
            elif not isinstance(error, discord.DiscordServerError):
                log.error("Discord refused a reply: %s", error)
                return error.status not in _REFUSED_CONTENT
            else:
                await asyncio.sleep(pause)
            log.warning("Discord failed on a reply (attempt %d): %s", attempt, error)
        except discord.InteractionResponded:
            return True
        except (aiohttp.ClientError, OSError) as error:
            log.warning("a reply was lost on the way (attempt %d): %s", attempt, error)
    return True


def _retry_after(error: discord.HTTPException) -> float:
    """How many seconds a rate limit asks to wait. discord.py itself waits only for those that Discord's proxies set."""
    try:
        return float(error.response.headers.get("Retry-After", 1))
    except ValueError:
        return 1.0
