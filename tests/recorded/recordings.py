"""All recordings: how each is made, and how it differs from what is there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from tests.recorded.calls import OBJECTS, calls
from tests.recorded.console import console
from tests.recorded.databases import load
from tests.recorded.discord_side import answers_over, discord_side
from tests.recorded.program import as_json

FOLDER: Final = Path(__file__).with_name("recordings")
STATES: Final = FOLDER / "states"
_MOST_LINES: Final = 200  # of a difference

Makers = Mapping[Callable[[Path], dict[str, str]], tuple[str, ...]]

MAKERS: Final[Makers] = {
    discord_side: ("commands.json", "templates.json", "custom_ids.json"),
    console: ("console_en.txt", "console_ko.txt", "schema_corpus.sql", "schema_state.sql"),
    calls: ("help.txt", *(f"json_{name}.json" for name in OBJECTS)),
}
"""What makes which recordings, given an empty folder."""


def difference(name: str, now: str) -> str:
    """The lines in which a recording (its path within FOLDER) differs from `now`; "" where it does not."""
    file = FOLDER / name
    recorded = file.read_text("utf-8") if file.exists() else ""
    lines = difflib.unified_diff(recorded.splitlines(), now.splitlines(), f"recorded {name}", "now", lineterm="", n=6)
    shown = list(islice(lines, _MOST_LINES))
    if not shown:
        return ""
    return "\n".join([*shown, "", "If this is meant: python -m tests.recorded"])


def keep_state(script: str) -> None:
    """Keep a state database, unless there is one of that version already: those stay as they were made then."""
    version = re.search(r"PRAGMA user_version = (\d+);", script)
    assert version
    file = STATES / f"version_{version[1]}.sql"
    if not file.exists():
        file.write_text(script, "utf-8")


def state_answers(script: Path, home: Path) -> str:
    """What is answered over a state database that was kept."""
    load(script.read_text("utf-8"), database := home / "state.db")
    return as_json(answers_over(database, home))
