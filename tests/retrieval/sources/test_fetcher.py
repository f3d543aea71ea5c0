from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from retrieval.digests.files import digest_files
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.planning import DayState
from retrieval.sources.whole_files import sole_writer
from tests.fakes.huggingface import record
from tests.retrieval.sources.fetching import FRIDAY, Fetching, span, states

KOREAN = """## Daily Papers ({0})

### [Old Paper](https://arxiv.org/abs/2611.00001)

Vote: 3

Authors: Ann Author

- ***What's New***: 이 논문은 새로운 방법을 제안합니다.
- ***Technical Details***: 자세한 내용은 다음과 같습니다.
"""


async def test_a_fetched_day_is_a_digest_without_warnings(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", "One", 5), record("2611.00002", "Two", 9)]
    report = await fetching.fetch()
    assert [(day.papers, day.added, day.state) for day in report.days if day.file] == [(2, 2, DayState.WRITTEN)]
    digest = fetching.digest()
    assert [(entry.arxiv_id, entry.title, entry.votes) for entry in digest.entries] == [
        ("2611.00002", "Two", 9),
        ("2611.00001", "One", 5),
    ]
    [entry, _] = digest.entries
    assert entry.authors == ("Ann Author", "Bo Author")
    assert entry.media is not None
    assert [(point.label, point.text) for point in entry.points] == [
        ("Abstract", "We present Two. It is better than everything that was there before it.")
    ]
    assert digest.warnings == ()


async def test_without_days_the_last_week_is_asked_for_oldest_first(fetching: Fetching) -> None:
    await fetching.fetch()
    assert fetching.hub.asked == [f"2026-11-{day} p=0" for day in range(14, 21)]


async def test_the_first_day_is_the_one_after_the_newest_digest(fetching: Fetching) -> None:
    (fetching.others / "2026-11-18.md").write_text(KOREAN.format("2026-11-18"))
    await fetching.fetch()
    assert fetching.hub.asked == ["2026-11-19 p=0", "2026-11-20 p=0"]


async def test_a_digest_dated_in_the_future_does_not_end_all_fetching(fetching: Fetching) -> None:
    (fetching.others / "2062-11-18.md").write_text(KOREAN.format("2062-11-18"))
    await fetching.fetch()
    assert len(fetching.hub.asked) == 7


async def test_a_day_that_failed_is_fetched_later_however_long_that_takes(fetching: Fetching) -> None:
    fetching.hub.days["2026-11-16"] = [record("2611.00001")]
    (fetching.others / "2026-11-15.md").write_text(KOREAN.format("2026-11-15"))
    hub, fetching.hub.url = fetching.hub.url, "http://127.0.0.1:9"
    assert (await fetching.fetch()).failures
    fetching.clock.now += timedelta(days=30)
    fetching.hub.url = hub
    fetching.hub.now = lambda: fetching.clock.now
    await fetching.fetch()
    assert fetching.days() == ["2026-11-16"]


@pytest.mark.parametrize(("minute", "newest"), [(29, "2026-11-19"), (30, "2026-11-20")])
async def test_a_day_is_left_until_it_is_settled(fetching: Fetching, minute: int, newest: str) -> None:
    fetching.clock.now = datetime(2026, 11, 21, 0, minute, tzinfo=UTC)
    fetching.hub.days = {day: [record("2611.00001")] for day in ("2026-11-19", "2026-11-20", "2026-11-21")}
    await fetching.fetch()
    assert fetching.days()[-1] == newest
    await fetching.fetch("2026-11-20", "2026-11-25")
    assert fetching.days()[-1] == newest


async def test_a_day_without_papers_gets_no_file_and_is_asked_for_again_while_it_is_fresh(fetching: Fetching) -> None:
    report = await fetching.fetch(FRIDAY)
    assert states(report) == {FRIDAY: DayState.EMPTY}
    assert fetching.days() == []
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    assert fetching.days() == [FRIDAY]


async def test_a_resumed_backfill_asks_neither_for_days_on_disk_nor_for_weekends(fetching: Fetching) -> None:
    fetching.hub.days["2026-10-02"] = [record("2610.00001")]
    await fetching.fetch("2026-10-02", "2026-10-04")
    fetching.hub.asked.clear()
    report = await fetching.fetch("2026-10-02", "2026-10-05")
    assert fetching.hub.asked == ["2026-10-05 p=0"]
    assert states(report) == {
        "2026-10-02": DayState.KEPT,
        "2026-10-03": DayState.EMPTY,
        "2026-10-04": DayState.EMPTY,
        "2026-10-05": DayState.EMPTY,
    }


async def test_votes_rise_and_late_papers_join_but_votes_never_fall(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", "One", 5), record("2611.00002", "Two", 9)]
    await fetching.fetch()
    fetching.hub.days[FRIDAY] = [record("2611.00001", "One", 8), record("2611.00002", "Two", 2), record("2611.00003")]
    report = await fetching.fetch()
    assert [(day.added, day.updated, day.state) for day in report.days if day.file] == [(1, 1, DayState.UPDATED)]
    assert fetching.votes() == {"2611.00001": 8, "2611.00002": 9, "2611.00003": 5}


async def test_days_beyond_the_refresh_are_not_asked_for_again(fetching: Fetching) -> None:
    fetching.hub.days = {day: [record("2611.00001")] for day in ("2026-11-18", "2026-11-19", FRIDAY)}
    await fetching.fetch()
    fetching.hub.asked.clear()
    await fetching.fetch(refresh_days=2)
    assert fetching.hub.asked[-2:] == ["2026-11-19 p=0", "2026-11-20 p=0"]
    assert "2026-11-18 p=0" not in fetching.hub.asked


async def test_a_file_that_stays_equal_is_not_touched(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    before = fetching.path().stat()
    report = await fetching.fetch()
    assert DayState.UNCHANGED in states(report).values()
    after = fetching.path().stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


async def test_the_same_papers_in_any_order_give_the_same_bytes(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(f"2611.{number:05}", votes=number % 7) for number in range(150)]
    await fetching.fetch()
    first = fetching.path().read_bytes()
    fetching.path().unlink()
    fetching.hub.days[FRIDAY].reverse()
    await fetching.fetch()
    assert fetching.path().read_bytes() == first


async def test_a_paper_goes_only_when_it_is_missing_twice_in_succession(fetching: Fetching) -> None:
    both = [record("2611.00001"), record("2611.00002")]
    fetching.hub.days[FRIDAY] = both
    await fetching.fetch()
    for listed, left in ((both[:1], 2), (both, 2), (both[:1], 2), ([], 2), (both[:1], 1)):
        fetching.hub.days[FRIDAY] = listed
        await fetching.fetch()
        assert len(fetching.votes()) == left


async def test_what_a_later_list_no_longer_tells_stays(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    [before] = fetching.digest().entries
    bare = record("2611.00001", authors=None, summary=None, upvotes=None)
    fetching.hub.days[FRIDAY] = [{"paper": bare["paper"]}]
    await fetching.fetch()
    assert fetching.digest().entries == (before,)


async def test_a_renamed_paper_gets_its_new_title(fetching: Fetching) -> None:
    for title in ("Old", "New"):
        fetching.hub.days[FRIDAY] = [record("2611.00001", title)]
        await fetching.fetch()
    assert [entry.title for entry in fetching.digest().entries] == ["New"]


@pytest.mark.parametrize("name", ["2026-11-20.md", "2026/11/20.md", "several-days.md"])
async def test_a_day_that_another_digest_has_is_never_written(fetching: Fetching, name: str) -> None:
    theirs = fetching.others / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text(KOREAN.format(FRIDAY))
    fetching.hub.days[FRIDAY] = [record("2611.00009")]
    report = await fetching.fetch(FRIDAY)
    assert states(report) == {FRIDAY: DayState.OTHER}
    assert (fetching.days(), fetching.hub.asked) == ([], [])


async def test_a_digest_of_somebody_else_in_the_same_folder_is_left_alone(fetching: Fetching) -> None:
    fetching.folder.mkdir()
    fetching.path().write_text(KOREAN.format(FRIDAY))
    fetching.hub.days[FRIDAY] = [record("2611.00009")]
    await fetching.fetch(FRIDAY)
    assert fetching.text() == KOREAN.format(FRIDAY)


async def test_an_edited_file_is_left_alone_and_that_is_said_once(
    fetching: Fetching, caplog: pytest.LogCaptureFixture
) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", votes=5)]
    await fetching.fetch()
    edited = fetching.text().replace("A Paper", "A Better Paper")
    fetching.path().write_text(edited)
    fetching.hub.days[FRIDAY] = [record("2611.00001", votes=50)]
    for _ in range(3):
        assert states(await fetching.fetch())[FRIDAY] is DayState.EDITED
        assert fetching.text() == edited
    assert caplog.text.count("has been edited") == 1


async def test_a_paper_that_is_listed_again_keeps_its_korean_summary(fetching: Fetching) -> None:
    (fetching.others / "2026-11-10.md").write_text(KOREAN.format("2026-11-10"))
    fetching.hub.days[FRIDAY] = [record("2611.00001"), record("2611.00002")]
    await fetching.fetch()
    points = {entry.arxiv_id: [point.label for point in entry.points] for entry in fetching.digest().entries}
    assert points == {"2611.00001": ["What's New", "Technical Details"], "2611.00002": ["Abstract"]}


async def test_only_papers_with_an_arxiv_id_and_a_title_are_written(
    fetching: Fetching, caplog: pytest.LogCaptureFixture
) -> None:
    odd: list[Any] = [
        record("openreview:abc"),
        record("https://arxiv.org/abs/2611.00004"),
        7,
    ]
    nothing: list[Any] = [
        record("2611.00002", " \u200b\n"),
        record("2611.00005", id=None),
        record("2611.00006", id=5),
        {"paper": None},
    ]
    fetching.hub.days[FRIDAY] = [*odd, *nothing, record("2611.00001v2"), record("cs/0112017")]
    await fetching.fetch()
    assert sorted(fetching.votes()) == ["2611.00001", "cs/0112017"]
    assert "7 of the 9 papers listed have no arXiv id or no title" in caplog.text


@pytest.mark.parametrize("links", [True, False])
async def test_a_day_of_many_pages_is_read_whole(fetching: Fetching, links: bool) -> None:
    fetching.hub.links = links
    fetching.hub.days[FRIDAY] = [record(f"2611.{number:05}") for number in range(250)]
    await fetching.fetch(FRIDAY)
    assert len(fetching.votes()) == 250
    assert fetching.hub.asked == [f"{FRIDAY} p={page}" for page in range(3)]


async def test_another_process_that_fetches_is_not_disturbed(fetching: Fetching) -> None:
    with sole_writer(fetching.folder), pytest.raises(SourceError) as error:
        await fetching.fetch()
    assert error.value.fault is SourceFault.BUSY
    assert fetching.hub.asked == []


async def test_what_a_killed_process_left_is_removed_and_was_never_a_digest(fetching: Fetching) -> None:
    fetching.folder.mkdir()
    leftover = fetching.folder / ".2026-11-20.md.paperbot-part"
    leftover.write_text("## Daily Papers (2026-11-20)\n\n### [Half](https://arxiv.org/abs/2611.0")
    assert digest_files([fetching.folder]).files == ()
    await fetching.fetch()
    assert not leftover.exists()


async def test_a_folder_that_cannot_be_written_is_said(fetching: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, flags: int, *mode: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)  # a folder's own permissions do not keep root out
    with pytest.raises(SourceError) as error:
        await fetching.fetch()
    assert error.value.fault is SourceFault.UNWRITABLE


async def test_a_folder_that_is_a_file_is_said(fetching: Fetching) -> None:
    fetching.folder.write_text("not a folder")
    with pytest.raises(SourceError) as error:
        await fetching.fetch()
    assert error.value.fault is SourceFault.UNWRITABLE


async def test_digests_out_of_reach_are_not_taken_for_none(fetching: Fetching) -> None:
    with pytest.raises(SourceError) as error:
        await fetching.fetch(digests=(Path("/nowhere/at/all"),))
    assert error.value.fault is SourceFault.CORPUS
    assert fetching.hub.asked == []


async def test_a_dry_run_asks_for_nothing_and_writes_nothing(fetching: Fetching) -> None:
    report = await fetching.fetcher().plan(span("2026-11-19"))
    assert states(report) == {"2026-11-19": DayState.MISSING, "2026-11-20": DayState.MISSING}
    assert (fetching.hub.asked, fetching.folder.exists()) == ([], False)


async def test_a_clock_that_was_set_back_loses_nothing(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    text = fetching.text()
    fetching.clock.now -= timedelta(days=400)
    await fetching.fetch()
    fetching.clock.now += timedelta(days=400)
    await fetching.fetch()
    assert (fetching.days(), fetching.text()) == ([FRIDAY], text)


async def test_a_journal_that_is_damaged_costs_no_paper(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    for damage in ("{", "[]", '{"empty": 5, "missing": {"x": 1}, "last_error": {"at": 1}, "began": "2026-13-45"}'):
        (fetching.folder / ".huggingface.json").write_text(damage)
        await fetching.fetch()
    assert fetching.days() == [FRIDAY]
