"""The panel of settings as a reply shows it."""

from __future__ import annotations

from typing import Any

import discord
from simcord.results import InteractionResult

from tests.bot.views import walk


def controls(result: InteractionResult) -> dict[str, dict[str, Any]]:
    """The buttons and menus, by their custom ids."""
    assert result.response is not None
    return {item["custom_id"]: item for item in walk(result.response.components) if "custom_id" in item}


def chosen(result: InteractionResult, custom_id: str) -> str:
    """What a menu shows as chosen."""
    [option] = [option for option in controls(result)[custom_id]["options"] if option.get("default")]
    return str(option["label"])


def message(result: InteractionResult) -> discord.Message:
    assert result.response is not None
    return result.response.message
