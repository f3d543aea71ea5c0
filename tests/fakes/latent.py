"""A stand-in for an embedding model: latent semantic analysis of a corpus, in numpy alone and the same every time.

Terms that stand in the same papers get like vectors (Deerwester et al. 1990, "Indexing by Latent Semantic Analysis").
As a paper's title is English and its summary Korean, terms of the two languages do too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.terms import terms
from retrieval.paper import Paper
from retrieval.vectors.embedder import EmbeddingError

_LEAST_PAPERS = 2
_NOWHERE = 1e-3  # of a text without a known term


class LatentEmbedder:
    """An Embedder. It counts what it was `sent`, and fails as long as `fault` is set."""

    def __init__(self, papers: Sequence[Paper], dimension: int = 64) -> None:
        self.name = f"latent-{dimension}"
        self.sent: list[tuple[str, ...]] = []
        self.fault = ""
        counts = [Counter(terms(" ".join((each.title, *(point.text for point in each.points))))) for each in papers]
        often = Counter(term for count in counts for term in count)
        kept = sorted(term for term, papers_with in often.items() if papers_with >= _LEAST_PAPERS)
        self._terms = {term: place for place, term in enumerate(kept)}
        self._rarity = np.log(len(papers) / np.array([often[term] for term in kept], np.float32))
        table = np.array([self._weights(count) for count in counts], np.float32).reshape(len(papers), len(kept))
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), _NOWHERE)
        values, vectors = np.linalg.eigh(table @ table.T)
        best = np.argsort(-values, kind="stable")[:dimension]
        self._places = (table.T @ vectors[:, best]).astype(np.float32)

    async def prepare(self) -> None:
        pass

    async def embed(self, texts: Sequence[str], *, within: float) -> NDArray[np.float32]:
        self.sent.append(tuple(texts))
        if self.fault:
            raise EmbeddingError(self.fault)
        found = np.array([self._weights(Counter(terms(text))) for text in texts]) @ self._places
        found[:, 0] += _NOWHERE
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)

    def _weights(self, count: Counter[str]) -> NDArray[np.float32]:
        weights = np.zeros(len(self._terms), np.float32)
        for term in count.keys() & self._terms.keys():
            place = self._terms[term]
            weights[place] = (1 + np.log(count[term])) * self._rarity[place]
        return weights
