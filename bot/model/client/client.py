"""The client of a model's server: bounded in time, tokens and size, and trusting nothing that comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel

from bot.model.client.budget import Budget
from bot.model.client.embeddings import ModelEmbedder
from bot.model.client.server import Place, Server, Timing
from bot.model.client.writer import ModelWriter
from bot.model.model import Prompt, Spent

T = TypeVar("T", bound=BaseModel)


class ModelClient:
    """A `Writer` and an `Embedder` on one server, which share its budget and its pauses. Nothing is imported
    before it is prepared or called, and nothing sent before it is called."""

    def __init__(self, place: Place, budget: Budget, timing: Timing | None = None) -> None:
        self.place = place
        self._server = Server(place, budget, timing or Timing())
        self._writer = ModelWriter(self._server)
        self._embedder = ModelEmbedder(self._server)

    @property
    def name(self) -> str:
        """That of the embedding model."""
        return self._embedder.name

    async def write(
        self, prompt: Prompt, shape: type[T], *, within: float, check: Callable[[T], str] = lambda _: ""
    ) -> T:
        return await self._writer.write(prompt, shape, within=within, check=check)

    async def prepare(self) -> None:
        await self._server.prepare()

    async def embed(self, texts: Sequence[str], *, within: float) -> npt.NDArray[np.float32]:
        return await self._embedder.embed(texts, within=within)

    async def spent(self) -> Spent:
        """What it has cost today, and how it failed."""
        return await self._server.budget.spent()

    async def close(self) -> None:
        await self._server.close()
