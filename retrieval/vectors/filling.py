"""Embeds the texts that have no vector yet: in batches, patiently, and as far as the embedder goes along."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

import numpy as np

from retrieval.paper import Paper
from retrieval.vectors.embedder import Embedder, EmbeddingError, unit_rows
from retrieval.vectors.matrix import Matrix, Vectors
from retrieval.vectors.paper_vectors import PaperVectors
from retrieval.vectors.texts import embedded_texts, text_key

ReadPapers = Callable[[Sequence[str]], Awaitable[Sequence[Paper]]]
"""Those of the papers of the ids that there are."""

Sleep = Callable[[float], Awaitable[None]]

_BATCH = 64  # texts sent at once, and papers read at once
_WITHIN = 60.0  # seconds for a batch
_PAUSES = (0.0, 1.0, 3.0)  # seconds before it is tried whether an embedder that failed is back
_LONGEST_WAIT = 60.0  # seconds
_HARMLESS = "paper"
_SAME = 0.95  # cosine: a text that is embedded again by the same model is no further from itself


class Filling:
    """Makes vectors of texts, one batch at a time."""

    def __init__(self, embedder: Embedder, read: ReadPapers, sleep: Sleep = asyncio.sleep) -> None:
        self._embedder = embedder
        self._read = read
        self._sleep = sleep
        self._refused: set[int] = set()
        self._began = False

    def lacking(self, held: PaperVectors) -> set[int]:
        """The keys of the texts that are to be embedded."""
        return set(held.missing.tolist()) - self._refused

    async def knows(self, held: PaperVectors) -> bool:
        """Whether the embedder still makes of a text what is `held` of it: a model can be replaced by another under the
        same name. Raises EmbeddingError."""
        owners = held.texts.owners[np.isin(held.texts.keys, held.matrix.keys)]
        for paper in await self._read([held.texts.ids[owner] for owner in owners[:1].tolist()]):
            keys = {text_key(text): text for text in embedded_texts(paper)}
            places = held.matrix.places(np.array(list(keys), np.uint64))
            for text, place in zip(keys.values(), places.tolist(), strict=True):
                if place >= 0:
                    made = await self._embedded([text])
                    if made.shape[1] != held.matrix.dimension:
                        return False
                    return float(made[0] @ held.matrix.vectors(np.array([place]))[0]) >= _SAME
        return True

    async def batches(self, wanted: PaperVectors) -> AsyncIterator[Matrix]:
        """The vectors of the texts that `wanted` lacks. Texts that are refused by themselves are left out. Raises
        EmbeddingError where the embedder is gone, or asks not to be asked."""
        missing, self._began = self.lacking(wanted), False
        owners = np.unique(wanted.texts.owners[np.isin(wanted.texts.keys, wanted.missing)])
        ids = [wanted.texts.ids[owner] for owner in owners.tolist()]
        for start in range(0, len(ids), _BATCH):
            read = await self._read(ids[start : start + _BATCH])
            texts = {text_key(text): text for paper in read for text in embedded_texts(paper)}
            todo = deque(_split([(key, text) for key, text in texts.items() if key in missing]))
            missing -= texts.keys()
            while todo:
                batch = todo.popleft()
                vectors = await self._tried([text for _, text in batch])
                if vectors is not None:
                    self._began = True
                    yield Matrix.of(self._embedder.name, [key for key, _ in batch], vectors)
                elif len(batch) == 1:
                    self._refused.add(batch[0][0])
                else:
                    todo.extendleft((batch[len(batch) // 2 :], batch[: len(batch) // 2]))

    async def _tried(self, texts: Sequence[str]) -> Vectors | None:
        """None where the embedder takes other texts, but not these."""
        try:
            return await self._embedded(texts)
        except EmbeddingError as error:
            if error.wait > (_LONGEST_WAIT if self._began else 0):
                raise
            await self._back(error)
        if len(texts) > 1:
            return None
        try:
            return await self._embedded(texts)  # of which it may be no fault that the embedder had failed
        except EmbeddingError:
            return None

    async def _back(self, error: EmbeddingError) -> None:
        """Until the embedder takes a text that nothing is wrong with. Raises EmbeddingError where it does not."""
        for pause in _PAUSES:
            await self._sleep(max(pause, error.wait))
            try:
                await self._embedded([_HARMLESS])
            except EmbeddingError as another:
                error = another
                if error.wait > _LONGEST_WAIT:
                    break
            else:
                return
        raise error

    async def _embedded(self, texts: Sequence[str]) -> Vectors:
        return unit_rows(await self._embedder.embed(texts, within=_WITHIN), len(texts))


def _split(texts: Sequence[tuple[int, str]]) -> list[Sequence[tuple[int, str]]]:
    return [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
