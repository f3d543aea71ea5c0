"""Where a text gives a term in two languages, `지식 증류(knowledge distillation; KD)`, or in full and in short.

What stands in the parentheses is whole; how many of the words before them belong to the term is not written down,
so a `Mention` keeps all that may, and `alignment` decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retrieval.analysis.terms import fold, word_terms
from retrieval.lazy_regex import lazy_regex

MAX_TERM_WORDS = 8
_MAX_LEFT = 80  # characters before a parenthesis that may belong to its term
_MAX_LEFT_WORDS = 7

_WORD = lazy_regex(r"[가-힣]+|[^\W_가-힣]+")
_FULL_WIDTH = dict(zip("（）；，", "();,", strict=True))
_PARENTHESIS = lazy_regex(r"\(([^()\n]{2,120}?)\s*(?:\(([^()\n]{1,20})\)\s*)?\)")
_DECORATION = "*_`\"'“”‘’「」 \u00a0"
_CLAUSE_END = lazy_regex(r"[.,;:!?()\[\]{}<>“”\"'‘’`*|=&·…\n]|\s[-–—]\s")
_ENGLISH = lazy_regex(r"[A-Za-z][A-Za-z0-9 '’+./-]*")
_LATIN_TAIL = lazy_regex(r"(?:[A-Za-z0-9][A-Za-z0-9_+]*[ -]){0,9}[A-Za-z0-9][A-Za-z0-9_+]*$")
_KOREAN = lazy_regex(r"[가-힣][가-힣 -]*")
_SHORT = lazy_regex(r"[A-Za-z][A-Za-z0-9.-]{1,9}s?")
_CITATION = lazy_regex(r"\.\s|\d{4}|\b[a-z]\.[a-z]\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a term stands in both languages.

    `korean` are the words that may make up the Korean term, in order: it is some number of the last of them, or all
    where `whole`. `english` are the words of the English term, which is written as `spelled`.
    """

    korean: tuple[str, ...]
    english: tuple[str, ...]
    spelled: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class FullForm:
    """A place where an English term stands with its abbreviation."""

    full: str
    short: str


@lru_cache(maxsize=8192)
def term_words(text: str) -> tuple[str, ...]:
    """The words of a term, folded, compounds in parts, Latin ones without their plural ending."""
    return tuple(word_terms(word)[0] if word.isascii() else word for word in _WORD.findall(fold(text)))


def statements(text: str) -> Iterator[Mention | FullForm]:
    """What the parentheses of `text` say."""
    for wide, narrow in _FULL_WIDTH.items():
        text = text.replace(wide, narrow)
    for match in _PARENTHESIS.finditer(text):
        left = text[max(0, match.start() - _MAX_LEFT) : match.start()].rstrip(_DECORATION)
        inside = [part.strip(_DECORATION) for part in re.split("[;,]", match[1]) if part.strip(_DECORATION)]
        if match[2]:
            inside.insert(1, match[2])
        if left and inside:
            yield from _statement(left, inside[0], inside[1] if len(inside) > 1 else "")


def _statement(left: str, first: str, second: str) -> Iterator[Mention | FullForm]:
    latin = _LATIN_TAIL.search(left)
    if latin and latin[0].replace(" ", "").isdigit():
        return
    if _ENGLISH.fullmatch(first) and not _CITATION.search(first):
        if second and not abbreviates(second, first):
            return  # a list of examples
        if second:
            yield FullForm(first, second)
        if latin:
            yield from _full_form(latin[0], first)
        elif "가" <= left[-1] <= "힣":
            yield from _mention(_CLAUSE_END.split(left)[-1].split()[-_MAX_LEFT_WORDS:], first)
    elif latin and _KOREAN.fullmatch(first) and not second:
        korean = first.split()
        # The English term may be preceded by other Latin words: take as many as the Korean one has.
        tail = latin[0].split()
        spelled = " ".join(tail if len(tail) <= len(korean) + 1 else tail[-len(korean) :])
        yield from _mention(korean, spelled, whole=True)


def _mention(korean: list[str], spelled: str, *, whole: bool = False) -> Iterator[Mention]:
    english = term_words(spelled)
    if korean and len(korean) <= MAX_TERM_WORDS and 1 <= len(english) <= MAX_TERM_WORDS:
        yield Mention(tuple(korean), english, spelled, whole)


def _full_form(left: str, inside: str) -> Iterator[FullForm]:
    if abbreviates(left.split()[-1], inside):
        yield FullForm(inside, left.split()[-1])
        return
    tail = left.split()
    for count in range(1, len(tail) + 1):
        full = " ".join(tail[-count:])
        if abbreviates(inside, full):
            yield FullForm(full, inside)
            return


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` may abbreviate `full`: after Schwartz and Hearst (2003), with capitals asked for."""
    if not _SHORT.fullmatch(short) or sum(map(str.isupper, short)) < 2:
        return False
    letters = [letter for letter in short.removesuffix("s").lower() if letter.isalnum()]
    rest = iter(full.lower())
    return (
        2 <= len(term_words(full)) <= 2 * len(letters)
        and full[0].lower() == letters[0]
        and all(letter in rest for letter in letters)
    )
