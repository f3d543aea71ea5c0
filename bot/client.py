"""The Discord client: connects, answers interactions in time, and leaves tidily."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import aiohttp
import discord

from bot import words
from bot.answer import Answer, NoDay, Notice
from bot.answers import Answers
from bot.buttons import TurnButton
from bot.commands import add_commands
from bot.errors import notice_of
from bot.layout import layout
from bot.state import State
from bot.tree import Tree
from bot.words import Language, language_of

log = logging.getLogger(__name__)

# Discord wants a first response within 3 s (https://discord.com/developers/docs/interactions/receiving-and-responding);
# half of that leaves room for the network. After it, the token of a deferred interaction is good for 15 minutes.
DEFER_AFTER = 1.5
GIVE_UP_AFTER = 600.0
SEND_ATTEMPTS = 3
MAX_RETRY_AFTER = 5.0
_ALREADY_ACKNOWLEDGED = 40060
_TOO_MANY_REQUESTS = 429

Interaction = discord.Interaction["Paperbot"]
Request = Coroutine[Any, Any, Answer]


class Paperbot(discord.AutoShardedClient):
    """Answers from `answers`. Needs no privileged intent and can mention nobody."""

    def __init__(self, answers: Answers, state: State) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice here, so nothing to warn of
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.answers = answers
        self.state = state
        self.tree = Tree(self)
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(TurnButton)
        changed = await self.tree.sync_if_changed(self.state)
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
        log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_interaction(self, interaction: Interaction) -> None:
        """A button that an older release made, and this one does not know, must not stay silent."""
        if interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        if not TurnButton.knows(data["custom_id"]):
            await self.say(interaction, Notice(words.STALE_BUTTON))

    async def respond(self, interaction: Interaction, request: Request, *, private: bool = False) -> None:
        """Answer a command: at once where it can be, else by way of a deferral. `private`: only the asker sees it."""
        task = asyncio.create_task(request)
        if await _done(task, DEFER_AFTER):
            await self.say(interaction, await _outcome(task), private=private)
            return
        await _deliver(lambda: interaction.response.defer(ephemeral=private, thinking=True))
        await _replace(interaction, await _outcome(task))

    async def say(self, interaction: Interaction, answer: Answer, *, private: bool = False) -> None:
        """Send `answer` as the first response. What is no answer is for the asker's eyes only."""
        private = private or isinstance(answer, Notice | NoDay)
        view = layout(answer, _language(interaction))
        await _deliver(lambda: interaction.response.send_message(view=view, ephemeral=private))

    async def turn(self, interaction: Interaction, request: Request) -> None:
        """Answer a press: in place for whoever the reply belongs to, in a private copy for anyone else."""
        task = asyncio.create_task(request)
        own = _belongs_to_presser(interaction)
        if not await _done(task, DEFER_AFTER):
            await _deliver(lambda: interaction.response.defer(ephemeral=True, thinking=not own))
            await _replace(interaction, await _outcome(task), keep=own)
            return
        answer = await _outcome(task)
        if not own or isinstance(answer, Notice):
            await self.say(interaction, answer, private=True)
            return
        view = layout(answer, _language(interaction))
        await _deliver(lambda: interaction.response.edit_message(view=view))


async def _replace(interaction: Interaction, answer: Answer, *, keep: bool = False) -> None:
    """Put `answer` in the place of what a deferral promised. `keep`: a reply stands there, which a sentence would not
    make up for."""
    view = layout(answer, _language(interaction))
    if keep and isinstance(answer, Notice):
        await _deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await _deliver(lambda: interaction.edit_original_response(view=view))


def _language(interaction: Interaction) -> Language:
    return language_of(interaction.locale.value)


def _belongs_to_presser(interaction: Interaction) -> bool:
    """A reply belongs to who asked for it; one that says of nobody that they asked belongs to all."""
    origin = interaction.message.interaction_metadata if interaction.message else None
    return origin is None or origin.user == interaction.user


async def _done(task: asyncio.Task[Answer], seconds: float) -> bool:
    done, _ = await asyncio.wait({task}, timeout=seconds)
    return bool(done)


async def _outcome(task: asyncio.Task[Answer]) -> Answer:
    if not await _done(task, GIVE_UP_AFTER):
        task.cancel()
        return notice_of(TimeoutError(f"no answer within {GIVE_UP_AFTER:.0f} s"))
    error = task.exception()
    return notice_of(error) if error else task.result()


async def _deliver(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call to Discord, again where it was lost on the way. An acknowledgement that came through although its
    own answer was lost is refused the second time: that is success."""
    for attempt in range(1, SEND_ATTEMPTS + 1):
        try:
            await call()
            return
        except discord.HTTPException as error:
            if error.code == _ALREADY_ACKNOWLEDGED:
                return
            if error.status == _TOO_MANY_REQUESTS:
                await asyncio.sleep(min(_retry_after(error), MAX_RETRY_AFTER))
            elif not isinstance(error, discord.DiscordServerError):
                log.error("Discord refused a reply: %s", error)
                return
            log.warning("Discord failed on a reply (attempt %d): %s", attempt, error)
        except discord.InteractionResponded:
            return
        except (aiohttp.ClientError, OSError) as error:
            log.warning("a reply was lost on the way (attempt %d): %s", attempt, error)


def _retry_after(error: discord.HTTPException) -> float:
    """How many seconds a rate limit asks to wait. discord.py itself waits only for those that Discord's proxies set."""
    try:
        return float(error.response.headers.get("Retry-After", 1))
    except ValueError:
        return 1.0
