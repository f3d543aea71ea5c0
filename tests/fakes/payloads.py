"""The JSON that Discord sends for what the fake knows."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from .components import walk
from .world import DM_CHANNEL, Channel, Guild, Interaction, Json, Message, User, World

VIEW_CHANNEL, SEND_MESSAGES, EMBED_LINKS, READ_HISTORY, USE_COMMANDS = 1 << 10, 1 << 11, 1 << 14, 1 << 16, 1 << 31
EVERYONE = VIEW_CHANNEL | SEND_MESSAGES | EMBED_LINKS | READ_HISTORY | USE_COMMANDS
UPLOAD_LIMIT = 10 * 1024 * 1024


_GUILD_LISTS: tuple[str, ...] = ("emojis", "features", "guild_scheduled_events", "presences", "soundboard_sounds")
_GUILD_LISTS += ("stage_instances", "stickers", "threads", "voice_states")
_GUILD_LEVELS: tuple[str, ...] = ("default_message_notifications", "explicit_content_filter", "mfa_level", "nsfw_level")
_GUILD_LEVELS += ("premium_subscription_count", "premium_tier", "system_channel_flags", "verification_level")


def timestamp(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def user_payload(user: User) -> Json:
    return {
        "id": user.id,
        "username": user.username,
        "global_name": None if user.bot else user.username.title(),
        "discriminator": "0000" if user.bot else "0",
        "avatar": None,
        "avatar_decoration_data": None,
        "public_flags": 0,
        "bot": user.bot,
    }


def self_payload(world: World) -> Json:
    return user_payload(world.bot) | {
        "verified": True,
        "mfa_enabled": True,
        "locale": "en-US",
        "flags": 0,
        "email": None,
        "banner": None,
        "accent_color": None,
    }


def application_payload(world: World) -> Json:
    return {
        "id": world.application_id,
        "name": world.bot.username,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_payload(world.bot),
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "owner": user_payload(world.owner),
        "team": None,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "integration_types_config": {"0": {}, "1": {}},
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 1,
    }


def member_payload(world: World, user: User) -> Json:
    return {
        "user": user_payload(user),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [],
        "joined_at": timestamp(world.clock.wall()),
        "premium_since": None,
        "communication_disabled_until": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def channel_payload(channel: Channel) -> Json:
    if channel.type == DM_CHANNEL:
        recipients = [user_payload(channel.recipient)] if channel.recipient else []
        return {"id": channel.id, "type": DM_CHANNEL, "flags": 0, "last_message_id": None, "recipients": recipients}
    return {
        "id": channel.id,
        "type": channel.type,
        "name": channel.name,
        "guild_id": channel.guild_id,
        "flags": 0,
        "last_message_id": None,
        "nsfw": False,
        "parent_id": None,
        "permission_overwrites": [],
        "position": 0,
        "rate_limit_per_user": 0,
        "topic": None,
    }


def guild_payload(world: World, guild: Guild) -> Json:
    """GUILD_CREATE as an application without privileged intents gets it: of the members, only itself."""
    everyone = {"id": guild.id, "name": "@everyone", "permissions": str(EVERYONE), "position": 0, "color": 0}
    everyone |= {"hoist": False, "managed": False, "mentionable": False, "flags": 0}
    channel = channel_payload(guild.channel)
    channel.pop("guild_id")
    return {
        **{key: [] for key in _GUILD_LISTS},
        **dict.fromkeys(_GUILD_LEVELS, 0),
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "owner_id": guild.owner.id,
        "afk_timeout": 300,
        "system_channel_id": guild.channel.id,
        "preferred_locale": guild.locale,
        "max_members": 500_000,
        "roles": [everyone],
        "channels": [channel],
        "members": [member_payload(world, world.bot)],
        "member_count": 3,
        "large": False,
        "unavailable": False,
        "joined_at": timestamp(world.clock.wall()),
    }


def message_payload(world: World, message: Message) -> Json:
    source = message.source
    metadata: Json = {
        "id": source.id,
        "type": source.type,
        "user": user_payload(source.user),
        "authorizing_integration_owners": source.owners,
    }
    if source.source is not None:
        metadata["interacted_message_id"] = source.source.id
    return {
        "id": message.id,
        "channel_id": message.channel.id,
        "type": 20 if source.type == 2 else 0,
        "author": user_payload(world.bot),
        "application_id": world.application_id,
        "webhook_id": world.application_id,
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
        "flags": message.flags,
        "timestamp": timestamp(message.sent),
        "edited_timestamp": timestamp(message.edited),
        "interaction_metadata": metadata,
    }


def interaction_payload(world: World, interaction: Interaction, data: Json, permissions: int) -> Json:
    """INTERACTION_CREATE; `permissions` are what the person may in the channel."""
    user, guild = interaction.user, interaction.guild
    payload: Json = {
        "id": interaction.id,
        "application_id": world.application_id,
        "type": interaction.type,
        "token": interaction.token,
        "version": 1,
        "data": data,
        "channel_id": interaction.channel.id,
        "channel": channel_payload(interaction.channel),
        "locale": user.locale,
        "context": 1 if guild is None else 0,
        "app_permissions": str(EVERYONE if guild is None else guild.bot_permissions),
        "authorizing_integration_owners": interaction.owners,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": UPLOAD_LIMIT,
    }
    if interaction.source is not None:
        payload["message"] = message_payload(world, interaction.source)
    if guild is None:
        return payload | {"user": user_payload(user)}
    payload["channel"]["permissions"] = str(permissions)
    return payload | {
        "guild_id": guild.id,
        "guild": {"id": guild.id, "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": member_payload(world, user) | {"permissions": str(permissions)},
    }


def callback_payload(world: World, interaction: Interaction) -> Json:
    """What `with_response=true` answers to the first response of an interaction."""
    about: Json = {"id": interaction.id, "type": interaction.type}
    shown = interaction.original if interaction.answer in (4, 5, 7) else None
    if shown is None:
        return {"interaction": about}
    about |= {
        "response_message_id": shown.id,
        "response_message_loading": shown.loading,
        "response_message_ephemeral": shown.ephemeral,
    }
    if interaction.answer == 5:
        return {"interaction": about}
    return {"interaction": about, "resource": {"type": interaction.answer, "message": message_payload(world, shown)}}


def number_components(components: list[Json]) -> list[Json]:
    """Gives every component without an `id` the next free one, as Discord does."""
    taken = {part["id"] for part in walk(components) if part.get("id")}
    free = (number for number in count(1) if number not in taken)
    for part in walk(components):
        if not part.get("id"):
            part["id"] = next(free)
    return components
