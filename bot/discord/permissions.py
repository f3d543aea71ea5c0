"""Who may do what, and where."""

from __future__ import annotations

import discord

from bot.core.server import Server
from bot.discord.base import Interaction

_TO_POST = ("view_channel", "send_messages", "read_message_history")
_TO_POST_IN_THREADS = (*_TO_POST, "create_public_threads", "send_messages_in_threads")


def server_of(interaction: Interaction) -> Server:
    """The server that somebody asks in, and whether they manage it."""
    guild = interaction.guild
    channels = {channel.id: f"#{channel.name}" for channel in guild.channels} if guild else {}
    return Server(interaction.guild_id, channels, bool(guild) and manages_server(interaction))


def manages_server(interaction: Interaction) -> bool:
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def missing_permissions(channel: discord.TextChannel | discord.ForumChannel, *, thread: bool) -> list[str]:
    """What the bot lacks to post in a channel, by discord.py's names."""
    granted = channel.permissions_for(channel.guild.me)
    needed = _TO_POST_IN_THREADS if thread and isinstance(channel, discord.TextChannel) else _TO_POST
    return [name for name in needed if not getattr(granted, name)]


def may_write(channel: discord.abc.MessageableChannel, guild: discord.Guild | None) -> bool:
    """Whether the bot may write messages in a channel, as far as is known."""
    allowed = permissions_in(channel, guild)
    in_thread = isinstance(channel, discord.Thread)
    return allowed.view_channel and (allowed.send_messages_in_threads if in_thread else allowed.send_messages)


def permissions_in(channel: discord.abc.MessageableChannel, guild: discord.Guild | None) -> discord.Permissions:
    """What the bot may do in a channel; everything where that is not known, because Discord will say."""
    if guild is None or isinstance(channel, discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(guild.me)
    except discord.ClientException:  # of a thread whose channel is not known
        return discord.Permissions.all()
