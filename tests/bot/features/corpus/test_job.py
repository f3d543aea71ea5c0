"""The daily papers in a running bot: fetched by themselves, and news once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from retrieval.sources.fetcher import Fetcher, SourceSettings
from retrieval.sources.planning import Span
from retrieval.sources.web.timing import Timing
from tests.bot.desk import Desk, copy_seeds, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import texts
from tests.conftest import Clock
from tests.fakes.huggingface import FakeHub, hang, html, record
from tests.retrieval.sources.fetching import Saying

pytestmark = pytest.mark.simcord(shard_count=1)

DAY = "2024-06-14"
"""The day after the newest seed; on the desk it is noon of that day."""


async def at_once(seconds: float) -> None:
    await asyncio.sleep(0)


@pytest.fixture
async def hub(clock: Clock) -> AsyncIterator[FakeHub]:
    hub = FakeHub(now=clock)
    async with hub.served():
        yield hub


@pytest.fixture
def fetcher(tmp_path: Path, clock: Clock, hub: FakeHub) -> Fetcher:
    settings = SourceSettings(tmp_path / "fetched", (tmp_path / "digests",), True, hub.url)
    return Fetcher(settings, Timing(now=clock, monotonic=lambda: 0.0, sleep=at_once))


@pytest.fixture
async def growing(tmp_path: Path, clock: Clock, state: State, fetcher: Fetcher) -> AsyncIterator[App]:
    digests = copy_seeds(tmp_path / "digests")
    library = await Library.open(":memory:", [digests], fetched=tmp_path / "fetched", now=clock)
    yield App(library, state, clock, FEATURES, fetcher)
    await library.close()


@pytest.fixture
def simcord_bot(growing: App) -> Paperbot:
    return Paperbot(growing, EXTENSIONS)


async def fetched(desk: Desk) -> None:
    """Look, wait for the fetch that this begins, and look again as the scheduler does then."""
    await desk.look()
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "fetch"))
    await desk.look()


async def test_a_new_day_reaches_the_corpus_a_follow_and_a_daily_post_once(desk: Desk, hub: FakeHub) -> None:
    await fetched(desk)
    await follow(desk, "tokamak plasma")
    await set_up(desk)
    hub.days[DAY] = [record("2406.99001", "Tokamak Plasma Control", 42), record("2406.99002", "Another One", 7)]
    desk.clock.now += timedelta(days=1)
    for _ in range(3):
        await fetched(desk)
        desk.clock.now += timedelta(hours=6)
    [alert] = alerts(desk)
    assert "Tokamak Plasma Control" in said(alert)
    [post] = desk.posts()
    assert "Tokamak Plasma Control" in said(post)
    paper = await desk.bot.app.library.paper("2406.99001")
    assert paper
    assert paper.latest.votes == 42


async def test_a_new_day_is_taken_up_with_its_summaries(desk: Desk, hub: FakeHub, fetcher: Fetcher) -> None:
    fetcher.summarizer = Saying()
    await fetched(desk)
    await set_up(desk)
    hub.days[DAY] = [record("2406.99001", "Tokamak Plasma Control", 42)]
    desk.clock.now += timedelta(days=1)

    await fetched(desk)

    assert len(desk.posts()) == 1
    paper = await desk.bot.app.library.paper("2406.99001")
    assert paper
    assert paper.points[0].by == "gpt-4o-mini"


async def test_votes_that_rise_later_are_taken_up_and_are_no_news(desk: Desk, hub: FakeHub) -> None:
    await fetched(desk)
    await follow(desk, "tokamak plasma")
    desk.clock.now += timedelta(days=1)
    for votes in (5, 50):
        hub.days[DAY] = [record("2406.99001", "Tokamak Plasma Control", votes)]
        await fetched(desk)
        desk.clock.now += timedelta(days=1)
    assert len(alerts(desk)) == 1
    paper = await desk.bot.app.library.paper("2406.99001")
    assert paper
    assert paper.latest.votes == 50


async def test_a_backfill_is_silent_even_of_the_newest_days(desk: Desk, hub: FakeHub, fetcher: Fetcher) -> None:
    await fetched(desk)
    await follow(desk, "tokamak plasma")
    await set_up(desk)
    later = desk.clock.now + timedelta(days=60)
    days = [(later.date() - timedelta(days=number)).isoformat() for number in range(1, 50)]
    hub.days = {day: [record(f"2407.{index:05}", "Tokamak Plasma Control")] for index, day in enumerate(days)}
    hub.now = lambda: later
    backfill = Fetcher(fetcher.settings, Timing(now=hub.now, monotonic=lambda: 0.0, sleep=at_once))
    report = await backfill.fetch(Span(since=later.date() - timedelta(days=49)))
    desk.clock.now = later  # only now: a fetch that the bot began by itself meanwhile would have kept the other out
    assert len(report.days) == 49
    await desk.bot.app.library.reload()
    await fetched(desk)
    assert (alerts(desk), desk.posts()) == ([], [])
    hub.days[desk.clock.now.date().isoformat()] = [record("2407.99001", "Tokamak Plasma Anew")]
    desk.clock.now += timedelta(days=1)
    await fetched(desk)
    assert "Tokamak Plasma Anew" in said(*alerts(desk))
    assert "Tokamak Plasma Anew" in said(*desk.posts())


async def test_a_source_out_of_order_for_hours_costs_a_line_in_the_log(
    desk: Desk, hub: FakeHub, caplog: pytest.LogCaptureFixture
) -> None:
    await fetched(desk)
    desk.clock.now += timedelta(days=1)
    hub.days[DAY] = [record("2406.99001")]
    hub.play(DAY, *[html(503)] * 30)
    for _ in range(100):
        await fetched(desk)
        desk.clock.now += timedelta(minutes=5)
    assert caplog.text.count("cannot be fetched for now") == 1
    assert caplog.text.count("can be fetched again") == 0 or await desk.bot.app.library.paper("2406.99001")
    assert "Traceback" not in caplog.text
    assert len(hub.asked) < 60


async def test_the_status_tells_since_when_a_source_fails_and_when_it_is_asked_again(desk: Desk, hub: FakeHub) -> None:
    await fetched(desk)
    desk.clock.now += timedelta(days=1)
    hub.play(DAY, *[html(503)] * 3)
    await fetched(desk)
    status = texts(await desk.server.admin.slash(desk.server.channel, "corpus status"))
    for said_there in (
        "Newest digest: 2 days ago",
        "Not to be had since 2024-06-15 03:00 UTC",
        "out of order (HTTP 503)",
        "Next fetch: 2024-06-15 03:15 UTC",
    ):
        assert said_there in status


async def test_an_outage_of_two_days_is_told_once_to_who_set_up_a_daily_post(desk: Desk, hub: FakeHub) -> None:
    await set_up(desk)
    for day in ("2024-06-14", "2024-06-15", "2024-06-16", "2024-06-17"):
        hub.play(day, *[html(503)] * 300)
    desk.clock.now += timedelta(days=1)
    for hours in range(0, 72, 3):
        await fetched(desk)
        assert len(desk.reports()) == (hours >= 48)
        desk.clock.now += timedelta(hours=3)
    [report] = desk.reports()
    assert "No new papers could be fetched from Hugging Face since 2024-06-15 03:00 UTC" in report


async def test_nothing_waits_for_a_source_that_hangs(desk: Desk, hub: FakeHub) -> None:
    await fetched(desk)
    await set_up(desk)
    desk.clock.now += timedelta(days=1)
    hub.play(DAY, hang)
    await desk.publish("2024-06-14")
    hub.play("2024-06-15", hang)
    desk.clock.now += timedelta(days=1)
    await desk.look()
    assert len(desk.posts()) == 1
    [task] = [task for task in asyncio.all_tasks() if task.get_name() == "fetch"]
    task.cancel()


async def test_a_fault_that_nobody_thought_of_ends_neither_the_bot_nor_later_fetches(
    desk: Desk, hub: FakeHub, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await fetched(desk)
    desk.clock.now += timedelta(days=1)
    hub.days[DAY] = [record("2406.99001")]

    async def fails(span: Span) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Fetcher, "fetch", lambda self, span: fails(span))
        await fetched(desk)
    assert "it is tried again" in caplog.text
    desk.clock.now += timedelta(minutes=16)
    await fetched(desk)
    assert await desk.bot.app.library.paper("2406.99001")
