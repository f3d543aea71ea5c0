"""What Discord accepts as the components of a message.

Sources: the component reference and the OpenAPI description of Discord's HTTP API v10; for the processed size,
discord-api-docs issue 8554.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from .fields import Field
from .world import Json

ROW, BUTTON, STRING_SELECT = 1, 2, 3
ENTITY_SELECTS = (5, 6, 7, 8)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17
IN_CONTAINER = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
TOP_LEVEL = (*IN_CONTAINER, CONTAINER)

MAX_COMPONENTS = 40
MAX_LEGACY_ROWS = 5
MAX_TEXT = 4000
MAX_PROCESSED_BYTES = 10_170
BYTES_PER_TEXT = 12
MAX_ID = 2**31 - 1
LINK, PREMIUM = 5, 6


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, parents first, in the order they are shown."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        if accessory := component.get("accessory"):
            yield accessory


def check_components(field: Field, *, v2: bool) -> None:
    """Refuses a message's `components` where Discord does. A legacy message (not `v2`) has action rows only."""
    kinds, most = (TOP_LEVEL, MAX_COMPONENTS) if v2 else ((ROW,), MAX_LEGACY_ROWS)
    for child in field.items(0, most):
        _check(child, kinds)
    if not field.refusals and field.value:
        _check_whole(field)


