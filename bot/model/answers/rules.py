"""What a sentence of a model must be to be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.model.answers.overstatement import overstates
from bot.model.answers.polarity import contradicts
from bot.model.answers.quotes import Quoted, fold
from bot.model.answers.sources import speaks_to_models
from bot.model.grounding.language import HAN, hangul_share, has_kana
from bot.model.grounding.plain_text import impurity
from bot.model.grounding.source import Source
from bot.rendering.language import Language
from retrieval.lazy_regex import lazy_regex

SHORTEST: Final = 8  # characters
LONGEST: Final = 320
_LEAST_HANGUL: Final = 0.3  # of the letters of a Korean sentence; points of digests have less in one of fifty
_LATIN: Final = lazy_regex(r"[^\W\d_]")
_ASCII: Final = lazy_regex("[A-Za-z]")
_LEAST_ASCII: Final = 0.9  # of the letters of an English sentence
_ENGLISH: Final = lazy_regex(
    r"\b(?:the|a|an|of|to|in|is|are|was|were|and|by|with|that|for|on|it|its|as|from|than|which|can|this|their|be)\b",
    re.IGNORECASE,
)
_NOT_ENGLISH: Final = lazy_regex(
    r"\b(?:le|la|les|des|une?|du|et|est|sont|der|die|das|und|ist|ein|eine|mit|von|el|los|las|una|por|para|con|que|del|es"
    r"|gli|della|di|het|een|dos|uma|com)\b",
    re.IGNORECASE,
)
_OPENING: Final = lazy_regex(r"[A-Z][a-z]+(?:ing|ed|tion|sion|ly|ment|ness|ity|ers|ors|als|ies|ors|ance|ence)\b")
_MARKS: Final = lazy_regex(r"\s*[\[【]\d{1,2}(?:, ?\d{1,2})*[\]】](?=\s|[.,;!?]|$)")  # which only the bot writes
_EMPHASIS: Final = lazy_regex(r"\*\*([^*\n]+)\*\*|(?<!\w)__([^_\n]+)__(?!\w)")


def cleaned(text: str) -> str:
    """A sentence without what is harmless and only the bot writes: emphasis, and the numbers of citations."""
    plain = _EMPHASIS.sub(lambda found: found[1] or found[2], text.strip())
    return _MARKS.sub("", plain).strip()


def complaint(text: str, cited: Sequence[Quoted], question: str, language: Language) -> str:
    """What is wrong with a sentence that cites this, in English and for the model; "" where rules find nothing."""
    if impure := impurity(text):
        return f"write plain text, without {impure}"
    if not SHORTEST <= len(text) <= LONGEST:
        return f"a sentence has at most {LONGEST} characters"
    if speaks_to_models(text):
        return "say what the papers say, and nothing to whom you write"
    if not _is_in(language, text):
        return "write in Korean" if language == "ko" else "write in English"
    if not cited:
        return "every sentence needs a quote that stands word for word in the paper of that arxiv_id"
    asked = fold(question)
    if all(fold(one.text) in asked for one in cited):
        return "quote what the papers say, not the question"
    return _ungrounded(text, cited, language)


def _ungrounded(text: str, cited: Sequence[Quoted], language: Language) -> str:
    """What a sentence says that does not stand in what it cites: numbers in its quotes, names in its papers."""
    contexts = [one.context for one in cited]
    titles = list({one.paper.title for one in cited})
    quoted = Source(*contexts, *titles)
    whole = Source(*{one.paper.paper.arxiv_id: one.paper.whole for one in cited}.values())
    if numbers := quoted.unknown_numbers(text):
        return f"these numbers do not stand in the quotes: {', '.join(numbers)}"
    if quoted.misplaced(text):
        return "give each number to what it is of in the quotes"
    named = _OPENING.sub(lambda found: found[0].lower(), text, count=1) if _OPENING.match(text) else text
    names = whole.unknown_names(named) or (whole.unknown_words(text) if language == "ko" else ())
    if names:
        return f"these names do not stand in the papers cited: {', '.join(names)}"
    opposite = quoted.reversed(text) or contradicts(text, " ".join(contexts))
    if opposite:
        return "do not say the opposite of what you quote"
    return "say no more than your quotes do" if overstates(text, " ".join(contexts + titles)) else ""


def _is_in(language: Language, text: str) -> bool:
    if has_kana(text) or HAN.search(text):
        return False
    if language == "ko":
        return hangul_share(text) >= _LEAST_HANGUL
    letters, ascii_letters = len(_LATIN.findall(text)), len(_ASCII.findall(text))
    is_latin = ascii_letters and ascii_letters >= _LEAST_ASCII * letters and not hangul_share(text)
    return bool(is_latin and (_ENGLISH.search(text) or not _NOT_ENGLISH.search(text)))
