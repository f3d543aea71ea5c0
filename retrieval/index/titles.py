"""Titles and ids, for finding a paper by what has been typed of it so far."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from heapq import nlargest
from itertools import accumulate, islice

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from retrieval.analysis.terms import fold
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import parse_arxiv_id

_KEY_WORD = lazy_regex(r"[^\W_]+")
_MAX_TYPED = 300  # the longest titles have 200 characters
_MAX_SCANNED = 2_000  # titles in which words are sought in any order: bounds the time where most have one of them


_SHORTEST_NAME, _ALIKE = 4, 0.75  # letters of a name that may be misspelt; likeness of one
_MISSING = 0.5  # of a likeness that is lost by what is not typed yet, times the part that is missing


class Heading(Enum):
    """What of a title its beginning is: all of it, or what stands before a colon (SAM 2: …); a part; nothing."""

    WHOLE = auto()
    PART = auto()
    NONE = auto()


class Titles:
    """Ids and titles in the order in which they are suggested, each searched as one text."""

    def __init__(self, papers: Iterable[tuple[str, str]]) -> None:
        listed = tuple(papers)
        # As lines: they are loaded in a fiftieth of the time that pairs take.
        self._papers = _Lines(f"{arxiv_id} {title}" for arxiv_id, title in listed)
        self._ids = _Lines(arxiv_id.lower() for arxiv_id, _ in listed)
        self._keys = _Lines(f" {_key(title)}" for _, title in listed)
        self._names = tuple(_name(title) for _, title in listed)

    def __getitem__(self, place: int) -> tuple[str, str]:
        arxiv_id, _, title = self._papers[place][1:].partition(" ")
        return arxiv_id, title

    def titled(self, text: str) -> str | None:
        """The id of the first paper whose title is `text`, apart from case, accents and punctuation."""
        key = _key(text)
        place = self._keys.place(f" {key}") if key else None
        return None if place is None else self[place][0]

    def named_like(self, text: str, limit: int) -> dict[str, float]:
        """The ids of papers with names that are written much like `text`, or begin with it, the most like first, and
        how like they are, from 0 to 1. What stands before the colon of a title is a name."""
        typed = _name(text)
        if len(typed) < _SHORTEST_NAME or not typed.isascii():
            return {}
        alike = process.extract(typed, self._names, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=limit)
        found = {place: similarity for _, similarity, place in alike}
        begun = (place for place, name in enumerate(self._names) if name.startswith(typed))
        found |= {place: 1 - _MISSING * (1 - len(typed) / len(self._names[place])) for place in begun}
        best = nlargest(limit, found, key=found.__getitem__)
        return {self[place][0]: found[place] for place in best}

    def headings(self, places: Iterable[int], text: str) -> Iterator[Heading]:
        """How the titles at `places` begin with `text`, however that is spaced."""
        typed = _joined(text)
        for place in places:
            name = self._names[place]
            if name == typed:
                yield Heading.WHOLE
            elif typed and (name.startswith(typed) or (typed.startswith(name) and self._begins(place, typed))):
                yield Heading.PART
            else:
                yield Heading.NONE

    def _begins(self, place: int, typed: str) -> bool:
        return self._keys[place].replace(" ", "").startswith(f"\n{typed}")

    def suggest(self, text: str, limit: int) -> list[tuple[str, str]]:
        """At most `limit` ids and titles that begin with `text`, then those that have it, or all its words, within.

        Words need not be complete. Where nothing is typed, the first papers.
        """
        text = text[:_MAX_TYPED]
        places = self._matching(text) if text.strip() else iter(range(len(self._names)))
        found: dict[int, None] = {}
        while len(found) < limit and (place := next(places, None)) is not None:
            found[place] = None
        return [self[place] for place in found]

    def _matching(self, text: str) -> Iterator[int]:
        arxiv_id = parse_arxiv_id(text)
        if arxiv_id and (place := self._ids.place(arxiv_id.lower())) is not None:
            yield place
        yield from self._ids.beginning(text.strip().lower())
        if key := _key(text):
            yield from self._keys.beginning(f" {key}")
            yield from self._keys.holding(f" {key}")
            words = [f" {word}" for word in key.split()]
            longest = self._keys.holding(max(words, key=len)) if len(words) > 1 else ()
            for place in islice(longest, _MAX_SCANNED):
                if all(word in self._keys[place] for word in words):
                    yield place


class _Lines:
    """Lines kept as one text."""

    def __init__(self, lines: Iterable[str]) -> None:
        listed = list(lines)  # none with a line break in it
        self._text = "\n".join(["", *listed, ""])
        self._ends = np.fromiter(accumulate(len(line) + 1 for line in listed), np.int64, len(listed))
        self._sorted = np.array(sorted(range(len(listed)), key=listed.__getitem__), np.int32)

    def __getitem__(self, place: int) -> str:
        return self._text[self._ends[place - 1] if place else 0 : self._ends[place]]

    def place(self, line: str) -> int | None:
        """The first place of a line."""
        first = bisect_left(self._sorted, f"\n{line}", key=self.__getitem__)
        if first == len(self._sorted) or self[place := int(self._sorted[first])] != f"\n{line}":
            return None
        return place

    def beginning(self, start: str) -> list[int]:
        """The places of the lines that begin with `start`, in order."""
        first = bisect_left(self._sorted, f"\n{start}", key=self.__getitem__)
        last = bisect_left(self._sorted, f"\n{start}{chr(sys.maxunicode)}", first, key=self.__getitem__)
        places: list[int] = np.sort(self._sorted[first:last]).tolist()
        return places

    def holding(self, needle: str) -> Iterator[int]:
        """The places of the lines that hold `needle`, in order; a line starts with a line break and ends before one."""
        found = self._text.find(needle)
        while found >= 0:
            place = int(self._ends.searchsorted(found, "right"))
            yield place
            found = self._text.find(needle, self._ends.item(place))


def _name(title: str) -> str:
    return _joined(title.partition(":")[0])


def _joined(text: str) -> str:
    return _key(text).replace(" ", "")


def _key(text: str) -> str:
    return " ".join(_KEY_WORD.findall(fold(text)))
