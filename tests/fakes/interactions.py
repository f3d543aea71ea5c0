"""An interaction's life: the first response within 3 s, then edits and follow-ups for 15 minutes."""

from __future__ import annotations

import secrets

from .chat import Chat, Dispatch
from .definitions import check_choice
from .errors import ApiError, unknown_interaction, unknown_message, unknown_webhook
from .fields import Field
from .messages import NEW_FLAGS, check_message
from .payloads import interaction_payload
from .uploads import Uploads
from .world import (
    COMMAND_ANSWER,
    EPHEMERAL,
    LOADING,
    MENU_ANSWER,
    Channel,
    Guild,
    Interaction,
    Json,
    Message,
    User,
    World,
)

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


class Interactions:
    def __init__(self, world: World, chat: Chat, dispatch: Dispatch) -> None:
        self._world = world
        self._chat = chat
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
        owners: dict[str, str] | None = None,
    ) -> Interaction:
        """A person does something: the bot gets INTERACTION_CREATE. `owners` are who installed it, by the kind of
        installation: the guild, else the person, unless they are given."""
        if owners is None:
            owners = {"0": guild.id} if guild and guild.joined else {"1": user.id}
        now = self._world.clock.now()
        number, token = self._world.snowflake(), secrets.token_urlsafe(32)
        interaction = Interaction(number, token, kind, user, channel, guild, owners, now, {}, source)
        interaction.payload = interaction_payload(self._world, interaction, data, permissions)
        self._world.interactions[number] = self._tokens[token] = interaction
        home = guild.id if guild and guild.joined else None
        self._dispatch("INTERACTION_CREATE", interaction.payload, home)
        return interaction

    def respond(self, number: str, token: str, body: Json, uploads: Uploads) -> Interaction:
        """The callback route."""
        interaction = self._world.interactions.get(number)
        if interaction is None or interaction.token != token:
            raise unknown_interaction()
        if interaction.answer is not None:
            message = "Interaction has already been acknowledged."
            raise ApiError(400, 40060, message, blame=not interaction.answer_lost)
        waited = interaction.waited = self._world.clock.now() - interaction.born
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
        }[kind](interaction, form["data"], uploads)
        interaction.answer = kind
        self._world.bell.ring()
        return interaction

    def _answer_message(self, interaction: Interaction, data: Field, uploads: Uploads) -> None:
        interaction.original = self._post(interaction, data, uploads)

    def _answer_deferred(self, interaction: Interaction, data: Field, _: Uploads) -> None:
        flags = data["flags"].whole(0, 2**31 - 1) & EPHEMERAL
        data.settle()
        interaction.original = self._new(interaction, flags | LOADING)
        self._chat.tell("MESSAGE_CREATE", interaction.original)

    def _answer_deferred_update(self, interaction: Interaction, data: Field, _: Uploads) -> None:
        interaction.original = interaction.source

    def _answer_update(self, interaction: Interaction, data: Field, uploads: Uploads) -> None:
        assert interaction.source is not None
        if interaction.source.deleted:
            raise unknown_message()
        if not data.absent:
            self._edit(interaction, interaction.source, data, uploads)
        interaction.original = interaction.outcome = interaction.source

    def _answer_choices(self, interaction: Interaction, data: Field, _: Uploads) -> None:
        if data.require():
            for choice in data["choices"].items(0, 25):
                check_choice(choice, focused(interaction.payload["data"])["type"])
        data.settle()
        interaction.choices = data.value.get("choices") or []

    def follow_up(self, application_id: str, token: str, body: Json, uploads: Uploads) -> Message:
        """POST to the webhook: completes a deferred response that still shows "thinking", else a new message."""
        interaction = self._answered(application_id, token)
        original = interaction.original
        if original is not None and original.loading and not original.deleted:
            check_message(Field(body), None, uploads)
            self._change(interaction, original, body, uploads)
            return original
        if "0" not in interaction.owners and len(interaction.followups) >= USER_INSTALL_FOLLOWUPS:
            raise ApiError(400, 40094, "This interaction has reached its maximum of follow-up messages")
        message = self._post(interaction, Field(body), uploads)
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

    def edit(self, application_id: str, token: str, which: str, body: Json, uploads: Uploads) -> Message:
        interaction, message = self.find(application_id, token, which)
        self._edit(interaction, message, Field(body), uploads)
        return message

    def delete(self, application_id: str, token: str, which: str) -> None:
        _, message = self.find(application_id, token, which)
        self._chat.delete(message)

    def _answered(self, application_id: str, token: str) -> Interaction:
        interaction = self._tokens.get(token)
        if interaction is None or application_id != self._world.application_id:
            raise unknown_webhook()
        if interaction.answer is None or interaction.type == AUTOCOMPLETE:
            raise unknown_webhook("Unknown Webhook: the interaction has no first response yet")
        if self._world.clock.now() - interaction.born > TOKEN_SECONDS:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return interaction

    def _post(self, interaction: Interaction, body: Field, uploads: Uploads) -> Message:
        check_message(body, None, uploads)
        message = self._new(interaction, (body.value.get("flags") or 0) & NEW_FLAGS)
        interaction.outcome = interaction.outcome or message
        self._chat.post(message, body.value, uploads)
        return message

    def _new(self, interaction: Interaction, flags: int) -> Message:
        message = self._chat.new(interaction.channel, self._world.bot, flags, interaction)
        if interaction.type == COMMAND:
            message.type = COMMAND_ANSWER if interaction.payload["data"].get("type", 1) == 1 else MENU_ANSWER
        return message

    def _edit(self, interaction: Interaction, message: Message, body: Field, uploads: Uploads) -> None:
        check_message(body, message, uploads)
        self._change(interaction, message, body.value, uploads)

    def _change(self, interaction: Interaction, message: Message, body: Json, uploads: Uploads) -> None:
        interaction.outcome = interaction.outcome or message
        self._chat.change(message, body, uploads)


def focused(data: Json) -> Json:
    """The option that a person is typing in, of an autocompletion's data."""
    for option in data.get("options") or []:
        if option.get("focused"):
            return dict(option)
        if found := focused(option):
            return found
    return {}
