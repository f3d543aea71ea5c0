"""What search by meaning asks of a model that embeds texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt


class EmbeddingError(Exception):
    """No vectors came that can be used; the text says why, for the log."""


class Embedder(Protocol):
    """Gives texts their places among all texts."""

    @property
    def name(self) -> str:
        """Vectors of different names cannot be compared."""
        ...

    async def embed(self, texts: Sequence[str], *, within: float) -> npt.NDArray[np.float32]:
        """One row of length 1 for each text, in at most `within` seconds. Raises EmbeddingError."""
        ...
