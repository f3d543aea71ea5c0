"""Requests to the model's server, whatever they ask: paid for, paused where vain, and adapted to what it takes."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from bot.model.client.budget import Budget
from bot.model.client.errors import ServerError
from bot.model.client.pauses import Paused, Pauses
from bot.model.client.replies import tokens_used
from bot.model.model import OF_THE_REQUEST, ModelError, ModelFault
from bot.model.phrases import say_model_fault

if TYPE_CHECKING:
    from bot.model.client.connection import Connection

log = logging.getLogger(__name__)

COMPLETIONS: Final = "/chat/completions"
EMBEDDINGS: Final = "/embeddings"

_OPTIONAL: Final = ("temperature", "response_format", "encoding_format")
_ALSO_CALLED: Final = {"response_format": ("json_schema", "structured output")}
_MOST_LESSONS: Final = 4


@dataclass(frozen=True, slots=True)
class Timing:
    """The time that the client goes by."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True, slots=True)
class Place:
    """Where the model is, and what it is called there. An empty name: there is no such model. `timeout`: seconds."""

    base_url: str
    key: str = ""
    name: str = ""
    embeddings: str = ""
    timeout: float = 60.0


class Server:
    """One server, asked by writers and embedders alike."""

    def __init__(self, place: Place, budget: Budget, timing: Timing) -> None:
        self.place = place
        self.budget = budget
        self.timing = timing
        self._pauses = {path: Pauses(timing.monotonic) for path in (COMPLETIONS, EMBEDDINGS)}
        self._opening: asyncio.Task[Connection] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._limit_key = "max_tokens"
        self._left_out: set[str] = set()

    async def prepare(self) -> None:
        """Import the client, and open what remembers the tokens, of which the first call would wait for both."""
        with suppress(ModelError):
            await self._connected()
        await self.budget.spent()

    async def ask(self, path: str, body: Mapping[str, Any], tokens: int) -> bytes:
        """What the server answers; `tokens` are those that it may take. Raises ModelError."""
        self._pauses[path].check()
        connection = await self._connected()
        day = await self.budget.reserve(tokens)
        try:
            answer = await self._adapting(connection, path, body)
        except ServerError as error:
            if error.status < 500:
                self.budget.settle(day, tokens, 0)
            raise ModelError(error.fault, error.detail, wait=error.wait) from None
        except ModelError as error:
            if error.fault is ModelFault.UNREACHABLE:
                self.budget.settle(day, tokens, 0)
            raise
        used = await asyncio.to_thread(tokens_used, answer)
        self.budget.settle(day, tokens, tokens if used is None else used)
        return answer

    async def look(self, path: str) -> bytes:
        """What the server answers to a GET, which costs nothing. Raises ModelError."""
        try:
            return await (await self._connected()).get(path)
        except ServerError as error:
            raise ModelError(error.fault, error.detail, wait=error.wait) from None

    def failed(self, path: str, error: ModelError) -> ModelError:
        """Count the failure of a call, and pause where asking again would be vain. The error to raise."""
        if isinstance(error, Paused):
            return error
        self.budget.note(error)
        self._keep_soon()
        level = logging.INFO if error.fault in OF_THE_REQUEST else logging.WARNING
        log.log(level, "%s", say_model_fault(error.fault, error.detail, "en"))
        return self._pauses[path].failed(error)

    def late(self, path: str, seconds: float, *, asked: bool) -> ModelError:
        """Count a call that took too long, unless nothing was asked because others, or the first one, were in its way.
        The error to raise."""
        error = ModelError(ModelFault.TIMED_OUT, f"{seconds:g} s")
        if asked and self._opening is not None and self._opening.done():
            return self.failed(path, error)
        return Paused(error.fault, "its turn did not come")

    def hold(self, path: str, error: ModelError) -> None:
        """Ask nothing for as long as the server said."""
        self._pauses[path].hold(error, error.wait)

    def succeeded(self, path: str) -> None:
        self._keep_soon()
        self._pauses[path].succeeded()

    def _keep_soon(self) -> None:
        """Write down what a call has cost, without having anybody wait for it."""
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self.budget.keep())

    async def close(self) -> None:
        if self._keeping is not None:
            await self._keeping
        await self.budget.keep()
        if self._opening is not None and not self._opening.cancel() and not self._opening.exception():
            await self._opening.result().close()

    async def _connected(self) -> Connection:
        if self._opening is None:
            self._opening = asyncio.create_task(asyncio.to_thread(_connect, self.place, self.timing.now))
        return await asyncio.shield(self._opening)

    async def _adapting(self, connection: Connection, path: str, body: Mapping[str, Any]) -> bytes:
        """Ask, and ask again without what the server says it does not know."""
        for _ in range(_MOST_LESSONS):
            sent = self._as_taken(body)
            try:
                return await connection.post(path, sent)
            except ServerError as error:
                is_learnt = self._as_taken(body) != sent  # by another call meanwhile
                if not is_learnt and not self._learns(error, body):
                    raise
        return await connection.post(path, self._as_taken(body))

    def _as_taken(self, body: Mapping[str, Any]) -> dict[str, Any]:
        named = {self._limit_key if key == "max_tokens" else key: value for key, value in body.items()}
        return {key: value for key, value in named.items() if key not in self._left_out}

    def _learns(self, error: ServerError, body: Mapping[str, Any]) -> bool:
        """Whether the request can be made otherwise after what the server said of it."""
        if error.fault is not ModelFault.BAD_REQUEST:
            return False
        if "max_tokens" in body and self._limit_key == "max_tokens" and "max_completion_tokens" in error.message:
            self._limit_key = "max_completion_tokens"
            return True
        for key in _OPTIONAL:
            said = any(name in error.message for name in (key, *_ALSO_CALLED.get(key, ())))
            if key in body and key not in self._left_out and (said or error.param.partition(".")[0] == key):
                self._left_out.add(key)
                log.warning("the model's server does not take %s (%s); it is left out from now on", key, error.detail)
                return True
        return False


def _connect(place: Place, now: Callable[[], datetime]) -> Connection:
    """In a thread: to import the library takes half a second."""
    try:
        from bot.model.client.connection import Connection
    except ModuleNotFoundError as error:
        raise ModelError(ModelFault.NOT_INSTALLED, f"{error.name} is missing") from None
    return Connection(place.base_url, place.key, now)
