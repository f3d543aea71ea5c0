"""Find papers: on any message, from its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import talk_words
from bot.commands.scope import ANYWHERE, BY_ANYONE
from bot.messages import text_of
from bot.talk import find
from bot.tree import text

if TYPE_CHECKING:
    from bot.client import Paperbot


def find_papers() -> app_commands.ContextMenu:
    return app_commands.ContextMenu(
        name=text(talk_words.FIND_PAPERS),
        callback=_find,
        type=discord.AppCommandType.message,
        allowed_contexts=ANYWHERE,
        allowed_installs=BY_ANYONE,
    )


async def _find(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    bot: Paperbot = interaction.client
    said = text_of(message)
    await bot.respond(interaction, lambda asker: find(bot.answers, said, asker.per_page), private=True)
