"""The vectors of what people ask: soon, or not at all."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable

import numpy as np

from retrieval.vectors.embedder import Embedder, EmbeddingError, unit_rows
from retrieval.vectors.matrix import Vectors

log = logging.getLogger(__name__)

WITHIN = 0.3  # seconds that a search waits
_REMEMBERED = 512  # queries: two megabytes at 1,024 numbers each
_AS_IT_WAS = 600.0  # seconds in which a query that was answered without its vector is answered so again
_SHORTEST, _LONGEST = 10.0, 600.0  # seconds for which nobody waits for an embedder that failed


class AskedVectors:
    """Asks an embedder for what was typed.

    Once it is late or fails, nobody waits for it: the next query is sent in the background to see whether it is back,
    at once and then after pauses, which double. A query keeps what it was first answered by for a while, so that the
    pages of its results are of one list.
    """

    def __init__(self, embedder: Embedder, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives seconds."""
        self._embedder = embedder
        self._clock = clock
        self._known: OrderedDict[str, tuple[Vectors | None, float]] = OrderedDict()
        self._pause, self._until = 0.0, 0.0
        self._trial: asyncio.Task[Vectors | None] | None = None

    async def of(self, text: str) -> Vectors | None:
        """The vector of `text`, of length 1, within WITHIN seconds; else None."""
        vector, until = self._known.get(text, (None, 0.0))
        if vector is None and until <= self._clock():
            if not self._pause:
                vector = await self._asked(text)
            elif self._until <= self._clock() and not (self._trial and not self._trial.done()):
                self._trial = asyncio.create_task(self._asked(text))
        self._remember(text, vector)
        return vector

    async def close(self) -> None:
        if self._trial:
            self._trial.cancel()
            await asyncio.wait([self._trial])

    async def _asked(self, text: str) -> Vectors | None:
        try:
            async with asyncio.timeout(WITHIN):
                [vector] = unit_rows(await self._embedder.embed([text], within=WITHIN), 1)
        except (EmbeddingError, TimeoutError) as error:
            self._rest(error)
            return None
        if self._pause:
            log.info("search by meaning is back")
        self._pause = 0.0
        return np.asarray(vector)

    def _rest(self, error: EmbeddingError | TimeoutError) -> None:
        if not self._pause:
            log.warning("searching by words alone: %s", str(error) or f"no vector came within {WITHIN:g} s")
        self._until = self._clock() + self._pause
        self._pause = min(max(_SHORTEST, 2 * self._pause), _LONGEST)

    def _remember(self, text: str, vector: Vectors | None) -> None:
        held, until = self._known.pop(text, (None, 0.0))
        if vector is not None or until <= self._clock():
            held, until = vector, self._clock() + _AS_IT_WAS
        self._known[text] = held, until
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
