"""Korean particles, which depend on how the word before them ends."""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex

_ENDINGS: Final = ("(으)로", "을(를)", "이(가)", "은(는)", "과(와)")
_EITHER = lazy_regex(rf"([가-힣0-9])([’”'\"]?)({'|'.join(map(re.escape, _ENDINGS))})")
_FIRST, _FINALS = ord("가"), 28
_RIEUL = 8  # of the 28 ways in which a syllable can end; 0 is an open one
_DIGITS: Final = "영일이삼사오육칠팔구"


def with_particles(text: str) -> str:
    """`text` with the one particle of `을(를)` and its like that fits, where a Hangul syllable or a digit stands before
    it. How a Latin word is read aloud is not known, and both stay."""
    return _EITHER.sub(_chosen, text) if "(" in text else text


def _chosen(found: re.Match[str]) -> str:
    last, quote, either = found.groups()
    syllable = _DIGITS[int(last)] if last.isdecimal() else last
    final = (ord(syllable) - _FIRST) % _FINALS
    if either == "(으)로":
        return last + quote + ("로" if final in (0, _RIEUL) else "으로")
    return last + quote + (either[0] if final else either[2])
