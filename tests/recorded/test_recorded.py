"""What users have is as it was recorded."""

from __future__ import annotations

import json
import re

import pytest

from tests.recorded.conftest import Now
from tests.recorded.recordings import FOLDER, MAKERS, difference
from tests.recorded.walk import NOTHING

NAMES = [name for names in MAKERS.values() for name in names]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_as_it_was_recorded(name: str, now: Now) -> None:
    if found := difference(name, now(name)):
        pytest.fail(found, pytrace=False)


def test_every_recording_is_compared() -> None:
    assert sorted(file.name for file in FOLDER.iterdir() if file.is_file()) == sorted(NAMES)


def test_every_recorded_button_and_menu_is_still_answered(now: Now) -> None:
    """Messages with them stand in Discord, whatever the bot sends now."""
    templates = [
        re.compile(one["template"], re.DOTALL if one["dotall"] else 0) for one in json.loads(now("templates.json"))
    ]
    scenes = json.loads((FOLDER / "custom_ids.json").read_text("utf-8"))
    steps = [step for steps in scenes.values() for step in steps]
    assert not [step for step in steps if step["done"].startswith(NOTHING)]
    sent_before = json.loads(
        (FOLDER / "sent" / "version_1.json").read_text("utf-8")
    )  # by earlier releases: never rewritten
    recorded = {one for step in steps for one in step["custom_ids"]} | set(sent_before)
    verbs = {one.split(":")[0] for one in recorded}
    assert {"page", "literal", "open", "points", "similar", "save", "day", "top", "jump", "follows", "forget"} < verbs
    assert {one for one in recorded if sum(bool(each.fullmatch(one)) for each in templates) != 1} == set()
