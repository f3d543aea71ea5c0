"""What the bot showed before a message, read from its own messages: nothing is kept of what people were shown."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord
from discord import ui

from bot.core.shown import REMEMBERED_FOR, Shown, numbered
from bot.discord.base import Client
from bot.discord.components import custom_ids
from bot.discord.navigation import carried
from bot.discord.permissions import permissions_in
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import parse_arxiv_id

log = logging.getLogger(__name__)

_LOOKED_THROUGH = 30  # messages before one that points at none
_WITHIN = 2.0  # seconds; after that nothing was shown
_NUMBER = lazy_regex(r"(\d{1,4})\. ")


async def recall(client: Client, message: discord.Message) -> Shown | None:
    """What was shown in the reply that a message answers; where it answers none, in the last reply to its author of the
    last half hour, or to anybody in a thread. None where the bot said nothing before it."""
    try:
        async with asyncio.timeout(_WITHIN):
            if message.type is discord.MessageType.reply and message.reference:
                return await _answered(client, message, message.reference)
            return await _last(client, message, before=message)
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError) as error:
        log.info("what was shown before could not be read: %s", error)
        return None


def shown_in(client: Client, message: discord.Message) -> Shown:
    """What stands in a message of the bot."""
    ids = custom_ids(message)
    opened = next((match["arxiv_id"] for each in ids for one in client.cards if (match := one.fullmatch(each))), "")
    items = ui.LayoutView.from_message(message).walk_children()
    options = [option for item in items if isinstance(item, ui.Select) for option in item.options]
    listed = [(_number(option.label), option.value) for option in options if parse_arxiv_id(option.value)]
    if not listed and not opened:
        found = (match["arxiv_id"] for each in ids for one in client.openers if (match := one.fullmatch(each)))
        listed = [(None, arxiv_id) for arxiv_id in found]
    return Shown(carried(message), opened, numbered(listed))


def _number(label: str) -> int | None:
    match = _NUMBER.match(label)
    return int(match[1]) if match else None


async def _answered(client: Client, message: discord.Message, reference: discord.MessageReference) -> Shown | None:
    """What is shown in the message that another one answers, or was before it; None where that is not the bot's."""
    found = reference.resolved
    if found is None and reference.message_id:
        found = await message.channel.fetch_message(reference.message_id)
    if not isinstance(found, discord.Message):
        return Shown()
    if found.author != client.user:
        return None
    return shown_in(client, found) or await _last(client, message, before=found) or Shown()


async def _last(client: Client, message: discord.Message, before: discord.Message) -> Shown | None:
    """What was shown last before a message, and before that."""
    if not permissions_in(message.channel, message.guild).read_message_history:
        return None
    earliest = message.created_at - REMEMBERED_FOR
    replies = [
        each
        async for each in message.channel.history(limit=_LOOKED_THROUGH, before=before)
        if each.author == client.user and _is_for(each, message) and (each.edited_at or each.created_at) >= earliest
    ]
    shown: Shown | None = None
    for reply in reversed(replies):
        shown = shown_in(client, reply).after(shown)
    return shown


def _is_for(reply: discord.Message, message: discord.Message) -> bool:
    """Whether somebody who writes a message goes on from a reply; in a thread everybody does from each."""
    if message.guild is None or isinstance(message.channel, discord.Thread):
        return True
    if reply.interaction_metadata:
        return reply.interaction_metadata.user == message.author
    asked = reply.reference.resolved if reply.reference else None
    return isinstance(asked, discord.Message) and asked.author == message.author
