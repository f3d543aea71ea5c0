"""Waiting for an answer no longer than the asker does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from bot.core.answer import Answer
from bot.core.errors import notice_of

# Discord wants a first response within 3 s (https://discord.com/developers/docs/interactions/receiving-and-responding);
# half of that leaves room for the network. After it, the token of a deferred interaction is good for 15 minutes.
DEFER_AFTER = 1.5
GIVE_UP_AFTER = 600.0
CLOSE_WITHIN = 1.0  # seconds, for each thing that is closed

T = TypeVar("T")


async def done(task: asyncio.Task[Answer], seconds: float = DEFER_AFTER) -> bool:
    """Whether the answer is there within so many seconds."""
    if not task.done():
        await asyncio.wait({task}, timeout=seconds)
    return task.done()


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


async def close(closing: Callable[[], Awaitable[None]]) -> None:
    """Close something, but wait no longer than CLOSE_WITHIN: who sends SIGTERM soon sends SIGKILL."""
    task = asyncio.ensure_future(closing())
    finished, _ = await asyncio.wait({task}, timeout=CLOSE_WITHIN)
    if finished:
        await task
