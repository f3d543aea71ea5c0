from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from retrieval.digests.digest import parse_digest
from tests.bench.corpus import Digest, copies, documents, read_digests
from tests.bench.speed import differences, query_terms, table, typed_queries
from tests.bench.speed_engines import ENGINES
from tests.bench.speed_worker import measure, read_documents, save_documents
from tests.connections import connections
from tests.retrieval.papers import SEEDS


@pytest.fixture(scope="module")
def digests() -> list[Digest]:
    return read_digests(SEEDS)


def ids(digests: list[Digest]) -> list[str]:
    return [entry.arxiv_id for digest in digests for entry in parse_digest(digest.text).entries]


def test_copies_are_the_same_at_every_call_and_other_papers_of_other_days(digests: list[Digest]) -> None:
    made = list(copies(digests, 3))
    assert made == list(copies(digests, 3))
    assert made[: len(digests)] == digests
    assert len({digest.day for digest in made}) == len(made) == 3 * len(digests)
    assert len(set(ids(made))) == 3 * len(set(ids(digests)))


def test_a_copy_parses_as_its_original_does_and_says_other_things(digests: list[Digest]) -> None:
    for digest, copy in zip(digests, list(copies(digests, 2))[len(digests) :], strict=True):
        before, after = parse_digest(digest.text), parse_digest(copy.text)
        assert [(entry.authors, entry.votes, len(entry.points)) for entry in after.entries] == [
            (entry.authors, entry.votes, len(entry.points)) for entry in before.entries
        ]
        assert {entry.date for entry in after.entries} == {copy.day}
        assert all(a.points != b.points for a, b in zip(after.entries, before.entries, strict=True))


def test_the_vocabulary_grows_with_the_corpus_but_slower(digests: list[Digest]) -> None:
    sizes = [len({term for text in documents(copies(digests, times)) for term in text}) for times in (1, 4)]
    assert 1.2 * sizes[0] < sizes[1] < 3 * sizes[0]


def test_documents_come_back_as_they_were_saved(digests: list[Digest], tmp_path: Path) -> None:
    texts = list(documents(digests))
    assert save_documents(texts, tmp_path / "documents.npz") == len(texts) == len(set(ids(digests)))
    assert read_documents(tmp_path / "documents.npz") == texts


def test_our_best_scores_are_those_of_rank_bm25(digests: list[Digest], tmp_path: Path) -> None:
    save_documents(documents(copies(digests, 3)), tmp_path / "documents.npz")
    queries = [query_terms(query) for query in typed_queries()]
    ours, theirs = (
        measure(name, tmp_path / "documents.npz", queries, tmp_path, 1) for name in ("paperbot", "rank_bm25")
    )
    assert len(ours.scores) > 200
    assert ours.scores == theirs.scores
    assert differences(theirs, ours) == 0
    assert "paperbot" in table(3, {"paperbot": ours, "rank_bm25": theirs})


def test_fts5_finds_documents_by_their_terms(tmp_path: Path) -> None:
    with closing(ENGINES["FTS5"]([["강화", "학습"], ["c++"], ["학습"], ["gpt4.5"]], tmp_path)) as engine:
        assert [[number for number, _ in engine.top([term])] for term in ("강화", "c++", "gpt4.5")] == [[0], [1], [3]]


def test_what_is_measured_is_closed(tmp_path: Path) -> None:
    save_documents([["c++"], ["gpt4.5"]], tmp_path / "documents.npz")
    with connections() as made:
        measure("FTS5", tmp_path / "documents.npz", [["c++"]], tmp_path, 1)
    assert [one.closed.is_set() for one in made] == [True, True]
