"""The vectors of the papers of one index, and how alike these are to something."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors.matrix import Matrix, Vectors
from retrieval.vectors.texts import Texts

_ENOUGH = 0.9  # of the texts: with fewer vectors papers would be found for having one


class PaperVectors:
    """The vectors of the texts that the papers of one index have now; what else a matrix holds counts for nobody."""

    def __init__(self, matrix: Matrix, texts: Texts) -> None:
        self.matrix, self.texts = matrix, texts
        places = matrix.places(texts.keys)
        there = places >= 0
        self._places, owners = places[there], texts.owners[there]
        self._first = np.flatnonzero(np.diff(owners, prepend=-1))
        self._owners = owners[self._first]
        self.missing = texts.keys[~there]
        """The keys of the texts that have no vector yet."""
        self.held = len(owners)
        """How many texts have a vector."""

    @property
    def is_whole(self) -> bool:
        """Whether so few vectors are missing that papers can be compared by them."""
        return self.held > 0 and self.held >= _ENOUGH * len(self.texts.keys)

    def to(self, vector: Vectors) -> NDArray[np.float32]:
        """How alike the text of each paper that is most like `vector` is to it, from -1 to 1; nan where it has no
        vectors."""
        found = np.full(len(self.texts.ids), np.nan, np.float32)
        if self.held:
            found[self._owners] = np.maximum.reduceat(self.matrix.cosines(vector)[self._places], self._first)
        return found

    def like(self, arxiv_id: str) -> NDArray[np.float32] | None:
        """How alike the other papers are to one of them, to all of its texts together; None where it has no vectors."""
        paper = self.texts.ids.number(arxiv_id)
        if paper is None:
            return None
        start, end = np.searchsorted(self.texts.owners, [paper, paper + 1])
        places = self.matrix.places(self.texts.keys[start:end])
        total = self.matrix.vectors(places[places >= 0]).sum(axis=0)
        length = float(np.linalg.norm(total))
        if not length:
            return None
        found = self.to(np.asarray(total / length, np.float32))
        found[paper] = np.nan
        return found
