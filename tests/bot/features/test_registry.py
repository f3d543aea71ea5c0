"""What holds for every feature, whatever it brings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from discord import ui

import bot.features
from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.discord.components import MAX_CUSTOM_ID
from bot.discord.navigation import PageButton
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.rendering.language import Language
from bot.rendering.phrases import STALE_BUTTON
from tests.bot.samples import FULLEST, SAMPLES
from tests.bot.views import assert_within_budget, components, text_of, walk

FOLDERS = sorted(path.parent.name for path in Path(bot.features.__path__[0]).glob("*/feature.py"))
RECORDED_IDS = Path(__file__).parents[2] / "recorded" / "recordings" / "custom_ids.json"
# A text for each kind of location; any other would do.
LOCATIONS = {"results": "diffusion", "ask": "does MoE help RL?", "similar": "2402.08609", "term": "강화학습"} | {
    "listed": "2402.08609 2402.08268",
    "day": "2024-02-14",
    "top": "week 2024-02-14",
    "trend": "diffusion, LLM",
}


def kinds() -> set[str]:
    """The name of every kind of answer that there is."""
    found: set[str] = set()
    unseen: list[type] = [Answer]
    while unseen:
        subclasses: list[type] = unseen.pop().__subclasses__()
        found |= {_name(kind) for kind in subclasses}
        unseen += subclasses
    return {name for name in found if name.startswith("bot.")}


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__name__}"


def templates() -> Iterator[tuple[type[ui.DynamicItem[Any]], re.Pattern[str]]]:
    own: list[type[ui.DynamicItem[Any]]] = [PageButton]
    for kind in [*own, *(kind for extension in EXTENSIONS for kind in extension.components)]:
        yield kind, kind.__discord_ui_compiled_template__


def test_every_folder_is_in_both_registries() -> None:
    assert sorted(feature.name for feature in FEATURES) == FOLDERS
    for name in FOLDERS:
        assert f"from bot.features.{name}.commands import EXTENSION" in Path(
            bot.features.__path__[0], "extensions.py"
        ).read_text("utf-8")
    assert len(EXTENSIONS) == len(set(map(id, EXTENSIONS))) == len(FOLDERS)


def test_every_component_is_in_one_extension() -> None:
    registered = [kind for kind, _ in templates()]
    assert len(registered) == len(set(registered))
    brought = {
        f"{path.parent.name}.{name}"
        for path in Path(bot.features.__path__[0]).glob("*/components.py")
        for name in re.findall(r"^class (\w+)\([^)]*template=", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    }
    of_features = {f"{kind.__module__.split('.')[-2]}.{kind.__name__}" for kind in registered}
    assert brought <= of_features


def test_no_custom_id_fits_two_templates() -> None:
    recorded = RECORDED_IDS.read_text("utf-8")
    sent = {one for one in _strings(json.loads(recorded)) if " ← " not in one}
    ids = {one for one in sent if any(pattern.fullmatch(one) for _, pattern in templates())}
    assert len(ids) > 100
    for custom_id in ids:
        assert len(custom_id) <= MAX_CUSTOM_ID
        assert sum(pattern.fullmatch(custom_id) is not None for _, pattern in templates()) == 1, custom_id


def _strings(recorded: Any) -> Iterator[str]:
    if isinstance(recorded, str):
        yield recorded.split(" ← ")[0]  # what was chosen from a menu stands behind its id
    elif isinstance(recorded, list):
        for each in recorded:
            yield from _strings(each)
    elif isinstance(recorded, dict):
        for each in recorded.values():
            yield from _strings(each)


@pytest.mark.parametrize("kind", [route.kind for feature in FEATURES for route in feature.routes])
async def test_every_location_opens(app: App, kind: str) -> None:
    answer = await app.open(Location(kind, LOCATIONS.get(kind, "")), Asker(1, None, "en"))
    assert not isinstance(answer, Notice) or answer.phrase is not STALE_BUTTON


def test_every_location_has_a_route() -> None:
    routes = {route.kind for feature in FEATURES for route in feature.routes}
    there = {each for sample in SAMPLES for each in (sample.location, sample.turned(1), sample.turned(-1)) if each}
    assert {"results", "day"} <= {location.kind for location in there} <= routes


def test_the_location_of_an_answer_with_a_topic_carries_it() -> None:
    topical = [sample for sample in SAMPLES if sample.topic]
    assert topical
    for sample in topical:
        assert sample.location
        assert sample.location.text == sample.topic
        [row] = [item for item in walk(components(sample)) if item["type"] == 1 and "Follow this" in _labels(item)]
        assert len(row["components"]) <= 5


def _labels(row: dict[str, Any]) -> list[str]:
    return [item.get("label", "") for item in row["components"]]


async def test_a_location_of_no_kind_says_that_its_button_is_out_of_date(app: App) -> None:
    for location in (None, Location("nowhere", "")):
        answer = await app.open(location, Asker(1, None, "en"))
        assert isinstance(answer, Notice)
        assert answer.phrase is STALE_BUTTON


def test_kinds_of_locations_are_told_apart() -> None:
    routes = [route.kind for feature in FEATURES for route in feature.routes]
    assert len(routes) == len(set(routes))


def test_every_kind_of_answer_has_a_sample() -> None:
    assert {_name(type(sample)) for sample in SAMPLES} == kinds()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_every_answer_is_drawn_in_both_languages_within_budget(sample: Answer, language: Language) -> None:
    nested = components(sample, language)
    assert_within_budget(nested)
    assert text_of(nested).strip()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("answer", FULLEST, ids=lambda answer: type(answer).__name__)
def test_every_list_is_drawn_within_budget_however_much_it_holds(answer: Answer, language: Language) -> None:
    assert_within_budget(components(answer, language))
