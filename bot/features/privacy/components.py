"""The button that deletes what is kept on who asked for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.features.privacy import phrases
from bot.features.privacy.answers import Deletion
from bot.features.privacy.service import delete_kept
from bot.rendering.language import Language

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


class ForgetButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(r"forget")):
    """Deletes everything that is kept on who presses it; nobody else sees it."""

    def __init__(self, label: str = "…") -> None:
        super().__init__(ui.Button(label=label, custom_id="forget", style=discord.ButtonStyle.danger))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        await bot.turn(interaction, lambda asker: delete_kept(bot.state.privacy, asker))


def forget_rows(answer: Deletion, language: Language) -> list[list[ui.Item[Any]]]:
    return [] if answer.done else [[ForgetButton(phrases.CONFIRM_BUTTON.say(language))]]
