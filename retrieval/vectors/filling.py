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
_FAILURES = 8  # in a row: one more than it takes to find the one text of a batch that is refused
_LONGEST_PAUSE = 8.0  # seconds between failures
_SAME = 0.95  # cosine: a text that is embedded again by the same model is no further from itself


class Filling:
    """Makes vectors of texts, one batch at a time."""

    def __init__(self, embedder: Embedder, read: ReadPapers, sleep: Sleep = asyncio.sleep) -> None:
        self._embedder = embedder
        self._read = read
        self._sleep = sleep
        self._refused: set[int] = set()
        self._doubted: set[int] = set()  # refused since anything came, perhaps for want of a server
        self._failures = 0

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
        EmbeddingError when too much fails in a row."""
        missing = self.lacking(wanted)
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
                    yield Matrix.of(self._embedder.name, [key for key, _ in batch], vectors)
                elif len(batch) == 1:
                    self._doubted.add(batch[0][0])
                else:
                    todo.extendleft((batch[len(batch) // 2 :], batch[: len(batch) // 2]))

    async def _tried(self, texts: Sequence[str]) -> Vectors | None:
        """None where the embedder fails; then it has been given a pause."""
        try:
            vectors = await self._embedded(texts)
        except EmbeddingError:
            self._failures += 1
            if self._failures >= _FAILURES:
                self._failures = 0
                self._doubted.clear()
                raise
            await self._sleep(min(2.0 ** (self._failures - 1), _LONGEST_PAUSE))
            return None
        self._failures = 0
        self._refused |= self._doubted
        self._doubted.clear()
        return vectors

    async def _embedded(self, texts: Sequence[str]) -> Vectors:
        return unit_rows(await self._embedder.embed(texts, within=_WITHIN), len(texts))


def _split(texts: Sequence[tuple[int, str]]) -> list[Sequence[tuple[int, str]]]:
    return [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
