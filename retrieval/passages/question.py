"""A question: what it asks about, how much each part of that tells, and what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from math import log

from retrieval.analysis.forms import Form, Reading
from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.terms import Word, fold
from retrieval.expansion.concepts import Concept
from retrieval.passages.answer_types import Cue, Wish, find_cues, find_wishes
from retrieval.query.query import Query

# What a concept's idf is multiplied by.
_OF_FORM = {Form.VERB: 0.6, Form.ADJECTIVE: 0.3, Form.LIGHT: 0.3, Form.COUNTER: 0.0}
_SYLLABLE = 0.3  # the terms of a text are of two syllables: one is mostly missed
_ASKING = 0.25  # what says which kind of answer is wanted
_RARE_VERB = 3  # papers up to which an English word in -ing or -ed is taken for a verb
_PAPERS = 2424  # for which the thresholds were measured: importance is scaled to be comparable in a corpus of any size
_LEAST = 0.1

_OTHER_FORM = 0.8  # part of a Hangul word: another ending, or half of a compound
_PART_OF_NAME = 0.5

_ENGLISH_VERB = re.compile("[a-z]{2,}(?:ing|ed)")
# A name that is not all lower case, and a number behind it that counts nothing: LLaMA 5, but not LLaMA 5개.
_VERSION = re.compile(
    r"\b(?=[A-Za-z-]*[A-Z])([A-Za-z][A-Za-z-]*?)[ -]?v?(\d{1,3}(?:\.\d{1,2})?)"
    r"(?=[\s?!,]|$|\.(?!\d)|(?:[은는의가이을를로와과에]|에서|에는|보다)(?:[\s?!,.]|$))"
)
_SHAPED = re.compile("[A-Z].*[A-Z0-9]")  # a name whose capitals are part of it: DELTA is not delta


@dataclass(frozen=True, slots=True)
class Asked:
    """A concept of a question. `importance` (≥ 0) is in nats: how much finding it tells of a paper.

    `ways` are the terms that may stand for it, each with how surely they do, from 0 to 1. `topical`: where it is spoken
    of it is said, as nouns and names are; verbs are said in other words. `name`: it is, or may be, what somebody
    called a thing; `shape` is a name whose capitals matter, as it was typed.
    """

    importance: float
    ways: tuple[tuple[tuple[str, ...], float], ...]
    topical: bool
    name: bool = False
    shape: str = ""

    def covered_by(self, found: Set[str]) -> float:
        """How much of the concept a text with these terms has, from 0 to 1."""
        return max((sure * _share(way, found) for way, sure in self.ways if not found.isdisjoint(way)), default=0.0)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its concepts, of as many `words`, and the kinds of answer it wants.

    `versions` are names with the numbers of the versions that are asked about: llama and 5. `counted` is the concept of
    which the number is asked for, if any.
    """

    asked: tuple[Asked, ...]
    words: int
    cues: tuple[Cue, ...]
    wishes: frozenset[Wish]
    versions: tuple[tuple[str, str], ...] = ()
    counted: Asked | None = None

    @property
    def terms(self) -> frozenset[str]:
        """All terms that may stand for its concepts."""
        return frozenset(term for each in self.asked for way, _ in each.ways for term in way)

    def has_versions(self, texts: Sequence[str]) -> bool:
        """Whether `texts` speak of every version that is asked about: what holds for one need not for another."""
        folded = list(map(fold, texts)) if self.versions else []
        patterns = (rf"{re.escape(name)}[\s-]*v?{re.escape(number)}(?!\d)" for name, number in self.versions)
        return all(any(re.search(pattern, text) for text in folded) for pattern in patterns)


