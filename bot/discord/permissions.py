"""Who may do what, and where."""

from __future__ import annotations

from typing import Any

import discord

from bot.core.server import Place
from bot.features.settings.components import Interaction


def place_of(interaction: discord.Interaction[Any]) -> Place:
    """Where somebody asks, and whether they run that server."""
    guild = interaction.guild
    channels = {channel.id: f"#{channel.name}" for channel in guild.channels} if guild else {}
    return Place(interaction.guild_id, channels, bool(guild) and interaction.permissions.manage_guild)


def _may_write(channel: discord.abc.MessageableChannel, guild: discord.Guild | None) -> bool:
    allowed = _permissions(channel, guild)
    in_thread = isinstance(channel, discord.Thread)
    return allowed.view_channel and (allowed.send_messages_in_threads if in_thread else allowed.send_messages)


def _permissions(channel: discord.abc.MessageableChannel, guild: discord.Guild | None) -> discord.Permissions:
    """What the bot may do in a channel; everything where that is not known, for Discord will say."""
    if guild is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(guild.me)
    except discord.ClientException:  # of a thread whose channel is not known
        return discord.Permissions.all()


_IN_CHANNEL = ("view_channel", "send_messages", "read_message_history")
_IN_THREAD = (*_IN_CHANNEL, "create_public_threads", "send_messages_in_threads")


def missing_permissions(channel: discord.TextChannel | discord.ForumChannel, *, thread: bool) -> list[str]:
    """What the bot lacks to post in a channel, by discord.py's names."""
    granted = channel.permissions_for(channel.guild.me)
    needed = _IN_THREAD if thread and isinstance(channel, discord.TextChannel) else _IN_CHANNEL
    return [name for name in needed if not getattr(granted, name)]


def manages_server(interaction: Interaction) -> bool:
    return interaction.guild_id is not None and interaction.permissions.manage_guild
