"""An English abstract → the points of a summary, for papers that nobody has summarised in Korean."""

from __future__ import annotations

import re
from typing import Final

from retrieval.paper import ABSTRACT, SummaryPoint

SHORTEST: Final = 40
"""Characters below which a sentence is joined to its neighbour."""

_END = re.compile(r"[.?!]+[\"'”’)\]]*(?= +[\"'“‘(\[]*[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s('\"“‘\[])(?:e\.g|i\.e|et al|al|vs|cf|etc|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]abs?|Drs?"
    r"|Prof|Nos?|St|approx|resp|w\.r\.t|[A-Z]|[A-Z]\.[A-Z])\.$"
)
_LOOK_BACK = 12  # characters: the longest abbreviation, with what stands before it
_LONGEST_OPEN = 300  # characters that a sentence may stay open for: some brackets and dollars are never closed
_KOREAN_SHARE = 0.2  # of the letters; that of real Korean points is above it in all but 1 of 1,000
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")
_RULE = re.compile(r"[-*_ ]*")


def abstract_points(abstract: str) -> tuple[SummaryPoint, ...]:
    """The sentences of an abstract that is on one line, each a point labelled ABSTRACT; none for an empty one."""
    pieces: list[str] = []
    begin = 0
    for match in _END.finditer(abstract):
        if _is_end(abstract, begin, match.end()):
            pieces.append(abstract[begin : match.end()].strip())
            begin = match.end()
    pieces.append(abstract[begin:].strip())
    return tuple(SummaryPoint(ABSTRACT, text) for text in _joined(pieces) if not _RULE.fullmatch(text))


def is_korean(points: tuple[SummaryPoint, ...]) -> bool:
    """Whether the points are a Korean summary."""
    text = " ".join(point.text for point in points)
    return len(_HANGUL.findall(text)) > _KOREAN_SHARE * len(_LETTER.findall(text))


def _is_end(text: str, begin: int, end: int) -> bool:
    if _ABBREVIATION.search(text[max(begin, end - _LOOK_BACK) : end]):
        return False
    sentence = text[begin:end]
    if len(sentence) > _LONGEST_OPEN:
        return True
    is_open = any(sentence.count(opening) > sentence.count(closing) for opening, closing in ("()", "[]"))
    return not is_open and sentence.replace("\\$", "").count("$") % 2 == 0


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and (len(piece) < SHORTEST or len(joined[-1]) < SHORTEST):
            joined[-1] = f"{joined[-1]} {piece}".strip()
        else:
            joined.append(piece)
    return joined
