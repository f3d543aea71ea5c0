"""People who use the bot: they type commands and press buttons, as far as a Discord client lets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .components import BUTTON
from .errors import DriverError
from .interactions import AUTOCOMPLETE, COMMAND, COMPONENT
from .options import command_data, resolve, shown_name
from .payloads import EVERYONE
from .reply import Choice, Reply
from .world import Channel, Guild, Interaction, Json, Message, User

if TYPE_CHECKING:
    from .server import FakeDiscord

MANAGE_GUILD, ADMINISTRATOR = 1 << 5, 1 << 3
LINK = 5


class Person:
    """Somebody in a guild's channel, or in a direct message with the bot they installed for themselves."""

    def __init__(
        self, discord: FakeDiscord, user: User, guild: Guild | None, channel: Channel, permissions: int
    ) -> None:
        self._discord = discord
        self.user = user
        self.guild = guild
        self.channel = channel
        self.permissions = permissions

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

    async def choose(self, reply: Reply, *values: str, custom_id: str | None = None) -> Reply:
        """Picks values of the reply's only select menu, or of the one with `custom_id`."""
        menus = [menu for menu in reply.selects if custom_id in (None, menu["custom_id"])]
        if len(menus) != 1 or menus[0].get("disabled"):
            raise DriverError(f"{len(menus)} select menus fit in {reply!r}, or it is disabled")
        menu = menus[0]
        offered = {option["value"] for option in menu.get("options") or []}
        least, most = menu.get("min_values", 1), menu.get("max_values", 1)
        if not set(values) <= offered or not least <= len(values) <= most:
            raise DriverError(f"{values} cannot be chosen: {least} to {most} of {sorted(offered)}")
        data = {"component_type": menu["type"], "custom_id": menu["custom_id"], "id": menu["id"]}
        return await self._component(reply.message, data | {"values": list(values)})

    def _command(self, kind: int, spoken: str, given: dict[str, Any], *, checked: bool) -> Interaction:
        locale = self.user.locale
        chain = resolve(self._discord.commands, spoken, locale)
        if checked and (hidden := self._hidden(chain[0])):
            raise DriverError(f"/{spoken} is not shown to this person: {hidden}")
        data = command_data(chain, given, locale, checked=checked, focus=kind == AUTOCOMPLETE)
        return self._open(kind, data)

    def _hidden(self, command: Json) -> str:
        """Why a client hides a command from this person; '' when it does not."""
        wanted = command.get("default_member_permissions")
        contexts, installs = command.get("contexts"), command.get("integration_types") or [0]
        if contexts is not None and (0 if self.guild else 1) not in contexts:
            return f"contexts are {contexts}"
        if self.guild is None:
            return "" if 1 in installs else f"integration_types are {installs}"
        allowed = self.permissions & ADMINISTRATOR or (
            wanted != "0" and self.permissions & int(wanted or 0) == int(wanted or 0)
        )
        return "" if wanted is None or allowed else f"default_member_permissions are {wanted}"

    async def _component(self, message: Message, data: Json) -> Reply:
        if message.deleted or message.loading or message.channel is not self.channel:
            raise DriverError("the message is not there to be pressed")
        if message.ephemeral and message.source.user is not self.user:
            raise DriverError("an ephemeral message is seen only by the person it answers")
        return await self._reply(self._open(COMPONENT, data, message), f"pressing {data['custom_id']}")

    def _open(self, kind: int, data: Json, source: Message | None = None) -> Interaction:
        return self._discord.interactions.open(
            kind, self.user, self.guild, self.channel, data, permissions=self.permissions, source=source
        )

    async def _reply(self, interaction: Interaction, what: str) -> Reply:
        return Reply(await self._discord.until(lambda: interaction.outcome, f"an answer to {what}"), interaction)


class GuildDriver:
    """A guild that the bot is in, with one text channel."""

    def __init__(self, discord: FakeDiscord, guild: Guild) -> None:
        self._discord = discord
        self.guild = guild

    def member(
        self, name: str = "member", *, locale: str = "en-US", manage_guild: bool = False, permissions: int = EVERYONE
    ) -> Person:
        user = User(self._discord.world.snowflake(), name, locale)
        granted = permissions | (MANAGE_GUILD if manage_guild else 0)
        return Person(self._discord, user, self.guild, self.guild.channel, granted)
