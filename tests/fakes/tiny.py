"""The smallest discord.py bot that uses what the fake offers: the fake is tested with it, not Paperbot.

As a script it takes the arguments of Paperbot (`--config FILE run`); its configuration is JSON.
"""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from pathlib import Path
from typing import Any

import discord
import yarl
from discord import app_commands, ui

KOREAN = {"echo": "따라하기", "text": "글", "admin": "관리", "check": "확인", "slow": "느리게", "day": "하루"}
DAYS = ("2024-02-14", "2024-03-11")


class Korean(app_commands.Translator):
    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        return KOREAN.get(string.message) if locale is discord.Locale.korean else None


class Count(ui.DynamicItem[ui.Button[Any]], template=r"count:(?P<n>\d+)"):
    """A button that says how often it was pressed, over restarts."""

    def __init__(self, n: int) -> None:
        super().__init__(ui.Button(label=f"Count {n}", custom_id=f"count:{n}"))
        self.n = n

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Count:
        return cls(int(match["n"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=card(f"pressed {self.n + 1}", self.n + 1))


def card(text: str, n: int) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    section = ui.Section[ui.LayoutView](
        ui.TextDisplay("a section"), accessory=ui.Thumbnail("https://example.com/a.png")
    )
    view.add_item(ui.Container[ui.LayoutView](ui.TextDisplay(text), ui.Separator(), section))
    row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
    row.add_item(Count(n))
    row.add_item(ui.Button(label="arXiv", url="https://arxiv.org/abs/2402.08609"))
    view.add_item(row)
    return view


class Pick(ui.Select[ui.LayoutView]):
    def __init__(self) -> None:
        super().__init__(options=[discord.SelectOption(label=day) for day in DAYS], custom_id="pick")

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=card(f"picked {self.values[0]}", 0), ephemeral=True)


class TinyBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        intents = discord.Intents.default()
        super().__init__(
            intents=intents, allowed_mentions=discord.AllowedMentions.none(), guild_ready_timeout=0.0, max_messages=None
        )
        self.tree = app_commands.CommandTree(self)
        self.heard: list[tuple[str, str]] = []
        """Who wrote what, as far as the bot was told."""
        self.joined: list[str] = []
        self.released = asyncio.Event()
        """`/slow` answers when this is set."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        data: Any = interaction.data
        if data.get("custom_id") == "channels":
            [channel] = data["resolved"]["channels"].values()
            await interaction.response.send_message(channel["name"])

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Count)
        await self.tree.set_translator(Korean())
        add_commands(self)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append((message.author.name, message.content))
        if message.author != self.user and (message.guild is None or self.user in message.mentions):
            async with message.channel.typing():
                await message.reply(view=card(f"heard {message.content}", 0))

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.joined.append(guild.name)
        if guild.system_channel:
            await guild.system_channel.send("hello")

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Shards need not wait five seconds for one another here."""


def add_commands(bot: TinyBot) -> None:
    @bot.tree.command(description="Says the text again")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def echo(interaction: discord.Interaction, text: app_commands.Range[str, 1, 100]) -> None:
        await interaction.response.send_message(view=card(f"{interaction.locale}: {text}", 0))

    @bot.tree.command(description="Answers later")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True)
    async def slow(interaction: discord.Interaction, ephemeral: bool = False) -> None:
        await interaction.response.defer(ephemeral=ephemeral)
        await bot.released.wait()
        await interaction.followup.send(view=card("first", 0), ephemeral=True)
        await interaction.followup.send(view=card("second", 0), ephemeral=True)
        await interaction.edit_original_response(view=card("edited", 0))

    @bot.tree.command(description="A day")
    async def day(interaction: discord.Interaction, date: str) -> None:
        await interaction.response.send_message(date, ephemeral=True)

    @day.autocomplete("date")
    async def dates(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"Day {day}", value=day) for day in DAYS if day.startswith(current)]

    @bot.tree.command(description="A menu and a dead button")
    async def menu(interaction: discord.Interaction) -> None:
        view = ui.LayoutView()
        view.add_item(ui.ActionRow(Pick()))
        view.add_item(ui.ActionRow(ui.Button(label="Dead", custom_id="dead", disabled=True)))
        await interaction.response.send_message(view=view, ephemeral=True)

    @bot.tree.context_menu(name="Quote")
    @app_commands.allowed_installs(guilds=True, users=True)
    async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"{message.author.name}: {message.content}", ephemeral=True)

    @bot.tree.command(description="Takes what is picked")
    async def pick(interaction: discord.Interaction, channel: discord.TextChannel, role: discord.Role) -> None:
        view = ui.LayoutView()
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow(ui.ChannelSelect[ui.LayoutView](custom_id="channels"))
        view.add_item(ui.TextDisplay(f"{channel.name} {role.name}"))
        view.add_item(row)
        await interaction.response.send_message(view=view)

    admin = app_commands.Group(
        name="admin", description="For admins", default_permissions=discord.Permissions(manage_guild=True)
    )

    @admin.command(description="Who are you")
    async def check(interaction: discord.Interaction) -> None:
        allowed = interaction.permissions.manage_guild
        await interaction.response.send_message("welcome" if allowed else "not for you", ephemeral=True)

    bot.tree.add_command(admin)


def point_at(api_base: str) -> None:
    """Makes discord.py talk to the server at `api_base`, for REST and gateway."""
    discord.http.Route.BASE = api_base
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(api_base).with_scheme("ws").with_path("/")


async def main() -> None:
    config = json.loads(await asyncio.to_thread(Path(sys.argv[2]).read_text))
    point_at(config["api_base"])
    async with TinyBot() as bot:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(bot.close()))
        await bot.start(config["token"])


if __name__ == "__main__":
    asyncio.run(main())
