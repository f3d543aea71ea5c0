"""What is waited for no longer than there is time."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.deadlines import within


async def test_work_that_is_slow_to_end_is_not_waited_for_beyond_its_time() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await ended.wait()

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(within(0.01, work()), 5)
    ended.set()


async def test_what_work_gives_or_raises_within_its_time_is_passed_on() -> None:
    async def work(fault: Exception | None) -> str:
        if fault:
            raise fault
        return "done"

    assert await within(5, work(None)) == "done"
    with pytest.raises(KeyError):
        await within(5, work(KeyError("no")))
