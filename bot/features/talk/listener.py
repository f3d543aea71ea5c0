"""Messages to the bot: mentions, replies and direct messages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from functools import partial

import aiohttp
import discord
from discord import ui

from bot.core.answer import Answer, Notice, Reason
from bot.core.asker import Asker
from bot.core.deadlines import GIVE_UP_AFTER, done, outcome
from bot.core.errors import broken
from bot.core.rate_limit import RateLimit
from bot.core.sentences.written import language_written
from bot.discord.base import Client
from bot.discord.extension import Listener
from bot.discord.newcomers import is_newcomer
from bot.discord.permissions import may_write, permissions_in
from bot.discord.recall import recall
from bot.discord.replies import asker_of, files
from bot.discord.retry import deliver
from bot.features.talk import phrases
from bot.features.talk.service import Talk
from retrieval.lazy_regex import lazy_regex

log = logging.getLogger(__name__)

# What is answered: enough for anyone who reads the answers.
_PER_PERSON = (30, 60.0)  # times, seconds
_PER_CHANNEL = (60, 60.0)
_TYPING_EVERY = 8.0  # Discord shows it for 10 s: https://discord.com/developers/docs/resources/channel
_TYPING_WITHIN = 1.0  # an answer waits no longer for its sign
_PEOPLE_WRITE = (discord.MessageType.default, discord.MessageType.reply)
_MARKUP = lazy_regex(r"<(?:@[!&]?|#|a?:\w+:|/[^:>]+:|t:)[^>\s]*>")  # mentions, emoji, commands, times


class Messages(Listener):
    """Answers what people write to the bot, without the privilege to read anything else."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._talk = client.app.service(Talk)
        self._people = RateLimit(*_PER_PERSON)
        self._channels = RateLimit(*_PER_CHANNEL)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message in reply, where it is meant for the bot and may be answered there."""
        if not self._is_meant(message) or not may_write(message.channel, message.guild):
            return
        now = self._client.app.now().timestamp()
        if (
            self._channels.excess(message.channel.id, now)
            or (excess := self._people.excess(message.author.id, now)) > 1
        ):
            return
        forwarded = [one.content for one in message.message_snapshots]
        text = _MARKUP.sub(" ", " ".join([message.content, *forwarded]))
        guild_id = message.guild.id if message.guild else None
        locale = message.guild.preferred_locale.value if message.guild else "en-US"
        asker = await asker_of(self._client, message.author.id, guild_id, locale, written=language_written(text))
        if excess:
            wait = max(1, round(self._people.wait(asker.user_id, now)))
            await self._reply(message, Notice(phrases.SLOW_DOWN, {"seconds": wait}), asker)
        else:
            await self._answer(message, text, asker)

    def _is_meant(self, message: discord.Message) -> bool:
        """In servers only a mention of the bot itself counts; a reply to it with the mention switched off is not for
        it, and Discord does not tell what it says."""
        me = self._client.user
        if me is None or message.author.bot or message.webhook_id or message.type not in _PEOPLE_WRITE:
            return False
        return message.guild is None or (me in message.mentions and not message.mention_everyone)

    async def _answer(self, message: discord.Message, text: str, asker: Asker) -> None:
        task = asyncio.create_task(self._respond(message, text, asker))
        for _ in range(int(GIVE_UP_AFTER / _TYPING_EVERY)):
            await _show_typing(message.channel)
            if await done(task, _TYPING_EVERY):
                break
        await self._reply(message, await outcome(task), asker)

    async def _respond(self, message: discord.Message, text: str, asker: Asker) -> Answer:
        """What the message asks for; where it only points to another person's, the papers of that one."""
        answer = await self._talk.answer(asker, text, partial(recall, self._client, message))
        pointed = message.reference.resolved if message.reference else None
        says_little = isinstance(answer, Notice) and answer.reason is Reason.SAYS_LITTLE
        if not says_little or not isinstance(pointed, discord.Message) or pointed.author == self._client.user:
            return answer
        if said := text_of(pointed):
            return await self._talk.find(said, asker.per_page)
        return Notice(phrases.CANNOT_SEE)

    async def _reply(self, message: discord.Message, answer: Answer, asker: Asker) -> None:
        """Reply once: the nonce keeps a reply that is sent again, its first answer lost, from standing there twice."""
        newcomer = await is_newcomer(self._client.app.state, asker, answer)
        view = self._client.draw(answer, asker.language, newcomer=newcomer)
        channel, nonce = message.channel, f"re:{message.id}"
        sent: list[discord.Message] = []

        async def send(view: ui.LayoutView, attached: Sequence[discord.File]) -> None:
            if not permissions_in(channel, message.guild).read_message_history:  # without it nothing can be quoted
                sent.append(await channel.send(view=view, files=attached, nonce=nonce))
                return
            quoted = message.to_reference(fail_if_not_exists=False)
            sent.append(
                await channel.send(view=view, files=attached, nonce=nonce, reference=quoted, mention_author=False)
            )

        if not await deliver(lambda: send(view, files(answer))):
            sorry = self._client.draw(broken(), asker.language)
            await deliver(lambda: send(sorry, ()))
        elif sent:
            await self._improve(sent[-1], answer, asker, newcomer=newcomer)

    async def _improve(self, reply: discord.Message, answer: Answer, asker: Asker, *, newcomer: bool) -> None:
        """Put in place of a reply what is better, once that has been written."""
        client = self._client

        async def edit(better: Answer) -> None:
            await reply.edit(view=client.draw(better, asker.language, newcomer=newcomer))

        await client.improvements.improve(reply.id, client.app.better(answer, asker), edit)


def text_of(message: discord.Message) -> str:
    """What a message says, its mentions left out: its text, what it forwards, its embeds and components."""
    parts = [message.content, *(forwarded.content for forwarded in message.message_snapshots)]
    for embed in message.embeds:
        parts += [embed.url or "", embed.title or "", embed.description or ""]
    shown = ui.LayoutView.from_message(message).walk_children() if message.flags.components_v2 else ()
    parts += [item.content for item in shown if isinstance(item, ui.TextDisplay)]
    return _MARKUP.sub(" ", "\n".join(parts)).strip()


async def _show_typing(channel: discord.abc.MessageableChannel) -> None:
    """Best effort: an answer does not depend on it."""
    try:
        async with asyncio.timeout(_TYPING_WITHIN):
            await channel.typing()
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        log.info("no typing indicator: %s", error)
