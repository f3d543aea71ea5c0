from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from retrieval.index import persistence
from retrieval.index.index import Index
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper, seed_papers

QUERIES = (
    "강화학습 로봇",
    "diffusion video",
    "루모스",
    "distildir",
    "author:Li since:2024-02",
    "Doina Precup",
    '"확산 모델"',
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(seed_papers())


@pytest.fixture
def saved(index: Index, tmp_path: Path) -> Path:
    path = tmp_path / "data" / "corpus.index"
    persistence.save(index, "revision", path)
    return path


def test_a_saved_index_finds_the_same(index: Index, saved: Path) -> None:
    found = persistence.load(saved)
    assert found is not None
    loaded, revision = found
    assert revision == "revision"
    for text in QUERIES:
        query = parse_query(text)
        assert loaded.search(query, 10) == index.search(query, 10)
        assert loaded.corrections(query) == index.corrections(query)
    assert loaded.suggest("mix") == index.suggest("mix")
    assert loaded.translations("확산 모델") == index.translations("확산 모델")


def test_there_is_none_before_one_was_saved(saved: Path) -> None:
    assert persistence.load(saved.with_name("nothing")) is None


def test_a_saved_index_is_brought_up_to_date_as_the_one_that_was_saved(index: Index, saved: Path) -> None:
    found = persistence.load(saved)
    assert found is not None
    changed = [replace(seed_papers()[3], title="A strange robot"), paper("2403.00001", "확산 모델(diffusion model)")]
    gone = [seed_papers()[5].arxiv_id]
    loaded, expected = found[0].updated(changed, gone), index.updated(changed, gone)
    for text in (*QUERIES, "strange robot"):
        assert loaded.search(parse_query(text), 10) == expected.search(parse_query(text), 10)
    assert loaded.spare == expected.spare
    assert loaded.suspicious == expected.suspicious


def test_there_is_none_of_other_code(saved: Path) -> None:
    header, _, body = saved.read_bytes().partition(b"\n")
    other = json.dumps(json.loads(header) | {"code": "older"}).encode()
    saved.write_bytes(other + b"\n" + body)
    assert persistence.load(saved) is None


@pytest.mark.parametrize(
    "damage", ["empty", "cut", "nested", "longer", "header", "first byte", "last byte", "middle byte", "text"]
)
def test_a_damaged_file_is_set_aside_with_a_warning(saved: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    data = saved.read_bytes()
    start, middle = data.index(b"\n") + 200, len(data) // 2
    saved.write_bytes(
        {
            "empty": b"",
            "cut": data[:-1],
            "nested": b"[" * 100_000,
            "longer": data + b"x",
            "header": b"[]" + data[2:],
            "first byte": data[:start] + bytes([data[start] ^ 1]) + data[start + 1 :],
            "last byte": data[:-1] + bytes([data[-1] ^ 1]),
            "middle byte": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
            "text": b"a note of mine\n",
        }[damage]
    )
    with caplog.at_level(logging.WARNING):
        damaged = saved.read_bytes()
        assert persistence.load(saved) is None
    assert "built again" in caplog.text
    assert saved.with_name("corpus.index.damaged-1").read_bytes() == damaged
    assert not saved.exists()


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("harm",)


def test_nothing_but_an_index_is_read_whatever_the_file_asks_for(
    saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    persistence.save(cast(Index, Harm()), "revision", saved)
    assert persistence.load(saved) is None
    assert capsys.readouterr().out == ""


def test_a_save_that_fails_leaves_the_old_one(saved: Path, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        persistence.save(index, "newer", saved)
    monkeypatch.undo()
    assert persistence.load(saved) is not None
    assert [file.name for file in saved.parent.iterdir()] == [saved.name]
