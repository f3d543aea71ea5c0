"""Find papers: on any message, from its menu."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.talk import phrases
from bot.features.talk.answers import Said
from bot.features.talk.components import TypedButton, typed_rows
from bot.features.talk.listener import Messages, text_of
from bot.features.talk.service import Talk


def _find_papers() -> app_commands.ContextMenu:
    return app_commands.ContextMenu(
        name=text(phrases.FIND_PAPERS),
        callback=_find,
        type=discord.AppCommandType.message,
        allowed_contexts=ANYWHERE,
        allowed_installs=BY_ANYONE,
    )


async def _find(interaction: Interaction, message: discord.Message) -> None:
    talk, said = interaction.client.app.service(Talk), text_of(message)
    await respond(interaction, lambda asker: talk.find(said, asker.per_page), private=True)


EXTENSION = Extension(
    commands=lambda: (_find_papers(),),
    components=(TypedButton,),
    controls=(controls(Said, typed_rows),),
    listeners=(Messages,),
)
