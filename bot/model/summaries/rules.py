"""What a summary must keep to, before anybody sees it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from bot.model.grounding.language import HAN, hangul_share, has_kana
from bot.model.grounding.plain_text import impurity
from bot.model.grounding.source import latin_pieces
from bot.model.summaries.likeness import shared, variety
from bot.model.summaries.overstatement import overstated
from bot.model.summaries.prompt import EXAMPLE, LONGEST, Draft, Language
from bot.model.summaries.subjects import Subject
from retrieval.digests.line_parser import plain
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import SummaryPoint

_SHORTEST: Final = 15  # characters of a point
_LEAST_HANGUL_OF_POINT, _LEAST_HANGUL = 0.20, 0.35  # 999 of 1,000 points of the corpus have more, and 99 of 100
_MOST_HANGUL_IN_ENGLISH: Final = 0.02
_LEAST_OF_ABSTRACT: Final = 0.3  # of the words of an English summary; a French one has the names and few words more
_MOST_SHARED: Final = 0.4  # of a point with another, or with the example
_LEAST_VARIETY: Final = 0.7
_MOST_TOLD: Final = 8  # words that a complaint names
_END = lazy_regex(r"[.!?。][\"'”’)]*$|[다요음함됨임]$")
_HANGUL_RUN = lazy_regex(r"[가-힣][가-힣\s]{8,}")


class Fault(StrEnum):
    """Why a summary is refused."""

    EMPTY = "empty"
    LENGTH = "length"
    MARKUP = "markup"
    LANGUAGE = "language"
    NUMBERS = "numbers"
    NAMES = "names"
    MISPLACED = "misplaced"
    REVERSED = "reversed"
    OVERSTATED = "overstated"
    REPEATED = "repeated"
    EXAMPLE = "example"
    OTHER_PAPER = "other-paper"
    INSTRUCTIONS = "instructions"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a summary; `text` says it in English, to the model."""

    fault: Fault
    text: str


def points_of(draft: Draft, model: str) -> tuple[SummaryPoint, ...]:
    """The points of a draft, as a digest has them."""
    return tuple(SummaryPoint(label, _normal(text), model) for label, text in draft.sections if text)


def complaint_of(draft: Draft, subject: Subject, language: Language) -> Complaint | None:
    """The first thing that is wrong with a draft; None where nothing can be found."""
    return next(_complaints(draft, subject, language), None)


def _complaints(draft: Draft, subject: Subject, language: Language) -> Iterator[Complaint]:
    if not draft.sections[0][1] or not draft.sections[1][1]:
        yield Complaint(Fault.EMPTY, "whats_new and technical_details must not be empty.")
        return
    texts = [unicodedata.normalize("NFC", text) for _, text in draft.sections if text]
    for text in texts:
        yield from _form(text)
    yield from _language(texts, subject, language)
    for text in texts:
        yield from _grounds(text, subject, language)
    yield from _likeness(texts, subject, language)


def _form(text: str) -> Iterator[Complaint]:
    if len(text) > LONGEST:
        yield Complaint(Fault.LENGTH, f"A section has {len(text)} characters. Write at most {LONGEST}.")
    elif len(text) < _SHORTEST or not _END.search(text):
        yield Complaint(Fault.LENGTH, "A section is too short or breaks off. Write one to three full sentences.")
    if (found := impurity(text)) or plain(text) != _normal(text):
        yield Complaint(
            Fault.MARKUP, f"There are {found or 'odd characters'} in it. Write plain sentences on one line."
        )


def _language(texts: list[str], subject: Subject, language: Language) -> Iterator[Complaint]:
    han = {one for text in texts for one in HAN.findall(text)} - set(HAN.findall(subject.paper.abstract))
    if language == "en":
        is_other = subject.source.share_of_words(" ".join(texts)) < _LEAST_OF_ABSTRACT
        if han or is_other or any(has_kana(text) or hangul_share(text) > _MOST_HANGUL_IN_ENGLISH for text in texts):
            yield Complaint(Fault.LANGUAGE, "Write in English only.")
    elif (
        han
        or any(has_kana(text) or hangul_share(text) < _LEAST_HANGUL_OF_POINT for text in texts)
        or hangul_share(" ".join(texts)) < _LEAST_HANGUL
    ):
        yield Complaint(Fault.LANGUAGE, "Write in Korean. Only names and terms in parentheses may be in English.")


def _grounds(text: str, subject: Subject, language: Language) -> Iterator[Complaint]:
    source = subject.source
    if numbers := source.unknown_numbers(text):
        yield Complaint(
            Fault.NUMBERS,
            f"The title and abstract do not have these numbers with such units: {_told(numbers)}. "
            "Copy numbers with their units as they stand there, or leave them out.",
        )
    names = source.unknown_names(text) + (source.unknown_words(text) if language == "ko" else ())
    if names:
        yield Complaint(
            Fault.NAMES,
            f"The title and abstract do not have these words: {_told(names)}. "
            "Copy names from there letter by letter, and leave out what is not there.",
        )
    if misplaced := source.misplaced(text):
        yield Complaint(Fault.MISPLACED, f"The abstract gives these numbers to other names: {misplaced[0]}")
    if word := overstated(text, f"{subject.paper.title}. {subject.paper.abstract}"):
        yield Complaint(
            Fault.OVERSTATED, f"The title and abstract do not claim so much: {word}. Say only what they say."
        )
    if turned := source.reversed(text):
        yield Complaint(Fault.REVERSED, f"The abstract says the opposite of a rise or fall in: {turned[0]}")


def _likeness(texts: list[str], subject: Subject, language: Language) -> Iterator[Complaint]:
    if any(variety(text) < _LEAST_VARIETY for text in texts) or any(
        max(shared(one, other), shared(other, one)) > _MOST_SHARED for one, other in combinations(texts, 2)
    ):
        yield Complaint(Fault.REPEATED, "It repeats itself. Say each thing once, each section something else.")
    example = " ".join(text for _, text in EXAMPLE[language].sections)
    if any(shared(text, example) > _MOST_SHARED for text in texts):
        yield Complaint(Fault.EXAMPLE, "It repeats the example. Summarize the paper of the material.")
    if subject.telling and not subject.telling & {piece for text in texts for piece in latin_pieces(text)}:
        words = _told(tuple(sorted(subject.telling)))
        yield Complaint(Fault.OTHER_PAPER, f"It does not show which paper it is of. Use one of these words: {words}.")
    copied = (run for text in texts for run in _HANGUL_RUN.findall(text) if run.strip() in subject.paper.abstract)
    if language == "ko" and any(copied):
        yield Complaint(Fault.INSTRUCTIONS, "It copies Korean text of the abstract. Summarize the English text.")


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _told(words: tuple[str, ...]) -> str:
    return ", ".join(words[:_MOST_TOLD])
