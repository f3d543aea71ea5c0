"""What is installed: every version pinned, and every file held to its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
LOCKS = ["run", *EXTRAS]
_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; .+?)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+")


def pins(lock: str) -> dict[str, str]:
    """The versions in a lock, every line of which belongs to a pin with hashes."""
    text = (ROOT / "locks" / f"{lock}.txt").read_text()
    assert _PIN.sub("", text) == ""
    return {canonicalize_name(match["name"]): match["version"] for match in _PIN.finditer(text)}


def wanted(lock: str) -> list[Requirement]:
    own = EXTRAS.get(lock, [])
    inner = [each for one in own if (named := re.fullmatch(r"paperbot\[(\w+)\]", one)) for each in EXTRAS[named[1]]]
    direct = [one for one in own if not one.startswith("paperbot[")]
    needed = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *direct, *inner]
    return [Requirement(one) for one in needed]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_all_that_the_project_asks_for_in_versions_that_it_allows(lock: str) -> None:
    pinned = pins(lock)
    for each in wanted(lock):
        assert each.specifier.contains(pinned[canonicalize_name(each.name)]), f"make lock: {each}"


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_agree_with_each_other(lock: str) -> None:
    constraints = (ROOT / "constraints.txt").read_text().splitlines()
    chosen = dict(re.split(r"==| ;", line)[:2] for line in constraints)
    chosen = {canonicalize_name(name): version.strip() for name, version in chosen.items()}
    assert pins(lock).items() <= chosen.items()


def test_every_lock_is_that_of_an_extra_and_names_no_server() -> None:
    files = [*(ROOT / "locks").iterdir(), ROOT / "constraints.txt"]
    assert {file.stem for file in files} == {*LOCKS, "constraints"}
    assert not [file.name for file in files if re.search(r"https?:|index-url|find-links", file.read_text())]
