"""The part of a summary point worth showing: as much as fits on a line or two, around what matched."""

from __future__ import annotations

from dataclasses import dataclass

ELLIPSIS = "…"
_SENTENCE_ENDS = ".!?"
_LEAD = 0.25  # of the room is left for the words before the first match


def clip(text: str, limit: int) -> str:
    """At most `limit` (≥ 1) characters of `text`, the last an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text without line breaks, and the [start, end) ranges in it to mark, in order and apart."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


def snippet(text: str, spans: tuple[tuple[int, int], ...], limit: int) -> Snippet:
    """At most `limit` (≥ 10) characters of `text`, cut at words, so that the first of `spans` can be read in it."""
    line = text.replace("\n", " ")
    if len(line) <= limit:
        return Snippet(line, spans)
    start = _start(line, spans[0][0] if spans else 0, limit)
    end = _end(line, start, limit)
    whole = end == len(line) or line[end - 1] in _SENTENCE_ENDS
    before, after = (ELLIPSIS if start else ""), ("" if whole else ELLIPSIS)
    shift = len(before) - start
    kept = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return Snippet(before + line[start:end] + after, kept)


def _start(line: str, match: int, limit: int) -> int:
    if match < limit * (1 - _LEAD):
        return 0
    earliest = min(match - int(limit * _LEAD), len(line) - limit + 1)
    space = line.find(" ", earliest, match)
    return space + 1 if space >= 0 else earliest


def _end(line: str, start: int, limit: int) -> int:
    room = limit - bool(start)
    if len(line) - start <= room:
        return len(line)
    latest = start + room - 1
    space = line.rfind(" ", start + room // 2, latest + 1)
    return space if space >= 0 else latest
