"""Texts as they are compared: one way to write what may be written in several."""

from __future__ import annotations

import unicodedata
from typing import Final

from retrieval.lazy_regex import lazy_regex

HANGUL: Final = "가-힣ㄱ-ㅎㅏ-ㅣ"
LATIN: Final = rf"[^\W\d_{HANGUL}]"
"""A letter of any script but Hangul: a name may be spelled with letters that only look Latin."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_RAISED_RUN = lazy_regex("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+")
_DASHES = lazy_regex("[‐‑‒–—―−﹣－]|-{2,}")
_TILDES = lazy_regex("[〜～∼˜]")
_LATEX = (
    (lazy_regex(r"\\times|\\cdot"), "×"),
    (lazy_regex(r"\\(?:sim|approx|simeq|,|;|!|quad| )"), " "),
    (lazy_regex(r"\{,\}"), ","),
    (lazy_regex(r"\\[a-zA-Z]+\s?"), ""),
    (lazy_regex(r"[{}$\\]"), ""),
)


def folded(text: str) -> str:
    """`text` without the markup of LaTeX, full width, raised digits, and the many kinds of dashes."""
    text = _RAISED_RUN.sub(lambda run: "^" + run[0].translate(_RAISED), text)
    text = _TILDES.sub("~", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
    for pattern, plain in _LATEX:
        text = pattern.sub(plain, text)
    return text
