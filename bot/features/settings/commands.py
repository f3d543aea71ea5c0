"""/settings: how people and servers want to be answered."""

from __future__ import annotations

from discord import app_commands

from bot.discord.app_commands import text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.settings import phrases
from bot.features.settings.answers import SettingsPanel
from bot.features.settings.components import (
    PrivateButton,
    ReloadRoleMenu,
    SettingMenu,
    WordsButton,
    settings_panel,
    settings_rows,
)


@app_commands.command(name=text(phrases.CMD_SETTINGS), description=text(phrases.ABOUT_SETTINGS))
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
@app_commands.allowed_installs(guilds=True, users=True)
async def settings(interaction: Interaction) -> None:
    await respond(interaction, lambda _: settings_panel(interaction), private=True)


EXTENSION = Extension(
    commands=lambda: (settings,),
    components=(SettingMenu, PrivateButton, WordsButton, ReloadRoleMenu),
    controls=(controls(SettingsPanel, settings_rows),),
)
