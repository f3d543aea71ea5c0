"""What the bot may do where. Source: the permissions reference of Discord's API v10."""

from __future__ import annotations

from .errors import missing_access, missing_permissions
from .world import DM_CHANNEL, GROUP_DM, THREADS, Channel, World

ADMINISTRATOR, MANAGE_GUILD, MANAGE_MESSAGES = 1 << 3, 1 << 5, 1 << 13
VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, ATTACH_FILES, READ_HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 15, 1 << 16
MENTION_EVERYONE, USE_COMMANDS = 1 << 17, 1 << 31
CREATE_PUBLIC_THREADS, CREATE_PRIVATE_THREADS, SEND_IN_THREADS = 1 << 35, 1 << 36, 1 << 38
EVERYONE = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | ATTACH_FILES | READ_HISTORY | USE_COMMANDS
EVERYONE |= CREATE_PUBLIC_THREADS | SEND_IN_THREADS
ALL = (1 << 50) - 1

_NAMES = {
    SEND_MESSAGES: "SEND_MESSAGES",
    MANAGE_MESSAGES: "MANAGE_MESSAGES",
    ATTACH_FILES: "ATTACH_FILES",
    CREATE_PUBLIC_THREADS: "CREATE_PUBLIC_THREADS",
    CREATE_PRIVATE_THREADS: "CREATE_PRIVATE_THREADS",
    SEND_IN_THREADS: "SEND_MESSAGES_IN_THREADS",
}


def app_permissions(world: World, channel: Channel) -> int:
    """The bot's permissions in a channel, through its guild's roles and what is denied to it there."""
    guild = world.guild_of(channel)
    if guild is None:
        return EVERYONE if channel.type == DM_CHANNEL else 0
    if guild.bot_permissions & ADMINISTRATOR:
        return ALL
    return guild.bot_permissions & ~(channel.parent or channel).denied & ~channel.denied


def require(world: World, channel: Channel, *wanted: int) -> None:
    """Raises 403 unless the bot sees the channel and has all that is wanted there."""
    guild, blame = world.guild_of(channel), not channel.unheard
    granted = app_permissions(world, channel)
    outside = channel.type == GROUP_DM if guild is None else not guild.joined
    if outside or not granted & VIEW_CHANNEL:
        raise missing_access(blame=blame)
    for permission in wanted:
        if not granted & permission:
            raise missing_permissions(_NAMES[permission], blame=blame)


def sending(channel: Channel) -> int:
    """What sending there takes."""
    return SEND_IN_THREADS if channel.type in THREADS else SEND_MESSAGES
