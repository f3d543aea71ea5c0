"""What is done without being asked: each job by itself, a few at a time."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest

from bot.core.scheduler import AT_ONCE, RETRY_AFTER, Pace, Scheduler, bounded_gather
from retrieval.library import Library
from tests.conftest import Clock


async def test_a_job_that_fails_is_tried_again_and_holds_up_no_other(clock: Clock) -> None:
    later, done = clock.now + timedelta(hours=1), []

    async def job(outcome: datetime | Exception | None) -> datetime | None:
        if isinstance(outcome, Exception):
            raise outcome
        done.append(outcome)
        return outcome

    again = await bounded_gather([job(RuntimeError("a fault")), job(later), job(None)], clock)
    assert again == [clock.now + RETRY_AFTER, later]
    assert done == [later, None]


async def test_only_a_few_jobs_are_done_at_the_same_time(clock: Clock) -> None:
    running, most = 0, 0

    async def job() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    await bounded_gather([job() for _ in range(3 * AT_ONCE)], clock)
    assert most == AT_ONCE


async def test_a_fault_in_one_job_does_not_end_the_scheduler(
    library: Library, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    done = []

    async def broken() -> datetime | None:
        raise RuntimeError("boom")

    async def working() -> datetime | None:
        done.append(clock.now)
        return None

    scheduler = Scheduler(library, clock, [broken, working])
    assert await scheduler.look() == clock.now + RETRY_AFTER
    assert done == [clock.now]
    assert "boom" in caplog.text


async def test_the_digests_are_read_again_as_often_as_the_pace_says(library: Library, clock: Clock) -> None:
    scheduler = Scheduler(library, clock, [], Pace(every=timedelta(seconds=20)))
    with patch.object(library, "reload", side_effect=library.reload) as reload:
        assert await scheduler.look() == clock.now + timedelta(seconds=20)
        assert reload.call_count == 0
        clock.now += timedelta(seconds=20)
        assert await scheduler.look() == clock.now + timedelta(seconds=20)
        assert reload.call_count == 1
