"""What a sentence of a model must be to be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.model.answers.polarity import contradicts
from bot.model.answers.quotes import Quoted, fold
from bot.rendering.language import Language
from bot.rendering.plain import one_line, visible

SHORTEST: Final = 8  # characters
LONGEST: Final = 320
_LEAST_HANGUL: Final = 0.3  # of the letters of a Korean sentence; points of digests have less in one of fifty
_HANGUL: Final = re.compile("[가-힣]")
_LATIN: Final = re.compile("[A-Za-z]")
_OTHER_SCRIPTS: Final = re.compile(
    "[\u0400-\u04ff\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_ENGLISH: Final = re.compile(
    r"\b(?:the|a|an|of|to|in|is|are|was|were|and|by|with|that|for|on|it|its|as|from|than|which|can|this|their|be)\b",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"\s*[\[【]\d{1,2}(?:, ?\d{1,2})*[\]】](?=\s|[.,;!?]|$)")  # which only the bot writes
_EMPHASIS: Final = re.compile(r"\*\*([^*\n]+)\*\*|(?<!\w)__([^_\n]+)__(?!\w)")
_MARKUP: Final = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:com|org|net|io|ai|dev|app|gg|xyz|me|co|kr|ru|cn|info|link|ly)\b"
    r"|[@#<>`|~\\{}]|\*\*|__|\]\(|^\s*(?:[-*+•>]|\d+[.)])\s|!\[|discord\.gg|^#|:\w+:",
    re.IGNORECASE | re.MULTILINE,
)


def cleaned(text: str) -> str:
    """A sentence without what is harmless and only the bot writes: emphasis, and the numbers of citations."""
    plain = _EMPHASIS.sub(lambda found: found[1] or found[2], text.strip())
    return _MARKS.sub("", plain).strip()


def complaint(text: str, cited: Sequence[Quoted], question: str, language: Language) -> str:
    """What is wrong with a sentence that cites this, "" where rules find nothing."""
    if one_line(visible(text)) != text or _MARKUP.search(text):
        return "write plain text, without links, mentions, markup or line breaks"
    if not SHORTEST <= len(text) <= LONGEST:
        return f"a sentence has at most {LONGEST} characters"
    if wrong := _language(text, language):
        return wrong
    if not cited:
        return "every sentence needs a quote that stands word for word in the paper of that arxiv_id"
    asked = fold(question)
    if all(fold(one.text) in asked for one in cited):
        return "quote what the papers say, not the question"
    if any(contradicts(text, said) for said in [" ".join(one.context for one in cited)]):
        return "do not say the opposite of what you quote"
    return ""


def _language(text: str, language: Language) -> str:
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    if _OTHER_SCRIPTS.search(text):
        return "use no other script than " + ("Hangul and Latin" if language == "ko" else "Latin")
    if language == "ko":
        return "" if hangul and hangul >= _LEAST_HANGUL * (hangul + latin) else "write in Korean"
    return "" if latin and not hangul and _ENGLISH.search(text) else "write in English"
