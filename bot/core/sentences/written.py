"""The language that a message is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.rendering.language import Language
from retrieval.lazy_regex import lazy_regex

_NO_WORDS = lazy_regex(r"https?://\S+|\S*\d\S*")  # links, ids and numbers are in no language
_HANGUL = lazy_regex("[가-힣ㄱ-ㅎㅏ-ㅣ]")
_WORD = lazy_regex(r"[a-z']+", re.IGNORECASE)
_ENGLISH = frozenset(
    _WORD.findall(
        """
        a about all an and any are as at be best but by can could did do does explain find for from give had has have
        hello help hey hi how i in is it know last latest let like list me month more most my new newest not of on one
        only open or out paper papers please popular published recent recommend research save search should show
        similar some sort tell than thank thanks that the their them these they this those to today top trending trends
        use used using was we week were what what's when where which who why will with work works year yesterday you
        your
        """
    )
)
"""Words that are English and no terms: names and terms are written alike in both languages."""


def language_written(text: str) -> Language | None:
    """The language of a message: Korean where there is any Hangul, English where there are words that only English has;
    None where names, terms or links do not tell."""
    words = _NO_WORDS.sub(" ", text)
    if _HANGUL.search(words):
        return "ko"
    return "en" if any(word.lower() in _ENGLISH for word in _WORD.findall(words)) else None


@dataclass(slots=True)
class ReplyLanguage:
    """The language of replies to somebody: the one that was asked for, else that of the last message that tells.

    Commands do not tell: their names are the same whoever types them.
    """

    language: Language
    is_asked_for: bool

    def to(self, message: str) -> Language:
        """The language in which to reply to the next message."""
        if not self.is_asked_for and not message.lstrip().startswith("/"):
            self.language = language_written(message) or self.language
        return self.language
