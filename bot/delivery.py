"""Getting an answer made, and to Discord, within its times."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

import aiohttp
import discord

from bot.answer import Answer
from bot.errors import notice_of

log = logging.getLogger(__name__)

# Discord wants a first response within 3 s (https://discord.com/developers/docs/interactions/receiving-and-responding);
# half of that leaves room for the network. After it, the token of a deferred interaction is good for 15 minutes.
DEFER_AFTER = 1.5
GIVE_UP_AFTER = 600.0
SEND_ATTEMPTS = 3
MAX_RETRY_AFTER = 5.0
_ALREADY_ACKNOWLEDGED = 40060
_TOO_MANY_REQUESTS = 429
_REFUSED_CONTENT = (400, 413)

T = TypeVar("T")


async def done(task: asyncio.Task[Answer], seconds: float = DEFER_AFTER) -> bool:
    """Whether the answer is there within so many seconds."""
    finished, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(finished)


async def outcome(task: asyncio.Task[Answer]) -> Answer:
    """The answer, or the sentence that says why there is none."""
    if not await done(task, GIVE_UP_AFTER):
        task.cancel()
        return notice_of(TimeoutError(f"no answer within {GIVE_UP_AFTER:.0f} s"))
    error = task.exception()
    return notice_of(error) if error else task.result()


async def within(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    """What `work` gives; TimeoutError after so many seconds, even where it is slow to take its cancellation, as what
    waits for a locked database is."""
    task = asyncio.create_task(work)
    finished, _ = await asyncio.wait({task}, timeout=seconds)
    if not finished:
        task.cancel()
        task.add_done_callback(lambda late: late.cancelled() or late.exception())  # else it would be logged
        raise TimeoutError
    return task.result()


async def deliver(call: Callable[[], Awaitable[object]]) -> bool:
    """Make a call to Discord, again where it was lost on the way. An acknowledgement that came through although its
    own answer was lost is refused the second time: that is success. False where Discord does not take what is said,
    so that something else may be said in its place."""
    for attempt in range(1, SEND_ATTEMPTS + 1):
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
