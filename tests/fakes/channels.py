"""What the bot may do in channels of its own accord: write, read, and begin threads. Raises what Discord refuses.

Source: the channel, message and permission references of Discord's API v10; for the codes, its error code list.
"""

from __future__ import annotations

from dataclasses import dataclass

from .chat import Chat
from .errors import ApiError, unknown_channel
from .fields import Field
from .messages import NEW_FLAGS, check_message
from .permissions import (
    ATTACH_FILES,
    CREATE_PRIVATE_THREADS,
    CREATE_PUBLIC_THREADS,
    MANAGE_MESSAGES,
    READ_HISTORY,
    SEND_MESSAGES,
    app_permissions,
    require,
    sending,
)
from .uploads import Uploads
from .world import (
    EPHEMERAL,
    FORUM,
    NEWS_CHANNEL,
    NEWS_THREAD,
    PRIVATE_THREAD,
    PUBLIC_THREAD,
    REPLY,
    TEXT_CHANNEL,
    THREADS,
    WRITABLE,
    Channel,
    Json,
    Message,
    User,
    World,
)

NONCE_SECONDS = 3 * 60.0
"""For how long a nonce is remembered: Discord says "the past few minutes"."""

ARCHIVE_MINUTES = (60, 1440, 4320, 10080)
MAX_HISTORY = 100


@dataclass(frozen=True, slots=True)
class Span:
    """Which messages of a channel are asked for: at most `limit`, before or after an id, newest first."""

    limit: int = 50
    before: int | None = None
    after: int | None = None


