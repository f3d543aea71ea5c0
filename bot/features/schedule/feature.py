"""What daily posts bring to every platform."""

from __future__ import annotations

from bot.core.app import Feature
from bot.features.schedule import phrases

FEATURE = Feature(
    "schedule",
    help=((phrases.HELP_SCHEDULE, phrases.ABOUT_SCHEDULE),),
    discord_only=phrases.CMD_SCHEDULE,
)
