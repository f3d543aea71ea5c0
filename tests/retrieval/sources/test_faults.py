"""A source that misbehaves, over a real socket."""

from __future__ import annotations

import asyncio
import errno
import os
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from retrieval.sources.faults import SourceFault
from retrieval.sources.planning import DayState
from retrieval.sources.web import polite
from retrieval.sources.web.polite import Bounds, PoliteClient
from tests.fakes.huggingface import (
    FakeHub,
    Trick,
    cut,
    drop,
    endless,
    half,
    hang,
    html,
    limited,
    record,
    redirect,
    says,
)
from tests.retrieval.sources.fetching import FRIDAY, Fetching, states

KEY = "hf_secret"
DATE = format_datetime(datetime(2026, 11, 21, 3, 0, 55, tzinfo=UTC), usegmt=True)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that waits half a second, and reads 64 kB."""

    def client(*arguments: Any, **options: Any) -> PoliteClient:
        return PoliteClient(*arguments, **options, bounds=Bounds(whole=0.5, body=65_536))

    monkeypatch.setattr(polite, "PoliteClient", client)


PASSING: dict[str, Trick] = {
    "500": html(500),
    "502": html(502),
    "503": html(503),
    "504": html(504),
    "408": html(408),
    "cut body": cut,
    "cut JSON": half,
    "dropped": drop,
    "an object": says({"error": "no"}),
    "a text": says("papers"),
    "null": says(None),
    "a number": says(7),
    "a list of other things": says([1, "two", None, [], {"paper": []}]),
    "a page": says("<html>", "text/html"),
    "nested without end": says("[" * 100_000, "text/plain"),
}


@pytest.mark.parametrize("trick", PASSING.values(), ids=PASSING)
async def test_what_passes_is_asked_for_again_up_to_three_times(fetching: Fetching, trick: Trick) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    fetching.hub.play(FRIDAY, trick, trick)
    report = await fetching.fetch(FRIDAY)
    assert (report.requests, report.failures, states(report)) == (3, [], {FRIDAY: DayState.WRITTEN})
    fetching.path().unlink()
    fetching.hub.play(FRIDAY, trick, trick, trick)
    report = await fetching.fetch(FRIDAY)
    assert (report.requests, len(report.failures), fetching.days()) == (3, 1, [])
    assert all(character.isprintable() for character in report.failures[0].message)
    assert len(report.failures[0].message) < 250


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_what_is_refused_is_not_asked_for_again(fetching: Fetching, status: int) -> None:
    fetching.hub.play(FRIDAY, html(status))
    report = await fetching.fetch(FRIDAY)
    assert [(one.fault, one.detail) for one in report.failures] == [(SourceFault.REFUSED, f"HTTP {status}")]
    assert report.requests == 1


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("trick", "fault", "requests"),
    [(hang, SourceFault.SLOW, 3), (endless, SourceFault.TOO_LARGE, 1)],
    ids=["hanging", "endless"],
)
async def test_time_and_size_are_bounded(fetching: Fetching, trick: Trick, fault: SourceFault, requests: int) -> None:
    fetching.hub.play(FRIDAY, trick, trick, trick)
    report = await fetching.fetch(FRIDAY)
    assert ([one.fault for one in report.failures], report.requests) == ([fault], requests)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"RateLimit": '"api";r=0;t=55', "RateLimit_Policy": '"fixed window";"api";q=500;w=300'}, 55),
        ({"Retry_After": "55"}, 55),
        ({"Retry_After": DATE}, 55),
        ({"Retry_After": "20", "RateLimit": '"api"; r=0; t=55'}, 55),
        ({}, 60),
        ({"Retry_After": "soon", "RateLimit": "?"}, 60),
    ],
)
async def test_a_rate_limit_is_waited_for_in_each_of_its_forms(
    fetching: Fetching, headers: dict[str, str], seconds: float
) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    fetching.hub.play(FRIDAY, limited(**headers))
    await fetching.fetch(FRIDAY)
    assert fetching.days() == [FRIDAY]
    assert seconds <= max(fetching.clock.slept) <= seconds + 3


async def test_the_second_rate_limit_ends_the_fetch_with_the_moment_to_go_on(fetching: Fetching) -> None:
    fetching.hub.days = {day: [record("2611.00001")] for day in ("2026-11-17", "2026-11-18", "2026-11-19")}
    fetching.hub.play("2026-11-18", limited(Retry_After="30"), limited(Retry_After="300"))
    report = await fetching.fetch("2026-11-17")
    assert states(report) == {"2026-11-17": DayState.WRITTEN}
    [failure] = report.failures
    assert failure.until == fetching.clock.now + timedelta(seconds=300)
    assert f"{failure.until:%H:%M:%S} UTC" in failure.message
    assert (await fetching.fetcher().journal()).next == failure.until
    await fetching.fetch("2026-11-17")
    assert fetching.days() == ["2026-11-17", "2026-11-18", "2026-11-19"]


@pytest.mark.parametrize("asked", ["601", "999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
async def test_a_wait_of_more_than_ten_minutes_is_left_to_a_later_run(fetching: Fetching, asked: str) -> None:
    fetching.hub.play(FRIDAY, limited(Retry_After=asked))
    report = await fetching.fetch(FRIDAY)
    assert (report.requests, len(report.failures), fetching.clock.slept) == (1, 1, [])


async def test_requests_begin_a_second_apart(fetching: Fetching) -> None:
    moments: list[float] = []

    async def note(request: Any) -> Any:
        moments.append(fetching.clock.seconds)
        return await says([])(request)

    for day in range(1, 21):
        fetching.hub.play(f"2026-11-{day:02}", note)
    await fetching.fetch("2026-11-01")
    assert moments == [float(number) for number in range(20)]


async def test_a_key_goes_to_its_own_host_and_not_where_that_sends_to(fetching: Fetching) -> None:
    async with FakeHub().served() as elsewhere:
        elsewhere.days[FRIDAY] = [record("2611.00666")]
        fetching.hub.play(FRIDAY, redirect(f"{elsewhere.url}/api/daily_papers?date={FRIDAY}"))
        report = await fetching.fetch(FRIDAY, token=KEY)
        assert [one.fault for one in report.failures] == [SourceFault.REDIRECTED]
        assert elsewhere.asked == []
    assert fetching.hub.headers[0]["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("to", ["javascript:alert(1)", "//evil.example/", "ftp://evil.example", "http://[", ""])
async def test_redirects_to_nowhere_are_refused(fetching: Fetching, to: str) -> None:
    fetching.hub.play(FRIDAY, *[redirect(to)] * 9)
    report = await fetching.fetch(FRIDAY)
    assert [one.fault for one in report.failures] == [SourceFault.REDIRECTED]
    assert report.requests <= 4


async def test_a_redirect_within_the_host_is_followed(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    fetching.hub.play(FRIDAY, redirect(f"/api/daily_papers?date={FRIDAY}&limit=100&p=0"))
    await fetching.fetch(FRIDAY)
    assert fetching.days() == [FRIDAY]


async def test_a_list_whose_second_page_fails_is_not_written_at_all(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(f"2611.{number:05}") for number in range(150)]
    page: Trick = says(fetching.hub.days[FRIDAY][:100])
    fetching.hub.play(FRIDAY, page, *[html(502)] * 3)
    assert (await fetching.fetch(FRIDAY)).failures
    assert fetching.days() == []


async def test_a_server_that_gives_the_first_page_for_ever_ends_by_itself(fetching: Fetching) -> None:
    records = [record(f"2611.{number:05}") for number in range(100)]
    fetching.hub.play(FRIDAY, *[says(records)] * 30)
    report = await fetching.fetch(FRIDAY)
    assert (report.requests, len(fetching.votes())) == (2, 100)


async def test_a_refused_day_does_not_keep_others_from_being_fetched(fetching: Fetching) -> None:
    fetching.hub.days = {day: [record("2611.00001")] for day in ("2026-11-18", FRIDAY)}
    fetching.hub.play("2026-11-19", html(400))
    report = await fetching.fetch("2026-11-18")
    assert (len(report.failures), fetching.days()) == (1, ["2026-11-18", FRIDAY])
    journal = await fetching.fetcher().journal()
    assert (journal.last_success, journal.failing_since) == (fetching.clock.now, None)
    assert journal.last_error


async def test_a_source_that_is_away_is_not_asked_for_every_day(fetching: Fetching) -> None:
    fetching.hub.url = "http://127.0.0.1:9"
    report = await fetching.fetch("2026-01-01")
    assert (report.requests, len(report.failures)) == (6, 2)
    journal = await fetching.fetcher().journal()
    assert journal.failing_since == fetching.clock.now
    assert journal.last_error
    assert journal.last_error.fault is SourceFault.UNREACHABLE


async def test_a_full_disk_ends_the_fetch_and_leaves_the_old_file(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", votes=5)]
    await fetching.fetch(FRIDAY)
    before = fetching.text()
    fetching.hub.days[FRIDAY] = [record("2611.00001", votes=6)]

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        report = await fetching.fetch(FRIDAY)
    assert [one.fault for one in report.failures] == [SourceFault.UNWRITABLE]
    assert "No space left on device" in report.failures[0].message
    assert fetching.text() == before
    assert sorted(path.name for path in fetching.folder.iterdir() if "part" in path.name) == []
    await fetching.fetch(FRIDAY)
    assert fetching.votes() == {"2611.00001": 6}


async def test_nine_days_with_a_fault_each_are_all_there_in_the_end(fetching: Fetching) -> None:
    days = [f"2026-11-{day:02}" for day in range(12, 21)]
    fetching.hub.days = {day: [record(f"2611.{int(day[-2:]):05}")] for day in days}
    page = says("<html>", "text/html")
    tricks = [html(500), html(504), cut, half, drop, says({}), limited(Retry_After="5"), html(502), page]
    for day, trick in zip(days, tricks, strict=True):
        fetching.hub.play(day, trick)
    report = await fetching.fetch(days[0])
    assert (report.failures, fetching.days()) == ([], days)
    assert report.requests == 18


async def test_two_that_fetch_at_once_write_no_day_twice(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    outcomes = await asyncio.gather(*(fetching.fetch(FRIDAY) for _ in range(2)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["FetchReport", "SourceError"]
    assert len(fetching.hub.asked) == 1
