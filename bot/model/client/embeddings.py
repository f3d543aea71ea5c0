"""Texts → vectors, in batches that any server takes, each row looked at."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.model.client.asking import tokens_of, writable
from bot.model.client.pauses import Paused
from bot.model.client.server import EMBEDDINGS, Server
from bot.model.model import ModelError, ModelFault
from retrieval.vectors.embedder import EmbeddingError

Rows = npt.NDArray[np.float32]

MOST_TEXTS: Final = 32
MOST_CHARACTERS: Final = 24_000
_MOST_OF_A_TEXT: Final = 8_000  # characters: models take 512 to 8,192 tokens, and say nothing of what they cut
_AT_ONCE: Final = 2
_FOR_PAPERS: Final = 0.5  # of the tokens of a day: a corpus that is embedded for the first time would use them all


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class _Row(_Lenient):
    index: int
    embedding: list[float] | str


class _Answer(_Lenient):
    data: list[_Row]


class ModelEmbedder:
    """Embeds with the server's embedding model; see `Embedder`."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._turns = {alone: asyncio.Semaphore(_AT_ONCE) for alone in (True, False)}

    @property
    def name(self) -> str:
        return self._server.place.embeddings

    async def prepare(self) -> None:
        await self._server.prepare()

    async def embed(self, texts: Sequence[str], *, within: float) -> Rows:
        """A single text, which is a query, never queues behind many."""
        asked = False
        try:
            async with asyncio.timeout(within), self._turns[len(texts) == 1]:
                asked = True
                rows = await self._embed([writable(text[:_MOST_OF_A_TEXT]) or " " for text in texts])
        except TimeoutError:
            late = self._server.late(EMBEDDINGS, within, asked=asked)
            raise EmbeddingError(str(late)) from late
        except ModelError as error:
            failed = self._server.failed(EMBEDDINGS, error)
            raise EmbeddingError(str(failed), wait=failed.wait) from failed
        self._server.succeeded(EMBEDDINGS)
        return rows

    async def _embed(self, texts: Sequence[str]) -> Rows:
        parts: list[Rows] = []
        for batch in _batches(texts):
            body = {"model": self.name, "input": batch, "encoding_format": "base64"}
            cost = sum(map(tokens_of, batch))
            if len(texts) > 1:
                await self._leave_some(cost)
            answer = await self._server.ask(EMBEDDINGS, body, cost)
            rows = await asyncio.to_thread(_rows, answer, len(batch))
            if parts and parts[0].shape[1] != rows.shape[1]:
                raise ModelError(ModelFault.UNREADABLE, "vectors of several dimensions")
            parts.append(rows)
        return np.concatenate(parts) if parts else np.empty((0, 0), np.float32)

    async def _leave_some(self, cost: int) -> None:
        """Raises ModelError where papers would use up what those who ask may need today."""
        budget = self._server.budget
        if (await budget.spent()).tokens + cost > _FOR_PAPERS * budget.daily_tokens:
            raise Paused(ModelFault.BUDGET_SPENT, "the rest of today's tokens is left to those who ask", wait=inf)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) >= MOST_TEXTS or characters + len(text) > MOST_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch


def _rows(answer: bytes, count: int) -> Rows:
    """The rows in the order of the texts, each of length 1. Raises ModelError where anything about them is wrong."""
    try:
        data = _Answer.model_validate_json(answer).data
        vectors = {row.index: _vector(row.embedding) for row in data}
    except (ValidationError, ValueError, binascii.Error):
        raise ModelError(ModelFault.UNREADABLE, "no list of vectors") from None
    if len(data) != count or set(vectors) != set(range(count)):
        raise ModelError(ModelFault.UNREADABLE, f"{len(data)} vectors for {count} texts")
    if len({vector.size for vector in vectors.values()}) != 1:
        raise ModelError(ModelFault.UNREADABLE, "vectors of several dimensions")
    rows = np.stack([vectors[index] for index in range(count)])
    with np.errstate(over="ignore", invalid="ignore"):
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not np.isfinite(lengths).all() or not (lengths > 0).all():
        raise ModelError(ModelFault.UNREADABLE, "a vector without direction")
    unit: Rows = (rows / lengths).astype(np.float32)
    return unit


def _vector(embedding: list[float] | str) -> npt.NDArray[np.float64]:
    if isinstance(embedding, str):
        return np.frombuffer(base64.b64decode(embedding, validate=True), "<f4").astype(np.float64)
    return np.array(embedding, np.float64)
