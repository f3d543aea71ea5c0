"""What Discord accepts as application commands. Source: the application command reference of its API v10."""

from __future__ import annotations

import unicodedata
from collections import Counter

from .fields import Field
from .world import Json

CHAT_INPUT, USER, MESSAGE = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, BOOLEAN, NUMBER = 3, 4, 5, 10
PLAIN_TYPES = tuple(range(3, 12))
OPTION_TYPES = (SUBCOMMAND, GROUP, *PLAIN_TYPES)
BELOW = {SUBCOMMAND: PLAIN_TYPES, GROUP: (SUBCOMMAND,)}
"""Which types of option may stand below a subcommand and a group of them."""
MOST_COMMANDS = {CHAT_INPUT: 100, USER: 15, MESSAGE: 15}
MAX_COMMAND_TEXT = 8000
MAX_PERMISSIONS = 2**54 - 1
INT53 = 2**53 - 1
LOCALES: tuple[str, ...] = (
    "ar",
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en-GB",
    "en-US",
    "es-419",
    "es-ES",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
)
LOCALES += ("hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk")
LOCALES += ("vi", "zh-CN", "zh-TW")


def check_commands(body: Field) -> None:
    """Raises 400 where Discord refuses a bulk overwrite of an application's global commands."""
    body.require()
    commands = body.items(0, sum(MOST_COMMANDS.values()))
    for command in commands:
        _check_command(command)
    body.settle()
    seen = Counter((command.get("type") or CHAT_INPUT, command["name"]) for command in body.value)
    for (kind, name), count in seen.items():
        if count > 1:
            body.refuse("APPLICATION_COMMANDS_DUPLICATE_NAME", f"{name} of type {kind} must be unique")
    for kind, most in MOST_COMMANDS.items():
        if sum(seen_kind == kind for seen_kind, _ in seen) > most:
            body.refuse("APPLICATION_COMMANDS_MAX", f"Maximum number of application commands reached ({most})")
    body.settle()


def _check_command(field: Field) -> None:
    kind = field["type"].choice((CHAT_INPUT, USER, MESSAGE)) or CHAT_INPUT
    _check_names(field, spaced=kind != CHAT_INPUT)
    field["nsfw"].truth()
    field["dm_permission"].truth()
    _check_permissions(field["default_member_permissions"])
    for key, allowed in (("contexts", (0, 1, 2)), ("integration_types", (0, 1))):
        values = [value.choice(allowed) for value in field[key].items(1, len(allowed))]
        if len(set(values)) < len(values):
            field[key].refuse("SET_TYPE_CONTAINS_DUPLICATES", "Values must be unique")
    if kind == CHAT_INPUT:
        _check_descriptions(field)
        _check_options(field["options"], OPTION_TYPES)
    elif field["description"].text(0, 100) or field["options"].items(0, 25):
        field.refuse("APPLICATION_COMMAND_CONTEXT_MENU_FIELDS", "Context menus have no description and no options")
    if not field.refusals and (size := _size(field.value)) > MAX_COMMAND_TEXT:
        field.refuse("APPLICATION_COMMAND_TOO_LARGE", f"Command is {size} characters, over {MAX_COMMAND_TEXT}")


def _check_permissions(field: Field) -> None:
    text = str(field.value)
    if not field.absent and not (text.isascii() and text.isdigit() and int(text) <= MAX_PERMISSIONS):
        field.refuse("NUMBER_TYPE_COERCE", f'Value "{text}" is not a permission bit set.')


