"""Guilds, and what those who run them do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .payloads import guild_payload, role_payload
from .people import Person
from .permissions import EVERYONE, MANAGE_GUILD
from .world import FORUM, TEXT_CHANNEL, Channel, Guild, Json, Role, Tag

if TYPE_CHECKING:
    from .server import FakeDiscord


class GuildDriver:
    """A guild with one text channel, which is its system channel, and whatever a test adds.

    What is changed `quietly` the bot does not hear of in time: it cannot be blamed for going by what it knew.
    """

    def __init__(self, discord: FakeDiscord, guild: Guild) -> None:
        self._discord = discord
        self.guild = guild

    def member(
        self,
        name: str = "member",
        *,
        locale: str = "en-US",
        manage_guild: bool = False,
        permissions: int = EVERYONE,
        bot: bool = False,
    ) -> Person:
        """Somebody in the first channel; with `bot`, another bot."""
        user = self._discord.world.user(name, locale, bot=bot)
        granted = permissions | (MANAGE_GUILD if manage_guild else 0)
        return Person(self._discord, user, self.guild, self.guild.channel, granted)

    def join(self) -> None:
        """The bot is added to the guild (again)."""
        self.guild.joined = True
        payload = guild_payload(self._discord.world, self.guild, joining=True)
        self._discord.gateway.dispatch("GUILD_CREATE", payload, self.guild.id)

    def kick(self) -> None:
        """The bot is removed from the guild."""
        self.guild.joined = False
        self._discord.gateway.dispatch("GUILD_DELETE", {"id": self.guild.id}, self.guild.id)

    def outage(self) -> None:
        """The guild is not available for a moment, and then is again."""
        self._discord.gateway.dispatch("GUILD_DELETE", {"id": self.guild.id, "unavailable": True}, self.guild.id)
        payload = guild_payload(self._discord.world, self.guild)
        self._discord.gateway.dispatch("GUILD_CREATE", payload, self.guild.id)

    def channel(self, name: str = "other", kind: int = TEXT_CHANNEL, **parts: Any) -> Channel:
        """A further channel; `parts` are fields of it (`denied`, `parent`, `tags`, …)."""
        channel = self._discord.world.channel(kind, name, self.guild.id, **parts)
        self.guild.channels.append(channel)
        self._discord.chat.announce("CHANNEL_CREATE", channel)
        return channel

    def forum(self, name: str = "forum", *tags: str, tag_required: bool = False) -> Channel:
        made = tuple(Tag(self._discord.world.snowflake(), tag) for tag in tags)
        return self.channel(name, FORUM, tags=made, tag_required=tag_required)

    def deny(self, channel: Channel, permissions: int, *, quietly: bool = False) -> None:
        """Takes permissions from the bot in a channel; 0 gives back what was taken."""
        channel.denied, channel.unheard = permissions, quietly
        if not quietly:
            self._discord.chat.announce("CHANNEL_UPDATE", channel)

    def delete(self, channel: Channel, *, quietly: bool = False) -> None:
        channel.deleted, channel.unheard = True, quietly
        if not quietly:
            self._discord.chat.announce("CHANNEL_DELETE", channel)

    def role(self, name: str = "readers", *, mentionable: bool = True) -> Role:
        role = Role(self._discord.world.snowflake(), name, 0, mentionable)
        self.guild.roles.append(role)
        self._tell("GUILD_ROLE_CREATE", {"role": role_payload(role)})
        return role

    def delete_role(self, role: Role, *, quietly: bool = False) -> None:
        self.guild.roles.remove(role)
        if not quietly:
            self._tell("GUILD_ROLE_DELETE", {"role_id": role.id})

    def _tell(self, event: str, data: Json) -> None:
        self._discord.gateway.dispatch(event, {"guild_id": self.guild.id} | data, self.guild.id)
