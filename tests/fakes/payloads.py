"""The JSON that Discord sends for what the fake knows."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from .components import walk
from .permissions import EVERYONE, app_permissions
from .world import (
    DM_CHANNEL,
    FORUM,
    GROUP_DM,
    REPLY,
    THREADS,
    VOICE_CHANNEL,
    Attachment,
    Channel,
    Guild,
    Interaction,
    Json,
    Message,
    Role,
    User,
    World,
)

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
        "flags": 0,
        "primary_guild": None,
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


def role_payload(role: Role, position: int = 1, *, managed_by: str | None = None) -> Json:
    payload: Json = {"id": role.id, "name": role.name, "permissions": str(role.permissions), "position": position}
    payload |= {"color": 0, "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
    payload |= {"hoist": False, "managed": managed_by is not None, "mentionable": role.mentionable, "flags": 0}
    payload |= {"icon": None, "unicode_emoji": None}
    return payload | ({"tags": {"bot_id": managed_by}} if managed_by else {})


def bot_role_id(guild: Guild) -> str:
    """The role that a guild has for the bot, made as it joined."""
    return str(int(guild.id) + 1)


def channel_payload(world: World, channel: Channel) -> Json:
    common: Json = {"id": channel.id, "type": channel.type, "flags": 0, "last_message_id": None}
    if channel.type in (DM_CHANNEL, GROUP_DM):
        recipients = [user_payload(channel.recipient)] if channel.recipient else []
        return common | {"recipients": recipients}
    common |= {"name": channel.name, "guild_id": channel.guild_id, "rate_limit_per_user": 0}
    common["parent_id"] = channel.parent.id if channel.parent else None
    if channel.type in THREADS:
        return common | _thread_parts(world, channel)
    if channel.type == FORUM:
        tags = [{"id": tag.id, "name": tag.name, "moderated": False, "emoji_id": None, "emoji_name": None}
                for tag in channel.tags]  # fmt: skip
        common |= {"flags": 1 << 4 if channel.tag_required else 0, "available_tags": tags}
        common |= {"default_reaction_emoji": None, "default_sort_order": None, "default_forum_layout": 0}
    if channel.type == VOICE_CHANNEL:
        common |= {"bitrate": 64_000, "user_limit": 0, "rtc_region": None}
    denied = {"id": world.bot.id, "type": 1, "allow": "0", "deny": str(channel.denied)}
    overwrites = [denied] if channel.denied else []
    return common | {"nsfw": False, "permission_overwrites": overwrites, "position": 0, "topic": None}


def _thread_parts(world: World, thread: Channel) -> Json:
    created = timestamp(world.clock.wall())
    metadata: Json = {"archived": False, "archive_timestamp": created, "auto_archive_duration": 1440}
    metadata |= {"locked": thread.locked, "create_timestamp": created}
    counts = {"message_count": 0, "member_count": 1, "total_message_sent": 0}
    owner = (thread.starter or world.bot).id
    return counts | {"owner_id": owner, "thread_metadata": metadata, "applied_tags": list(thread.applied_tags)}


def guild_payload(world: World, guild: Guild, *, joining: bool = False) -> Json:
    """GUILD_CREATE as an application without privileged intents gets it: of the members, only itself.

    That of a guild which the bot is `joining` says nothing of whether it is available.
    """
    everyone = Role(guild.id, "@everyone", guild.bot_permissions & EVERYONE)
    own = Role(bot_role_id(guild), world.bot.username, guild.bot_permissions)
    live = [channel_payload(world, channel) for channel in guild.channels if not channel.deleted]
    for channel in live:
        channel.pop("guild_id")
    payload: Json = {
        **{key: [] for key in _GUILD_LISTS},
        **dict.fromkeys(_GUILD_LEVELS, 0),
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "owner_id": guild.owner.id,
        "afk_timeout": 300,
        "system_channel_id": guild.system_channel.id if guild.system_channel else None,
        "preferred_locale": guild.locale,
        "max_members": 500_000,
        "roles": [
            role_payload(everyone, 0),
            role_payload(own, managed_by=world.bot.id),
            *(role_payload(role, place) for place, role in enumerate(guild.roles, 2)),
        ],
        "channels": [channel for channel in live if channel["type"] not in THREADS],
        "threads": [channel for channel in live if channel["type"] in THREADS],
        "members": [member_payload(world, world.bot) | {"roles": [own.id]}],
        "member_count": 3,
        "large": False,
        "joined_at": timestamp(world.clock.wall()),
    }
    return payload if joining else payload | {"unavailable": False}


def attachment_payload(attachment: Attachment) -> Json:
    payload: Json = {"id": attachment.id, "filename": attachment.name, "size": len(attachment.content)}
    payload |= {"url": attachment.url, "proxy_url": attachment.url, "flags": 0}
    return payload if attachment.description is None else payload | {"description": attachment.description}


def message_payload(world: World, message: Message, *, whole: bool = True) -> Json:
    """A message; not `whole`, as the bot gets it without the privileged intent for what messages say."""
    payload: Json = {
        "id": message.id,
        "channel_id": message.channel.id,
        "type": message.type,
        "author": user_payload(message.author),
        "content": message.content,
        "embeds": message.embeds,
        "components": message.components,
        "attachments": [attachment_payload(one) for one in message.attachments],
        "mentions": [user_payload(user) for user in message.mentions],
        "mention_roles": message.mention_roles,
        "mention_everyone": message.mention_everyone,
        "pinned": False,
        "tts": False,
        "flags": message.flags,
        "timestamp": timestamp(message.sent),
        "edited_timestamp": timestamp(message.edited),
    }
    if message.forwarded:
        kept = ("type", "embeds", "components", "attachments", "mentions", "mention_roles", "flags", "timestamp")
        forwarded = {key: payload[key] for key in kept} | {"content": message.forwarded, "edited_timestamp": None}
        payload["message_snapshots"] = [{"message": forwarded}]
    if not whole and not _readable(world, message):
        payload |= {"content": "", "embeds": [], "components": [], "attachments": []}
        payload.pop("message_snapshots", None)
    if message.source is not None:
        payload |= {"application_id": world.application_id, "interaction_metadata": _metadata(message.source)}
    if hook := message.webhook_id or (world.application_id if message.source else None):
        payload["webhook_id"] = hook
    if message.nonce is not None:
        payload["nonce"] = message.nonce
    if message.type == REPLY:
        payload |= _reference(world, message, whole=whole)
    return payload


def _readable(world: World, message: Message) -> bool:
    """Whether the bot may read what stands in a message: in a direct message, its own, or where it is mentioned."""
    direct = message.channel.type == DM_CHANNEL
    return direct or message.author is world.bot or world.bot in message.mentions


def _metadata(source: Interaction) -> Json:
    metadata: Json = {"id": source.id, "type": source.type, "user": user_payload(source.user)}
    metadata["authorizing_integration_owners"] = source.owners
    if source.source is not None:
        metadata["interacted_message_id"] = source.source.id
    return metadata


def _reference(world: World, message: Message, *, whole: bool) -> Json:
    target = message.replies_to
    assert target is not None
    reference: Json = {"type": 0, "message_id": target.id, "channel_id": target.channel.id}
    if target.channel.guild_id:
        reference["guild_id"] = target.channel.guild_id
    if target.deleted:
        return {"message_reference": reference, "referenced_message": None}
    shown = message_payload(world, target, whole=whole)
    shown.pop("referenced_message", None)
    return {"message_reference": reference, "referenced_message": shown}


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
        "channel": channel_payload(world, interaction.channel),
        "locale": user.locale,
        "context": 0 if guild else 2 if interaction.channel.type == GROUP_DM else 1,
        "app_permissions": str(app_permissions(world, interaction.channel)),
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
