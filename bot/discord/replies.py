"""What stands in Discord in answer to somebody: put in the place that was kept for it, or owned up to."""

from __future__ import annotations

from typing import Any

import discord

from bot.core.answer import Answer, Notice
from bot.core.errors import broken
from bot.discord.layout import attachments, has_hint, layout
from bot.discord.outbox import custom_ids
from bot.discord.retry import deliver
from bot.features.follow.components import is_alert
from bot.rendering.language import Language

Interaction = discord.Interaction[Any]


async def replace(interaction: Interaction, answer: Answer, language: Language, *, keep: bool = False) -> None:
    """Put `answer` in the place of what a deferral promised. `keep`: a reply stands there, which a sentence would not
    make up for."""
    view = layout(answer, language, newcomer=keep and has_hint(interaction.message))
    if keep and isinstance(answer, Notice):
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    elif not await deliver(lambda: interaction.edit_original_response(view=view, attachments=attachments(answer))):
        await own_up(interaction, language, keep=keep)


async def own_up(interaction: Interaction, language: Language, *, keep: bool = False) -> None:
    """Say that Discord did not take the answer, rather than nothing. `keep`: a reply stands where it was to be."""
    view = layout(broken(), language)
    if not interaction.response.is_done():
        await deliver(lambda: interaction.response.send_message(view=view, ephemeral=True))
    elif keep:
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await deliver(lambda: interaction.edit_original_response(view=view, attachments=[]))


def belongs_to_presser(interaction: Interaction) -> bool:
    """A reply belongs to who asked for it, by a command or in a message; what the bot posted in a channel to nobody."""
    message = interaction.message
    if message is None:
        return True
    if message.interaction_metadata:
        return message.interaction_metadata.user == interaction.user
    if interaction.guild_id is None:
        return not any(map(is_alert, custom_ids(message)))  # direct messages: all but what came unasked
    asked = message.reference.resolved if message.reference else None
    return isinstance(asked, discord.Message) and asked.author == interaction.user
