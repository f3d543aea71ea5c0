"""The part of a paper's summary that a question asks for by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.core.sentences.manners import plain
from bot.core.sentences.patterns import regex
from bot.core.sentences.pointing import without_pointing
from bot.features.papers.paper_sentences import CODE, SECTIONS
from bot.rendering.language import LANGUAGES, Language
from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper
from retrieval.passages.excerpt import introduction, part_of_point
from retrieval.passages.passages import Passage

LIMITATIONS: Final = "Limitations"
_LONGEST: Final = 80  # characters of a question about a part
_LINK: Final = lazy_regex(r"https?://|\bgithub\.com|\bhuggingface\.co", re.IGNORECASE)
_FIGURE: Final = lazy_regex(r"\d(?:[\d.,]*) ?(?:%|퍼센트|배|점|포인트|x\b)")


def _compiled_later(patterns: Mapping[Language, tuple[str, ...]]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        lazy_regex(regex(one, language), re.IGNORECASE) for language in LANGUAGES for one in patterns[language]
    )


_CODE: Final = _compiled_later(CODE)
_SECTIONS: Final = {label: _compiled_later(patterns) for label, patterns in SECTIONS.items()}


def asks_for_code(question: str) -> bool:
    """Whether a question, without the words that point at a paper, is where its code is."""
    return any(pattern.fullmatch(plain(question)) for pattern in _CODE)


def asks_for_section(question: str) -> str:
    """The label of the section that a question is about, "" where it is about none in particular."""
    said = plain(question)
    found = (label for label, patterns in _SECTIONS.items() if any(pattern.fullmatch(said) for pattern in patterns))
    return next(found, "")


def asks_for_part(text: str) -> bool:
    """Whether a text would be a question about the paper that is open, if one were."""
    asked = without_pointing(text[:_LONGEST])
    return asks_for_code(asked) or bool(asks_for_section(asked))


def link_of(paper: Paper) -> Passage | None:
    """The sentence of a summary that links to something."""
    return _sentence_with(_LINK, paper)


def _sentence_with(sought: re.Pattern[str], paper: Paper) -> Passage | None:
    for index, point in enumerate(paper.points):
        for start, end in sentences(point.text):
            if sought.search(point.text, start, end):
                return Passage(paper, part_of_point(index, (start, end), ()), 1.0)
    return None


def section_of(paper: Paper, label: str) -> Passage | None:
    """The point of a summary under a label; without it the sentence that says what the paper does, or its figures."""
    for index, point in enumerate(paper.points):
        if point.label.replace("’", "'").casefold() == label.casefold():
            return Passage(paper, part_of_point(index, (0, len(point.text)), ()), 1.0)
    if label == "What's New" and (excerpt := introduction(paper)):
        return Passage(paper, excerpt, 1.0)
    return _sentence_with(_FIGURE, paper) if label == "Performance Highlights" else None
