"""Abstracts for the papers of older digests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from retrieval.digests.abstracts import parse_abstracts
from retrieval.sources.faults import SourceFault
from retrieval.sources.planning import DayState
from retrieval.sources.reporting import FetchReport
from retrieval.sources.web.arxiv import read_feed
from tests.fakes.arxiv import FakeArxiv, feed
from tests.fakes.huggingface import html, limited, record, says
from tests.retrieval.sources.fetching import FRIDAY, Fetching, span

OLD = "2024-02-14"


@pytest.fixture
async def arxiv() -> AsyncIterator[FakeArxiv]:
    async with FakeArxiv().served() as arxiv:
        yield arxiv


def old_digest(fetching: Fetching, *numbers: int, day: str = OLD) -> None:
    papers = (f"### [Paper {n}](https://arxiv.org/abs/2402.{n:05})\n\n- 한국어 요약입니다.\n" for n in numbers)
    (fetching.others / f"{day}.md").write_text(f"## Daily Papers ({day})\n\n" + "\n".join(papers))


async def fill(fetching: Fetching, **settings: object) -> FetchReport:
    return await fetching.fetcher(**settings).fetch(span(OLD, OLD), abstracts=True)


def abstracts(fetching: Fetching) -> dict[str, str]:
    texts = [path.read_text("utf-8") for path in fetching.folder.glob("abstracts*.jsonl")]
    return {one.arxiv_id: one.text for text in texts for one in parse_abstracts(text)[0]}


async def test_abstracts_come_from_the_list_of_the_day_and_what_that_lacks_one_by_one(fetching: Fetching) -> None:
    old_digest(fetching, 1, 2, 3, 4, 5)
    listed = [record(f"2402.{number:05}", summary=f"About {number}.") for number in (1, 2, 3, 9)]
    fetching.hub.days = {OLD: listed, "2024-02-13": [record("2402.00004", summary="About 4.")]}
    report = await fill(fetching)
    assert abstracts(fetching) == {f"2402.{number:05}": f"About {number}." for number in (1, 2, 3, 4)}
    assert fetching.hub.asked == [f"{OLD} p=0", "2402.00004", "2402.00005"]
    assert [(day.state, day.papers, day.added) for day in report.days] == [
        (DayState.OTHER, 0, 0),
        (DayState.ABSTRACTS, 5, 4),
    ]
    assert (report.failures, report.requests, fetching.days()) == ([], 3, [])


async def test_what_is_known_or_unknown_is_not_asked_for_again(fetching: Fetching) -> None:
    old_digest(fetching, 1, 2)
    fetching.hub.days["2024-02-13"] = [record("2402.00001")]
    await fill(fetching)
    fetching.hub.asked.clear()
    report = await fill(fetching)
    assert (fetching.hub.asked, report.requests) == ([], 0)


async def test_with_arxiv_the_rest_is_asked_of_it_in_batches_three_seconds_apart(
    fetching: Fetching, arxiv: FakeArxiv
) -> None:
    old_digest(fetching, *range(1, 251))
    arxiv.abstracts = {f"2402.{number:05}": f"About\n {number} < {number + 1} & more." for number in range(1, 250)}
    report = await fill(fetching, arxiv=True, arxiv_base=arxiv.url)
    assert [len(ids) for ids in arxiv.asked] == [100, 100, 50]
    assert abstracts(fetching)["2402.00007"] == "About 7 < 8 & more."
    assert len(abstracts(fetching)) == 249
    assert (report.requests, fetching.clock.slept) == (4, [3.0, 3.0])


async def test_a_fetched_paper_without_an_abstract_gets_that_of_arxiv_and_its_sentences_as_points(
    fetching: Fetching, arxiv: FakeArxiv
) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", summary=None), record("2611.00002")]
    arxiv.abstracts = {"2611.00001": "An abstract of arXiv that is long enough for a point."}
    await fetching.fetch(FRIDAY, arxiv=True, arxiv_base=arxiv.url)
    assert arxiv.asked == [["2611.00001"]]
    await fetching.fetch(FRIDAY, arxiv=True, arxiv_base=arxiv.url)
    points = {entry.arxiv_id: entry.points for entry in fetching.digest().entries}
    assert [point.text for point in points["2611.00001"]] == [arxiv.abstracts["2611.00001"]]


async def test_no_fault_of_arxiv_keeps_a_day_from_being_fetched(fetching: Fetching, arxiv: FakeArxiv) -> None:
    fetching.hub.days[FRIDAY] = [record("2611.00001", summary=None)]
    tricks = [html(500), limited(), says("Rate exceeded.", "text/plain"), feed("<entry>"), feed("")]
    for trick in tricks:
        arxiv.tricks.clear()
        arxiv.tricks += [trick] * 3
        report = await fetching.fetch(FRIDAY, arxiv=True, arxiv_base=arxiv.url)
        assert (report.failures, fetching.days()) == ([], [FRIDAY])


async def test_a_source_that_fails_while_abstracts_are_looked_for_is_said_and_ends_it(fetching: Fetching) -> None:
    old_digest(fetching, 1, 2, 3)
    fetching.hub.play(OLD, limited(), limited())
    report = await fill(fetching)
    assert [(one.day.isoformat(), one.fault) for one in report.failures] == [(OLD, SourceFault.LIMITED)]
    assert fetching.hub.asked == [f"{OLD} p=0"] * 2


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">]><feed xmlns="http://www.w3.org/2005/Atom">&a;</feed>',
        "<html><body>Rate exceeded.</body></html>",
        "Rate exceeded.",
        "<feed>",
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#x</id>'
        "<summary>incorrect id format</summary></entry></feed>",
    ],
)
def test_what_is_no_feed_of_abstracts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_feed(text.encode(), {})


def test_a_feed_in_another_encoding_hides_no_definitions() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE feed [<!ENTITY a "a">]><feed>&a;</feed>'
    with pytest.raises(ValueError, match=r"\w"):
        read_feed(text.encode("utf-16"), {})
