"""What every module of commands needs."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.rendering.language import Phrase

ANYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
SERVERS = app_commands.AppCommandContext(guild=True)
BY_ANYONE = app_commands.AppInstallationType(guild=True, user=True)
BY_SERVERS = app_commands.AppInstallationType(guild=True)


def text(phrase: Phrase) -> app_commands.locale_str:
    """A name or description for Discord: English, with the Korean for Korean users."""
    return app_commands.locale_str(phrase.en, ko=phrase.ko)


class Translator(app_commands.Translator):
    """Hands Discord the Korean that `text` put beside the English."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        return string.extras.get("ko") if locale is discord.Locale.korean else None
