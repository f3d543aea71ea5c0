"""Messages: written, changed, taken back, and told to the bot as far as it may know of them."""

from __future__ import annotations

import re
from typing import Any, Protocol

from .errors import unknown_message
from .messages import EDIT_FLAGS, watch_mentions
from .payloads import channel_payload, member_payload, message_payload, number_components
from .permissions import MENTION_EVERYONE, app_permissions
from .uploads import Uploads, attach
from .world import DM_CHANNEL, LOADING, Channel, Interaction, Json, Message, User, World

USER_MENTION, ROLE_MENTION = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>")
EVERYONE_MENTION = re.compile(r"@everyone|@here")


class Dispatch(Protocol):
    """Sends an event to the shard of a guild (None: direct messages)."""

    def __call__(self, event: str, data: Json, guild_id: str | None) -> None: ...


class Chat:
    def __init__(self, world: World, dispatch: Dispatch) -> None:
        self._world = world
        self._dispatch = dispatch

    def new(self, channel: Channel, author: User, flags: int = 0, source: Interaction | None = None) -> Message:
        """A message that nobody hears of yet."""
        world = self._world
        message = Message(world.snowflake(), channel, flags, world.clock.wall(), source, author)
        world.messages[message.id] = message
        return message

    def post(self, message: Message, body: Json, uploads: Uploads) -> None:
        """Fills a new message of the bot's, and shows it."""
        self._write(message, body, uploads)
        watch_mentions(self._world, body, "new message")
        self.tell("MESSAGE_CREATE", message)

    def change(self, message: Message, body: Json, uploads: Uploads) -> None:
        """Completes a message that was loading, or edits one."""
        if message.loading:
            message.flags &= ~LOADING
        else:
            message.edits += 1
            message.edited = self._world.clock.wall()
        if body.get("flags") is not None:
            message.flags = message.flags & ~EDIT_FLAGS | body["flags"] & EDIT_FLAGS
        self._write(message, body, uploads)
        watch_mentions(self._world, body, "edited message")
        self.tell("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        message.deleted = True
        self.tell("MESSAGE_DELETE", message)

    def say(self, channel: Channel, author: User, text: str, **parts: Any) -> Message:
        """A message of a person's, or another bot's; `parts` are further fields of it."""
        message = self.new(channel, author)
        message.content = text
        for name, value in parts.items():
            setattr(message, name, value)
        users = [self._world.users.get(number) for number in USER_MENTION.findall(text)]
        message.mentions += [user for user in users if user is not None and user not in message.mentions]
        message.mention_roles = ROLE_MENTION.findall(text)
        message.mention_everyone = bool(EVERYONE_MENTION.search(text))
        self.tell("MESSAGE_CREATE", message)
        return message

    def find(self, channel: Channel, number: str) -> Message:
        """A message that stands in a channel for all to see. Raises 404."""
        found = self._world.messages.get(number)
        if found is None or found.deleted or found.ephemeral or found.channel is not channel:
            raise unknown_message()
        return found

    def announce(self, event: str, channel: Channel) -> None:
        """Tells the bot of a channel or thread that was made, changed or deleted."""
        self._dispatch(event, channel_payload(self._world, channel), channel.guild_id)

    def tell(self, event: str, message: Message) -> None:
        """The bot hears of its own messages too, but for ephemeral ones, and of none where it is not."""
        self._world.bell.ring()
        channel = message.channel
        guild = self._world.guild_of(channel)
        present = guild.joined if guild else channel.type == DM_CHANNEL
        if message.ephemeral or not present:
            return
        place: Json = {"guild_id": channel.guild_id} if channel.guild_id else {}
        if event == "MESSAGE_DELETE":
            self._dispatch(event, place | {"id": message.id, "channel_id": channel.id}, channel.guild_id)
            return
        if guild and message.webhook_id is None:
            member = member_payload(self._world, message.author)
            del member["user"]
            place["member"] = member
        place |= message_payload(self._world, message, whole=False)
        self._dispatch(event, place, channel.guild_id)

    def _write(self, message: Message, body: Json, uploads: Uploads) -> None:
        message.content = body.get("content", message.content) or ""
        message.embeds = body.get("embeds", message.embeds) or []
        message.components = number_components(body.get("components", message.components) or [])
        attach(self._world, message, body, uploads)
        message.pinged += self._pinged(message, body)

    def _pinged(self, message: Message, body: Json) -> list[str]:
        """The roles that a message notifies: named in it, allowed by id, and open to be mentioned."""
        guild = self._world.guild_of(message.channel)
        allowed = [str(role) for role in (body.get("allowed_mentions") or {}).get("roles") or []]
        named = ROLE_MENTION.findall(str([message.content, message.components]))
        anyone = app_permissions(self._world, message.channel) & MENTION_EVERYONE
        roles = guild.roles if guild else []
        return [role.id for role in roles if role.id in allowed and role.id in named and (role.mentionable or anyone)]
