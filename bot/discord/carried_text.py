"""Text that the custom ids of a message carry between them, because one has no room for it."""

from __future__ import annotations

import re

import discord

from bot.discord.components import custom_ids

# A space, which could be trimmed off the end of an id, changes places with a sign that is seldom typed.
_SPACES = str.maketrans({" ": "␣", "␣": " "})


def packed(text: str) -> str:
    """`text` as it stands in custom ids; packing it again gives it back."""
    return text.translate(_SPACES)


def unpacked(message: discord.Message | None, pattern: re.Pattern[str]) -> str:
    """The text that the ids of a message carry: the second groups of those that fit `pattern`, in the order of the
    numbers that their first groups hold."""
    parts = sorted((int(match[1]), match[2]) for match in map(pattern.fullmatch, custom_ids(message)) if match)
    return packed("".join(text for _, text in parts))
