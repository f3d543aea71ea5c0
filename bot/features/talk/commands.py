"""Find papers: on any message, from its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.features.talk import phrases
from bot.features.talk.listener import text_of
from bot.features.talk.service import find

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


def find_papers() -> app_commands.ContextMenu:
    return app_commands.ContextMenu(
        name=text(phrases.FIND_PAPERS),
        callback=_find,
        type=discord.AppCommandType.message,
        allowed_contexts=ANYWHERE,
        allowed_installs=BY_ANYONE,
    )


async def _find(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    bot: Paperbot = interaction.client
    said = text_of(message)
    await bot.respond(interaction, lambda asker: find(bot.answers, said, asker.per_page), private=True)
