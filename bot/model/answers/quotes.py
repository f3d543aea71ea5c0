"""Where a quote stands in a paper. What is shown of it is the paper's own text, whatever the model wrote."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from bot.model.answers.sources import Citable
from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.passages.excerpt import Excerpt, part_of_point

_SHORTEST = 8  # letters and digits: fewer are a word, which stands everywhere
_LONGEST = 600  # characters
_RUN = 4  # one in so many words at least stand there one behind another
_ALIKE = 0.9  # of a quote that is not to the letter; its numbers are
_CLUSTER: Final = lazy_regex("[^\u0300-\u036f\u1160-\u11ff][\u0300-\u036f\u1160-\u11ff]*|.", re.DOTALL)
_SAME: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
_MARKUP: Final = lazy_regex(r"[*`\u200b-\u200f\ufeff]+")
_ENDS = " .,;:!?…\"'()[]"
_WORD: Final = lazy_regex(r"\S+")
_NUMBER: Final = lazy_regex(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a paper says: `text` to the letter, within its whole sentences, `context`. `excerpt` is where they stand
    among its points and its abstract, None where it is the title."""

    paper: Citable
    text: str
    context: str
    excerpt: Excerpt | None


class _Folded:
    """A text without what may differ in a quote, which knows where each of its characters comes from."""

    def __init__(self, text: str) -> None:
        characters: list[str] = []
        self.places: list[int] = []
        for cluster in _CLUSTER.finditer(text):
            if _MARKUP.fullmatch(cluster.group()):
                continue
            for character in fold(cluster.group()) or " ":
                if character == " " and (not characters or characters[-1] == " "):
                    continue
                characters.append(character)
                self.places.append(cluster.start())
        self.text = "".join(characters)
        self.places.append(len(text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the text that a range of the folded one comes from."""
        return self.places[start], self.places[end]


def fold(text: str) -> str:
    """`text` as quotes are compared: NFKC, in one case, with one kind of quotation marks and dashes, and single
    spaces."""
    plain = _MARKUP.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME).casefold()
    return " ".join(plain.split())


def find_quote(quote: str, paper: Citable) -> Quoted | None:
    """Where a paper says that; None where it does not, and where it is too little or too much to tell."""
    sought = fold(quote).strip(_ENDS)
    if sum(map(str.isalnum, sought)) < _SHORTEST or len(sought) > _LONGEST:
        return None
    for index, text in paper.texts():
        if place := _find(sought, text):
            return _of_point(paper, index, text, place)
    if paper.title and _find(sought, paper.title):
        return Quoted(paper, paper.title, paper.title, None)
    return None


def _find(sought: str, text: str) -> tuple[int, int] | None:
    folded = _Folded(text)
    start = folded.text.find(sought)
    if start >= 0:
        return folded.span(start, start + len(sought))
    return _nearly(sought, folded)


def _nearly(sought: str, folded: _Folded) -> tuple[int, int] | None:
    """Where a text says nearly that, with the same numbers."""
    words = list(_WORD.finditer(folded.text))
    quoted = sought.split()
    there = [word.group().strip(_ENDS) for word in words]
    match = SequenceMatcher(None, [word.strip(_ENDS) for word in quoted], there, autojunk=False).find_longest_match()
    if match.size * _RUN < len(quoted):
        return None
    first = max(0, match.b - match.a)
    last = min(len(words), first + len(quoted)) - 1
    start, end = words[first].start(), words[last].end()
    said = folded.text[start:end]
    if _NUMBER.findall(said) != _NUMBER.findall(sought):
        return None
    return folded.span(start, end) if SequenceMatcher(None, sought, said, autojunk=False).ratio() >= _ALIKE else None


def _of_point(paper: Citable, index: int, text: str, place: tuple[int, int]) -> Quoted:
    start, end = place
    whole = [(first, last) for first, last in sentences(text) if first < end and last > start] or [place]
    first, last = min(whole[0][0], start), max(whole[-1][1], end)
    return Quoted(paper, text[start:end].strip(), text[first:last], part_of_point(index, (first, last), ()))
