"""Words next to each other: all texts in the form in which phrases are compared, and the search for one in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.terms import fold, word_terms, words
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.paper import Paper
from retrieval.query.conditions import Phrase


class TermIndex(Protocol):
    """Which documents hold a term."""

    def frequency(self, term: str) -> int:
        """In how many documents `term` is."""

    def documents(self, term: str) -> NDArray[np.integer]:
        """The numbers of these documents, in any order."""


_CJK = "\uac00-\ud7a3\u3040-\u30ff\u3400-\u9fff"
_END = "\x1e"  # of a title or a point: a phrase never spans it
_PIECE = re.compile(rf"[{_CJK}]+|[^\W_{_CJK}]+(?:\.(?<=\d\.)(?=\d)[^\W_{_CJK}]+)*|{_END}")
_BETWEEN_CJK = re.compile(f"(?<=[{_CJK}]) (?=[{_CJK}])")
_RUN = re.compile(f"[{_CJK}]+")
_MAX_WINDOWS = 4  # of a phrase's syllables that narrow down where it is sought


class Phrases:
    """Finds the documents that have a phrase. Keeps their texts, about 1.4 kB a paper, in arrays of UTF-8."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """`papers` in the order of their document numbers, from 0."""
        texts, titles = bytearray(), bytearray()
        starts, title_starts = [0], [0]
        for paper in papers:
            said = (part for point in paper.points for part in (point.label, point.text))
            points = filter(None, (*said, paper.abstract))
            text = _comparable(f"{_END}{_END.join((paper.title, *points))}{_END}").encode()
            texts += text
            starts.append(len(texts))
            titles += text[: text.index(_END.encode(), 2) + 2]
            title_starts.append(len(titles))
        # Arrays rather than byte strings, because a saved index maps arrays from its file into memory.
        self._texts, self._starts = np.frombuffer(bytes(texts), np.uint8), np.array(starts, np.int64)
        self._titles, self._title_starts = np.frombuffer(bytes(titles), np.uint8), np.array(title_starts, np.int64)

    def updated(self, move: Renumbering, others: Phrases) -> Phrases:
        """Those of the documents that stay, and of those that come, which `others` has."""
        new = copy(self)
        new._texts, new._starts = move.ragged((self._texts, self._starts), (others._texts, others._starts))
        new._titles, new._title_starts = move.ragged(
            (self._titles, self._title_starts), (others._titles, others._title_starts)
        )
        return new

    def find(self, phrase: Phrase, among: NDArray[np.bool_], terms: TermIndex) -> NDArray[np.integer]:
        """The documents marked in `among` that have `phrase`, by number."""
        fixed, pattern = _sought(phrase)
        if phrase.title:
            matches = (pattern or re.compile(re.escape(fixed))).finditer(self._titles.data)
            places = np.fromiter((match.start() for match in matches), np.int64)
            found = np.unique(np.searchsorted(self._title_starts, places, "right") - 1)
            return found[among[found]]
        candidates = np.flatnonzero(_candidates(phrase, among, terms))
        return candidates if _said_by_terms(phrase) else self.having(fixed, pattern, candidates)

    def having(
        self, fixed: bytes, pattern: re.Pattern[bytes] | None, candidates: NDArray[np.integer]
    ) -> NDArray[np.int64]:
        """Those of the `candidates` whose texts have `fixed`, and `pattern` where there is one."""
        texts, starts, ends = self._texts.data, self._starts[candidates], self._starts[candidates + 1]
        found_in = []
        for number, start, end in zip(candidates.tolist(), starts.tolist(), ends.tolist(), strict=True):
            text = bytes(texts[start:end])
            # `find` is twice as fast as a pattern, and rules out most texts.
            if text.find(fixed) >= 0 and (pattern is None or pattern.search(text)):
                found_in.append(number)
        return np.array(found_in, np.int64)


def _candidates(phrase: Phrase, among: NDArray[np.bool_], terms: TermIndex) -> NDArray[np.bool_]:
    """Marks the documents of `among` that can have `phrase`, going by the terms they hold."""
    candidates = among.copy()
    for alternatives in needed_terms(phrase.text, terms.frequency):
        held = np.zeros_like(among)
        for term in alternatives:
            held[terms.documents(term)] = True
        candidates &= held
    return candidates


def _comparable(text: str) -> str:
    """The words of `text` with a space around each, but none between Hangul (Han, kana) and Hangul."""
    return _BETWEEN_CJK.sub("", f" {' '.join(_PIECE.findall(fold(text)))} ")


def _sought(phrase: Phrase) -> tuple[bytes, re.Pattern[bytes] | None]:
    """What every text with `phrase` has in it, and what tells those that have the phrase from others that have that."""
    text = _comparable(phrase.text).strip(" ")
    before, last = text[: text.rfind(" ") + 1], text[text.rfind(" ") + 1 :]
    if not _RUN.match(text):
        before = f" {before}"
    if _RUN.match(last):
        return (before + last).encode(), None
    forms = list(plural_forms(last, phrase.exact))
    stem = min(forms, key=len)[:-1]  # all forms begin with it: memor(y|ies)
    pattern = f"{re.escape(before)}(?:{'|'.join(map(re.escape, forms))}) "
    return (before + stem).encode(), re.compile(pattern.encode())


def plural_forms(word: str, exact: bool = False) -> Iterator[str]:
    """`word` and its plurals; where it need not be `exact`, all words that the index takes for it."""
    [term, *_] = word_terms(word) or [word]
    base = word if exact else term
    yield base
    if word != base:
        yield word
    for plural in (f"{base}s", f"{base}es", f"{base[:-1]}ies"):
        if plural != word and word_terms(plural)[:1] == (base,):
            yield plural


def needed_terms(text: str, frequency: Callable[[str], int]) -> Iterator[tuple[str, ...]]:
    """Terms of which every text that has `text` unbroken holds at least one, for each of its words."""
    for word in words(text):
        if not _RUN.match(word.text):
            parts = word_terms(word.text)
            yield from ((part,) for part in (parts[:-1] if len(parts) > 1 else parts))  # the last is the parts joined
    for run in _RUN.findall(_comparable(text)):
        if len(run) == 2 and any(word.text == run for word in words(text)):
            yield (run,)
        # Wherever a text puts its spaces, a syllable is in one term with that before it or behind it, or is one.
        windows = [(run[at - 1 : at + 1], run[at : at + 2], run[at]) for at in range(1, len(run) - 1)]
        yield from sorted(windows, key=lambda window: sum(map(frequency, window)))[:_MAX_WINDOWS]


def _said_by_terms(phrase: Phrase) -> bool:
    """Whether just the texts that hold the terms of `phrase` have it: it is one word, and that one term."""
    found = [word.text for word in words(phrase.text)]
    held = [term for word in found for term in word_terms(word)]
    if len(found) != 1 or len(held) != 1 or not found[0].isalnum():
        return False
    return len(found[0]) == 2 if _RUN.match(found[0]) else found == held or not phrase.exact
