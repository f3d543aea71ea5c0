"""Trying a model's server before anybody waits for it."""

from __future__ import annotations

import asyncio
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.model.client.embeddings import ModelEmbedder
from bot.model.client.replies import prompt_tokens
from bot.model.client.server import COMPLETIONS, Server
from bot.model.client.writer import ModelWriter
from bot.model.model import ModelError, ModelFault, Prompt
from retrieval.vectors.embedder import EmbeddingError

_LOOK_WITHIN: Final = 10.0  # seconds
_READ_WITHIN: Final = 30.0
_MAX_TOKENS: Final = 500  # of which a model that thinks needs most
_MOST_NAMES: Final = 200
_TEXTS: Final = ("강화 학습", "reinforcement learning")
_LONG: Final = 6_000  # words of one token or more
_NO_LIST: Final = frozenset({ModelFault.MISDIRECTED, ModelFault.UNKNOWN_MODEL, ModelFault.SERVER_ERROR})


class _Word(BaseModel):
    word: Literal["ready"]


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Named(_Lenient):
    id: str


class _Names(_Lenient):
    data: list[_Named]


class Trial:
    """Asks a server for little things. Every method raises ModelError."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._seconds = server.place.timeout

    async def names(self) -> tuple[str, ...]:
        """The models that the server says it has, () where it does not say."""
        try:
            async with asyncio.timeout(_LOOK_WITHIN):
                listed = _Names.model_validate_json(await self._server.look("/models"))
        except TimeoutError:
            raise ModelError(ModelFault.TIMED_OUT, f"{_LOOK_WITHIN:g} s") from None
        except ModelError as error:
            if error.fault in _NO_LIST:
                return ()
            raise
        except ValidationError:
            return ()
        return tuple(one.id for one in listed.data[:_MOST_NAMES])

    async def write(self) -> None:
        """Have the model fill in a shape."""
        prompt = Prompt('Repeat the word of the material: "ready".', "ready", _MAX_TOKENS, urgent=True)
        await ModelWriter(self._server).write(prompt, _Word, within=self._seconds)

    async def window(self) -> int | None:
        """About how many tokens of a long prompt the server reads, where it cuts off the rest silently; None where it
        does not, or takes too long to say."""
        body = {
            "model": self._server.place.name,
            "messages": [{"role": "user", "content": "word " * _LONG + "Say yes."}],
            "max_tokens": 1,
            "stream": False,
        }
        try:
            async with asyncio.timeout(min(self._seconds, _READ_WITHIN)):
                answer = await self._server.ask(COMPLETIONS, body, _LONG * 2)
        except TimeoutError:
            return None
        read = prompt_tokens(answer)
        return read if read is not None and read < _LONG else None

    async def embed(self) -> int:
        """Have two texts embedded: the dimension of their vectors."""
        try:
            rows = await ModelEmbedder(self._server).embed(_TEXTS, within=self._seconds)
        except EmbeddingError as error:
            raise error.__cause__ if isinstance(error.__cause__, ModelError) else error from None
        return int(rows.shape[1])

    async def close(self) -> None:
        await self._server.close()
