"""Text to terms: the one analysis that the index and the query share.

Runs of Hangul (and of Han and kana) become overlapping character bigrams, Latin words and numbers stay whole without
their plural ending, and compounds give their parts as well as the whole: `DeepSeek-VL` is deepseek, vl, deepseekvl.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, starmap
from operator import add
from typing import NamedTuple

from retrieval.lazy_regex import lazy_regex

MAX_TERM_CHARS = 64
_COMMON, _COMMON_CHARS = 16_384, 24  # words whose terms are kept, and how long they may be: some megabytes

_MAX_JOINED_PARTS = 6  # what has more parts is an address or a path, which nobody types joined

# Longer runs of combining marks take quadratic time to normalise; Unicode's Stream-Safe Text Format stops at 30.
_HOSTILE_RUN = lazy_regex(r"([^\w\s\x00-\x7f]{32})[^\w\s\x00-\x7f]+")
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_FOLDABLE = lazy_regex(f"[\u00e0-\u024f\u0300-\u036f\u1e00-\u1eff{_INVISIBLE}]")
_WITHOUT_STROKE = {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}

_HANGUL = "\uac00-\ud7a3"
_HAN_KANA = "\u3040-\u30ff\u3400-\u9fff"
_LETTER = rf"[^\W_{_HANGUL}{_HAN_KANA}]"
_LETTERS = f"{_LETTER}+"
_SINGULAR = frozenset(("news", "series", "species", "lens", "always", "perhaps"))
_PLURAL_OF_E = frozenset(("movies", "cookies", "calories", "selfies", "caches", "niches", "avalanches", "axes"))
_ELIDED = rf"(?<=\w['’]){_LETTER}(?!{_LETTER})"  # the s of "what's"
_WORD = lazy_regex(
    rf"[{_HANGUL}]+|[{_HAN_KANA}]+|c(?:\+\+|#)|(?!{_ELIDED}){_LETTERS}(?:[-‐‑–./_]{_LETTERS})*",
)
_PART = lazy_regex(rf"c(?:\+\+|#)|{_LETTERS}(?:(?<=\d)\.(?=\d){_LETTERS})*")
_PHRASE_WORD = lazy_regex(
    rf"[{_HANGUL}{_HAN_KANA}]+|[^\W_{_HANGUL}{_HAN_KANA}]+(?:\.(?<=\d\.)(?=\d)[^\W_{_HANGUL}{_HAN_KANA}]+)*"
)
_BIGRAMMED = lazy_regex(f"[{_HANGUL}{_HAN_KANA}]")


class Word(NamedTuple):
    """A word of a text: `text` folded, at [start, end) of the original.

    A run of Hangul is one word (`LLM의` is two), and so is a compound (`deepseek-vl`).
    """

    text: str
    start: int
    end: int

    @property
    def hangul(self) -> bool:
        return "\uac00" <= self.text[0] <= "\ud7a3"


def fold(text: str) -> str:
    """`text` as letters are compared: NFKC, lower case, without Latin accents and invisible characters."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", _HOSTILE_RUN.sub(r"\1", text))
    return _FOLDABLE.sub(_base, text.casefold())


def terms(text: str) -> list[str]:
    """The terms of `text` in order, repeats included."""
    found = _WORD.findall(fold(text))
    common = max(map(len, found), default=0) <= _COMMON_CHARS
    return [*chain.from_iterable(map(_common if common else _terms_of, found))]


def phrase_words(text: str) -> list[str]:
    """The words of `text` as phrases are compared: folded, compounds in their parts."""
    return _PHRASE_WORD.findall(fold(text))


def word_terms(word: str) -> tuple[str, ...]:
    """The terms of one folded word."""
    return _common(word) if len(word) <= _COMMON_CHARS else _terms_of(word)


def _terms_of(word: str) -> tuple[str, ...]:
    return tuple(_split(word))


_common = lru_cache(_COMMON)(_terms_of)


def words(text: str) -> list[Word]:
    """The words of `text` in order."""
    return list(starmap(Word, spans(text)))


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """What `words` are made of, for who needs no more: most of their time goes into making them."""
    folded, starts, ends = _aligned(text)
    if isinstance(starts, range):  # each character is where it was
        return ((m[0], m.start(), m.end()) for m in _WORD.finditer(folded))
    return ((m[0], starts[m.start()], ends[m.end() - 1]) for m in _WORD.finditer(folded))


def _base(match: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFD", match[0])[0]
    return "" if unicodedata.category(letter) in ("Mn", "Cf") else _WITHOUT_STROKE.get(letter, letter)


def _split(word: str) -> Iterator[str]:
    """The terms of a folded word."""
    if _BIGRAMMED.match(word):
        yield from map(add, word, word[1:]) if len(word) > 1 else (word,)
        return
    if word.isalnum():
        yield _singular(word[:MAX_TERM_CHARS])
        return
    parts = _PART.findall(word)
    yield from (_singular(part[:MAX_TERM_CHARS]) for part in parts)
    if 2 <= len(parts) <= _MAX_JOINED_PARTS:
        yield _singular("".join(parts)[:MAX_TERM_CHARS])


def _singular(word: str) -> str:
    """`word` without its plural ending: the S-stemmer of Harman (1991), sparing names and words in -is, -us, -ias."""
    if len(word) < 4 or word[-1] != "s" or word.endswith(("ss", "us", "is", "ias")) or word in _SINGULAR:
        return word
    if word in _PLURAL_OF_E:
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes", "iases")) else word[:-1]


def _aligned(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """`text` folded, and for each of its characters where what it came from starts and ends in `text`."""
    folded = fold(text)
    lowered = text.lower()
    if folded == lowered and len(lowered) == len(text):
        return folded, range(len(text)), range(1, len(text) + 1)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        piece = fold(text[start:end])
        pieces.append(piece)
        starts += [start] * len(piece)
        ends += [end] * len(piece)
    return "".join(pieces), starts, ends


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` that normalise by themselves: a character with what combines with it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _combines(text[place]):
            yield start, place
            start = place


def _combines(character: str) -> bool:
    if character < "\u0300":
        return False
    first = unicodedata.normalize("NFKC", character)[:1]
    return "\u1160" <= first <= "\u11ff" or unicodedata.category(first)[0] == "M"
