"""Whether texts repeat one another, or themselves."""

from __future__ import annotations

from typing import Final

from retrieval.lazy_regex import lazy_regex

_LENGTH: Final = 8  # characters of a piece; one Korean word and a half
_NO_LETTER = lazy_regex(r"[\W_]+")


def pieces(text: str) -> list[str]:
    """Each run of so many letters and digits, whatever is between them."""
    letters = _NO_LETTER.sub("", text).casefold()
    return [letters[start : start + _LENGTH] for start in range(max(1, len(letters) - _LENGTH + 1))]


def shared(text: str, other: str) -> float:
    """The share of the pieces of `text` that `other` has too, from 0 to 1."""
    own, others = pieces(text), set(pieces(other))
    return sum(piece in others for piece in own) / len(own)


def variety(text: str) -> float:
    """The share of its pieces that are different ones: near 1 where it does not repeat itself."""
    own = pieces(text)
    return len(set(own)) / len(own)
