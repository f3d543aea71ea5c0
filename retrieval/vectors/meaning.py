"""Search by meaning: the vectors of a corpus, made in the background, and what is asked of them."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors.asked import AskedVectors
from retrieval.vectors.embedder import Embedder, EmbeddingError
from retrieval.vectors.filling import Filling, ReadPapers, Sleep
from retrieval.vectors.matrix import Matrix, Merged
from retrieval.vectors.matrix_file import MatrixFile
from retrieval.vectors.paper_vectors import PaperVectors
from retrieval.vectors.texts import Texts

log = logging.getLogger(__name__)

_KEPT_AT_ONCE, _KEPT_SHARE = 2048, 16  # vectors that are written at once: more where there are so many times as many


@dataclass(frozen=True, slots=True)
class VectorStatus:
    """How many of the `texts` of all papers have a vector of the `model`."""

    model: str
    held: int
    texts: int


class Meaning:
    """The vectors of the texts of a corpus. Whatever becomes of the embedder, nobody waits for longer than
    `asked.WITHIN`, and what has no vectors is found by its words."""

    def __init__(
        self,
        embedder: Embedder,
        path: Path | None,
        read: ReadPapers,
        clock: Callable[[], float] = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """The vectors are kept in `path`; None: nowhere. `clock` gives seconds."""
        self._model = embedder.name
        self.prepare = embedder.prepare
        self._asked = AskedVectors(embedder, clock)
        self._filling = Filling(embedder, read, sleep)
        self._file = MatrixFile(path, self._model)
        self._matrix = Matrix.empty(self._model)
        self._texts = Texts.of(())
        self._held = PaperVectors(self._matrix, self._texts)
        self._binding = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._failing = False

    async def take_up(self, texts: Texts) -> None:
        """Compare papers by these texts from now on, and make the vectors that are missing in the background."""
        self._texts = texts
        idle = self._task is None or self._task.done()
        if idle and (found := await asyncio.to_thread(self._file.read)):
            self._matrix = found
        await self._bind()
        if idle and self._filling.lacking(self._held):
            self._task = asyncio.create_task(self._fill())

    async def filled(self) -> None:
        """Until nothing is being embedded."""
        if self._task:
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Keep what has been made, and end."""
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])
        await self._asked.close()

    async def to(self, text: str, texts: Texts) -> NDArray[np.float32] | None:
        """How alike each of the papers that have `texts` is to `text`, from -1 to 1, nan where it has no vectors; None
        where nothing comes in time."""
        held = await self._of(texts)
        vector = await self._asked.of(text) if held.is_whole else None
        if vector is None:
            return None
        if len(vector) != held.matrix.dimension:
            await self._forget()
            return None
        return await asyncio.to_thread(held.to, vector)

    async def like(self, arxiv_id: str, texts: Texts) -> NDArray[np.float32] | None:
        """As `to`, of one of the papers."""
        held = await self._of(texts)
        return await asyncio.to_thread(held.like, arxiv_id) if held.is_whole else None

    def status(self) -> VectorStatus:
        return VectorStatus(self._model, self._held.held, len(self._held.texts.keys))

    async def _of(self, texts: Texts) -> PaperVectors:
        held = self._held  # of another index while a new one is taken up
        return held if held.texts is texts else await asyncio.to_thread(PaperVectors, self._matrix, texts)

    async def _fill(self) -> None:
        try:
            with self._file.alone() as alone:
                filled = None
                while alone and filled is not self._texts:  # which may be others by the time it is done
                    filled = self._texts
                    await self._bind()
                    await self._make_missing()
        except (EmbeddingError, OSError) as error:
            if not self._failing:
                log.warning("no vectors for search by meaning, which is tried again: %s", error)
            self._failing = True
        else:
            self._failing = False

    async def _make_missing(self) -> None:
        if not self._filling.lacking(self._held):
            return
        if self._held.held and not await self._filling.knows(self._held):
            await self._forget()
        made: list[Matrix] = []
        try:
            async for batch in self._filling.batches(self._held):
                if made and made[0].dimension != batch.dimension:
                    raise EmbeddingError(f"vectors of {made[0].dimension} numbers came, and of {batch.dimension}")
                made.append(batch)
                if sum(len(each.keys) for each in made) >= max(_KEPT_AT_ONCE, len(self._matrix.keys) // _KEPT_SHARE):
                    await self._keep(made)
        finally:
            await self._keep(made)

    async def _keep(self, made: list[Matrix]) -> None:
        """Write what was `made`, and compare by it."""
        if made:
            merged = await asyncio.to_thread(Merged.of, self._matrix, made, self._texts.keys)
            made.clear()
            self._matrix = await asyncio.to_thread(self._file.write, merged)
            await self._bind()

    async def _forget(self) -> None:
        log.warning("the model %s makes other vectors than it did: all are made again", self._model)
        self._matrix = Matrix.empty(self._model)
        await self._bind()

    async def _bind(self) -> None:
        async with self._binding:
            self._held = await asyncio.to_thread(PaperVectors, self._matrix, self._texts)
