"""/help: what the bot can do."""

from __future__ import annotations

from discord import app_commands

from bot.core.location import Location
from bot.discord.app_commands import text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.help import phrases
from bot.features.help.answers import Help, Manual, Welcome
from bot.features.help.components import TourButton, help_rows, manual_rows, welcome_rows
from bot.features.help.job import ExampleUpkeep
from bot.features.help.listener import Greeter


@app_commands.command(name=text(phrases.CMD_HELP), description=text(phrases.ABOUT_HELP))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def help_(interaction: Interaction) -> None:
    await respond(interaction, lambda asker: interaction.client.app.open(Location("help", ""), asker), private=True)


EXTENSION = Extension(
    commands=lambda: (help_,),
    components=(TourButton,),
    controls=(controls(Help, help_rows), controls(Manual, manual_rows), controls(Welcome, welcome_rows)),
    jobs=(lambda client: ExampleUpkeep(client).due,),
    listeners=(Greeter,),
)
