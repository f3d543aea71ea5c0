"""A model that fills in shapes, given two tries within one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from bot.model.client.asking import messages, tokens_of
from bot.model.client.replies import Unshaped, read_reply, shaped
from bot.model.client.schema import Schema, strict_schema
from bot.model.client.server import COMPLETIONS, Server
from bot.model.model import ModelError, ModelFault, Prompt

T = TypeVar("T", bound=BaseModel)

_MORE_AFTER_A_CUT: Final = 3  # times as many tokens: thoughts count too
_SHORTEST_WAIT: Final = 0.5  # seconds before a second try, where the server asks for no longer
_AT_ONCE: Final = 2  # calls that somebody waits for, and as many that nobody does
_TEMPERATURE: Final = 0.2  # what is written should keep to its source
_PASSING: Final = frozenset({ModelFault.OVERLOADED, ModelFault.SERVER_ERROR})


@dataclass(frozen=True, slots=True)
class _Try:
    """What changes from the first try to the second."""

    max_tokens: int
    refused: str = ""
    complaint: str = ""


class _AnotherTry(Exception):
    """This one failed; the next may not. `fault` is what failed if there is none."""

    def __init__(self, fault: ModelError, change: _Try, wait: float = 0.0) -> None:
        super().__init__(fault)
        self.fault = fault
        self.change = change
        self.wait = wait


class ModelWriter:
    """Writes what it is asked for with the server's model; see `Writer`."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._turns = {urgent: asyncio.Semaphore(_AT_ONCE) for urgent in (True, False)}

    async def write(
        self, prompt: Prompt, shape: type[T], *, within: float, check: Callable[[T], str] = lambda _: ""
    ) -> T:
        seconds = min(within, self._server.place.timeout)
        asked = False
        try:
            async with asyncio.timeout(seconds) as deadline, self._turns[prompt.urgent]:
                asked = True
                written = await self._write(prompt, shape, check, deadline)
        except TimeoutError:
            raise self._server.late(COMPLETIONS, seconds, asked=asked) from None
        except ModelError as error:
            raise self._server.failed(COMPLETIONS, error) from None
        self._server.succeeded(COMPLETIONS)
        return written

    async def _write(self, prompt: Prompt, shape: type[T], check: Callable[[T], str], deadline: asyncio.Timeout) -> T:
        schema = strict_schema(shape)
        try:
            return await self._attempt(prompt, shape, schema, check, _Try(prompt.max_tokens))
        except _AnotherTry as another:
            left = (deadline.when() or 0.0) - asyncio.get_running_loop().time()
            if another.wait >= left:
                raise another.fault from None
            if another.wait:
                self._server.hold(COMPLETIONS, another.fault)
                await self._server.timing.sleep(another.wait)
            again = another.change
        try:
            return await self._attempt(prompt, shape, schema, check, again)
        except _AnotherTry as another:
            raise another.fault from None

    async def _attempt(
        self, prompt: Prompt, shape: type[T], schema: Schema, check: Callable[[T], str], this: _Try
    ) -> T:
        body = self._body(prompt, shape.__name__, schema, this)
        tokens = sum(tokens_of(message["content"]) for message in body["messages"]) + this.max_tokens
        try:
            reply = await asyncio.to_thread(read_reply, await self._server.ask(COMPLETIONS, body, tokens))
        except ModelError as error:
            if error.fault in _PASSING:
                raise _AnotherTry(error, this, max(error.wait, _SHORTEST_WAIT)) from None
            raise
        if reply.cut:
            cut = ModelError(ModelFault.CUT, f"{this.max_tokens} tokens")
            raise _AnotherTry(cut, _Try(this.max_tokens * _MORE_AFTER_A_CUT))
        try:
            written = shaped(reply.said, shape)
        except Unshaped as wrong:
            unreadable = ModelError(ModelFault.UNREADABLE, wrong.kind)
            raise _AnotherTry(unreadable, _Try(this.max_tokens, reply.said, wrong.complaint)) from None
        if complaint := check(written):
            rejected = ModelError(ModelFault.REJECTED)
            raise _AnotherTry(rejected, _Try(this.max_tokens, written.model_dump_json(), complaint))
        return written

    def _body(self, prompt: Prompt, name: str, schema: Schema, this: _Try) -> dict[str, Any]:
        return {
            "model": self._server.place.name,
            "messages": messages(prompt, schema, this.refused, this.complaint),
            "max_tokens": this.max_tokens,
            "temperature": _TEMPERATURE,
            "stream": False,
            "response_format": {"type": "json_schema", "json_schema": {"name": name, "strict": True, "schema": schema}},
        }
