"""What settings bring to every platform."""

from __future__ import annotations

from bot.core.app import Feature
from bot.features.settings import phrases

FEATURE = Feature(
    "settings", help=((phrases.HELP_SETTINGS, phrases.ABOUT_SETTINGS),), discord_only=phrases.CMD_SETTINGS
)
