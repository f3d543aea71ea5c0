"""The button that deletes what is kept on who asked for that."""

from __future__ import annotations

import re

import discord

from bot.discord.base import Interaction
from bot.discord.components import LastingButton, Rows
from bot.discord.replies import turn
from bot.features.privacy import phrases
from bot.features.privacy.answers import Deletion
from bot.features.privacy.service import PersonalData
from bot.rendering.language import Language


class ForgetButton(LastingButton, template=re.compile("forget")):
    """Deletes everything that is kept on who presses it; nobody else sees it."""

    async def press(self, interaction: Interaction) -> None:
        await turn(interaction, interaction.client.app.service(PersonalData).delete)


def deletion_rows(answer: Deletion, language: Language) -> Rows:
    if answer.done:
        return []
    return [[ForgetButton("forget", phrases.CONFIRM_BUTTON.say(language), style=discord.ButtonStyle.danger)]]
