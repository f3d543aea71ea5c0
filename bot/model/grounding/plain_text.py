"""What generated text may consist of: words on one line, and nothing that anything reads as more than words."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from retrieval.lazy_regex import lazy_regex


class Impurity(StrEnum):
    """What stands in a text beside words. The value says it in English, for the model."""

    CONTROL = "line breaks or control characters"
    INVISIBLE = "invisible characters"
    LINK = "links or addresses"
    MENTION = "mentions"
    MARKUP = "Markdown, HTML, LaTeX or code"
    PICTURE = "emoji"


_FILLERS = lazy_regex("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f]")
_DOMAINS = (
    "ai|app|biz|cc|cn|co|com|dev|edu|gg|gl|gov|info|io|kr|link|live|ly|me|net|online|org|ru|sh|shop|site|to|top|tv|xyz"
)
_LINK = lazy_regex(
    r"://|www\.|mailto:|javascript:|data:\w+/"
    rf"|(?<![a-z0-9-])[a-z0-9-]{{1,63}}\.(?:[a-z0-9-]{{1,63}}\.){{0,3}}(?:{_DOMAINS})(?![a-z0-9-])",
    re.IGNORECASE,
)
_MENTION = lazy_regex(r"@(?:everyone|here)|(?<![A-Za-z\d])@|<(?:[@#:]|a:|t:|id:|/[^<>:]*:)|@[!&]", re.IGNORECASE)
_MARKUP = lazy_regex(
    r"[`*\\{}\[\]]|~~|\|\||__|(?<!\w)_\w|<[!/?|a-z]|-->|&#?\w+;|^(?:\#|>|[-+•]\s|-\#|\d{1,2}[.)]\s|={3}|-{3}|\|)|\$[^$]*\$",
    re.IGNORECASE,
)
_PICTURE = lazy_regex("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U000fffff]")


def impurity(text: str) -> Impurity | None:
    """What is wrong with `text` as a line of plain words; None where nothing is. `mAP@50` and `p < 0.05` are words."""
    if any(_is_control(character) for character in text):
        return Impurity.CONTROL
    if _FILLERS.search(text) or any(unicodedata.category(one) in {"Cf", "Co", "Cn", "Mn", "Me"} for one in text):
        return Impurity.INVISIBLE
    folded = unicodedata.normalize("NFKC", text)
    for pattern, kind in (
        (_LINK, Impurity.LINK),
        (_MENTION, Impurity.MENTION),
        (_MARKUP, Impurity.MARKUP),
        (_PICTURE, Impurity.PICTURE),
    ):
        if pattern.search(text) or pattern.search(folded):
            return kind
    return None


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
