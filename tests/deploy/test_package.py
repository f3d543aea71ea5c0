"""Paperbot as others get it: out of a source archive, a wheel, and nothing else of this folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_BACKEND = "import sys, setuptools.build_meta as made; print(getattr(made, sys.argv[1])(sys.argv[2]))"
_IGNORED = shutil.ignore_patterns("__pycache__", "*.egg-info")


def built(what: str, source: Path, into: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-c", _BACKEND, what, str(into)], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return into / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, built from the source archive of a copy of this folder."""
    folder = tmp_path_factory.mktemp("package")
    copy = folder / "copy"
    for name in ("bot", "retrieval", "seeds", "deploy", "locks"):
        shutil.copytree(ROOT / name, copy / name, ignore=_IGNORED)
    for name in ("pyproject.toml", "MANIFEST.in", "README.md", "LICENSE", "CHANGELOG.md", "config.example.toml"):
        shutil.copy(ROOT / name, copy)
    shutil.unpack_archive(built("build_sdist", copy, folder), folder / "source", filter="data")
    [source] = (folder / "source").iterdir()
    shutil.unpack_archive(built("build_wheel", source, folder), folder / "installed", "zip")
    return folder / "installed"


def paperbot(installed: Path, home: Path, *arguments: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PAPERBOT_", "DISCORD_"))}
    env = clean | {"PYTHONPATH": str(installed), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=home, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_wheel_runs_in_an_empty_folder_with_the_seeds_and_the_terms(installed: Path, tmp_path: Path) -> None:
    assert json.loads(paperbot(installed, tmp_path, "search", "--json", "강화학습"))["total"] > 0
    assert (tmp_path / "data/corpus.db").exists()
    assert "diffusion model" in paperbot(installed, tmp_path, "term", "--json", "확산 모델")


def test_a_wheel_holds_every_file_of_the_packages(installed: Path) -> None:
    for package in ("bot", "retrieval", "seeds"):
        here = {path.relative_to(ROOT) for path in (ROOT / package).rglob("*") if path.is_file()}
        there = {path.relative_to(installed) for path in (installed / package).rglob("*")}
        assert {path for path in here if path.suffix != ".pyc"} - there == set()


def test_the_newest_release_in_the_change_log_is_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    told = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert told[0] == version
