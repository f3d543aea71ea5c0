"""An interaction's life: the first response within 3 s, then edits and follow-ups for 15 minutes."""

from __future__ import annotations

import secrets
from typing import Protocol

from .definitions import check_choice
from .errors import ApiError, unknown_interaction, unknown_message, unknown_webhook
from .fields import Field
from .messages import EDIT_FLAGS, NEW_FLAGS, check_message, watch_mentions
from .payloads import interaction_payload, message_payload, number_components
from .world import EPHEMERAL, LOADING, Channel, Guild, Interaction, Json, Message, User, World

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4
MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES = 4, 5, 6, 7, 8
ALLOWED = {
    COMMAND: (MESSAGE, DEFERRED_MESSAGE),
    COMPONENT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE),
    AUTOCOMPLETE: (CHOICES,),
}
FIRST_RESPONSE_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0
USER_INSTALL_FOLLOWUPS = 5


class Dispatch(Protocol):
    """Sends an event to the shard of a guild (None: direct messages)."""

    def __call__(self, event: str, data: Json, guild_id: str | None) -> None: ...


class Interactions:
    def __init__(self, world: World, dispatch: Dispatch) -> None:
        self._world = world
        self._dispatch = dispatch
        self._tokens: dict[str, Interaction] = {}

    def open(
        self,
        kind: int,
        user: User,
        guild: Guild | None,
        channel: Channel,
        data: Json,
        *,
        permissions: int = 0,
        source: Message | None = None,
    ) -> Interaction:
        """A person does something: the bot gets INTERACTION_CREATE."""
        owners = {"1": user.id} if guild is None else {"0": guild.id}
        now = self._world.clock.now()
        number, token = self._world.snowflake(), secrets.token_urlsafe(32)
        interaction = Interaction(number, token, kind, user, channel, guild, owners, now, {}, source)
        interaction.payload = interaction_payload(self._world, interaction, data, permissions)
        self._world.interactions[number] = self._tokens[token] = interaction
        self._dispatch("INTERACTION_CREATE", interaction.payload, guild.id if guild else None)
        return interaction

    def respond(self, number: str, token: str, body: Json) -> Interaction:
        """The callback route."""
        interaction = self._world.interactions.get(number)
        if interaction is None or interaction.token != token:
            raise unknown_interaction()
        if interaction.answer is not None:
            message = "Interaction has already been acknowledged."
            raise ApiError(400, 40060, message, blame=not interaction.answer_lost)
        waited = self._world.clock.now() - interaction.born
        if waited > FIRST_RESPONSE_SECONDS:
            raise unknown_interaction(f"Unknown interaction: first response after {waited:.1f} s")
        form = Field(body)
        if form["type"].require():
            form["type"].choice(ALLOWED[interaction.type])
        form["data"].entries()
        form.settle()
        kind = body["type"]
        {
            MESSAGE: self._answer_message,
            DEFERRED_MESSAGE: self._answer_deferred,
            DEFERRED_UPDATE: self._answer_deferred_update,
            UPDATE: self._answer_update,
            CHOICES: self._answer_choices,
        }[kind](interaction, form["data"])
        interaction.answer = kind
        self._world.bell.ring()
        return interaction

    def _answer_message(self, interaction: Interaction, data: Field) -> None:
        interaction.original = self._post(interaction, data)

    def _answer_deferred(self, interaction: Interaction, data: Field) -> None:
        flags = data["flags"].whole(0, 2**31 - 1) & EPHEMERAL
        data.settle()
        interaction.original = self._new(interaction, flags | LOADING)
        self._tell("MESSAGE_CREATE", interaction.original)

    def _answer_deferred_update(self, interaction: Interaction, data: Field) -> None:
        interaction.original = interaction.source

    def _answer_update(self, interaction: Interaction, data: Field) -> None:
        assert interaction.source is not None
        if interaction.source.deleted:
            raise unknown_message()
        if not data.absent:
            self._edit(interaction, interaction.source, data)
        interaction.original = interaction.outcome = interaction.source

    def _answer_choices(self, interaction: Interaction, data: Field) -> None:
        if data.require():
            for choice in data["choices"].items(0, 25):
                check_choice(choice, focused(interaction.payload["data"])["type"])
        data.settle()
        interaction.choices = data.value.get("choices") or []

    def follow_up(self, application_id: str, token: str, body: Json) -> Message:
        """POST to the webhook: completes a deferred response that still shows "thinking", else a new message."""
        interaction = self._answered(application_id, token)
        original = interaction.original
        if original is not None and original.loading and not original.deleted:
            check_message(Field(body))
            self._change(interaction, original, body)
            return original
        if "0" not in interaction.owners and len(interaction.followups) >= USER_INSTALL_FOLLOWUPS:
            raise ApiError(400, 40094, "This interaction has reached its maximum of follow-up messages")
        message = self._post(interaction, Field(body))
        interaction.followups.append(message)
        return message

    def find(self, application_id: str, token: str, which: str) -> tuple[Interaction, Message]:
        """`which` is a message id or @original."""
        interaction = self._answered(application_id, token)
        own = [interaction.original, *interaction.followups]
        found = own[0] if which == "@original" else next((m for m in own if m is not None and m.id == which), None)
        if found is None or found.deleted:
            raise unknown_message()
        return interaction, found

    def edit(self, application_id: str, token: str, which: str, body: Json) -> Message:
        interaction, message = self.find(application_id, token, which)
        self._edit(interaction, message, Field(body))
        return message

    def delete(self, application_id: str, token: str, which: str) -> None:
        _, message = self.find(application_id, token, which)
        message.deleted = True
        self._tell("MESSAGE_DELETE", message)
        self._world.bell.ring()

    def _answered(self, application_id: str, token: str) -> Interaction:
        interaction = self._tokens.get(token)
        if interaction is None or application_id != self._world.application_id:
            raise unknown_webhook()
        if interaction.answer is None or interaction.type == AUTOCOMPLETE:
            raise unknown_webhook("Unknown Webhook: the interaction has no first response yet")
        if self._world.clock.now() - interaction.born > TOKEN_SECONDS:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return interaction

    def _post(self, interaction: Interaction, body: Field) -> Message:
        check_message(body)
        message = self._new(interaction, (body.value.get("flags") or 0) & NEW_FLAGS)
        self._fill(message, body.value)
        watch_mentions(self._world, body.value, "new message")
        interaction.outcome = interaction.outcome or message
        self._tell("MESSAGE_CREATE", message)
        self._world.bell.ring()
        return message

    def _new(self, interaction: Interaction, flags: int) -> Message:
        world = self._world
        message = Message(world.snowflake(), interaction.channel, flags, world.clock.wall(), interaction)
        world.messages[message.id] = message
        return message

    def _edit(self, interaction: Interaction, message: Message, body: Field) -> None:
        check_message(body, message)
        self._change(interaction, message, body.value)

    def _change(self, interaction: Interaction, message: Message, body: Json) -> None:
        if message.loading:
            message.flags &= ~LOADING
        else:
            message.edits += 1
            message.edited = self._world.clock.wall()
        if body.get("flags") is not None:
            message.flags = message.flags & ~EDIT_FLAGS | body["flags"] & EDIT_FLAGS
        self._fill(message, body)
        watch_mentions(self._world, body, "edited message")
        interaction.outcome = interaction.outcome or message
        self._tell("MESSAGE_UPDATE", message)
        self._world.bell.ring()

    @staticmethod
    def _fill(message: Message, body: Json) -> None:
        message.content = body.get("content", message.content) or ""
        message.embeds = body.get("embeds", message.embeds) or []
        message.components = number_components(body.get("components", message.components) or [])

    def _tell(self, event: str, message: Message) -> None:
        """The bot hears of its own messages too, but for ephemeral ones."""
        if message.ephemeral:
            return
        place: Json = {"guild_id": message.channel.guild_id} if message.channel.guild_id else {}
        if event == "MESSAGE_DELETE":
            place |= {"id": message.id, "channel_id": message.channel.id}
        else:
            place |= message_payload(self._world, message)
        self._dispatch(event, place, message.channel.guild_id)


def focused(data: Json) -> Json:
    """The option that a person is typing in, of an autocompletion's data."""
    for option in data.get("options") or []:
        if option.get("focused"):
            return dict(option)
        if found := focused(option):
            return found
    return {}
