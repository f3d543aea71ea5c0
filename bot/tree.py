"""The command tree: its translations, its errors as sentences, and a sync only when it has changed."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import settings_words, words
from bot.answer import Notice
from bot.errors import notice_of
from bot.state import State, StateError
from bot.words import Phrase

if TYPE_CHECKING:
    from bot.client import Paperbot

log = logging.getLogger(__name__)

_FINGERPRINT = "command-fingerprint"


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


class MayNotReload(app_commands.CheckFailure):
    """Who asks neither manages the server nor has the role that may reload."""


# What people are told of an error in a command itself; the first type that fits decides.
_SENTENCES: Mapping[type[app_commands.AppCommandError], Phrase] = {
    app_commands.MissingPermissions: words.NO_PERMISSION,
    MayNotReload: settings_words.MAY_NOT_RELOAD,
    app_commands.NoPrivateMessage: words.SERVER_ONLY,
    app_commands.CommandNotFound: words.STALE_COMMAND,
    app_commands.CommandSignatureMismatch: words.STALE_COMMAND,
    app_commands.TransformerError: words.BAD_OPTION,
}


def _notice(error: app_commands.AppCommandError) -> Notice:
    if isinstance(error, app_commands.TransformerError) and error.type is discord.AppCommandOptionType.channel:
        return Notice(words.UNSEEN_CHANNEL)
    for kind, phrase in _SENTENCES.items():
        if isinstance(error, kind):
            log.info("refused: %s: %s", type(error).__name__, error)
            return Notice(phrase)
    return notice_of(error.original if isinstance(error, app_commands.CommandInvokeError) else error.__cause__ or error)


class Tree(app_commands.CommandTree["Paperbot"]):
    async def on_error(
        self, interaction: discord.Interaction[Paperbot], error: app_commands.AppCommandError, /
    ) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            log.warning("no suggestions: %s", error)
            return
        await interaction.client.say(interaction, _notice(error))

    async def sync_if_changed(self, state: State) -> bool:
        """Register the commands with Discord unless it already has just these; True where it was needed.

        Where Discord fails, a bot whose commands were registered once goes on with those.
        """
        translator = Translator()
        await self.set_translator(translator)
        fingerprint, remembered = await self._fingerprint(translator), await _remembered(state)
        try:
            if remembered == fingerprint and await self._registered():
                return False
            await self.sync()
        except discord.DiscordServerError as error:
            if remembered is None:
                raise
            log.warning("going on with the commands that Discord has: %s", error)
            return False
        try:
            await state.remember(_FINGERPRINT, fingerprint)
        except StateError as error:
            log.warning("the commands will be registered again at the next start: %s", error)
        return True

    async def _registered(self) -> bool:
        ours = {command.name for command in self.get_commands()}
        return {command.name for command in await self.fetch_commands()} == ours

    async def _fingerprint(self, translator: Translator) -> str:
        payloads = [await command.get_translated_payload(self, translator) for command in self.get_commands()]
        identity = [self.client.application_id, discord.http.Route.BASE, payloads]
        return hashlib.blake2b(json.dumps(identity, sort_keys=True).encode(), digest_size=16).hexdigest()


async def _remembered(state: State) -> str | None:
    try:
        return await state.recall(_FINGERPRINT)
    except StateError as error:
        log.warning("the commands are registered again: %s", error)
        return None
