"""What a Discord client makes of a typed command: the right command, its options filled and checked."""

from __future__ import annotations

from typing import Any

from .definitions import BOOLEAN, CHAT_INPUT, GROUP, INTEGER, MESSAGE, NUMBER, STRING, SUBCOMMAND
from .errors import DriverError
from .resolved import CHANNEL, MENTIONABLE, ROLE, USER, Entity
from .world import Json

ENTITY_TYPES = (CHANNEL, MENTIONABLE, ROLE, USER)
PYTHON_TYPES: dict[int, tuple[type, ...]] = {STRING: (str,), INTEGER: (int,), BOOLEAN: (bool,), NUMBER: (int, float)}
DEFAULT_MAX_LENGTH = 6000


def resolve(commands: list[Json], spoken: str, locale: str) -> list[Json]:
    """The command and the subcommands below it that a (localized) name such as `/paper search` means."""
    chain: list[Json] = []
    candidates = [command for command in commands if command["type"] == CHAT_INPUT]
    for word in spoken.removeprefix("/").split():
        found = _named(candidates, word, locale)
        if found is None:
            known = ", ".join(command["name"] for command in candidates)
            raise DriverError(f"there is no command /{spoken}: at {word!r} there are {known or 'none'}")
        chain.append(found)
        candidates = [option for option in found.get("options") or [] if option["type"] in (SUBCOMMAND, GROUP)]
    if not chain or candidates:
        raise DriverError(f"/{spoken} is a group: a subcommand must follow")
    return chain


def menu_command(commands: list[Json], spoken: str, locale: str) -> Json:
    """The message command of that (localized) name."""
    menus = [command for command in commands if command["type"] == MESSAGE]
    if (found := _named(menus, spoken, locale)) is None:
        raise DriverError(f"there is no message command {spoken!r} among {[menu['name'] for menu in menus]}")
    return found


def command_data(chain: list[Json], given: dict[str, Any], locale: str, *, checked: bool, focus: bool = False) -> Json:
    """The `data` of an interaction. `focus`: the last option given is being typed (autocompletion)."""
    command, *below = chain
    options = _fill(chain[-1].get("options") or [], given, locale, checked=checked, focus=focus)
    for subcommand in reversed(below):
        options = [{"type": subcommand["type"], "name": subcommand["name"], "options": options}]
    return {"id": command["id"], "type": command["type"], "name": command["name"], "options": options}


def shown_name(part: Json, locale: str) -> str:
    """The name as a person with this locale reads it."""
    return str((part.get("name_localizations") or {}).get(locale) or part["name"])


def _named(parts: list[Json], name: str, locale: str) -> Json | None:
    return next((part for part in parts if name in (part["name"], shown_name(part, locale))), None)


def _fill(definitions: list[Json], given: dict[str, Any], locale: str, *, checked: bool, focus: bool) -> list[Json]:
    filled: list[Json] = []
    for place, (name, value) in enumerate(given.items(), start=1):
        definition = _named(definitions, name, locale)
        if definition is None:
            raise DriverError(f"there is no option {name!r} among {[part['name'] for part in definitions]}")
        typing = focus and place == len(given)
        if typing and not definition.get("autocomplete"):
            raise DriverError(f"option {name!r} has no autocompletion")
        if checked and not typing:
            value = _checked(definition, value, locale)
        if isinstance(value, Entity):
            value = value.id
        option = {"type": definition["type"], "name": definition["name"], "value": value}
        filled.append(option | {"focused": True} if typing else option)
    missing = {part["name"] for part in definitions if part.get("required")} - {option["name"] for option in filled}
    if checked and not focus and missing:
        raise DriverError(f"required options are missing: {', '.join(sorted(missing))}")
    return filled


def _checked(definition: Json, value: Any, locale: str) -> Any:
    name, kind = definition["name"], definition["type"]
    if kind in ENTITY_TYPES:
        if not isinstance(value, Entity) or not value.fits(kind, definition.get("channel_types")):
            raise DriverError(f"option {name!r} cannot be {value!r}")
        return value
    if kind not in PYTHON_TYPES:
        raise DriverError(f"option {name!r} is of type {kind}, which this driver cannot fill")
    if not isinstance(value, PYTHON_TYPES[kind]) or (isinstance(value, bool) and kind != BOOLEAN):
        raise DriverError(f"option {name!r} cannot be {value!r}")
    if choices := definition.get("choices"):
        chosen = [choice for choice in choices if value in (choice["value"], shown_name(choice, locale))]
        if not chosen:
            raise DriverError(f"option {name!r} must be one of {[choice['name'] for choice in choices]}")
        return chosen[0]["value"]
    size, bounds = (len(value), "length") if isinstance(value, str) else (value, "value")
    least = definition.get(f"min_{bounds}")
    most = definition.get(f"max_{bounds}", DEFAULT_MAX_LENGTH if bounds == "length" else None)
    if isinstance(value, str) and not value.strip():
        raise DriverError(f"option {name!r} cannot be blank")
    if (least is not None and size < least) or (most is not None and size > most):
        raise DriverError(f"option {name!r} must have a {bounds} between {least} and {most}, not {size}")
    return value
