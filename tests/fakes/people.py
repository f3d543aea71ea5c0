"""People who use the bot: they type commands and press buttons, as far as a Discord client lets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .components import BUTTON, ENTITY_SELECTS
from .errors import DriverError
from .interactions import AUTOCOMPLETE, COMMAND, COMPONENT
from .options import command_data, menu_command, resolve, shown_name
from .payloads import message_payload
from .permissions import ADMINISTRATOR
from .reply import Choice, Reply
from .resolved import Entity, Resolver
from .world import GROUP_DM, REPLY, Channel, Guild, Interaction, Json, Message, Role, User

if TYPE_CHECKING:
    from .server import FakeDiscord

LINK = 5


class Person:
    """Somebody in a guild's channel, or in a direct message with the bot they installed for themselves."""

    def __init__(
        self,
        discord: FakeDiscord,
        user: User,
        guild: Guild | None,
        channel: Channel,
        permissions: int,
        home: Guild | None = None,
    ) -> None:
        """`home` is the guild where somebody outside it met the bot; None: they installed it for themselves."""
        self._discord = discord
        self.user = user
        self.guild = guild
        self.channel = channel
        self.permissions = permissions
        self._home = guild or home

    def direct(self) -> Person:
        """The same person, in a direct message with the bot."""
        return Person(self._discord, self.user, None, self._discord.world.direct(self.user), 0, self._home)

    def at(self, channel: Channel) -> Person:
        """The same person, in another channel of their guild."""
        return Person(self._discord, self.user, self.guild, channel, self.permissions)

    def say(self, text: str, **parts: Any) -> Message:
        """Writes a message; `parts` are further fields of it (`webhook_id`, `type`, …)."""
        return self._discord.chat.say(self.channel, self.user, text, **parts)

    def mention(self, text: str = "") -> Message:
        """Writes a message that begins with a mention of the bot."""
        return self.say(f"<@{self._discord.world.bot.id}> {text}".strip())

    def reply_to(self, target: Reply | Message, text: str, *, ping: bool = True) -> Message:
        """Replies to a message; `ping` as a client has it switched on: the author counts as mentioned."""
        message = target.message if isinstance(target, Reply) else target
        mentions = [message.author] if ping else []
        return self.say(text, type=REPLY, replies_to=message, mentions=mentions)

    def answers_to(self, said: Message) -> list[Reply]:
        """The replies of the bot to a message so far."""
        world = self._discord.world
        return [
            Reply(one)
            for one in world.messages.values()
            if one.replies_to is said and one.author is world.bot and not one.deleted
        ]

    async def answer(self, said: Message) -> Reply:
        """Waits for the bot's reply to a message."""
        return await self._discord.until(
            lambda: next(iter(self.answers_to(said)), None), f"a reply to {said.content!r}"
        )

    async def context_menu(self, name: str, target: Reply | Message) -> Reply:
        """Runs the message command of that (localized) name on a message."""
        message = target.message if isinstance(target, Reply) else target
        command = menu_command(self._discord.commands, name, self.user.locale)
        if hidden := self._hidden(command):
            raise DriverError(f"{name} is not shown to this person: {hidden}")
        shown = message_payload(self._discord.world, message)
        shown.pop("referenced_message", None)
        data: Json = {"id": command["id"], "type": command["type"], "name": command["name"], "target_id": message.id}
        data["resolved"] = {"messages": {message.id: shown}}
        return await self._reply(self._open(COMMAND, data), name)

    async def slash(self, command: str, /, **options: Any) -> Reply:
        """Runs `command` (`paper search`, or its localized name) and waits for the answer that it shows."""
        interaction = self._command(COMMAND, command, options, checked=True)
        return await self._reply(interaction, f"/{command}")

    async def force_slash(self, command: str, /, **options: Any) -> Reply:
        """As `slash`, past what a client checks: permissions, contexts, and the values of options."""
        interaction = self._command(COMMAND, command, options, checked=False)
        return await self._reply(interaction, f"/{command}")

    async def autocomplete(self, command: str, /, **options: Any) -> list[Choice]:
        """What is suggested while the last of the options is being typed."""
        interaction = self._command(AUTOCOMPLETE, command, options, checked=True)
        await self._discord.until(lambda: interaction.choices, f"suggestions for /{command}")
        return [Choice(shown_name(choice, self.user.locale), choice["value"]) for choice in interaction.choices or []]

    async def click(
        self, reply: Reply, *, label: str | None = None, custom_id: str | None = None, emoji: str | None = None
    ) -> Reply:
        """Presses the one button that fits; the answer is the same message edited, or another one."""
        button = reply.button(label, custom_id, emoji)
        if button.disabled or button.custom_id is None:
            raise DriverError(f"{button} cannot be pressed" + (": it is a link" if button.style == LINK else ""))
        data = {"component_type": BUTTON, "custom_id": button.custom_id, "id": button.id}
        return await self._component(reply.message, data)

    async def choose(self, reply: Reply, *values: str | Channel | Role | User, custom_id: str | None = None) -> Reply:
        """Picks values of the reply's only select menu, or of the one with `custom_id`."""
        menus = [menu for menu in reply.selects if custom_id in (None, menu["custom_id"])]
        if len(menus) != 1 or menus[0].get("disabled"):
            raise DriverError(f"{len(menus)} select menus fit in {reply!r}, or it is disabled")
        menu = menus[0]
        least, most = menu.get("min_values", 1), menu.get("max_values", 1)
        data: Json = {"component_type": menu["type"], "custom_id": menu["custom_id"], "id": menu["id"]}
        if menu["type"] in ENTITY_SELECTS:
            resolver = self._resolver()
            offered = [value for value in values if Entity(value).shown_in(menu)]
            data |= {"values": [resolver.add(value) for value in values], "resolved": resolver.data}
        else:
            offered = [option["value"] for option in menu.get("options") or []]
            data["values"] = list(values)
        if not all(value in offered for value in values) or not least <= len(values) <= most:
            raise DriverError(f"{values} cannot be chosen: {least} to {most} of {offered}")
        return await self._component(reply.message, data)

    def _resolver(self) -> Resolver:
        return Resolver(self._discord.world, self.permissions)

    def _command(self, kind: int, spoken: str, given: dict[str, Any], *, checked: bool) -> Interaction:
        locale = self.user.locale
        chain = resolve(self._discord.commands, spoken, locale)
        if checked and (hidden := self._hidden(chain[0])):
            raise DriverError(f"/{spoken} is not shown to this person: {hidden}")
        resolver = self._resolver()
        data = command_data(chain, resolver.ids(given), locale, checked=checked, focus=kind == AUTOCOMPLETE)
        return self._open(kind, data | ({"resolved": resolver.data} if resolver.data else {}))

    def _hidden(self, command: Json) -> str:
        """Why a client hides a command from this person; '' when it does not."""
        wanted = command.get("default_member_permissions")
        contexts, installs = command.get("contexts"), command.get("integration_types") or [0]
        here = 0 if self.guild else 2 if self.channel.type == GROUP_DM else 1
        if contexts is not None and here not in contexts:
            return f"contexts are {contexts}"
        if (0 if self._home and self._home.joined else 1) not in installs:
            return f"integration_types are {installs}"
        if self.guild is None:
            return ""
        allowed = self.permissions & ADMINISTRATOR or (
            wanted != "0" and self.permissions & int(wanted or 0) == int(wanted or 0)
        )
        return "" if wanted is None or allowed else f"default_member_permissions are {wanted}"

    async def _component(self, message: Message, data: Json) -> Reply:
        if message.deleted or message.loading or message.channel is not self.channel:
            raise DriverError("the message is not there to be pressed")
        if message.ephemeral and message.source and message.source.user is not self.user:
            raise DriverError("an ephemeral message is seen only by the person it answers")
        return await self._reply(self._open(COMPONENT, data, message), f"pressing {data['custom_id']}")

    def _open(self, kind: int, data: Json, source: Message | None = None) -> Interaction:
        owners = {"0": "0"} if self.guild is None and self._home else None
        return self._discord.interactions.open(
            kind, self.user, self.guild, self.channel, data, permissions=self.permissions, source=source, owners=owners
        )

    async def _reply(self, interaction: Interaction, what: str) -> Reply:
        return Reply(await self._discord.until(lambda: interaction.outcome, f"an answer to {what}"), interaction)