def _check_whole(field: Field) -> None:
    parts = list(walk(field.value))
    if len(parts) > MAX_COMPONENTS:
        field.refuse("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", f"Components ({len(parts)}) exceed {MAX_COMPONENTS}")
    texts = [part["content"] for part in parts if part["type"] == TEXT]
    if (size := sum(map(len, texts))) > MAX_TEXT:
        message = f"The total displayable text size ({size}) exceeds the maximum size of {MAX_TEXT}"
        field.refuse("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)
    processed = sum(len(text.encode()) for text in texts) + BYTES_PER_TEXT * len(texts)
    if processed > MAX_PROCESSED_BYTES:
        # Discord itself answers 500, which clients repeat for half a minute; a test should hear of it at once.
        field.refuse("COMPONENT_PROCESSED_SIZE_EXCEEDED", f"{processed} bytes of text exceed {MAX_PROCESSED_BYTES}")
    for key, code in (("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED"), ("id", "COMPONENT_ID_DUPLICATED")):
        values = [part[key] for part in parts if part.get(key)]
        if repeated := sorted({str(value) for value in values if values.count(value) > 1}):
            field.refuse(code, f"Component {key} cannot be duplicated: {', '.join(repeated)}")


def _check(field: Field, kinds: tuple[int, ...]) -> None:
    kind = field["type"].value
    if kind not in kinds or isinstance(kind, bool):
        field.refuse("UNION_TYPE_CHOICES", f'Value of field "type" must be one of {kinds}.')
        return
    field["id"].whole(0, MAX_ID)
    _CHECKS.get(kind, _check_select)(field)


def _check_row(field: Field) -> None:
    if not field["components"].require():
        return
    children = field["components"].items(1, 5)
    for child in children:
        _check(child, (BUTTON, STRING_SELECT, *ENTITY_SELECTS))
    if len(children) > 1 and any(child["type"].value != BUTTON for child in children):
        field.refuse("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width")


def _check_button(field: Field) -> None:
    field["style"].require()
    style = field["style"].whole(1, PREMIUM)
    label = field["label"].text(0, 80)
    field["disabled"].truth()
    _check_emoji(field["emoji"])
    wanted = "url" if style == LINK else "sku_id" if style == PREMIUM else "custom_id"
    field[wanted].require()
    for key in {"url", "sku_id", "custom_id"} - {wanted}:
        if not field[key].absent:
            field[key].refuse("BUTTON_COMPONENT_FIELD_FORBIDDEN", f"A button of style {style} cannot have {key}")
    if wanted == "custom_id":
        field["custom_id"].text(1, 100)
    if wanted == "url" and field["url"].text(1, 512):
        _check_url(field["url"], ("http", "https", "discord"))
    if style != PREMIUM and not label.strip() and field["emoji"].absent:
        field.refuse("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji")


def _check_emoji(field: Field) -> None:
    if field.absent:
        return
    field["name"].require()
    name = field["name"].text(0, 32)
    number = field["id"].text(1, 20)
    plain = any(unicodedata.category(character)[0] in "LZ" for character in name)
    if not number.isdigit() and (number or not name or plain):
        field.refuse("COMPONENT_INVALID_EMOJI", "Invalid emoji")


def _check_select(field: Field) -> None:
    field["custom_id"].require()
    field["custom_id"].text(1, 100)
    field["placeholder"].text(0, 150)
    field["disabled"].truth()
    least = field["min_values"].whole(0, 25, default=1)
    most = field["max_values"].whole(1, 25, default=1)
    if least > most:
        field["min_values"].refuse("NUMBER_TYPE_MAX", "min_values exceeds max_values")
    if field["type"].value == STRING_SELECT and field["options"].require():
        _check_options(field["options"], most)


def _check_options(field: Field, most: int) -> None:
    options = field.items(1, 25)
    for option in options:
        for key in ("label", "value"):
            option[key].require()
            option[key].text(1, 100)
        option["description"].text(0, 100)
        option["default"].truth()
        _check_emoji(option["emoji"])
    values = [option["value"].value for option in options]
    if len(set(map(str, values))) < len(values):
        field.refuse("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
    if most > len(options) or sum(option["default"].value is True for option in options) > most:
        field.refuse("SELECT_COMPONENT_MAX_VALUES", f"max_values {most} does not fit the options")


def _check_section(field: Field) -> None:
    if field["components"].require():
        for child in field["components"].items(1, 3):
            _check(child, (TEXT,))
    if field["accessory"].require():
        _check(field["accessory"], (BUTTON, THUMBNAIL))


def _check_text(field: Field) -> None:
    field["content"].require()
    if not field["content"].text(1, MAX_TEXT).strip() and not field["content"].absent:
        field["content"].refuse("BASE_TYPE_REQUIRED", "This field is required")


def _check_thumbnail(field: Field) -> None:
    _check_media(field, "media", ("http", "https", "attachment"))


def _check_gallery(field: Field) -> None:
    if field["items"].require():
        for item in field["items"].items(1, 10):
            _check_thumbnail(item)


def _check_file(field: Field) -> None:
    _check_media(field, "file", ("attachment",))


def _check_media(field: Field, key: str, schemes: tuple[str, ...]) -> None:
    field["description"].text(1, 1024)
    field["spoiler"].truth()
    if field[key].require() and field[key]["url"].require() and field[key]["url"].text(1, 2048):
        _check_url(field[key]["url"], schemes)


def _check_url(field: Field, schemes: tuple[str, ...]) -> None:
    scheme, _, rest = str(field.value).partition("://")
    if scheme not in schemes:
        field.refuse("URL_TYPE_INVALID_SCHEME", f'Scheme "{scheme}" is not supported. Must be one of {schemes}.')
    elif scheme == "attachment":
        if rest in field.files:
            return
        field.refuse("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", f"No uploaded file is named {rest!r}")
    elif any(character.isspace() for character in rest) or not urlsplit(str(field.value)).hostname:
        field.refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.")


def _check_separator(field: Field) -> None:
    field["divider"].truth()
    field["spacing"].choice((1, 2))


def _check_container(field: Field) -> None:
    field["accent_color"].whole(0, 0xFFFFFF)
    field["spoiler"].truth()
    if field["components"].require():
        for child in field["components"].items(1, MAX_COMPONENTS):
            _check(child, IN_CONTAINER)


_CHECKS: dict[int, Callable[[Field], None]] = {
    ROW: _check_row,
    BUTTON: _check_button,
    SECTION: _check_section,
    TEXT: _check_text,
    THUMBNAIL: _check_thumbnail,
    GALLERY: _check_gallery,
    FILE: _check_file,
    SEPARATOR: _check_separator,
    CONTAINER: _check_container,
}
