"""Several processes on one state: each thing is done once, and what one changed is seen by all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.state import State
from bot.state.alerts import Batch
from bot.state.deliveries import Claim
from bot.state.follows import MAX_FOLLOWS, Owner
from bot.state.saved import SavedPaper
from bot.state.schedules import MAX_SCHEDULES, Schedule
from bot.state.settings import FRESH_FOR_S
from tests.conftest import Clock
from tests.stating import execute

PROCESSES = 4
DAY = date(2024, 6, 14)


class Seconds:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
async def states(place: Path | URL | str, tmp_path: Path, seconds: Seconds) -> AsyncIterator[list[State]]:
    """The state as each of the processes has it."""
    shared = place if isinstance(place, URL) else tmp_path / "state.db"
    found = [State(shared, seconds) for _ in range(PROCESSES)]
    yield found
    for state in found:
        await state.close()


def schedule(clock: Clock, channel_id: int = 1) -> Schedule:
    return Schedule(
        channel_id, 2, 540, "Asia/Seoul", 5, None, False, "ko", DAY - timedelta(days=1), clock.now, user_id=7
    )


async def test_of_all_that_claim_a_post_one_gets_it(states: list[State], clock: Clock) -> None:
    for channel_id in range(8):
        assert await states[0].schedules.set(schedule(clock, channel_id))
    outcomes = await asyncio.gather(
        *(
            state.schedules.claim(channel_id, DAY, f"process {number}", clock.now)
            for channel_id in range(8)
            for number, state in enumerate(states)
        )
    )
    claims = [one for one in outcomes if isinstance(one, Claim)]
    assert sorted(claim.target for claim in claims) == list(range(8))
    assert {one for one in outcomes if not isinstance(one, Claim)} == {clock.now + timedelta(seconds=30)}


async def test_a_claim_whose_process_died_goes_to_one_other(states: list[State], clock: Clock) -> None:
    await states[0].schedules.set(schedule(clock))
    await states[0].schedules.claim(1, DAY, "killed", clock.now)
    clock.now += timedelta(seconds=31)
    outcomes = await asyncio.gather(*(state.schedules.claim(1, DAY, "another", clock.now) for state in states))
    [claim] = [one for one in outcomes if isinstance(one, Claim)]
    assert claim.attempt == 2
    await states[1].schedules.done(1, DAY)
    assert [await state.schedules.claim(1, DAY, "late", clock.now) for state in states] == [None] * PROCESSES


async def test_new_papers_wait_once_and_one_process_sends_them(states: list[State], clock: Clock) -> None:
    await states[0].alerts.mark_seen(["2406.00001"])
    await states[0].follows.add(Owner(7), "author:Hopper", "ko")
    [follow] = await states[0].follows.all()
    papers = ["2406.14001", "2406.14002"]
    assert await states[1].alerts.unseen(["2406.00001", *papers]) == papers
    matches = [(follow.id, paper) for paper in papers]
    await asyncio.gather(*(state.alerts.mark_seen(papers, matches) for state in states))
    assert await execute(states[0], "SELECT count(*) FROM alerts") == [(2,)]
    [waiting] = await states[0].alerts.waiting(DAY)
    claims = (state.alerts.claim(waiting.mailbox_id, DAY, "a process", clock.now) for state in states)
    [batch] = [one for one in await asyncio.gather(*claims) if isinstance(one, Batch)]
    assert batch.papers == (("author:Hopper", ("2406.14002", "2406.14001")),)
    await states[1].alerts.done(batch, DAY)
    assert await states[2].alerts.waiting(DAY) == []


async def test_limits_hold_for_all_processes_together(states: list[State], clock: Clock) -> None:
    schedules = (
        states[number % PROCESSES].schedules.set(schedule(clock, number)) for number in range(MAX_SCHEDULES + 4)
    )
    assert sum(await asyncio.gather(*schedules)) == MAX_SCHEDULES
    for number in range(MAX_FOLLOWS - 1):
        await states[0].follows.add(Owner(7), f"query {number}", "ko")
    follows = (state.follows.add(Owner(7), f"query of {number}", "ko") for number, state in enumerate(states))
    assert sorted(map(str, await asyncio.gather(*follows))) == ["None", "None", "None", "True"]


async def test_what_many_change_at_once_is_all_there(states: list[State], clock: Clock) -> None:
    """Each is tried again until it came through, so that nothing that was said to be saved is lost."""
    papers = [SavedPaper(f"2406.{number:05}", "A title", clock.now) for number in range(24)]
    turns = [states[number % PROCESSES] for number in range(len(papers))]
    kept = (state.saved.add(7, paper) for state, paper in zip(turns, papers, strict=True))
    settings = (state.settings.set_per_page(number, 5) for number, state in enumerate(turns))
    assert all(await asyncio.gather(*kept))
    await asyncio.gather(*settings)
    assert {one.arxiv_id for one in await states[0].saved.of(7)} == {paper.arxiv_id for paper in papers}
    for number in range(len(turns)):
        assert (await states[3].settings.of(0, number))[1].per_page == 5


async def test_what_one_changed_is_seen_by_itself_at_once_and_by_the_others_within_a_second(
    states: list[State], seconds: Seconds
) -> None:
    one, other, *_ = states
    assert (await other.settings.of(7, 2))[0].language is None
    await one.settings.set_language(7, "ko")
    await one.settings.set_per_page(2, 3)
    assert (await one.settings.of(7, 2))[0].language == "ko"
    seconds.now += FRESH_FOR_S
    user, server = await other.settings.of(7, 2)
    assert (user.language, server.per_page) == ("ko", 3)
    await other.privacy.forget(7)
    assert (await other.settings.of(7, 2))[0].language is None
    seconds.now += FRESH_FOR_S
    assert (await one.settings.of(7, 2))[0].language is None


async def test_settings_are_read_once_a_second_at_most(states: list[State], seconds: Seconds) -> None:
    state = states[0]
    await state.settings.of(7, 2)
    await execute(state, "INSERT INTO server_settings (guild_id, language) VALUES (2, 'en')")
    seconds.now += FRESH_FOR_S * 0.9
    assert (await state.settings.of(7, 2))[1].language is None
    seconds.now += FRESH_FOR_S
    assert (await state.settings.of(7, 2))[1].language == "en"


async def test_reports_are_taken_by_one(states: list[State], clock: Clock) -> None:
    await states[0].schedules.set(schedule(clock))
    await states[0].schedules.unreported(1, "channel")
    taken = await asyncio.gather(*(state.schedules.take_unreported(2) for state in states))
    assert sorted(map(len, taken)) == [0, 0, 0, 1]
