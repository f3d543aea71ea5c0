"""Text without what could reorder, hide or break what is shown."""

from __future__ import annotations

from retrieval.lazy_regex import lazy_regex

# Characters that could reorder, hide or break what is shown: C0 and C1 controls (not \n), bidirectional overrides and
# isolates, zero-width marks, lone surrogates, tags.
_INVISIBLE = lazy_regex(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """`text` without invisible and control characters; line breaks stay."""
    return _INVISIBLE.sub(lambda found: " " if found.group().isspace() else "", text)


def one_line(text: str) -> str:
    return " ".join(visible(text).split())
