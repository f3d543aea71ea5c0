"""What follows bring to every platform."""

from __future__ import annotations

from bot.core.app import Feature
from bot.features.follow import phrases

FEATURE = Feature(
    "follow",
    help=((phrases.HELP_FOLLOW, phrases.ABOUT_FOLLOW),),
    discord_only=phrases.CMD_FOLLOW,
)
