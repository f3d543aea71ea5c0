"""Which language a text is in, as far as its letters tell."""

from __future__ import annotations

from retrieval.lazy_regex import lazy_regex

_HANGUL = lazy_regex("[가-힣]")
_KANA = lazy_regex("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
HAN = lazy_regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LETTER = lazy_regex(r"[^\W\d_]")


def hangul_share(text: str) -> float:
    """The share of Hangul among the letters, from 0 to 1; 0 where there are none."""
    letters = len(_LETTER.findall(text))
    return len(_HANGUL.findall(text)) / letters if letters else 0.0


def has_kana(text: str) -> bool:
    return _KANA.search(text) is not None
