"""Replies that are shown at once, and replaced when something better has been written."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import aiohttp
import discord

from bot.core.answer import Answer

log = logging.getLogger(__name__)

_MOST_KNOWN = 10_000  # messages
_EDIT_WITHIN = 1.0  # seconds that a press waits for an edit that is on its way: Discord waits 3 s for its answer

Edit = Callable[[Answer], Awaitable[object]]


class Improvements:
    """Puts better answers in the place of replies, but never over what a press has made of a reply meanwhile."""

    def __init__(self) -> None:
        self._presses: OrderedDict[int, int] = OrderedDict()
        self._edits: dict[int, asyncio.Task[None]] = {}

    def presses(self, message_id: int) -> int:
        """How many presses a message has been replaced by, of those known."""
        return self._presses.get(message_id, 0)

    async def pressed(self, message_id: int) -> None:
        """A press is about to replace what stands in a message: nothing that was being written comes there any more."""
        self._presses[message_id] = self.presses(message_id) + 1
        self._presses.move_to_end(message_id)
        if len(self._presses) > _MOST_KNOWN:
            self._presses.popitem(last=False)
        if edit := self._edits.get(message_id):
            await asyncio.wait({edit}, timeout=_EDIT_WITHIN)
            edit.cancel()

    async def improve(
        self, message_id: int, better: Coroutine[Any, Any, Answer | None], edit: Edit, presses: int = 0
    ) -> None:
        """Have `edit` put in a message what `better` gives, unless the message has had more than so many presses by
        then. Where anything fails, what stands there stays."""
        writing = asyncio.create_task(better)
        await asyncio.wait({writing})
        if error := writing.exception():
            log.error("a better answer failed", exc_info=error)
        elif (answer := writing.result()) and self.presses(message_id) == presses:
            self._edits[message_id] = editing = asyncio.create_task(_put(answer, edit))
            await asyncio.wait({editing})
            self._edits.pop(message_id, None)


async def _put(answer: Answer, edit: Edit) -> None:
    """Once, without trying again: a second try could come after a press."""
    try:
        await edit(answer)
    except (discord.HTTPException, discord.InvalidData, aiohttp.ClientError, OSError) as error:
        log.info("a better answer could not be shown: %s", error)
