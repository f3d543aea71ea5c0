"""What a reply is made of, as it is sent: an object of discord.py's for each part would take as long as its text.

https://discord.com/developers/docs/components/reference
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from discord import ui

Part = dict[str, Any]
"""A component, with those in it."""


def text_display(content: str) -> Part:
    return {"type": 10, "content": content}


def with_button(shown: Part, button: ui.Item[Any]) -> Part:
    """A text with a button beside it."""
    return {"type": 9, "components": [shown], "accessory": button.to_component_dict()}


def with_thumbnail(shown: Part, url: str) -> Part:
    """A text with a picture beside it."""
    media = {"type": 11, "spoiler": False, "media": {"url": url}, "description": None}
    return {"type": 9, "components": [shown], "accessory": media}


def picture(url: str, description: str) -> Part:
    media: Part = {"media": {"url": url}, "spoiler": False}
    return {"type": 12, "items": [{**media, "description": description} if description else media]}


def file(url: str) -> Part:
    return {"type": 13, "file": {"url": url}, "spoiler": False}


def space(*, line: bool) -> Part:
    """Space between two parts, with a line in it or without."""
    return {"type": 14, "divider": line, "spacing": 1}


def row(items: Iterable[ui.Item[Any]]) -> Part:
    """Buttons side by side, or one menu."""
    return {"type": 1, "components": [item.to_component_dict() for item in items]}


def container(parts: Sequence[Part], colour: int) -> Part:
    return {"type": 17, "accent_color": colour, "spoiler": False, "components": parts}


def size(parts: Iterable[Part]) -> int:
    """How many components the parts are, with all that is in them."""
    return sum(1 + size(part.get("components", ())) + ("accessory" in part) for part in parts)


def _characters(parts: Iterable[Part]) -> int:
    return sum(len(part.get("content", "")) + _characters(part.get("components", ())) for part in parts)


class Drawn(ui.LayoutView):
    """A reply as it is sent, as often as is wanted. What is pressed below it is found by its custom ids alone, so that
    nothing of it has to be kept: for discord.py it is finished."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(timeout=None)
        self._parts = list(parts)

    def to_components(self) -> list[Part]:
        return self._parts

    @property
    def total_children_count(self) -> int:
        return size(self._parts)

    def content_length(self) -> int:
        return _characters(self._parts)

    def has_components_v2(self) -> bool:
        return True

    def is_finished(self) -> bool:
        return True
