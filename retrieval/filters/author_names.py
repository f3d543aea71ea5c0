"""Authors by name: whose papers they are, however the name is spelled, ordered or punctuated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.names import name_words
from retrieval.inverted_index.renumbering import Renumbering


class AuthorNames:
    """Finds the documents of an author. A name is kept as numbers only: 12 bytes for each way to look it up."""

    def __init__(self, authors: Iterable[Sequence[str]]) -> None:
        """`authors` are the names of each document in turn, the document's number counting from 0."""
        known: dict[str, tuple[int, ...]] = {}
        keys: list[int] = []
        documents: list[int] = []
        for document, names in enumerate(authors):
            for name in names:
                if name not in known:
                    known[name] = _keys(name_words(name))
                keys += known[name]
                documents += [document] * len(known[name])
        self._hold(np.array(documents, np.int32), np.array(keys, np.uint64))

    def updated(self, move: Renumbering, authors: Iterable[Sequence[str]]) -> AuthorNames:
        """Those of the documents that stay, and `authors`, of those that come."""
        new = AuthorNames(authors)
        new._hold(*move.owned((self._documents, self._keys), (new._documents, new._keys)))
        return new

    def _hold(self, documents: NDArray[np.int32], keys: NDArray[np.uint64]) -> None:
        order = np.lexsort((documents, keys))
        self._keys, self._documents = keys[order], documents[order]

    def full(self, words: Sequence[str]) -> NDArray[np.int32]:
        """The documents of the author of that name of two words or more; where there is none of just that name, of
        those whose names have these words in another order."""
        if len(words) < 2:
            return self._documents[:0]
        as_written = self._at(_key("=", words))
        return as_written if len(as_written) else self._at(_key("~", sorted(words)))

    def last(self, word: str) -> NDArray[np.int32]:
        """The documents of the authors whose name ends with `word`."""
        return self._at(_key(".", (word,)))

    def _at(self, key: int) -> NDArray[np.int32]:
        first = self._keys.searchsorted(np.uint64(key))
        if first == len(self._keys) or self._keys[first] != key:
            return self._documents[:0]
        return np.unique(self._documents[first : self._keys.searchsorted(np.uint64(key), "right")])


def _keys(words: Sequence[str]) -> tuple[int, ...]:
    if not words:
        return ()
    last = _key(".", words[-1:])
    return (last,) if len(words) == 1 else (_key("=", words), _key("~", sorted(words)), last)


def _key(kind: str, words: Iterable[str]) -> int:
    """A number below 2**63 that stands for these words, the same in every process."""
    return int.from_bytes(blake2b(f"{kind}{' '.join(words)}".encode(errors="replace"), digest_size=8).digest()) >> 1