class Channels:
    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat
        self._nonces: dict[str, tuple[float, Message]] = {}

    def get(self, number: str) -> Channel:
        """A channel that the bot sees. Raises 404 and 403."""
        channel = self._world.channels.get(number)
        if channel is None or channel.deleted:
            raise unknown_channel(blame=channel is None or not channel.unheard)
        require(self._world, channel)
        return channel

    def send(self, number: str, body: Json, uploads: Uploads) -> Message:
        """A new message; with `enforce_nonce` the one that was sent with the same nonce before, if there is one."""
        channel = self._writable(number, uploads)
        form = Field(body)
        nonce = _nonce(form)
        form["enforce_nonce"].truth()
        self._check_reference(channel, form["message_reference"])
        self._check_new(form, uploads)
        if nonce and body.get("enforce_nonce") and (sent := self._sent(nonce)):
            return sent
        message = self._create(channel, body, uploads)
        message.nonce = body.get("nonce")
        if target := (body.get("message_reference") or {}).get("message_id"):
            message.replies_to = self._world.messages.get(str(target))
            message.type = REPLY if message.replies_to else 0
            self._watch_reply_ping(message, body)
        if nonce:
            self._nonces[nonce] = (self._world.clock.now(), message)
        self._chat.post(message, body, uploads)
        return message

    def edit(self, number: str, which: str, body: Json, uploads: Uploads) -> Message:
        message = self._chat.find(self.get(number), which)
        if message.author is not self._world.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        check_message(Field(body), message, uploads)
        self._chat.change(message, body, uploads)
        return message

    def delete(self, number: str, which: str) -> None:
        channel = self.get(number)
        message = self._chat.find(channel, which)
        if message.author is not self._world.bot:
            require(self._world, channel, MANAGE_MESSAGES)
        self._chat.delete(message)

    def message(self, number: str, which: str) -> Message:
        channel = self.get(number)
        require(self._world, channel, READ_HISTORY)
        return self._chat.find(channel, which)

    def history(self, number: str, span: Span) -> list[Message]:
        """Nothing, rather than an error, where the bot may not read the history."""
        channel = self.get(number)
        if not app_permissions(self._world, channel) & READ_HISTORY:
            return []
        standing = [
            message
            for message in self._world.messages.values()
            if message.channel is channel
            and not (message.deleted or message.ephemeral)
            and (span.before is None or int(message.id) < span.before)
            and (span.after is None or int(message.id) > span.after)
        ]
        first = standing[: span.limit] if span.after is not None else standing[-span.limit :]
        return first[::-1]

    def type(self, number: str) -> None:
        """The typing indicator."""
        channel = self._writable(number, {})
        channel.typing += 1
        self._world.bell.ring()

    def open_direct(self, body: Json) -> Channel:
        """The direct message channel with a person: there is one even for those who take no messages."""
        form = Field(body)
        form["recipient_id"].require()
        form.settle()
        return self._world.direct(self.user(str(body["recipient_id"])))

    def user(self, number: str) -> User:
        user = self._world.users.get(number)
        if user is None:
            raise ApiError(404, 10013, "Unknown User")
        return user

    def begin_thread_at(self, number: str, which: str, body: Json) -> Channel:
        """A thread that hangs on a message, and has its id."""
        channel = self.get(number)
        message = self._chat.find(channel, which)
        if channel.type not in (TEXT_CHANNEL, NEWS_CHANNEL):
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        form = Field(body)
        _check_thread(form)
        form.settle()
        require(self._world, channel, CREATE_PUBLIC_THREADS)
        if message.thread is not None:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        kind = NEWS_THREAD if channel.type == NEWS_CHANNEL else PUBLIC_THREAD
        message.thread = Channel(message.id, kind, body["name"], channel.guild_id, parent=channel)
        return self._open(message.thread)

    def begin_thread(self, number: str, body: Json, uploads: Uploads) -> tuple[Channel, Message | None]:
        """A thread of its own, or a post in a forum with its first message."""
        channel, form = self.get(number), Field(body)
        _check_thread(form)
        if channel.type == FORUM:
            return self._post(channel, form, uploads)
        if channel.type not in (TEXT_CHANNEL, NEWS_CHANNEL):
            raise ApiError(400, 50024, "Cannot execute action on this channel type")
        kind = form["type"].choice(THREADS) or PRIVATE_THREAD
        form["invitable"].truth()
        form.settle()
        require(self._world, channel, CREATE_PRIVATE_THREADS if kind == PRIVATE_THREAD else CREATE_PUBLIC_THREADS)
        return self._open(self._world.channel(kind, body["name"], channel.guild_id, parent=channel)), None

    def _post(self, forum: Channel, form: Field, uploads: Uploads) -> tuple[Channel, Message]:
        tags = form["applied_tags"].items(0, 5)
        for tag in tags:
            tag.choice([known.id for known in forum.tags])
        form.settle()
        if forum.tag_required and not tags:
            raise ApiError(400, 40067, "A tag is required to create a forum post in this channel")
        require(self._world, forum, SEND_MESSAGES, *([ATTACH_FILES] if uploads else []))
        form["message"].require()
        form.settle()
        self._check_new(Field(form.value["message"], ("message",)), uploads)
        applied = tuple(tag.value for tag in tags)
        thread = self._world.channel(
            PUBLIC_THREAD, form.value["name"], forum.guild_id, parent=forum, applied_tags=applied
        )
        self._open(thread)
        message = self._create(thread, form.value["message"], uploads)
        self._chat.post(message, form.value["message"], uploads)
        return thread, message

    def _open(self, thread: Channel) -> Channel:
        self._world.channels[thread.id] = thread
        guild = self._world.guild_of(thread)
        assert guild is not None
        guild.channels.append(thread)
        thread.starter = self._world.bot
        self._chat.announce("THREAD_CREATE", thread)
        return thread

    def _writable(self, number: str, uploads: Uploads) -> Channel:
        channel = self.get(number)
        if channel.type not in WRITABLE:
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        if channel.recipient is not None and channel.recipient.closed:
            raise ApiError(403, 50007, "Cannot send messages to this user", blame=False)
        require(self._world, channel, sending(channel), *([ATTACH_FILES] if uploads else []))
        if channel.locked:
            raise ApiError(400, 50083, "Thread is archived", blame=not channel.unheard)
        return channel

    @staticmethod
    def _check_new(form: Field, uploads: Uploads) -> None:
        """Raises 400 where a message that is sent of the bot's own accord cannot be so."""
        flags = form["flags"].value
        if isinstance(flags, int) and flags & EPHEMERAL:
            form["flags"].refuse("MESSAGE_FLAGS_INVALID", "Only answers to interactions can be ephemeral")
        check_message(form, None, uploads)

    def _check_reference(self, channel: Channel, field: Field) -> None:
        if field.absent:
            return
        field["message_id"].require()
        target = self._world.messages.get(str(field["message_id"].value))
        lenient = field["fail_if_not_exists"].value is False
        if not app_permissions(self._world, channel) & READ_HISTORY:
            message = "Cannot reply without permission to read message history"
            raise ApiError(403, 160002, message, blame=not channel.unheard)
        if target is not None and target.channel is not channel:
            field["channel_id"].refuse("MESSAGE_REFERENCE_CHANNEL", "Cannot reply to a message of another channel")
        elif (target is None or target.deleted or target.ephemeral) and not lenient:
            field.refuse("MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message")

    def _create(self, channel: Channel, body: Json, uploads: Uploads) -> Message:
        return self._chat.new(channel, self._world.bot, (body.get("flags") or 0) & NEW_FLAGS)

    def _sent(self, nonce: str) -> Message | None:
        born, message = self._nonces.get(nonce, (float("-inf"), None))
        return message if self._world.clock.now() - born <= NONCE_SECONDS else None

    def _watch_reply_ping(self, message: Message, body: Json) -> None:
        """Records a reply that notifies whom it answers: left out, `replied_user` is true only with no limits set."""
        allowed = body.get("allowed_mentions")
        if message.replies_to and (allowed is None or allowed.get("replied_user")):
            self._world.problem(f"message {message.id} notifies whom it replies to")


def _nonce(form: Field) -> str:
    field = form["nonce"]
    if isinstance(field.value, int) and not isinstance(field.value, bool):
        return str(field.value)
    return field.text(0, 25)


def _check_thread(form: Field) -> None:
    form["name"].require()
    if form["name"].text(1, 100) and not str(form["name"].value).strip():
        form["name"].refuse("BASE_TYPE_REQUIRED", "This field is required")
    form["auto_archive_duration"].choice(ARCHIVE_MINUTES)
    form["rate_limit_per_user"].whole(0, 21_600)
