"""What privacy brings to every platform."""

from __future__ import annotations

from bot.core.app import Feature
from bot.features.privacy import phrases

FEATURE = Feature("privacy", help=((phrases.HELP_PRIVACY, phrases.ABOUT_PRIVACY),), discord_only=phrases.CMD_PRIVACY)
