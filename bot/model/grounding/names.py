"""The names in a text: words of Latin letters with a capital or a digit inside, of models, data sets, benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.model.grounding.folding import LATIN
from bot.model.grounding.openers import OPENERS
from retrieval.lazy_regex import lazy_regex

_TOKEN = lazy_regex(rf"(?:{LATIN}|\d)(?:{LATIN}|\d)*(?:(?:[-_@]|\.(?=\w)|['’](?={LATIN}))(?:{LATIN}|\d)+)*")
_MEASURE = lazy_regex(
    r"(?:\d[\d.]*-)*\d[\d.]*(?:-?(?:[kKMBbTx]|%p|ms|s|h|fps|FPS|Hz|[kMG]Hz|[KMGT]B|px|nm|mm|cm|m|km|kg|st|nd|rd|th))?"
    r"(?=$|-[a-z])|\d[\d.]*(?=-[a-z])"
)
_PIECE = lazy_regex(rf"(?:{LATIN})+|\d+(?:\.\d+)*(?:{LATIN})*")
_UNIT_PIECE = lazy_regex(r"(\d+(?:\.\d+)*)((?:[kmgt]b|ms|fps|[kmg]?hz))")
_VERSION = lazy_regex(rf"((?:{LATIN})+)[\s-]?(\d+(?:\.\d+)*(?:{LATIN})*)(?![\d%])")
_TELLING = 4  # letters of a word
_SENTENCE_START = lazy_regex(r"(?:^|[.!?:]['\"”’)]?\s+|[\n“\"(])$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a folded text, and where it begins."""

    text: str
    start: int

    @property
    def pieces(self) -> tuple[str, ...]:
        return tuple(_pieces(self.text))


class Words:
    """The Latin words of a folded source, to look names up in."""

    def __init__(self, text: str) -> None:
        tokens = [tuple(_pieces(token[0])) for token in _TOKEN.finditer(text)]
        pieces = [piece for token in tokens for piece in token]
        self._run = f" {' '.join(pieces)} "
        self._joined = {"".join(token) for token in tokens} | {a + b for a, b in pairwise(pieces)}
        self._initials = "".join(piece[0] for piece in pieces)
        self._telling = "".join(" " if piece in OPENERS or len(piece) < _TELLING else piece[0] for piece in pieces)
        self._versions: dict[str, set[str]] = {}
        for word, number in _VERSION.findall(text.casefold()):
            self._versions.setdefault(word, set()).add(number)

    def has(self, name: str) -> bool:
        """Whether the source has the name: whole, in other case, number or hyphenation, or the words that it is the
        initials of."""
        pieces = _pieces(name)
        if not pieces:
            return True
        return any(f" {form} " in self._run or form.replace(" ", "") in self._joined for form in _forms(pieces)) or (
            self._abbreviates(name.removesuffix("s"))
        )

    def _abbreviates(self, name: str) -> bool:
        """Whether consecutive words begin with its letters; of two letters, words of some length."""
        if not (name.isalpha() and name.isupper() and len(name) > 1):
            return False
        return name.lower() in (self._telling if len(name) == 2 else self._initials)

    def has_version(self, name: str, number: str) -> bool:
        """False where the source has versions of the name by number, and that is none of them."""
        pieces = _pieces(name)
        versions = self._versions.get(pieces[-1], set()) if pieces else set[str]()
        return not versions or number.casefold() in versions


def names(text: str) -> Iterator[Name]:
    """The names of a folded text, in order: no numbers with their units, and no capital that begins a sentence."""
    for token in _TOKEN.finditer(text):
        word = token[0]
        if _MEASURE.fullmatch(word) or not any(letter.isupper() or letter.isdigit() for letter in word):
            continue
        if measured := _MEASURE.match(word):
            word = word[measured.end() :].lstrip("-")
            if not any(letter.isupper() or letter.isdigit() for letter in word):
                continue
        if word.lower() in OPENERS and _SENTENCE_START.search(text[max(0, token.start() - 3) : token.start()]):
            continue
        yield Name(word, token.end() - len(word))


def words(text: str) -> Iterator[str]:
    """The Latin words of a folded text that are no names, of two letters or more."""
    for token in _TOKEN.finditer(text):
        if len(token[0]) > 1 and token[0].islower() and token[0].replace("-", "").isalpha():
            yield token[0]


def word_pieces(text: str) -> frozenset[str]:
    """The pieces of all Latin words of a folded text, in lower case, but for those that tell nothing."""
    return frozenset(piece for token in _TOKEN.finditer(text) for piece in _pieces(token[0])) - OPENERS


def _pieces(token: str) -> list[str]:
    pieces: list[str] = []
    for piece in _PIECE.findall(token.casefold()):
        measure = _UNIT_PIECE.fullmatch(piece)
        pieces += measure.groups() if measure else (piece,)
    return pieces


def _forms(pieces: list[str]) -> Iterator[str]:
    whole = " ".join(pieces)
    yield whole
    yield whole.removesuffix("s") if whole.endswith("s") else f"{whole}s"
