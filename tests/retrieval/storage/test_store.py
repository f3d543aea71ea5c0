"""The corpus database: what it says after digests came, changed and went."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from retrieval.digests.files import FileFault
from retrieval.paper import Appearance, Media, SummaryPoint
from retrieval.storage.changes import Delta
from retrieval.storage.store import Contents, Store
from tests.retrieval.storage.stores import built_anew, opened, paper, reload, write

NONE = Delta()
EMPTY_REVISION = "0" * 32


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with opened(tmp_path / "data" / "corpus.db") as found:
        yield found


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    folder = tmp_path / "digests"
    folder.mkdir()
    return folder


async def ids(store: Store) -> list[str]:
    return [paper.arxiv_id for paper in (await store.contents()).papers]


async def test_a_paper_is_stored_whole(store: Store, digests: Path) -> None:
    text = (
        "### [루미에르: $\\alpha$ [IDK]](https://arxiv.org/abs/2402.00001)\n\n![](https://example.org/a.png)\n\n"
        "Vote: 7\n\nAuthors: Soledad López, 김철수, A. Author\n\n"
        "- **What's New**: 새로운 모델.\n  - nested\n- 둘째 “점”.\n"
    )
    write(digests / "2024-02-14.md", paper("2402.00002"), text)
    await reload(store, digests)
    found = await store.paper("2402.00001")
    assert found is not None
    assert found.title == "루미에르: $\\alpha$ [IDK]"
    assert found.authors == ("Soledad López", "김철수", "A. Author")
    assert found.media == Media("image", "https://example.org/a.png")
    assert found.points[0] == SummaryPoint("What's New", "새로운 모델.\n- nested")
    assert found.points[1].text == "둘째 “점”."
    assert found.appearances == (Appearance(date(2024, 2, 14), 7, 2),)


async def test_a_point_keeps_the_model_that_wrote_it(store: Store, digests: Path) -> None:
    heading = "### [A](https://arxiv.org/abs/2402.00001)\n\n"
    write(
        digests / "2024-02-14.md",
        f"{heading}- 사람이 쓴 점.\n\n#### Summary written by the model qwen3:8b\n- 모델이 쓴 점.\n",
    )
    await reload(store, digests)

    found = await store.paper("2402.00001")

    assert found is not None
    assert found.points == (SummaryPoint("", "사람이 쓴 점."), SummaryPoint("", "모델이 쓴 점.", "qwen3:8b"))


async def test_a_thread_reads_papers_by_itself(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"), paper("2402.00003"))
    await reload(store, digests)
    asked = ["2402.00003", "2402.00001", "2499.99999"]
    found = await asyncio.to_thread(store.papers_here, asked)
    assert found is not None
    assert set(found) == set(await store.papers_by_id(asked))


async def test_a_thread_leaves_it_to_others_to_say_why_nothing_can_be_read(store: Store) -> None:
    async with opened(":memory:") as in_memory:
        assert in_memory.papers_here(["2402.00001"]) is None
    await store.close()
    assert store.papers_here(["2402.00001"]) is None


async def test_an_unknown_paper_is_none(store: Store) -> None:
    assert await store.paper("2402.00001") is None


async def test_an_empty_corpus_answers_everything(store: Store, digests: Path) -> None:
    day = date(2024, 2, 14)
    assert await store.contents() == Contents(EMPTY_REVISION, ())
    assert await store.papers_by_id(["2402.00001"]) == ()
    found = await store.day(day)
    assert (found.day, found.papers, found.previous, found.next) == (day, (), None, None)
    assert await store.days() == {}
    assert await store.top(date.min, date.max, 10) == ()
    assert await store.warnings() == ()
    totals = await store.totals()
    assert (totals.papers, totals.days, totals.first, totals.last, totals.digests) == (0, 0, None, None, 0)


async def test_papers_come_in_the_order_asked_for_without_those_there_are_not(store: Store, digests: Path) -> None:
    known = [f"2402.{number:05}" for number in range(2000)]
    write(digests / "2024-02-14.md", *(paper(arxiv_id) for arxiv_id in known))
    await reload(store, digests)
    asked = [*reversed(known), "2499.99999"]
    assert [paper.arxiv_id for paper in await store.papers_by_id(asked)] == asked[:-1]


async def test_a_second_reload_of_the_same_files_changes_nothing(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    assert await reload(store, digests) == Delta(added=("2402.00001", "2402.00002"))
    before = await store.contents()
    assert await reload(store, digests) == NONE
    assert await store.contents() == before


async def test_papers_are_kept_between_two_openings(tmp_path: Path, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"))
    async with opened(tmp_path / "a.db") as store:
        await reload(store, digests)
        before = await store.contents()
    async with opened(tmp_path / "a.db") as store:
        assert await store.contents() == before
        assert await reload(store, digests) == NONE


async def test_a_vanished_file_takes_its_papers_along_but_not_those_that_another_has(
    store: Store, digests: Path
) -> None:
    gone = write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    write(digests / "2024-02-15.md", paper("2402.00002", votes=5), paper("2402.00003"))
    await reload(store, digests)
    gone.unlink()
    assert await reload(store, digests) == Delta(updated=("2402.00002",), removed=("2402.00001",))
    assert await ids(store) == ["2402.00002", "2402.00003"]
    kept = await store.paper("2402.00002")
    assert kept is not None
    assert kept.appearances == (Appearance(date(2024, 2, 15), 5, 1),)
    assert await store.days() == {date(2024, 2, 15): 2}


async def test_the_text_of_the_newest_day_counts_and_the_older_one_returns(store: Store, digests: Path) -> None:
    async def title() -> str:
        found = await store.paper("2402.00001")
        assert found is not None
        return found.title

    write(digests / "2024-02-14.md", paper("2402.00001", title="Old"))
    await reload(store, digests)
    newest = write(digests / "2024-03-01.md", paper("2402.00001", title="New"))
    assert await reload(store, digests) == Delta(updated=("2402.00001",))
    assert await title() == "New"
    write(digests / "2024-02-20.md", paper("2402.00001", title="Between"))
    await reload(store, digests)
    assert await title() == "New"
    [found] = await store.papers_by_id(["2402.00001"])
    assert [seen.date for seen in found.appearances] == [date(2024, 2, 14), date(2024, 2, 20), date(2024, 3, 1)]
    newest.unlink()
    await reload(store, digests)
    assert await title() == "Between"


async def test_a_day_in_two_files_counts_once_with_the_votes_that_are_known(store: Store, digests: Path) -> None:
    write(digests / "a" / "2024-02-14.md", paper("2402.00001", votes=4, title="First file"))
    write(digests / "b" / "2024-02-14.md", paper("2402.00009"), paper("2402.00001", votes=None, title="Last file"))
    await reload(store, digests)
    found = await store.paper("2402.00001")
    assert found is not None
    assert found.title == "Last file"
    assert found.appearances == (Appearance(date(2024, 2, 14), 4, 1),)
    assert await store.days() == {date(2024, 2, 14): 2}


async def test_a_day_lists_its_papers_by_the_votes_of_that_day(store: Store, digests: Path) -> None:
    unknown, none, most, same = (f"2402.0000{number}" for number in range(1, 5))
    write(
        digests / "2024-02-14.md", paper(unknown, None), paper(none, 0), paper(most, 9), paper(same, 9), paper("2402.1")
    )
    write(digests / "2024-02-11.md", paper(none, 99))
    write(digests / "2024-03-01.md", paper(none, 99))
    await reload(store, digests)
    found = await store.day(date(2024, 2, 14))
    assert [paper.arxiv_id for paper in found.papers] == [most, same, none, unknown]
    assert (found.previous, found.next) == (date(2024, 2, 11), date(2024, 3, 1))


async def test_a_day_without_a_digest_has_the_nearest_days_for_neighbours(store: Store, digests: Path) -> None:
    for name in ("2024-02-11", "2024-02-14", "2024-03-01"):
        write(digests / f"{name}.md", paper("2402.00001"))
    await reload(store, digests)
    found = await store.day(date(2024, 2, 20))
    assert (found.papers, found.previous, found.next) == ((), date(2024, 2, 14), date(2024, 3, 1))
    before, after = await store.day(date(2020, 1, 1)), await store.day(date(2030, 1, 1))
    assert (before.previous, before.next) == (None, date(2024, 2, 11))
    assert (after.previous, after.next) == (date(2024, 3, 1), None)


async def test_days_are_counted_oldest_first(store: Store, digests: Path) -> None:
    write(digests / "2024-03-01.md", paper("2402.00001"))
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    await reload(store, digests)
    assert list((await store.days()).items()) == [(date(2024, 2, 14), 2), (date(2024, 3, 1), 1)]


async def test_the_top_of_a_period_goes_by_the_votes_within_it(store: Store, digests: Path) -> None:
    first, second, third, fourth = (f"2402.0000{number}" for number in range(1, 5))
    write(digests / "2024-02-01.md", paper(first, 100), paper(second, 3))
    write(digests / "2024-02-10.md", paper(first, 2), paper(third, None), paper(fourth, 3))
    write(digests / "2024-02-20.md", paper(second, 50))
    await reload(store, digests)

    async def top(since: date, until: date, limit: int = 10) -> list[str]:
        return [paper.arxiv_id for paper in await store.top(since, until, limit)]

    assert await top(date(2024, 2, 2), date(2024, 2, 10)) == [fourth, first, third]
    assert await top(date(2024, 2, 1), date(2024, 2, 10)) == [first, fourth, second, third]
    assert await top(date(2024, 2, 1), date(2024, 2, 20), limit=2) == [first, second]
    assert await top(date(2024, 2, 3), date(2024, 2, 9)) == []
    assert await top(date.min, date.max, limit=-1) == []


async def test_warnings_are_kept_until_the_file_is_mended(store: Store, digests: Path) -> None:
    bad = write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002").replace("Vote: 1", "Vote: many"))
    worse = write(digests / "2024-02-15.md", paper("2402.00003"))
    worse.write_bytes(worse.read_bytes() + b"\n- \xff\n")
    await reload(store, digests)
    await reload(store, digests)
    first, second = await store.warnings()
    assert (first.file, second.file) == (bad.as_posix(), worse.as_posix())
    assert first.line > 1
    assert "many" in first.message
    assert second.fault is FileFault.NOT_UTF8
    assert await store.warnings(limit=1) == (first,)
    assert (await store.totals()).warnings == 2
    write(bad, paper("2402.00001"))
    worse.unlink()
    await reload(store, digests)
    assert await store.warnings() == ()


async def test_a_file_that_cannot_be_read_for_a_while_keeps_its_papers(store: Store, digests: Path) -> None:
    path = write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002", points=""))
    await reload(store, digests)
    before, warnings = await store.contents(), await store.warnings()
    aside = path.rename(digests / "aside")
    path.symlink_to(digests / "nowhere")
    for _ in range(2):
        assert await reload(store, digests) == NONE
        assert [warning.fault for warning in await store.warnings()] == [FileFault.UNREADABLE]
        assert await store.contents() == before
    path.unlink()
    aside.rename(path)
    assert await reload(store, digests) == NONE
    assert (await store.warnings(), await store.contents()) == (warnings, before)


async def test_totals_count_what_there_is(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    write(digests / "2024-02-16.md", paper("2402.00002"))
    write(digests / "README.md", "# Read me")
    await reload(store, digests)
    totals = await store.totals()
    assert (totals.papers, totals.days, totals.digests) == (2, 2, 2)
    assert (totals.first, totals.last) == (date(2024, 2, 14), date(2024, 2, 16))
    assert totals.revision == (await store.contents()).revision


async def test_the_revision_changes_exactly_when_the_papers_do(store: Store, digests: Path) -> None:
    path = write(digests / "2024-02-14.md", paper("2402.00001"))
    await reload(store, digests)
    first = (await store.totals()).revision
    assert first != EMPTY_REVISION
    write(digests / "README.md", "# Read me")
    write(path, "", paper("2402.00001"), "")
    assert await reload(store, digests) == NONE
    assert (await store.totals()).revision == first
    write(path, paper("2402.00001", votes=2))
    assert await reload(store, digests) == Delta(updated=("2402.00001",))
    assert (await store.totals()).revision != first
    write(path, paper("2402.00001"))
    await reload(store, digests)
    assert (await store.totals()).revision == first == (await built_anew(digests)).revision
    path.unlink()
    assert await reload(store, digests) == Delta(removed=("2402.00001",))
    assert await store.contents() == Contents(EMPTY_REVISION, ())


async def test_what_changed_since_a_revision_is_known(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    await reload(store, digests)
    first = (await store.totals()).revision
    assert await store.news_since(first, 10) is None
    write(digests / "2024-02-14.md", paper("2402.00001", votes=5), paper("2402.00003"))
    await reload(store, digests)
    write(digests / "2024-02-15.md", paper("2402.00004"))
    await reload(store, digests)
    news = await store.news_since(first, 10)
    assert news is not None
    assert news.revision == (await store.totals()).revision
    assert set(news.papers) == {*await store.papers_by_id(["2402.00001", "2402.00003", "2402.00004"])}
    assert news.gone == ("2402.00002",)
    assert await store.news_since(first, 3) is None
    assert await store.news_since("unheard of", 10) is None


async def test_only_the_latest_changes_are_remembered(
    store: Store, digests: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.storage.changes.MAX_HISTORY", 2)
    revisions = []
    for votes in range(4):
        write(digests / "2024-02-14.md", paper("2402.00001", votes=votes))
        await reload(store, digests)
        revisions.append((await store.totals()).revision)
    known = [await store.news_since(revision, 10) is not None for revision in revisions]
    assert known == [False, True, True, False]


def abstracts(path: Path, **texts: str) -> Path:
    lines = [json.dumps({"id": key.replace("_", "."), "abstract": text}) for key, text in texts.items()]
    return write(path, *lines)


async def test_a_paper_has_its_abstract_from_the_file_beside_the_digest(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"), paper("2402.00002"))
    file = abstracts(digests / "abstracts.jsonl", x="", **{"2402_00001": "We study x.", "2402_99999": "Unknown paper."})
    await reload(store, digests)
    assert [one.abstract for one in (await store.contents()).papers] == ["We study x.", None]
    abstracts(file, **{"2402_00002": "We study y."})
    assert (await reload(store, digests)).updated == ("2402.00001", "2402.00002")
    assert [one.abstract for one in (await store.contents()).papers] == [None, "We study y."]
    file.unlink()
    assert (await reload(store, digests)).updated == ("2402.00002",)
    assert [one.abstract for one in (await store.contents()).papers] == [None, None]


async def test_an_abstract_waits_for_its_paper(store: Store, digests: Path) -> None:
    abstracts(digests / "abstracts.jsonl", **{"2402_00001": "We study x."})
    assert await reload(store, digests) == NONE
    write(digests / "2024-02-14.md", paper("2402.00001"))
    await reload(store, digests)
    assert [one.abstract for one in (await store.contents()).papers] == ["We study x."]


async def test_abstracts_are_part_of_the_revision(store: Store, digests: Path) -> None:
    write(digests / "2024-02-14.md", paper("2402.00001"))
    await reload(store, digests)
    without = await store.contents()
    file = abstracts(digests / "abstracts.jsonl", **{"2402_00001": "We study x."})
    await reload(store, digests)
    assert (await store.contents()).revision != without.revision
    assert await store.contents() == await built_anew(digests)
    file.unlink()
    await reload(store, digests)
    assert await store.contents() == without
