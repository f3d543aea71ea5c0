"""An embedder for tests, of which each knows what texts mean."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors.embedder import EmbeddingError

_MEANINGS = (("robot", "로봇", "gripper"), ("kitchen", "cooking", "부엌"), ("melody", "song", "음악"))


class Topics:
    """Gives each text the direction of the topics that it speaks of, and a little of its own."""

    def __init__(self, name: str = "topics", dimension: int = 16) -> None:
        self.name = name
        self.dimension = dimension
        self.sent: list[str] = []
        self.batches = 0
        self.gone = False
        self.late = False
        self.wait = 0.0
        self.refuses = ""
        self.fails_after: int | None = None
        self.hangs_after: int | None = None
        self.hanging = asyncio.Event()
        self.sign = 1.0
        self.spoils = False

    async def prepare(self) -> None:
        pass

    async def embed(self, texts: Sequence[str], *, within: float) -> NDArray[np.float32]:
        self.batches += 1
        if self.hangs_after is not None and len(self.sent) >= self.hangs_after:
            self.hanging.set()
            self.late = True
        if self.late:
            await asyncio.Event().wait()
        if self.gone or (self.fails_after is not None and len(self.sent) >= self.fails_after):
            raise EmbeddingError("connection refused", wait=self.wait)
        if self.refuses and any(self.refuses in text for text in texts):
            raise EmbeddingError("400: the text is too long")
        self.sent += texts
        found = np.array([self._vector(text) for text in texts], np.float32) * self.sign
        if self.spoils:
            found[-1, 0] = np.nan
        return found

    def _vector(self, text: str) -> NDArray[np.float64]:
        vector = np.random.default_rng(list(text.encode())).standard_normal(self.dimension) * 0.05
        for place, words in enumerate(_MEANINGS):
            vector[place] += any(word in text.lower() for word in words)
        return np.asarray(vector / np.linalg.norm(vector))
