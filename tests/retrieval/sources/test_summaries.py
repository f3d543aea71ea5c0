"""Summaries of fetched papers: there before a day is first written, and kept from then on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from retrieval.paper import SummaryPoint
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.fetcher import SUMMARIZING, Fetcher
from retrieval.sources.filling.summaries import DaysSummarizer, SummarizedDay, SummaryReport
from retrieval.sources.planning import Span
from retrieval.sources.provenance import read_provenance
from retrieval.sources.summarizing import Summaries, Unsummarized
from retrieval.sources.whole_files import sole_writer
from tests.fakes.huggingface import record
from tests.retrieval.sources.fetching import FRIDAY, Fetching, Saying, span

A, B = "2611.00001", "2611.00002"
THURSDAY = "2026-11-19"


def with_summaries(fetching: Fetching, saying: Saying, **settings: object) -> Fetcher:
    fetcher = fetching.fetcher(**settings)
    fetcher.summarizer = saying
    return fetcher


def points(fetching: Fetching, day: str = FRIDAY) -> dict[str, tuple[SummaryPoint, ...]]:
    return {entry.arxiv_id: entry.points for entry in fetching.digest(day).entries}


async def test_a_day_is_summarised_before_it_is_first_written(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha"), record(B, "Beta", 3)]
    saying = Saying(left={B})

    report = await with_summaries(fetching, saying).fetch(Span())

    assert report.wrote
    assert points(fetching)[A] == saying.points("Alpha")
    assert [point.label for point in points(fetching)[B]] == ["Abstract"]
    assert "#### Summary written by the model gpt-4o-mini\n\n- ***What's New***: Alpha" in fetching.text()
    assert 0 < saying.within[0] <= SUMMARIZING.total_seconds()


async def test_new_votes_keep_the_summary_and_ask_for_none(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha", 3)]
    saying = Saying()
    await with_summaries(fetching, saying).fetch(Span())
    fetching.hub.days[FRIDAY] = [record(A, "Alpha", 9)]

    await with_summaries(fetching, saying).fetch(Span())
    await fetching.fetch()  # and where no model is configured any more

    assert fetching.votes()[A] == 9
    assert points(fetching)[A] == saying.points("Alpha")
    assert saying.asked == [(A,)]


async def test_a_summary_in_english_stays_too(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha", 3)]
    await with_summaries(fetching, Saying(language="en")).fetch(Span())
    fetching.hub.days[FRIDAY] = [record(A, "Alpha", 9)]

    await fetching.fetch()

    assert points(fetching)[A][0].by == "gpt-4o-mini"


async def test_what_was_left_out_is_asked_for_with_the_next_look(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha"), record(B, "Beta", 3)]
    await with_summaries(fetching, Saying(left={A, B}, stops="unreachable")).fetch(Span())
    assert {point.by for each in points(fetching).values() for point in each} == {None}
    saying = Saying()

    await with_summaries(fetching, saying).fetch(Span())

    assert saying.asked == [(A, B)]
    assert points(fetching)[B] == saying.points("Beta")


async def test_a_paper_that_is_listed_again_keeps_its_summary(fetching: Fetching) -> None:
    fetching.hub.days[THURSDAY] = fetching.hub.days[FRIDAY] = [record(A, "Alpha")]
    saying = Saying()

    await with_summaries(fetching, saying, since=date.fromisoformat(THURSDAY)).fetch(Span())
    await with_summaries(fetching, saying).fetch(Span())

    assert points(fetching)[A][0].by == points(fetching, THURSDAY)[A][0].by == "gpt-4o-mini"


async def test_what_people_wrote_is_not_summarised(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha")]
    text = f"## Daily Papers ({THURSDAY})\n\n### [Alpha](https://arxiv.org/abs/{A})\n\n- **요약**: 사람이 썼습니다.\n"
    (fetching.others / f"{THURSDAY}.md").write_text(text, "utf-8")
    saying = Saying()

    await with_summaries(fetching, saying).fetch(Span())

    assert saying.asked == []
    assert points(fetching)[A] == (SummaryPoint("요약", "사람이 썼습니다."),)
    assert (fetching.others / f"{THURSDAY}.md").read_text("utf-8") == text


async def test_a_backfill_waits_for_no_model(fetching: Fetching) -> None:
    fetching.hub.days[FRIDAY] = [record(A, "Alpha")]
    saying = Saying()

    await with_summaries(fetching, saying).fetch(span(FRIDAY, FRIDAY))

    assert saying.asked == []


async def test_all_days_of_a_fetch_share_ten_minutes(fetching: Fetching) -> None:
    @dataclass
    class Slow(Saying):
        async def summaries(
            self, papers: Sequence[Unsummarized], *, within: float, done: Callable[[int], None] = lambda _: None
        ) -> Summaries:
            await fetching.clock.sleep(within)
            return await super().summaries(papers, within=within)

    fetching.hub.days[THURSDAY] = [record(B, "Beta")]
    fetching.hub.days[FRIDAY] = [record(A, "Alpha")]
    slow = Slow()

    await with_summaries(fetching, slow, since=date.fromisoformat(THURSDAY)).fetch(Span())

    assert slow.asked == [(B,)]
    assert fetching.days() == [THURSDAY, FRIDAY]


def days_of(fetching: Fetching) -> DaysSummarizer:
    return DaysSummarizer(fetching.folder, (fetching.others,))


async def summarized(fetching: Fetching, saying: Saying, since: str = "", until: str = "") -> SummaryReport:
    report = SummaryReport()
    await days_of(fetching).summarize(span(since, until), saying, report)
    return report


async def two_days(fetching: Fetching) -> None:
    fetching.hub.days[THURSDAY] = [record(B, "Beta")]
    fetching.hub.days[FRIDAY] = [record(A, "Alpha")]
    await fetching.fetch(THURSDAY, FRIDAY)


async def test_days_on_the_disk_are_summarised_the_newest_first_and_once(fetching: Fetching) -> None:
    await two_days(fetching)
    saying = Saying()
    assert [day.papers for day in (await days_of(fetching).plan(Span())).days] == [1, 1]

    report = await summarized(fetching, saying)
    again = await summarized(fetching, saying)

    assert report.days == [
        SummarizedDay(date.fromisoformat(FRIDAY), 1, 1),
        SummarizedDay(date.fromisoformat(THURSDAY), 1, 1),
    ]
    assert (again.days, saying.asked) == ([], [(A,), (B,)])
    signed = read_provenance(fetching.text())
    assert signed
    assert not signed.edited
    assert points(fetching)[A] == saying.points("Alpha")


async def test_only_the_days_that_are_named_are_summarised(fetching: Fetching) -> None:
    await two_days(fetching)

    assert [day.day for day in (await summarized(fetching, Saying(), until=THURSDAY)).days] == [
        date.fromisoformat(THURSDAY)
    ]


async def test_edited_files_and_those_of_others_are_left_alone(fetching: Fetching) -> None:
    await two_days(fetching)
    fetching.path().write_text(fetching.text() + "\nmine\n", "utf-8")
    (fetching.others / f"{THURSDAY}.md").write_text(fetching.text(THURSDAY), "utf-8")
    before = fetching.text(), fetching.text(THURSDAY)

    report = await summarized(fetching, saying := Saying())

    assert (report.days, saying.asked) == ([], [])
    assert (fetching.text(), fetching.text(THURSDAY)) == before


async def test_where_the_model_fails_the_rest_waits(fetching: Fetching) -> None:
    await two_days(fetching)

    report = await summarized(fetching, Saying(stops="out_of_quota"))

    assert (report.stopped, len(report.days)) == ("out_of_quota", 1)


async def test_nobody_summarises_where_another_process_writes(fetching: Fetching) -> None:
    await two_days(fetching)
    with sole_writer(fetching.folder), pytest.raises(SourceError) as caught:
        await summarized(fetching, Saying())

    assert caught.value.fault is SourceFault.BUSY


async def test_a_plan_writes_nothing(fetching: Fetching, tmp_path: Path) -> None:
    await two_days(fetching)
    before = {path: path.read_bytes() for path in fetching.folder.iterdir()}

    await days_of(fetching).plan(Span())

    assert {path: path.read_bytes() for path in fetching.folder.iterdir()} == before
