"""What search by meaning asks of a model that embeds texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

_LEAST_LENGTH = 1e-6


class EmbeddingError(Exception):
    """No vectors came that can be used; the text says why, for the log. For `wait` seconds none will, of any text."""

    def __init__(self, reason: str, *, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


class Embedder(Protocol):
    """Gives texts their places among all texts."""

    @property
    def name(self) -> str:
        """Vectors of different names cannot be compared."""
        ...

    async def prepare(self) -> None:
        """Make ready what a first call needs. It asks nothing of a server, and does not raise."""
        ...

    async def embed(self, texts: Sequence[str], *, within: float) -> npt.NDArray[np.float32]:
        """One row of length 1 for each text, in at most `within` seconds. Raises EmbeddingError."""
        ...


def unit_rows(vectors: npt.NDArray[np.float32], count: int) -> npt.NDArray[np.float32]:
    """`vectors`, at length 1. Raises EmbeddingError where they are not `count` rows of numbers with a direction."""
    if vectors.ndim != 2 or len(vectors) != count or not vectors.shape[1]:
        raise EmbeddingError(f"{count} texts were sent, and vectors of the shape {vectors.shape} came")
    lengths = np.linalg.norm(vectors.astype(np.float32), axis=1, keepdims=True)
    if not (np.isfinite(lengths).all() and (lengths > _LEAST_LENGTH).all()):
        raise EmbeddingError("a vector came that has no direction, or numbers that are none")
    return np.asarray(vectors / lengths, np.float32)
