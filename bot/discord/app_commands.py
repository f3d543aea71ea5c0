"""What every module of commands needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

import discord
from discord import app_commands

from bot.core.answer import MAX_CHOICES, Choice
from bot.discord.base import Interaction
from bot.rendering.language import Phrase
from bot.rendering.snippet import clip

ANYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
SERVERS = app_commands.AppCommandContext(guild=True)
BY_ANYONE = app_commands.AppInstallationType(guild=True, user=True)
BY_SERVERS = app_commands.AppInstallationType(guild=True)
_CHOICE_CHARS = 100  # https://discord.com/developers/docs/interactions/application-commands: name and value of a choice


class Refused(app_commands.CheckFailure):
    """Who asks may not do that; `phrase` tells them why."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase


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


def choices(suggested: Iterable[Choice]) -> list[app_commands.Choice[str]]:
    """Suggestions as Discord shows them, as many as it does."""
    listed = [app_commands.Choice(name=clip(one.name, _CHOICE_CHARS), value=one.value) for one in suggested]
    return listed[:MAX_CHOICES]


async def suggestions(
    interaction: Interaction, look: Callable[[], Awaitable[Iterable[Choice]]]
) -> list[app_commands.Choice[str]]:
    """What `look` finds for who is still typing, as Discord shows it; nothing while commands wait."""
    return choices(await interaction.client.turns.suggest(look, ()))


def holding(suggested: Iterable[Choice], typed: str) -> list[Choice]:
    """Those of the suggestions whose names hold what is typed so far."""
    wanted = typed.casefold()
    return [one for one in suggested if wanted in one.name.casefold()]
