"""A bot that does nothing but answer, to measure Paperbot beside: the same library, the same client, commands of the
same names, and a constant line of text in reply to each.

As a script it takes the arguments of Paperbot (`--config FILE run`); its configuration is JSON.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

import discord
from discord import app_commands, ui

from tests.fakes.tiny import point_at

REPLY = "There is nothing new today."
PAGE = "page"
CHOICES = [app_commands.Choice(name=f"Choice {number}", value=str(number)) for number in range(5)]


class Pages(ui.View):
    """One button that puts the same line in the place of the line above it."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @ui.button(label="Next →", custom_id=PAGE)
    async def turn(self, interaction: discord.Interaction, button: ui.Button[Any]) -> None:
        await interaction.response.edit_message(content=REPLY)


class PaperGroup(app_commands.Group):
    @app_commands.command(description="Answers with a line")
    async def search(self, interaction: discord.Interaction, query: str) -> None:
        await interaction.response.send_message(REPLY)

    @app_commands.command(description="Answers with a line")
    async def show(self, interaction: discord.Interaction, paper: str) -> None:
        await interaction.response.send_message(REPLY)

    @show.autocomplete("paper")
    async def suggest(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return CHOICES


@app_commands.command(description="Answers with a line")
async def daily(interaction: discord.Interaction, date: str = "") -> None:
    await interaction.response.send_message(REPLY)


@app_commands.command(description="Answers with a line, and a button below it")
async def pages(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(REPLY, view=Pages())


class EmptyBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.0,
            max_messages=None,
        )
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.add_view(Pages())
        self.tree.add_command(PaperGroup(name="paper", description="Papers"))
        self.tree.add_command(daily)
        self.tree.add_command(pages)
        await self.tree.sync()


async def main() -> None:
    config = json.loads(await asyncio.to_thread(Path(sys.argv[2]).read_text))
    point_at(config["api_base"])
    async with EmptyBot() as bot:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, lambda: asyncio.ensure_future(bot.close()))
        await bot.start(config["token"])


if __name__ == "__main__":
    asyncio.run(main())