def _check_names(field: Field, *, spaced: bool = False) -> None:
    field["name"].require()
    for name in (field["name"], *_localized(field["name_localizations"])):
        text = name.text(1, 32)
        if text and not spaced and (text != text.lower() or not all(map(_in_name, text))):
            name.refuse("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _in_name(character: str) -> bool:
    """As Discord's pattern has it: -, _, ', letters, digits, and marks of the Devanagari and Thai scripts."""
    script = unicodedata.name(character, "").partition(" ")[0]
    return character in "-_'" or unicodedata.category(character)[0] in "LN" or script in ("DEVANAGARI", "THAI")


def _check_descriptions(field: Field) -> None:
    field["description"].require()
    for description in (field["description"], *_localized(field["description_localizations"])):
        description.text(1, 100)


def _localized(field: Field) -> list[Field]:
    entries = field.entries()
    for entry in entries:
        entry.require()
        if entry.path[-1] not in LOCALES:
            entry.refuse("ENUM_TYPE_COERCE", f'Value "{entry.path[-1]}" is not a valid enum value.')
    return entries


def _check_options(field: Field, types: tuple[int, ...]) -> None:
    options = field.items(0, 25)
    for option in options:
        _check_option(option, types)
    kinds = [option["type"].value for option in options]
    if any(kind in (SUBCOMMAND, GROUP) for kind in kinds) and any(kind not in (SUBCOMMAND, GROUP) for kind in kinds):
        message = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        field.refuse("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message)
    required = [option["required"].value is True for option in options]
    if required != sorted(required, reverse=True):
        message = "Required options must be placed before non-required options"
        field.refuse("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
    _check_unique(field, options)


def _check_unique(field: Field, options: list[Field]) -> None:
    for locale in (None, *LOCALES):
        names = [_shown_name(option, locale) for option in options]
        if len(set(names)) < len(names):
            message = f"Option names must be unique{f' in {locale}' if locale else ''}"
            field.refuse("APPLICATION_COMMAND_OPTIONS_NAME_INVALID", message)
            return


def _shown_name(option: Field, locale: str | None) -> str:
    return str((locale and option["name_localizations"][locale].value) or option["name"].value)


def _check_option(field: Field, types: tuple[int, ...]) -> None:
    field["type"].require()
    kind = field["type"].choice(types)
    _check_names(field)
    _check_descriptions(field)
    field["required"].truth()
    if kind in BELOW:
        _check_options(field["options"], BELOW[kind])
        return
    choices = field["choices"].items(0, 25)
    for choice in choices:
        check_choice(choice, kind)
    if field["autocomplete"].truth() and (choices or kind not in (STRING, INTEGER, NUMBER)):
        field.refuse("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete excludes choices")
    if choices and kind not in (STRING, INTEGER, NUMBER):
        field["choices"].refuse("APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "This type has no choices")
    _check_bounds(field, kind)


def _check_bounds(field: Field, kind: int | None) -> None:
    least = field["min_length"].whole(0, 6000)
    most = field["max_length"].whole(1, 6000, default=6000)
    if least > most:
        field["min_length"].refuse("NUMBER_TYPE_MAX", "min_length exceeds max_length")
    for keys, kinds in ((("min_length", "max_length"), (STRING,)), (("min_value", "max_value"), (INTEGER, NUMBER))):
        for key in keys:
            if key.endswith("value"):
                _check_number(field[key], kind)
            if not field[key].absent and kind not in kinds:
                field[key].refuse("APPLICATION_COMMAND_OPTIONS_BOUND_INVALID", f"An option of type {kind} has no {key}")


def _check_number(field: Field, kind: int | None) -> None:
    if kind == INTEGER:
        field.whole(-INT53, INT53)
    elif not field.absent and (not isinstance(field.value, (int, float)) or isinstance(field.value, bool)):
        field.refuse("NUMBER_TYPE_COERCE", f'Value "{field.value}" is not a number.')


def check_choice(field: Field, kind: int | None) -> None:
    """Refuses one choice of an option of type `kind`, synced or answered by autocompletion."""
    field["name"].require()
    for name in (field["name"], *_localized(field["name_localizations"])):
        name.text(1, 100)
    if not field["value"].require():
        return
    if kind == STRING:
        field["value"].text(1, 100)
    else:
        _check_number(field["value"], kind)


def _size(part: Json) -> int:
    """Characters of names, descriptions and values, each localized text counted at its longest."""
    size = len(str(part.get("value", "")))
    for key in ("name", "description"):
        size += max(map(len, [part.get(key) or "", *(part.get(f"{key}_localizations") or {}).values()]))
    return size + sum(_size(child) for key in ("options", "choices") for child in part.get(key) or [])
