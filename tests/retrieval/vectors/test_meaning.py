"""Search by meaning, through the library: what it adds, what it leaves alone, and what becomes of its vectors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from retrieval.index import finder, fusion
from retrieval.library import Library, SearchResult
from retrieval.vectors import asked, filling
from retrieval.vectors.matrix_file import MatrixFile
from tests.retrieval.storage.stores import paper, write
from tests.retrieval.vectors.embedders import Topics

ROBOT, GRIPPER, COOK = "2402.00001", "2402.00002", "2402.00003"


@pytest.fixture
def digests(tmp_path: Path) -> Path:
    others = [paper(f"2403.{number:05}", title=f"Paper number{number}", points="- 다른 것.") for number in range(80)]
    write(
        tmp_path / "digests" / "2024-02-14.md",
        paper(ROBOT, votes=5, title="A robot", points="- 로봇 팔입니다.").replace("A. Author", "Ada Lovelace"),
        paper(GRIPPER, votes=30, title="The gripper", points="- 물건을 집습니다."),
        paper(COOK, title="Cooking", points="- 부엌입니다."),
        *others,
    )
    return tmp_path / "digests"


@asynccontextmanager
async def opened(digests: Path, embedder: Topics | None) -> AsyncIterator[Library]:
    library = await Library.open(digests.parent / "corpus.db", [digests], embedder=embedder)
    try:
        await library.embedded()
        yield library
    finally:
        await library.close()


def ids(result: SearchResult) -> list[str]:
    return [hit.paper.arxiv_id for hit in result.hits]


async def test_papers_that_mean_the_same_are_near(digests: Path) -> None:
    async with opened(digests, None) as library:
        by_words = await library.search("robot", loose=True)
        assert ids(by_words) == [ROBOT]
    async with opened(digests, Topics()) as library:
        found = await library.search("robot", loose=True)
        assert ids(found) == [ROBOT, GRIPPER]
        assert [hit.loose for hit in found.hits] == [False, True]
        assert (found.total, found.near_total) == (by_words.total, by_words.near_total + 1)
        assert ids(await library.search("robot")) == [ROBOT]


@pytest.mark.parametrize(("condition", "also"), [("votes:>20", [GRIPPER]), ("votes:<20", []), ("since:2025", [])])
async def test_conditions_hold_for_what_is_near_by_meaning(digests: Path, condition: str, also: list[str]) -> None:
    async with opened(digests, Topics()) as library:
        found = await library.search(f"robot {condition}", loose=True)
        assert [arxiv_id for arxiv_id in ids(found) if arxiv_id != ROBOT] == also


@pytest.mark.parametrize("query", [ROBOT, "Ada Lovelace", "author:Lovelace", "votes:>1", "sort:votes"])
async def test_what_is_only_named_is_not_sent(digests: Path, query: str) -> None:
    embedder = Topics()
    async with opened(digests, embedder) as library:
        sent = list(embedder.sent)
        assert (await library.search(query)).total
        assert embedder.sent == sent


async def test_a_weight_of_nothing_changes_nothing(digests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    queries = ("robot", "paper", "로봇 팔", "gripper votes:>3", "음악")
    for weight in ("ABOUT", "NEAR", "ASKED"):
        monkeypatch.setattr(finder, weight, 0.0)
    monkeypatch.setattr(fusion, "_MOST", 0)
    async with opened(digests, None) as plain, opened(digests, Topics()) as library:
        for query in queries:
            one, other = await plain.search(query, 50, loose=True), await library.search(query, 50, loose=True)
            assert (one.hits, one.near, one.total) == (other.hits, other.near, other.total)


async def test_a_question_is_answered_by_papers_that_only_mean_it(digests: Path) -> None:
    sent = "부엌에서 무엇을 하나요?"
    async with opened(digests, Topics()) as library:
        answered = await library.ask(sent)
        found = [each.paper.arxiv_id for each in answered.passages] + [each.paper.arxiv_id for each in answered.nearest]
        assert COOK in found


async def test_only_new_texts_are_embedded(digests: Path) -> None:
    embedder = Topics()
    async with opened(digests, embedder) as library:
        embedder.sent.clear()
        write(digests / "2024-02-15.md", paper("2402.00009", title="A song", points="- 음악입니다."))
        await library.reload()
        await library.embedded()
        assert set(embedder.sent) <= {"A song", "음악입니다.", "A robot", "The gripper"}  # one of which is tried again
        assert {"A song", "음악입니다."} <= set(embedder.sent)
        assert [hit.paper.arxiv_id for hit in (await library.search("melody")).near] == ["2402.00009"]


async def test_a_start_embeds_nothing_that_is_kept(digests: Path) -> None:
    async with opened(digests, Topics()):
        pass
    embedder = Topics()
    async with opened(digests, embedder) as library:
        assert embedder.sent == []
        assert ids(await library.search("robot", loose=True)) == [ROBOT, GRIPPER]


@pytest.mark.parametrize("other", [Topics("another"), Topics(dimension=8)], ids=["name", "dimension"])
async def test_another_model_makes_all_anew(digests: Path, other: Topics) -> None:
    async with opened(digests, Topics()):
        pass
    async with opened(digests, other) as library:
        await library.search("robot")  # of which a vector of another dimension comes
        await library.reload()
        await library.embedded()
        status = library.status().vectors
        assert status
        assert (status.model, status.held) == (other.name, status.texts)
        assert ids(await library.search("gripper robot", loose=True))[:2] == [ROBOT, GRIPPER]


async def test_another_model_under_the_same_name_is_found_out(digests: Path) -> None:
    async with opened(digests, Topics()):
        pass
    write(digests / "2024-02-15.md", paper("2402.00009", title="A song"))
    embedder = Topics()
    embedder.sign = -1.0
    async with opened(digests, embedder):
        assert "A robot" in embedder.sent
        assert "Paper number7" in embedder.sent


@pytest.mark.parametrize("at", [0, 10, 60, 200, 1000, -1])
@pytest.mark.parametrize("harm", ["cut", "flipped"])
async def test_a_damaged_file_is_never_used(digests: Path, at: int, harm: str) -> None:
    embedder = Topics()
    async with opened(digests, embedder):
        pass
    file = digests.parent / "corpus.vectors"
    data = bytearray(file.read_bytes())
    if harm == "cut":
        data = data[:at]
    else:
        data[at] ^= 0x20
    file.write_bytes(data)
    assert MatrixFile(file, "topics").read() is None
    again = Topics()
    async with opened(digests, again) as library:
        assert set(again.sent) == set(embedder.sent)
        assert ids(await library.search("robot", loose=True)) == [ROBOT, GRIPPER]


async def test_half_a_matrix_is_kept_but_not_compared_by(digests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_PAUSES", (0.0, 0.0))
    embedder = Topics()
    embedder.fails_after = 64
    async with opened(digests, embedder) as library:
        status = library.status().vectors
        assert status
        assert 0 < status.held < status.texts
        assert ids(await library.search("robot", loose=True)) == [ROBOT]
        embedder.fails_after = None
        await library.reload()
        await library.embedded()
        assert len(embedder.sent) == len(set(embedder.sent)) + 1  # which is tried again, to see whether it is the model
        assert len(set(embedder.sent)) == 3 * 2 + 80 + 1  # of which eighty papers have one point
        assert ids(await library.search("robot", loose=True)) == [ROBOT, GRIPPER]


async def test_an_embedder_that_asks_to_wait_long_is_left_alone(digests: Path) -> None:
    embedder = Topics()
    embedder.gone, embedder.wait = True, 3_600.0
    async with opened(digests, embedder):
        assert embedder.batches == 1


async def test_a_text_that_is_refused_is_left_out(digests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_PAUSES", (0.0, 0.0))
    embedder = Topics()
    embedder.refuses = "number17"
    async with opened(digests, embedder) as library:
        status = library.status().vectors
        assert status
        assert status.held == status.texts - 1
        tried = embedder.batches
        await library.reload()
        await library.embedded()
        assert embedder.batches == tried


async def test_vectors_with_numbers_that_are_none_are_refused(
    digests: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(filling, "_PAUSES", (0.0, 0.0))
    embedder = Topics()
    embedder.spoils = True
    async with opened(digests, embedder) as library:
        status = library.status().vectors
        assert status
        assert status.held == 0
        assert ids(await library.search("robot", loose=True)) == [ROBOT]
        await library.reload()
        await library.embedded()
    assert len([record for record in caplog.records if "no vectors" in record.message]) == 1


async def test_one_process_embeds_at_a_time(digests: Path) -> None:
    write(digests.parent / "corpus.vectors.lock")
    with MatrixFile(digests.parent / "corpus.vectors", "topics").alone() as alone:
        assert alone
        embedder = Topics()
        async with opened(digests, embedder) as library:
            assert embedder.sent == []
            assert ids(await library.search("robot", loose=True)) == [ROBOT]


async def test_what_another_process_embedded_is_taken_up(digests: Path) -> None:
    idle = Topics()
    with MatrixFile(digests.parent / "corpus.vectors", "topics").alone():
        library = await Library.open(digests.parent / "corpus.db", [digests], embedder=idle)
        await library.embedded()
    async with opened(digests, Topics()):
        pass
    await library.reload()
    assert ids(await library.search("robot", loose=True)) == [ROBOT, GRIPPER]
    assert idle.sent == ["robot"]
    await library.close()


async def test_a_stop_keeps_what_was_made(digests: Path) -> None:
    embedder, another = Topics(), Topics()
    embedder.hangs_after = 64
    library = await Library.open(digests.parent / "corpus.db", [digests], embedder=embedder)
    await embedder.hanging.wait()
    await library.close()
    async with opened(digests, another):
        assert len(set(embedder.sent) & set(another.sent)) == 1  # which is tried again
        assert len(set(embedder.sent) | set(another.sent)) == 3 * 2 + 80 + 1


@pytest.mark.parametrize("fault", ["gone", "late"])
async def test_nobody_waits_for_an_embedder_that_fails(
    digests: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(asked, "WITHIN", 0.0)
    embedder = Topics()
    async with opened(digests, embedder) as library:
        setattr(embedder, fault, True)
        tried = embedder.batches
        assert ids(await library.search("robot", loose=True)) == [ROBOT]
        for query in ("로봇", "gripper robot", "robot song"):
            assert ROBOT in ids(await library.search(query, loose=True))
        assert embedder.batches <= tried + 2  # the second in the background
