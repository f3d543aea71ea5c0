"""The location that a message carries, and the buttons that turn its pages.

A press answers from its custom id alone (`page:2:`). The location that a reply shows, or was opened from, travels with
it: its code, which can hold a query too long for one custom id, is split over all of a message's ids. Each has its part
behind the last colon, behind the part's number. A press joins them again from its message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import discord

from bot.core.location import Location, decode
from bot.discord.base import Interaction
from bot.discord.components import MAX_CUSTOM_ID, Item, LastingButton, LastingMenu, packed, unpacked
from bot.discord.replies import turn

_PART = re.compile(r"[a-z]+:[^:]*:(\d)(.+)", re.DOTALL)
_MOST_PARTS = 10  # what one digit counts


def carrying(beginning: str) -> re.Pattern[str]:
    """The template of a custom id that begins so, and may carry a part of a location behind one more colon."""
    return re.compile(rf"{beginning}:(?:\d.+)?", re.DOTALL)


def page_number(digits: str) -> int:
    """The page that an id names; people can send ids that the bot never made."""
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 1


class PageButton(LastingButton, template=carrying("page:(?P<page>[^:]*)")):
    """Turns the reply to another page of its list, or back to the list that a paper was opened from."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        location, app = carried(interaction.message), interaction.client.app
        there = location.turned(page_number(self.fields["page"])) if location else None
        await turn(interaction, lambda asker: app.open(there, asker), same=app.same(there))


def page_id(page: int) -> str:
    """The custom id of the button to a page."""
    return f"page:{page}:"


def load(location: Location | None, items: Iterable[Item]) -> None:
    """Let the custom ids of a message's items carry a location. Where they have no room for it the sentence that asked
    for it is left behind, and where that is not enough, all of it."""
    if location is None:
        return
    carriers = [item for item in items if isinstance(item, LastingButton | LastingMenu) and item.carries]
    if not _load(location, carriers) and location.said:
        _load(location.unsaid(), carriers)


def _load(location: Location, carriers: Sequence[LastingButton | LastingMenu]) -> bool:
    """Whether the carriers have room for a location, which they then carry."""
    rest, loaded = packed(location.code), []
    for number, carrier in zip(range(_MOST_PARTS), carriers, strict=False):
        if not rest:
            break
        room = MAX_CUSTOM_ID - len(carrier.custom_id) - 1
        loaded.append((carrier, f"{carrier.custom_id}{number}{rest[:room]}"))
        rest = rest[room:]
    if rest:
        return False
    for carrier, custom_id in loaded:
        carrier.custom_id = custom_id
    return True


def carried(message: discord.Message | None) -> Location | None:
    """The location that a message's custom ids carry."""
    return decode(unpacked(message, _PART))
