"""The fake refuses the command definitions that Discord refuses."""

from __future__ import annotations

from typing import Any

import pytest

from .definitions import check_commands
from .errors import ApiError
from .fields import Field
from .world import Json


def command(name: str = "paper", **other: Any) -> Json:
    return {"name": name, "description": "Finds papers", "type": 1} | other


def string(name: str = "query", **other: Any) -> Json:
    return {"type": 3, "name": name, "description": "What to find"} | other


def sub(*options: Json, name: str = "search", kind: int = 1) -> Json:
    return {"type": kind, "name": name, "description": "Finds", "options": list(options)}


def choice(name: str = "a", value: Any = "a") -> Json:
    return {"name": name, "value": value}


GOOD = [
    [command(name_localizations={"ko": "논문"}, description_localizations={"ko": "논문 찾기"})],
    [command(options=[sub(string(required=True), string("limit", type=4, min_value=1, max_value=10))])],
    [command(options=[sub(sub(), kind=2, name="group"), sub(name="other")])],
    [command(options=[string(choices=[choice()]), string("b", autocomplete=True)])],
    [command(default_member_permissions="32", contexts=[0, 1, 2], integration_types=[0, 1], nsfw=False)],
    [{"name": "Find papers", "type": 3, "description": ""}],
    [command("it's-a_name9"), command("ไทย"), command("देवनागरी"), command("paper", type=3, description="")],
]


@pytest.mark.parametrize("commands", GOOD, ids=range(len(GOOD)))
def test_what_discord_takes_is_taken(commands: list[Json]) -> None:
    field = Field(commands)
    check_commands(field)
    assert field.refusals == []


BAD = [
    ("0.name", [command("Paper")], "APPLICATION_COMMAND_INVALID_NAME"),
    ("0.name", [command("two words")], "APPLICATION_COMMAND_INVALID_NAME"),
    ("0.name", [command("x" * 33)], "BASE_TYPE_MAX_LENGTH"),
    ("0.name", [command("")], "BASE_TYPE_MIN_LENGTH"),
    ("0.name_localizations.ko", [command(name_localizations={"ko": "논문 찾기"})], "APPLICATION_COMMAND_INVALID_NAME"),
    ("0.name_localizations.kr", [command(name_localizations={"kr": "논문"})], "ENUM_TYPE_COERCE"),
    ("0.description", [command(description="")], "BASE_TYPE_MIN_LENGTH"),
    ("0.description", [command(description="x" * 101)], "BASE_TYPE_MAX_LENGTH"),
    ("0.description_localizations.ko", [command(description_localizations={"ko": "가" * 101})], "BASE_TYPE_MAX_LENGTH"),
    ("0.contexts", [command(contexts=[])], "BASE_TYPE_BAD_LENGTH"),
    ("0.contexts", [command(contexts=[0, 0])], "SET_TYPE_CONTAINS_DUPLICATES"),
    ("0.contexts.0", [command(contexts=[3])], "BASE_TYPE_CHOICES"),
    ("0.default_member_permissions", [command(default_member_permissions="manage")], "NUMBER_TYPE_COERCE"),
    ("0", [{"name": "Find papers", "type": 3, "description": "x"}], "APPLICATION_COMMAND_CONTEXT_MENU_FIELDS"),
    ("0.options", [command(options=[string(str(n)) for n in range(26)])], "BASE_TYPE_BAD_LENGTH"),
    (
        "0.options",
        [command(options=[string("a"), string("b", required=True)])],
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ),
    ("0.options", [command(options=[sub(), string()])], "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"),
    ("0.options", [command(options=[string(), string()])], "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"),
    (
        "0.options",
        [command(options=[string(n, name_localizations={"ko": "글"}) for n in "ab"])],
        "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
    ),
    ("0.options.0.name", [command(options=[string("Query")])], "APPLICATION_COMMAND_INVALID_NAME"),
    ("0.options.0.type", [command(options=[string(type=12)])], "BASE_TYPE_CHOICES"),
    (
        "0.options.0.options.0.type",
        [command(options=[sub(sub())])],
        "BASE_TYPE_CHOICES",
    ),
    ("0.options.0.options.0.type", [command(options=[sub(string(), kind=2)])], "BASE_TYPE_CHOICES"),
    (
        "0.options.0.choices",
        [command(options=[string(choices=[choice(str(n)) for n in range(26)])])],
        "BASE_TYPE_BAD_LENGTH",
    ),
    ("0.options.0.choices.0.name", [command(options=[string(choices=[choice("x" * 101)])])], "BASE_TYPE_MAX_LENGTH"),
    ("0.options.0.choices.0.value", [command(options=[string(choices=[choice(value=3)])])], "STRING_TYPE_CONVERT"),
    (
        "0.options.0",
        [command(options=[string(choices=[choice()], autocomplete=True)])],
        "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
    ),
    (
        "0.options.0.min_value",
        [command(options=[string(min_value=1)])],
        "APPLICATION_COMMAND_OPTIONS_BOUND_INVALID",
    ),
    ("0.options.0.min_length", [command(options=[string(min_length=9, max_length=8)])], "NUMBER_TYPE_MAX"),
    (
        "0",
        [command(options=[string(str(n), choices=[choice(c * 50, c * 50) for c in "abcd"]) for n in range(25)])],
        "APPLICATION_COMMAND_TOO_LARGE",
    ),
    ("", [command(), command()], "APPLICATION_COMMANDS_DUPLICATE_NAME"),
    ("", [command(f"c{n}") for n in range(101)], "APPLICATION_COMMANDS_MAX"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "commands", "code"), BAD, ids=[f"{path}-{code}" for path, _, code in BAD])
def test_what_discord_refuses_is_refused(path: str, commands: list[Json], code: str) -> None:
    with pytest.raises(ApiError) as caught:
        check_commands(Field(commands))
    assert (caught.value.status, caught.value.code) == (400, 50035)
    place: Any = caught.value.errors
    for key in filter(None, path.split(".")):
        place = place[key]
    assert code in [refused["code"] for refused in place["_errors"]]