def understand(
    query: Query,
    concepts: Iterable[Concept],
    readings: Sequence[Reading],
    frequency: Callable[[str], int],
    documents: int,
) -> Question:
    """`query`, whose words have these `readings`, as a question about `concepts`.

    `frequency` is in how many of the `documents` a term is.
    """
    cues = tuple(find_cues(query.plain))
    asking = [span for cue in cues for span in cue.asked]
    forms = dict(zip(query.words, readings, strict=True))
    reader = _Reader(query, forms, asking, frequency, documents)
    found = [(concept, asked) for concept in concepts if (asked := reader.asked(concept))]
    return Question(
        tuple(asked for _, asked in found),
        sum(len(concept.words) for concept, _ in found),
        cues,
        find_wishes(query.plain),
        tuple((fold(match[1]), match[2]) for match in _VERSION.finditer(query.plain)),
        _counted(found, cues),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    query: Query
    forms: dict[Word, Reading]
    asking: Sequence[tuple[int, int]]
    frequency: Callable[[str], int]
    documents: int

    def asked(self, concept: Concept) -> Asked | None:
        readings = [self.forms[word] for word in concept.words if word in self.forms]
        if concept.unwanted or not readings:
            return None
        forms = [self._form(word, reading) for word, reading in zip(concept.words, readings, strict=True)]
        verb = all(form is Form.VERB for form in forms)
        ways = tuple(
            (way.terms[:1] if verb and is_hangul(way.terms[0]) else way.terms, way.sure) for way in concept.ways
        )
        factor = max(_OF_FORM.get(form, 1.0) for form in forms)
        if len(readings) == 1 and concept.words[0].hangul and len(readings[0].stem) < 2:
            factor *= _SYLLABLE
        asking = any(_overlaps(word, self.asking) for word in concept.words)
        if asking:
            factor *= _ASKING
        known = max((self._documents(way) for way, sure in ways if sure >= 0.5), default=0)
        idf = max(log((self.documents + 1) / (known + 0.5)), _LEAST) * log(_PAPERS) / log(self.documents + 1)
        name = not asking and any(map(self._is_name, concept.words))
        typed = self.query.plain[concept.words[0].start : concept.words[-1].end]
        topical = not asking and any(form in (Form.NOUN, Form.LATIN) for form in forms)
        return Asked(idf * factor, ways, topical, name, typed if name and _SHAPED.fullmatch(typed) else "")

    def _form(self, word: Word, reading: Reading) -> Form:
        if reading.form is not Form.LATIN or not _ENGLISH_VERB.fullmatch(word.text) or self._is_name(word):
            return reading.form
        return Form.VERB if self.frequency(word.text) <= _RARE_VERB else reading.form

    def _is_name(self, word: Word) -> bool:
        """Whether a Latin word stands among Korean, or is capitalised."""
        if word.hangul or word.text.replace(".", "").isdecimal():
            return False
        typed = self.query.plain[word.start : word.end]
        return any(each.hangul for each in self.query.words) or not typed[word.start == 0 :].islower()

    def _documents(self, way: Sequence[str]) -> int:
        """At most how many documents have all of `way`."""
        return min(map(self.frequency, way), default=0)


def _counted(found: Sequence[tuple[Concept, Asked]], cues: Iterable[Cue]) -> Asked | None:
    """The concept of which the number is asked for: right after what asks (몇 개의 질문, how many questions), else right
    before it (질문이 몇 개)."""
    spans = [span for cue in cues if cue.counts for span in cue.asked]
    nouns = [(concept, asked) for concept, asked in found if asked.topical]
    for start, end in spans:
        after = [asked for concept, asked in nouns if 0 <= concept.words[0].start - end <= _BESIDE]
        before = [asked for concept, asked in nouns if 0 <= start - concept.words[-1].end <= _BESIDE]
        if after or before:
            return (after or before[::-1])[0]
    return None


_BESIDE = 3  # characters between what asks for a number and what is counted


def _share(way: Sequence[str], found: Set[str]) -> float:
    """What part of the terms of one way to say something are found."""
    count = sum(term in found for term in way)
    if count == len(way) or (way[-1] in found and way[-1] == "".join(way[:-1])):
        return 1.0
    return count / len(way) * (_OTHER_FORM if is_hangul(way[0]) else _PART_OF_NAME)


def _overlaps(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)
