"""The client in Discord: it connects, hears what happens there, and hands it to the features."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Sequence
from typing import Any

import discord
from discord import ui

from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.core.examples.examples import Examples
from bot.core.scheduler import Scheduler
from bot.core.turns import Turns
from bot.discord.base import Client, Interaction
from bot.discord.extension import Extension
from bot.discord.improving import Improvements
from bot.discord.kept_replies import KeptReplies
from bot.discord.layout import Layout
from bot.discord.navigation import PageButton
from bot.discord.outbox import refuse_unsafe_retries
from bot.discord.replies import say
from bot.discord.tree import Tree
from bot.discord.watch import call_of, watched, watched_draw
from bot.monitoring.calls import calling
from bot.rendering.phrases import STALE_BUTTON

log = logging.getLogger(__name__)


class Paperbot(Client):
    """Speaks for `app`, with what `extensions` bring. Needs no privileged intent and can mention nobody."""

    def __init__(
        self, app: App, extensions: Sequence[Extension], shards: Sequence[int] = (), shard_count: int = 0
    ) -> None:
        """Connect for the `shards`, counted from 0, of `shard_count` in all; without any for all of them, and without a
        count for as many as Discord recommends."""
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice here, so nothing to warn of
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.0,  # nothing waits for the servers, and one that is joined meanwhile is not missed
            max_messages=None,
            shard_count=shard_count or None,
            http_trace=watched(refuse_unsafe_retries()),
        )
        self.shard_ids = list(shards) or None
        # discord.py offers no other way in: an event that it cannot read ends its connection.
        parsers = self._connection.parsers
        parsers |= {"MESSAGE_CREATE": self._unless_own(parsers["MESSAGE_CREATE"]), "MESSAGE_UPDATE": _pass_over}
        parsers |= {event: _tolerant(event, parse) for event, parse in parsers.items() if event != "READY"}
        self.app = app
        self.draw = watched_draw(layout_of(extensions, lambda: app.examples.chosen))
        self.improvements = Improvements()
        self.kept = KeptReplies(app.library)
        self.turns = Turns()
        self.up = asyncio.Event()
        self.after_response = tuple(one.after_response for one in extensions if one.after_response)
        self.components: tuple[type[ui.DynamicItem[Any]], ...] = (
            PageButton,
            *(kind for one in extensions for kind in one.components),
        )
        self.unsolicited = self._templates("unsolicited")
        self.cards, self.openers = self._templates("of_card"), self._templates("opens")
        self._feature_listeners = tuple(listener(self) for one in extensions for listener in one.listeners)
        jobs = [job(self) for one in extensions for job in one.jobs]
        self.scheduler = Scheduler(app.library, app.now, jobs, app.pace)
        self.tree = Tree(self)
        for command in (command for one in extensions for command in one.commands()):
            self.tree.add_command(command)

    def _unless_own(self, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        """`parse`, but for what the bot itself wrote: nothing here looks at that, and it takes long to read."""

        def parse_others(data: Any) -> None:
            if self.user is None or data["author"]["id"] != str(self.user.id):
                parse(data)

        return parse_others

    def _templates(self, kind: str) -> tuple[re.Pattern[str], ...]:
        """The templates of the components that are of a kind, as their classes say."""
        return tuple(template_of(each) for each in self.components if getattr(each, kind, False))

    async def setup_hook(self) -> None:
        if not self.serves_people:
            return  # the process that does registers the commands
        changed = await self.tree.sync_if_changed(self.app.state)
        log.info("commands registered" if changed else "commands unchanged")

    async def launch_shards(self) -> None:
        """Ask how many shards to launch. Left to itself the client would also take the gateway that is answered, and
        pass over that of the settings."""
        if self.shard_count is None:
            try:
                self.shard_count, _, _ = await self.http.get_bot_gateway()
            except discord.GatewayNotFound:
                log.warning("the API does not say how many shards to use; going on with one")
                self.shard_count = 1
        await super().launch_shards()

    async def on_ready(self) -> None:
        self.up.set()
        log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer a press or a choice. The library would first make an object of every part of the message. A button
        that an older release made, and this one does not know, must not stay silent."""
        if interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        for kind in self.components:
            if match := template_of(kind).fullmatch(data["custom_id"]):
                nothing: Any = None  # a component is made of its id alone
                pressed = await kind.from_custom_id(interaction, nothing, match)
                await pressed.callback(interaction)
                return
        await say(interaction, Notice(STALE_BUTTON, reason=Reason.MISUSE))

    async def on_message(self, message: discord.Message) -> None:
        for listener in self._feature_listeners:
            await listener.on_message(message)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        for listener in self._feature_listeners:
            await listener.on_guild_join(guild)


def layout_of(extensions: Sequence[Extension], examples: Callable[[], Examples] = Examples) -> Layout:
    """What draws answers with all that the extensions registered for them, and offers newcomers `examples`."""
    [entries] = (one.entries for one in extensions if one.entries)
    return Layout(
        [each for one in extensions for each in one.controls],
        [each for one in extensions for each in one.frames],
        entries,
        examples,
    )


def template_of(kind: type[ui.DynamicItem[Any]]) -> re.Pattern[str]:
    return kind.__discord_ui_compiled_template__  # discord.py shows it on instances only


def _pass_over(data: Any) -> None:
    """Do not even read it."""


def _tolerant(event: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """`parse` that passes over what it cannot read. Otherwise one odd event, say of a channel of a new kind, would end
    the whole connection, and the process with it."""

    def parse_or_pass(data: Any) -> None:
        try:
            with calling(call_of(event, data)):  # tasks that it begins belong to it
                parse(data)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            log.error("passed over a %s that could not be read: %s", event, error)

    return parse_or_pass
