"""Messages that nobody asked for just now: each is sent once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

import aiohttp
import discord
from discord import ui

from bot.core import send_failure
from bot.core.answer import Notice
from bot.discord.base import Client
from bot.discord.components import custom_ids
from bot.discord.permissions import missing_permissions
from bot.monitoring.metrics import sent
from bot.rendering.language import Language
from bot.state.deliveries import ATTEMPT_WITHIN, RETRY_AFTER, Claim

log = logging.getLogger(__name__)


NOBODY = discord.AllowedMentions.none()
_CLOCKS_DIFFER = timedelta(minutes=5)  # at most, Discord's and ours
_LOOKED_THROUGH = 200  # messages since the first attempt
_UNKNOWN_CHANNEL = 10003  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
_NO_DIRECT_MESSAGES = (50007, 50278)  # closed; no server shared


class Blocked(Exception):
    """Something is known to stand in the way of a message, so Discord is not asked; `failure` says what."""

    def __init__(self, failure: str) -> None:
        super().__init__(failure)
        self.failure = failure


class Unsure(aiohttp.ClientError):
    """Discord failed on a call that may yet have had its effect."""


FAILURES = (discord.HTTPException, discord.InvalidData, aiohttp.ClientError, OSError, TimeoutError, Blocked)
"""What sending can fail with."""


def refuse_unsafe_retries() -> aiohttp.TraceConfig:
    """Keeps the client's session from repeating calls that could have their effect twice.

    discord.py repeats a call that Discord answers with 5xx. Messages bear a nonce; threads and forum posts have none.
    """

    async def after(session: aiohttp.ClientSession, context: object, parameters: aiohttp.TraceRequestEndParams) -> None:
        status = parameters.response.status
        if parameters.method == "POST" and parameters.url.path.endswith("/threads") and status >= 500:
            parameters.response.close()
            raise Unsure(f"Discord answered {status}")

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(after)
    return trace


def nonce_of(*parts: object) -> str:
    """The nonce by which Discord knows a message it has been sent before: at most 25 characters."""
    return blake2b("\0".join(map(str, parts)).encode(), digest_size=12).hexdigest()


def since(claim: Claim) -> datetime:
    """From when on a message of an earlier attempt can be."""
    return claim.first_at - _CLOCKS_DIFFER


def _readable(channel: object) -> bool:
    """Whether the bot may read what was said. Where it may not, Discord answers as if nothing had been said."""
    if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return True
    return channel.permissions_for(channel.guild.me).read_message_history


async def find(channel: discord.abc.Messageable, claim: Claim, marker: str) -> discord.Message | None:
    """Our message with the custom id `marker` that an earlier attempt left in the channel. Raises Blocked."""
    if claim.attempt == 1:
        return None
    if not _readable(channel):
        raise Blocked(send_failure.lacking(["read_message_history"]))
    async for message in channel.history(limit=_LOOKED_THROUGH, after=since(claim), oldest_first=True):
        if message.author.id == message._state.self_id and marker in custom_ids(message):
            return message
    return None


async def send_once(
    channel: discord.abc.Messageable,
    view: ui.LayoutView,
    claim: Claim,
    marker: str,
    mentions: discord.AllowedMentions = NOBODY,
    *,
    part: str = "",
) -> discord.Message:
    """Send `view`, which holds a component with the custom id `marker`, unless an earlier attempt came through.

    The nonce makes Discord itself answer a message of the last few minutes with that message; after those, and where
    it is not heeded, the channel's history tells. Where that cannot be read nothing is sent a second time: that fails
    for want of a permission.
    """
    if found := await find(channel, claim, marker):
        return found
    nonce = nonce_of(claim.name, claim.target, claim.first_at.timestamp(), part)
    return await channel.send(view=view, nonce=nonce, allowed_mentions=mentions)


def failure_of(error: BaseException) -> str:
    """What kept a message from being sent."""
    if isinstance(error, Blocked):
        return error.failure
    if isinstance(error, discord.Forbidden):
        return send_failure.CLOSED if error.code in _NO_DIRECT_MESSAGES else send_failure.lacking(["send_messages"])
    if isinstance(error, discord.NotFound):
        return send_failure.CHANNEL if error.code == _UNKNOWN_CHANNEL else send_failure.refused(str(error.code))
    if isinstance(error, discord.HTTPException) and error.status < 500 and error.status != 429:
        return send_failure.refused(str(error.code or error.status))
    return send_failure.UNREACHABLE


@dataclass(frozen=True, slots=True)
class Failure:
    """What kept a message from being sent, as `bot.core.send_failure` names it, and when to try again; None: not any
    more."""

    what: str
    again: datetime | None


async def attempt(sending: Awaitable[object], claim: Claim, now: Callable[[], datetime]) -> Failure | None:
    """Try to send what is claimed, within ATTEMPT_WITHIN; None where it came through."""
    try:
        async with asyncio.timeout(ATTEMPT_WITHIN.total_seconds()):
            await sending
            sent(claim.name)
    except FAILURES as error:
        what = failure_of(error)
        sent(claim.name, what)
        log.warning("%s was not sent to %d: %s (%s)", claim.name, claim.target, what, error)
        hopeless = claim.last or what == send_failure.CLOSED
        return Failure(what, None if hopeless else now() + RETRY_AFTER[claim.attempt - 1])
    return None


def channel_to_post_in(
    client: Client, guild_id: int, channel_id: int, *, thread: bool = False
) -> discord.TextChannel | discord.ForumChannel:
    """The channel of a server, where the bot may post messages (or threads) as far as is known here. Raises Blocked."""
    guild = client.get_guild(guild_id)
    if guild and guild.unavailable:
        raise Blocked(send_failure.UNREACHABLE)
    channel = guild and guild.get_channel(channel_id)
    if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
        raise Blocked(send_failure.CHANNEL)
    if missing := missing_permissions(channel, thread=thread):
        raise Blocked(send_failure.lacking(missing))
    return channel


async def tell(client: Client, user_id: int, notice: Notice, language: Language, *key: object) -> bool:
    """Tell a person something in a direct message; False where that is not possible. `key` names the message, so that
    it comes once."""
    try:
        channel = await client.create_dm(discord.Object(user_id))
        await channel.send(view=client.draw(notice, language), nonce=nonce_of("tell", user_id, *key))
    except FAILURES as error:
        log.warning("a report could not be delivered: %s", error)
        return False
    return True
