"""An index that other code saved is made anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.recorded.program import run

ROOT = Path(__file__).parent.parent.parent
FOLDERS = sorted({file.parent.relative_to(ROOT) for file in (ROOT / "retrieval").rglob("*.py")})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the program has been used, so that there is an index."""
    home = tmp_path_factory.mktemp("home")
    assert len(found(home)) == 10
    return home


def found(home: Path, root: Path = ROOT) -> list[str]:
    printed = run(home, "search", "확산 모델", "--json", root=root).answer
    return [hit["arxiv_id"] for hit in json.loads(printed)["hits"]]


def header(home: Path) -> dict[str, Any]:
    with (home / "data" / "corpus.index").open("rb") as file:
        read: dict[str, Any] = json.loads(file.readline())
    return read


def test_one_with_another_fingerprint_is_made_anew(home: Path) -> None:
    file = home / "data" / "corpus.index"
    _, _, body = file.read_bytes().partition(b"\n")
    good = header(home)
    file.write_bytes(json.dumps(good | {"code": "other"}).encode() + b"\n" + bytes(reversed(body)))
    assert len(found(home)) == 10
    assert header(home) == good


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code."""
    root = tmp_path_factory.mktemp("root")
    for package in ("bot", "retrieval", "seeds"):
        shutil.copytree(ROOT / package, root / package)
    return root


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_a_change_in_any_folder_of_the_code_gives_another_fingerprint(
    folder: Path, home: Path, root: Path, tmp_path: Path
) -> None:
    shutil.copytree(home / "data", tmp_path / "data")
    changed = min((root / folder).glob("*.py"))
    before = changed.read_text("utf-8")
    changed.write_text(before + "\n# changed\n", "utf-8")
    try:
        assert len(found(tmp_path, root)) == 10
    finally:
        changed.write_text(before, "utf-8")
    assert header(tmp_path)["code"] != header(home)["code"]
