"""An English abstract → the points of a summary, for papers that nobody has summarised in Korean."""

from __future__ import annotations

from typing import Final

from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import ABSTRACT, SummaryPoint

SHORTEST: Final = 40
"""Characters below which a sentence is joined to its neighbour."""

_LONGEST_OPEN = 300  # characters that a formula may stay open for: some dollars are never closed
_KOREAN_SHARE = 0.2  # of the letters; that of real Korean points is above it in all but 1 of 1,000
_HANGUL = lazy_regex("[가-힣]+")
_LETTER = lazy_regex(r"[^\W\d_]")
_RULE = lazy_regex(r"[-*_ ]*")


def abstract_points(abstract: str) -> tuple[SummaryPoint, ...]:
    """The sentences of an abstract that is on one line, each a point labelled ABSTRACT; none for an empty one."""
    pieces = [abstract[start:end] for start, end in sentences(abstract)]
    return tuple(SummaryPoint(ABSTRACT, text) for text in _joined(pieces) if not _RULE.fullmatch(text))


def is_summary(points: tuple[SummaryPoint, ...]) -> bool:
    """Whether the points are a summary, of somebody or of a model, and not just the abstract."""
    return is_korean(points) or any(point.by is not None for point in points)


def is_korean(points: tuple[SummaryPoint, ...]) -> bool:
    """Whether the points are a Korean summary."""
    text = " ".join(point.text for point in points)
    hangul = sum(map(len, _HANGUL.findall(text)))
    # There are at most as many letters as characters, and counting them takes five times as long.
    return hangul > _KOREAN_SHARE * len(text) or (hangul > 0 and hangul > _KOREAN_SHARE * len(_LETTER.findall(text)))


def _joined(pieces: list[str]) -> list[str]:
    joined: list[str] = []
    for piece in pieces:
        if joined and (len(piece) < SHORTEST or len(joined[-1]) < SHORTEST or _is_open(joined[-1])):
            joined[-1] = f"{joined[-1]} {piece}".strip()
        else:
            joined.append(piece)
    return joined


def _is_open(text: str) -> bool:
    """Whether a formula begins in a text and does not end there."""
    return len(text) <= _LONGEST_OPEN and text.replace("\\$", "").count("$") % 2 == 1
