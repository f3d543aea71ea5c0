"""Where sentences end, in Korean and in English, and how to show a part of a long one."""

from __future__ import annotations

import re
from itertools import pairwise

from retrieval.lazy_regex import lazy_regex

ELLIPSIS = "…"

_END = lazy_regex(
    r"""
    [.!?。！？]+["'”’»)\]]*(?=\s|$)
    |(?<=[다요음함임됨까죠])\.(?=[가-힣A-Z"'“‘(])    # where no space is typed after a Korean sentence
    |\n+
    """,
    re.VERBOSE,
)
_ABBREVIATION = lazy_regex(
    r"(?:^|[\s('\"‘“])"
    r"(?:e\.g|i\.e|w\.r\.t|al|vs|cf|etc|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]abs?|Drs?|M[Rr]s?|Ms|Prof|Nos?|St|approx|resp"
    r"|[A-Z]\.[A-Z]|[A-Z]|\d{1,2})$"
)
_ABBREVIATION_CHARS = 8  # the longest of them, with what stands before it
_GOES_ON = lazy_regex(r"\s*[a-z,;:]")  # after an English word; after a Korean sentence a name may be in lower case
_OPENING, _CLOSING = "([", ")]"
_LONGEST_BRACKET = 120  # characters that a sentence may stay open for: some brackets are never closed
_LONGEST = 20_000


def sentences(text: str) -> list[tuple[int, int]]:
    """The [start, end) ranges of the sentences of `text`, in order, without the white space around them."""
    ends = [0, *(match.end() for match in _END.finditer(text, 0, _LONGEST) if _is_end(text, match)), len(text)]
    return [trimmed for start, end in pairwise(ends) if (trimmed := _trimmed(text, start, end))]


def clip(text: str, start: int, end: int, limit: int) -> int:
    """Where to end what begins at `start` and ends at `end`, so that it has at most `limit` characters and no word and
    no number is cut."""
    if end - start <= limit:
        return end
    space = text.rfind(" ", start + limit // 2, start + limit + 1)
    return start + len(text[start : space if space > 0 else start + limit].rstrip(" ,;:"))


def _is_end(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if match[0].startswith("\n"):
        return True
    abbreviated = match[0] == "." and not "가" <= text[start - 1 : start] <= "힣"
    if abbreviated and _ABBREVIATION.search(text[max(0, start - _ABBREVIATION_CHARS) : start]):
        return False
    if text[start - 1 : start].isascii() and _GOES_ON.match(text, end):
        return False
    opened = max(text.rfind(bracket, max(0, end - _LONGEST_BRACKET), end) for bracket in _OPENING)
    return opened < 0 or any(text.find(bracket, opened, end) >= 0 for bracket in _CLOSING)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
