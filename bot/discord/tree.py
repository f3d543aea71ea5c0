"""The command tree: its translations, its errors as sentences, and a sync only when it has changed."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping

import discord
from discord import app_commands

from bot.core.answer import Notice
from bot.core.errors import notice_of
from bot.discord.app_commands import Refused, Translator
from bot.discord.base import Client, Interaction
from bot.discord.replies import say
from bot.monitoring.calls import answered_by
from bot.rendering import phrases
from bot.rendering.language import Phrase
from bot.state import State, StateError

log = logging.getLogger(__name__)

_FINGERPRINT = "command-fingerprint"


# What people are told of an error in a command itself; the first type that fits decides.
_SENTENCES: Mapping[type[app_commands.AppCommandError], Phrase] = {
    app_commands.MissingPermissions: phrases.NO_PERMISSION,
    app_commands.NoPrivateMessage: phrases.SERVER_ONLY,
    app_commands.CommandNotFound: phrases.STALE_COMMAND,
    app_commands.CommandSignatureMismatch: phrases.STALE_COMMAND,
    app_commands.TransformerError: phrases.BAD_OPTION,
}


def _notice(error: app_commands.AppCommandError) -> Notice:
    if isinstance(error, Refused):
        log.info("refused: %s", error)
        return Notice(error.phrase)
    if isinstance(error, app_commands.TransformerError) and error.type is discord.AppCommandOptionType.channel:
        return Notice(phrases.UNSEEN_CHANNEL)
    for kind, phrase in _SENTENCES.items():
        if isinstance(error, kind):
            log.info("refused: %s", error)
            return Notice(phrase)
    return notice_of(error.original if isinstance(error, app_commands.CommandInvokeError) else error.__cause__ or error)


class Tree(app_commands.CommandTree[Client]):
    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Allow every command; they are only named for monitoring here."""
        if command := interaction.command:
            answered_by(command.qualified_name)
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            log.warning("no suggestions: %s", error)
            return
        await say(interaction, _notice(error))

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
