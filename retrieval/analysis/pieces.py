"""Texts as they are searched for words that stand together: folded, and without the spaces within Hangul."""

from __future__ import annotations

from retrieval.analysis.terms import fold
from retrieval.lazy_regex import lazy_regex

_HANGUL, _HAN_KANA = "\uac00-\ud7a3", "\u3040-\u30ff\u3400-\u9fff"
_LETTERS = rf"[^\W_{_HANGUL}{_HAN_KANA}]+"
_PIECE = lazy_regex(rf"[{_HANGUL}]+|[{_HAN_KANA}]+|{_LETTERS}(?:\.(?<=\d\.)(?=\d){_LETTERS})*")
_BETWEEN_SYLLABLES = lazy_regex(f"(?<=[{_HANGUL}]) (?=[{_HANGUL}])|(?<=[{_HAN_KANA}]) (?=[{_HAN_KANA}])")


def spaced(text: str) -> str:
    """The words of `text` with a space around each, but none between syllables of Hangul (of Han and kana)."""
    return _BETWEEN_SYLLABLES.sub("", f" {' '.join(_PIECE.findall(fold(text)))} ")


def pieces(text: str) -> list[str]:
    """The words of `text`, and its runs of syllables, in order."""
    return spaced(text).split()
