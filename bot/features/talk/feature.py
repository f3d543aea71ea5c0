"""What plain words bring to every platform: nothing yet but messages in Discord."""

from __future__ import annotations

from bot.core.app import Feature

FEATURE = Feature("talk")
