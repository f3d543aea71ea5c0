"""What is done without being asked: each job by itself, a few at a time."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.core.scheduler import AFTER_A_FAULT, AT_ONCE, in_turns
from tests.conftest import Clock


async def test_a_job_that_fails_is_tried_again_and_holds_up_no_other(clock: Clock) -> None:
    later, done = clock.now + timedelta(hours=1), []

    async def job(outcome: datetime | Exception | None) -> datetime | None:
        if isinstance(outcome, Exception):
            raise outcome
        done.append(outcome)
        return outcome

    again = await in_turns([job(RuntimeError("a fault")), job(later), job(None)], clock)
    assert again == [clock.now + AFTER_A_FAULT, later]
    assert done == [later, None]


async def test_only_a_few_jobs_are_done_at_the_same_time(clock: Clock) -> None:
    running, most = 0, 0

    async def job() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    await in_turns([job() for _ in range(3 * AT_ONCE)], clock)
    assert most == AT_ONCE
