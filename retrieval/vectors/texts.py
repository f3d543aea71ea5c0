"""The texts of papers that are embedded, each known by a hash of itself: a vector counts for that very text only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted_index.renumbering import Renumbering
from retrieval.inverted_index.vocabulary import Vocabulary
from retrieval.paper import Paper

_TOKENS = 480
"""At most about so many of one text: multilingual E5 and its like read 512, and some servers refuse what is longer.
https://huggingface.co/intfloat/multilingual-e5-large"""
_ASCII_TOKENS = 0.35  # of one character; any other may be a token of its own


def embedded_texts(paper: Paper) -> tuple[str, ...]:
    """The title, each point of the summary and the abstract of a paper, as much of each as a model reads."""
    texts = (paper.title, *(point.text for point in paper.points), paper.abstract or "")
    return tuple(shortened(text) for text in texts if text.strip())


def shortened(text: str) -> str:
    """As much of `text` as embedding models read at once."""
    if len(text) <= _TOKENS:
        return text
    costs = np.cumsum([_ASCII_TOKENS if character.isascii() else 1.0 for character in text])
    return text[: int(np.searchsorted(costs, _TOKENS, "right"))]


def text_key(text: str) -> int:
    """64 bits: among six million texts two are alike once in a million corpora."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Texts:
    """The keys of all texts, and the documents that have them, in order; a document without texts has none. `ids` are
    those of all documents."""

    keys: NDArray[np.uint64]
    owners: NDArray[np.int32]
    ids: Vocabulary

    @classmethod
    def of(cls, papers: Sequence[Paper]) -> Texts:
        """Those of `papers`, in the order of their document numbers."""
        found = [[text_key(text) for text in embedded_texts(paper)] for paper in papers]
        owners = np.repeat(np.arange(len(found), dtype=np.int32), [len(keys) for keys in found])
        ids = Vocabulary.build(paper.arxiv_id for paper in papers)
        return cls(np.array([key for keys in found for key in keys], np.uint64), owners, ids)

    def updated(self, move: Renumbering, papers: Sequence[Paper]) -> Texts:
        """Those of the papers that stay, and of `papers`, those that come."""
        new = Texts.of(papers)
        owners, keys = move.owned((self.owners, self.keys), (new.owners, new.keys))
        order = np.argsort(owners, kind="stable")
        return Texts(keys[order], owners[order], Vocabulary.build(move.listed(self.ids, new.ids)))
