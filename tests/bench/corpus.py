"""A corpus of any size: the digests of a folder, and copies of them in which words are others.

A copy has other days and other papers, and keeps each line's form and length, but draws some of its words anew from all
words of the digests and coins some that none has: so postings are as long and as skewed as in a real corpus of that
size, and the vocabulary grows with its square root, as that of real digests does (Heaps' law).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from random import Random

from retrieval.analysis.terms import terms
from retrieval.digests.digest import Entry, parse_digest

_DRAWN = 0.3  # of the words of a copy
_COINED = 0.05  # gives 26,500 terms in 2,423 papers, 76,000 in ten times as many
_SPAN = timedelta(days=600)  # from a digest to its copy
_FIRST_MONTH = 5000  # of the arXiv ids of copies: that of the year 2050

_DAY = re.compile(r"^(#+ .*\()(\d{4}-\d{2}-\d{2})", re.MULTILINE)
_TITLE = re.compile(r"^(#+ \[)(.*)(\]\(https?://arxiv\.org/abs/)([^)]*)", re.MULTILINE)
_POINT = re.compile(r"^(\s*[-*] )(.*)", re.MULTILINE)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Digest:
    """A day's digest in Markdown."""

    day: date
    text: str


def read_digests(folder: Path) -> list[Digest]:
    """The digests of a folder and those below it, oldest first."""
    texts = [file.read_text("utf-8") for file in folder.rglob("*.md")]
    found = [Digest(date.fromisoformat(heading[2]), text) for text in texts if (heading := _DAY.search(text))]
    return sorted(found, key=lambda digest: digest.day)


def copies(digests: Sequence[Digest], times: int) -> Iterator[Digest]:
    """The digests, then `times - 1` copies of them; the same ones at every call."""
    yield from digests
    writer = _Writer(digests)
    for number in range(1, times):
        yield from writer.copy(number)


def documents(digests: Iterable[Digest]) -> Iterator[list[str]]:
    """The terms of each paper as the index has them: those of its title three times."""
    by_id: dict[str, Entry] = {}
    for digest in digests:
        by_id |= {entry.arxiv_id: entry for entry in parse_digest(digest.text, digest.day).entries}
    for entry in by_id.values():
        texts = chain.from_iterable((point.label, point.text) for point in entry.points)
        yield terms("\n".join((entry.title, entry.title, entry.title, *texts)))


class _Writer:
    def __init__(self, digests: Sequence[Digest]) -> None:
        self._digests = digests
        lines = [match[2] for digest in digests for form in (_TITLE, _POINT) for match in form.finditer(digest.text)]
        self._words: list[str] = [word for line in lines for word in _WORD.findall(line)]

    def copy(self, number: int) -> Iterator[Digest]:
        chance = Random(number)
        ids: dict[str, str] = {}

        def day(heading: re.Match[str]) -> str:
            return f"{heading[1]}{date.fromisoformat(heading[2]) + number * _SPAN}"

        def title(line: re.Match[str]) -> str:
            arxiv_id = ids.setdefault(line[4], f"{_FIRST_MONTH + number}.{len(ids):05}")
            return f"{line[1]}{self._rewritten(line[2], chance)}{line[3]}{arxiv_id}"

        def point(line: re.Match[str]) -> str:
            return f"{line[1]}{self._rewritten(line[2], chance)}"

        for digest in self._digests:
            text = _POINT.sub(point, _TITLE.sub(title, _DAY.sub(day, digest.text)))
            yield Digest(digest.day + number * _SPAN, text)

    def _rewritten(self, line: str, chance: Random) -> str:
        def word(match: re.Match[str]) -> str:
            fate = chance.random()
            if fate >= _DRAWN + _COINED:
                return match[0]
            drawn = self._draw(chance)
            return drawn if fate < _DRAWN else self._coined(drawn, chance)

        return _WORD.sub(word, line)

    def _draw(self, chance: Random) -> str:
        return self._words[int(chance.random() * len(self._words))]

    def _coined(self, word: str, chance: Random) -> str:
        """`word` with one letter that another word has."""
        place, other = chance.randrange(len(word)), self._draw(chance)
        return word[:place] + chance.choice(other) + word[place + 1 :]
