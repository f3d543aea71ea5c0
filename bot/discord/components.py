"""Buttons and menus that know from their custom ids alone what to do, and so go on working after a restart."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

import discord
from discord import ui

from bot.core.paging import Page
from bot.discord.base import Interaction
from bot.monitoring.calls import answered_by
from bot.rendering import phrases
from bot.rendering.language import Language
from bot.rendering.plain import one_line
from bot.rendering.snippet import clip

Item = ui.Item[Any]
Rows = list[list[Item]]
"""The rows of buttons, or of one menu each, below a reply."""

MAX_CUSTOM_ID = 100  # https://discord.com/developers/docs/components/reference#custom-id
_MAX_OPTION = 100  # https://discord.com/developers/docs/components/reference#string-select-select-option-structure
_NONE = re.compile("(?!)")  # what has no template of its own fits no custom id
# A space, which could be trimmed off the end of an id, changes places with a sign that is seldom typed.
_SPACES = str.maketrans({" ": "␣", "␣": " "})


class LastingButton(ABC, ui.DynamicItem[ui.Button[ui.LayoutView]], template=_NONE):
    """A button whose `template` finds in its custom id all that a press needs."""

    carries: ClassVar[bool] = False
    """Its custom id may carry a part of the location of its message."""
    unsolicited: ClassVar[bool] = False
    """It stands only in messages that nobody asked for."""
    of_card: ClassVar[bool] = False
    """It stands below a paper that is shown whole, whose arXiv id is its field of that name."""
    opens: ClassVar[bool] = False
    """It opens the paper of a list whose arXiv id is its field of that name."""

    def __init__(
        self,
        custom_id: str,
        label: str = "…",
        *,
        disabled: bool = False,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(ui.Button(label=label, custom_id=custom_id, disabled=disabled, style=style))

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(match.string)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        answered_by(type(self).__name__)
        await self.press(interaction)

    @abstractmethod
    async def press(self, interaction: Interaction) -> None:
        """Answer a press."""

    @property
    def fields(self) -> Mapping[str, str]:
        """What the named groups of the template find in the custom id."""
        return _fields(self)


class LastingMenu(ABC, ui.DynamicItem[ui.Select[ui.LayoutView]], template=_NONE):
    """A menu whose `template` finds in its custom id all that a choice needs, but for the values chosen."""

    carries: ClassVar[bool] = False
    """Its custom id may carry a part of the location of its message."""

    def __init__(
        self,
        custom_id: str,
        options: Sequence[discord.SelectOption] = (),
        placeholder: str | None = None,
        most: int = 1,
    ) -> None:
        super().__init__(
            ui.Select(custom_id=custom_id, options=list(options), placeholder=placeholder, max_values=most)
        )

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(match.string)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        answered_by(type(self).__name__)
        await self.choose(interaction, chosen(interaction))

    @abstractmethod
    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        """Answer a choice of values, which may be others than the menu offered."""

    @property
    def fields(self) -> Mapping[str, str]:
        """What the named groups of the template find in the custom id."""
        return _fields(self)


def chosen(interaction: discord.Interaction[Any]) -> list[str]:
    """The values that were chosen in a menu; of roles and channels their ids."""
    data: Any = interaction.data
    return list(data.get("values", ()))


def _fields(item: ui.DynamicItem[Any]) -> Mapping[str, str]:
    match = item.template.fullmatch(item.custom_id)
    return match.groupdict(default="") if match else {}


def option(label: str, value: str, description: str | None = None) -> discord.SelectOption:
    """An option of a menu, its texts on one line and as long as Discord allows."""
    below = clip(one_line(description), _MAX_OPTION) if description else None
    return discord.SelectOption(label=clip(one_line(label) or "…", _MAX_OPTION), value=value, description=below)


def custom_ids(message: discord.Message | None) -> list[str]:
    """The custom ids of all buttons and menus in a message, in its order."""
    return [found for part in parts(message) if (found := getattr(part, "custom_id", None))]


def parts(message: discord.Message | None) -> list[object]:
    """All components of a message, as they came, in its order: items of discord.py's take longer to make than most
    answers."""
    found: list[object] = []
    _walk(message.components if message else (), found)
    return found


def _walk(components: Iterable[object], found: list[object]) -> None:
    for component in components:
        found.append(component)
        if children := getattr(component, "children", ()):
            _walk(children, found)
        if accessory := getattr(component, "accessory", None):
            found.append(accessory)


def packed(text: str) -> str:
    """`text` as it stands in custom ids; packing it again gives it back."""
    return text.translate(_SPACES)


def unpacked(message: discord.Message | None, pattern: re.Pattern[str]) -> str:
    """The text that the ids of a message carry: the second groups of those that fit `pattern`, in the order of the
    numbers that their first groups hold."""
    parts = sorted((int(match[1]), match[2]) for match in map(pattern.fullmatch, custom_ids(message)) if match)
    return packed("".join(text for _, text in parts))


def page_buttons(
    page: Page, language: Language, button: type[LastingButton], custom_id: Callable[[int], str]
) -> list[Item]:
    """To the page before, where one is, and to the next; none where there is only one. `custom_id` is that of the
    button to a page."""
    if page.count <= 1:
        return []
    back, on = phrases.PREVIOUS_PAGE.say(language), phrases.NEXT_PAGE.say(language)
    return [
        button(custom_id(page.number - 1), f"← {back}", disabled=page.number <= 1),
        button(custom_id(page.number + 1), f"{on} →", disabled=page.number >= page.count),
    ]
