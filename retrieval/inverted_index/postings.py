"""Which documents hold which terms, and how often: three bytes for each such pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.inverted_index.renumbering import Renumbering

_SHARD = 65_536  # documents that two bytes can tell apart
_BLOCK = 16_384  # documents counted at once, of which some make a shard: bounds the memory that a build takes
_NONE = np.zeros(0, np.int64)


class Entry(NamedTuple):
    """The postings of one term."""

    term: int
    documents: NDArray[np.uint16]
    often: NDArray[np.unsignedinteger]


class Postings:
    """For each term, by its number, the documents that hold it, in order, and how often. Immutable."""

    def __init__(
        self,
        lengths: NDArray[np.int32],
        starts: NDArray[np.unsignedinteger],
        documents: NDArray[np.uint16],
        often: NDArray[np.unsignedinteger],
    ) -> None:
        """For `build`. `lengths` are those of all documents, in terms. `documents` are numbered within their shards,
        `often` says how often each has the term. `starts` is where the postings of term 0 start that are in each shard,
        then those of term 1, and so on to the end of all.
        """
        self.lengths = lengths
        self._starts = starts
        self._documents = documents
        self._often = often
        self._shards = max(1, -(-len(lengths) // _SHARD))
        self._places = starts.data  # reading it one number at a time takes half as long as reading the array

    def __reduce__(self) -> tuple[object, ...]:
        return Postings, (self.lengths, self._starts, self._documents, self._often)

    @classmethod
    def build(cls, corpus: Iterable[Sequence[str]], numbers: Mapping[str, int]) -> Postings:
        """The postings of all terms of the corpus. `numbers` numbers them from 0, new ones as they are asked for."""
        blocks = list(_blocks(iter(corpus), numbers))
        lengths = np.concatenate([_NONE, *(block.lengths for block in blocks)]).astype(np.int32)
        of_shard = _SHARD // _BLOCK
        counts = np.zeros((len(numbers), max(1, -(-len(blocks) // of_shard))), np.int64)
        for place, block in enumerate(blocks):
            counts[: len(block.counts), place // of_shard] += block.counts
        starts = np.concatenate([[0], np.cumsum(counts)])
        small_starts = starts.astype(np.min_scalar_type(starts[-1]))
        if len(blocks) == 1:
            return cls(lengths, small_starts, blocks[0].documents, blocks[0].often)
        documents = np.empty(starts[-1], np.uint16)
        often = np.empty(starts[-1], np.result_type(np.uint8, *(block.often for block in blocks)))
        free = starts[:-1].reshape(counts.shape).copy()
        for place, block in enumerate(blocks):
            free_here = free[: len(block.counts), place // of_shard]
            shifts = np.repeat(free_here - (np.cumsum(block.counts) - block.counts), block.counts)
            shifts += np.arange(len(shifts))
            documents[shifts] = block.documents + np.uint16(place % of_shard * _BLOCK)
            often[shifts] = block.often
            free_here += block.counts
        return cls(lengths, small_starts, documents, often)

    def updated(
        self, move: Renumbering, others: Postings, terms: NDArray[np.int64]
    ) -> tuple[Postings, NDArray[np.bool_]]:
        """The postings of the documents that stay and of those that come, which `others` has; `terms` are the numbers
        that its terms have here, new ones following those that there are.

        Terms that no document holds any more are left out: the second array marks those that are left.
        """
        kept, often, starts = self._kept(move.moved, int(terms.max(initial=-1)) + 1)
        coming = move.placed[others._numbers_of_all()]
        order = np.argsort(terms.repeat(others.counts()) * move.size + coming)
        coming, coming_often = coming[order], others._often[order]
        often = often.astype(np.result_type(often, coming_often), copy=False)
        ends = np.zeros(len(starts), np.int64)
        ends[terms + 1] = others.counts()
        ends = ends.cumsum()
        groups = [(starts[term], starts[term + 1], ends[term], ends[term + 1]) for term in np.sort(terms).tolist()]
        places = [first + kept[first:end].searchsorted(coming[one:last]) for first, end, one, last in groups]
        where = np.concatenate([_NONE, *places])
        shards = max(1, -(-move.size // _SHARD))
        counts = _counts(kept, starts, shards) + _counts(coming, ends, shards)
        held = counts.sum(axis=1) > 0
        new_starts = np.concatenate([[0], np.cumsum(counts[held])])
        postings = Postings(
            move.column(self.lengths, others.lengths),
            new_starts.astype(np.min_scalar_type(new_starts[-1])),
            np.insert((kept % _SHARD).astype(np.uint16), where, (coming % _SHARD).astype(np.uint16)),
            np.insert(often, where, coming_often),
        )
        return postings, held

    def _kept(
        self, moved: NDArray[np.int32], terms: int
    ) -> tuple[NDArray[np.int32], NDArray[np.unsignedinteger], NDArray[np.int64]]:
        """The documents that stay by their new numbers, how often they have the term, and where those of each term
        start, and the last ends, for at least so many `terms`."""
        documents, often = moved.take(self._numbers_of_all()), self._often
        starts = self._starts[:: self._shards].astype(np.int64)
        starts = np.pad(starts, (0, max(0, terms + 1 - len(starts))), "edge")
        stays = documents >= 0
        if stays.all():
            return documents, often, starts
        return documents[stays], often[stays], np.append(0, stays.cumsum())[starts]

    def of(self, term: int) -> Entry:
        """The postings of a term."""
        first, end = self._places[term * self._shards], self._places[(term + 1) * self._shards]
        return Entry(term, self._documents[first:end], self._often[first:end])

    def numbers(self, entry: Entry) -> NDArray[np.unsignedinteger]:
        """The documents of an entry, numbered within the corpus."""
        if self._shards == 1:
            return entry.documents
        held = np.diff(self._starts[entry.term * self._shards :][: self._shards + 1])
        return entry.documents + (np.arange(self._shards, dtype=np.uint32) * _SHARD).repeat(held)

    def _numbers_of_all(self) -> NDArray[np.int32]:
        """The documents of all entries, one after the other, numbered within the corpus."""
        numbers = self._documents.astype(np.int32)
        if self._shards > 1:
            shards = np.arange(len(self._starts) - 1, dtype=np.int32) % self._shards
            numbers += (shards * _SHARD).repeat(np.diff(self._starts))
        return numbers

    def among(
        self, entry: Entry, documents: NDArray[np.integer]
    ) -> tuple[NDArray[np.intp], NDArray[np.unsignedinteger]]:
        """Which of `documents`, numbers within the corpus in order, an entry has: their places, and how often."""
        if self._shards == 1:
            return _found(entry, documents.astype(np.uint16))
        held, often = [], []
        first = self._places[entry.term * self._shards]
        ends = documents.searchsorted(np.arange(self._shards + 1) * _SHARD).tolist()
        for shard, (start, end) in enumerate(pairwise(ends)):
            of_shard = slice(*(self._places[entry.term * self._shards + shard + side] - first for side in (0, 1)))
            here = Entry(entry.term, entry.documents[of_shard], entry.often[of_shard])
            found, count = _found(here, (documents[start:end] - shard * _SHARD).astype(np.uint16))
            held.append(found + start)
            often.append(count)
        return np.concatenate([_NONE, *held]), np.concatenate([entry.often[:0], *often])

    def count(self, term: int) -> int:
        """How many documents hold a term."""
        return self._places[(term + 1) * self._shards] - self._places[term * self._shards]

    def counts(self) -> NDArray[np.int64]:
        """How many documents hold each term."""
        starts = self._starts[:: self._shards].astype(np.int64)
        return starts[1:] - starts[:-1]


def _found(entry: Entry, documents: NDArray[np.uint16]) -> tuple[NDArray[np.intp], NDArray[np.unsignedinteger]]:
    """Which of `documents` of a shard the postings of a term in it have: their places, and how often."""
    if not len(entry.documents):
        return np.zeros(0, np.intp), entry.often
    places = entry.documents.searchsorted(documents)
    found = (entry.documents.take(places, mode="clip") == documents).nonzero()[0]
    return found, entry.often.take(places.take(found))


@dataclass(frozen=True, slots=True)
class _Block:
    """Documents counted together, numbered from 0: their lengths, how many of them hold each term, and, term by term,
    which those are and how often they have it."""

    lengths: NDArray[np.int64]
    counts: NDArray[np.int64]
    documents: NDArray[np.uint16]
    often: NDArray[np.unsignedinteger]


def _blocks(corpus: Iterator[Sequence[str]], numbers: Mapping[str, int]) -> Iterator[_Block]:
    while rows := [np.fromiter(map(numbers.__getitem__, text), np.int64, len(text)) for text in islice(corpus, _BLOCK)]:
        lengths = np.fromiter(map(len, rows), np.int64, len(rows))
        keys = np.concatenate(rows) * _BLOCK + np.arange(len(rows)).repeat(lengths)
        keys.sort()
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        often = np.diff(first, append=len(keys))
        keys = keys[first]
        counts = np.diff(np.searchsorted(keys, np.arange(len(numbers) + 1) * _BLOCK))
        yield _Block(
            lengths,
            counts,
            (keys % _BLOCK).astype(np.uint16),
            often.astype(np.min_scalar_type(often.max(initial=0))),
        )


def _counts(documents: NDArray[np.int32], starts: NDArray[np.int64], shards: int) -> NDArray[np.int64]:
    """How many documents each term has in each shard. `starts` is where those of each term start, and the last ends."""
    below = [np.zeros(len(starts) - 1, np.int64)]
    for shard in range(1, shards):
        before = np.append(0, (documents < shard * _SHARD).cumsum())
        below.append(np.diff(before[starts]))
    return np.diff([*below, np.diff(starts)], axis=0).T
