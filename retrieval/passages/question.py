"""A question: what it asks about, how much each part of that tells, and what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from retrieval.analysis.forms import Form, Reading
from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.sentences import sentences
from retrieval.analysis.terms import Word, fold
from retrieval.expansion.concepts import Concept
from retrieval.lazy_regex import lazy_regex
from retrieval.passages.answer_types import Cue, find_cues
from retrieval.passages.definition import Definer
from retrieval.passages.marking import Marker
from retrieval.passages.sought import Sought, TermFinder, Terms, rarity
from retrieval.passages.wishes import Wish, find_wishes
from retrieval.query.query import Query

# What a concept's idf is multiplied by.
_OF_FORM = {Form.VERB: 0.6, Form.ADJECTIVE: 0.3, Form.LIGHT: 0.3, Form.COUNTER: 0.0}
_SYLLABLE = 0.3  # the terms of a text are of two syllables: one is mostly missed
_ASKING = 0.25  # what says which kind of answer is wanted
_RARE_VERB = 3  # papers up to which an English word in -ing or -ed is taken for a verb
_PAPERS = 2424  # for which the thresholds were measured: importance is scaled to be comparable in a corpus of any size
_BESIDE, _BEFORE = 3, 6  # characters between what asks for a number and what is counted behind, and before it

_ENGLISH_VERB = lazy_regex("[a-z]{2,}(?:ing|ed)")
# A name that is not all lower case, and a number behind it that counts nothing: LLaMA 5, but not LLaMA 5개.
_VERSION = lazy_regex(
    r"\b(?=[A-Za-z-]*[A-Z])([A-Za-z][A-Za-z-]*?)[ -]?v?(\d{1,3}(?:\.\d{1,2})?)"
    r"(?=[\s?!,]|$|\.(?!\d)|(?:[은는의가이을를로와과에]|에서|에는|보다)(?:[\s?!,.]|$))"
)
_FOCUS = lazy_regex(
    r"(?P<last>[가-힣]+)[은는] ?[?]?$|^what(?:'s| is| are| was| were) the (?P<of>[a-z -]+?) of ", re.IGNORECASE
)
_PARTICLE = lazy_regex("(?:으로|로|이나|나|까지|[을를이가은는에])$")
_SHAPED = lazy_regex("[A-Z].*[A-Z0-9]")  # a name whose capitals are part of it: DELTA is not delta


@dataclass(frozen=True, slots=True)
class Asked:
    """A concept of a question.

    `topical`: where it is spoken of it is said, as nouns and names are; verbs are said in other words. `name`: it is,
    or may be, what somebody called a thing; `shape` is a name whose capitals matter, as it was typed.
    """

    sought: Sought
    topical: bool
    name: bool = False
    shape: str = ""

    @property
    def importance(self) -> float:
        """In nats: how much finding it tells of a paper."""
        return self.sought.weight


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its concepts, typed in so many `words`, and the kinds of answer it wants.

    `versions` are names with the numbers of the versions that are asked about: llama and 5. `counted` is the concept of
    which the number is asked for, `focus` the one that is asked for itself (… 배터리는? the battery life of …), if any.
    `finder` and `marker` find what of it texts say, and where. `definer` knows what says what something is, where that
    is asked.
    """

    asked: tuple[Asked, ...]
    words: int
    cues: tuple[Cue, ...]
    wishes: frozenset[Wish]
    versions: tuple[tuple[str, str], ...]
    counted: Asked | None
    focus: Asked | None
    finder: TermFinder
    marker: Marker
    definer: Definer | None

    @property
    def total(self) -> float:
        """The importance of all of it (> 0)."""
        return sum(each.importance for each in self.asked) or 1.0

    @property
    def only_defines(self) -> bool:
        """Whether it asks what one thing is, and nothing else."""
        return self.definer is not None and sum(each.topical for each in self.asked) == 1

    def covered_by(self, text: str) -> tuple[float, ...]:
        """How much of each concept `text` has, from 0 to 1."""
        found = self.finder.found_in(fold(text))
        return tuple(each.sought.covered_by(found) for each in self.asked)

    def defined_by(self, text: str) -> int:
        """How well a sentence of `text` says what it is that is to be defined, from 0."""
        if self.definer is None:
            return 0
        return max((self.definer.score(text[start:end]) for start, end in sentences(text)), default=0)

    def has_versions(self, texts: Sequence[str]) -> bool:
        """Whether `texts` speak of every version that is asked about: what holds for one need not for another."""
        folded = list(map(fold, texts)) if self.versions else []
        patterns = (rf"{re.escape(name)}[\s-]*v?{re.escape(number)}(?!\d)" for name, number in self.versions)
        return all(any(re.search(pattern, text) for text in folded) for pattern in patterns)


def understand(
    query: Query,
    concepts: Sequence[Concept],
    marker: Marker,
    forms: Mapping[Word, Reading],
    frequency: Callable[[str], int],
    documents: int,
) -> Question:
    """`query` as a question about `concepts`, whose words have these `forms`; `marker` finds them in what is shown.

    `frequency` is in how many of the `documents` a term is.
    """
    cues = tuple(find_cues(query.plain))
    asking = [span for cue in cues for span in cue.asked]
    reader = _Reader(query, forms, asking, frequency, documents)
    found = [(concept, asked) for concept in concepts if (asked := reader.asked(concept))]
    wishes = find_wishes(query.plain, by_kind=bool(cues))
    return Question(
        tuple(asked for _, asked in found),
        sum(len(concept.words) for concept, _ in found),
        cues,
        wishes,
        tuple((fold(match[1]), match[2]) for match in _VERSION.finditer(query.plain)),
        _counted(found, cues, query.plain),
        _focus(found, query.plain),
        TermFinder(asked.sought for _, asked in found),
        marker,
        _definer(found) if Wish.DEFINITION in wishes else None,
    )


def _definer(found: Iterable[tuple[Concept, Asked]]) -> Definer | None:
    """What tells sentences that define what tells most of a question."""
    topical = ((asked.importance, [way.text for way in concept.sure]) for concept, asked in found if asked.topical)
    most = max(topical, default=None)
    return Definer(most[1]) if most else None


@dataclass(frozen=True, slots=True)
class _Reader:
    query: Query
    forms: Mapping[Word, Reading]
    asking: Sequence[tuple[int, int]]
    frequency: Callable[[str], int]
    documents: int

    def asked(self, concept: Concept) -> Asked | None:
        if concept.unwanted and not concept.ways:
            return None
        forms = [self._form(word, self.forms[word]) for word in concept.words]
        asking = any(_overlaps(word, self.asking) for word in concept.words)
        name = not asking and any(map(self._is_name, concept.words))
        typed = self.query.plain[concept.words[0].start : concept.words[-1].end]
        scale = log(_PAPERS) / log(self.documents + 1) if self.documents else 1.0
        weight = rarity(concept.sure, self.frequency, self.documents) * scale * self._factor(concept, forms, asking)
        return Asked(
            Sought(weight, tuple(_ways(concept, forms))),
            not asking and any(form in (Form.NOUN, Form.LATIN) for form in forms),
            name,
            typed if name and _SHAPED.fullmatch(typed) else "",
        )

    def _factor(self, concept: Concept, forms: Sequence[Form], asking: bool) -> float:
        factor = max(_OF_FORM.get(form, 1.0) for form in forms)
        if all(len("".join(way.words)) == 1 for way in concept.ways):
            factor *= _SYLLABLE
        return factor * (_ASKING if asking else 1)

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


def _ways(concept: Concept, forms: Sequence[Form]) -> Iterator[tuple[Terms, float]]:
    """The ways of a concept; of Hangul verbs the first term only, as the others are of the ending."""
    verb = all(form is Form.VERB for form in forms)
    for way in concept.ways:
        if verb and not is_hangul(way.terms[0]) and is_hangul(concept.text):
            continue  # 버텨 is not bitter
        typed = way.sure == 1
        yield (way.terms[:1] if verb and typed else way.terms), way.sure


def _counted(found: Sequence[tuple[Concept, Asked]], cues: Iterable[Cue], text: str) -> Asked | None:
    """The concept of which the number is asked for: right after what asks (몇 개의 질문, how many questions), else
    right before it (질문이 몇 개)."""
    spans = [span for cue in cues if cue.counts for span in cue.asked]
    nouns = [(concept, asked) for concept, asked in found if asked.topical]
    for start, end in spans:
        joined = _PARTICLE.search(text, start, end) is None  # 몇 개로 학습: not the 학습 is counted
        after = [asked for concept, asked in nouns if joined and 0 <= concept.words[0].start - end <= _BESIDE]
        before = [asked for concept, asked in nouns if 0 <= start - concept.words[-1].end <= _BEFORE]
        if after or before:
            return (after or before[::-1])[0]
    return None


def _focus(found: Sequence[tuple[Concept, Asked]], text: str) -> Asked | None:
    asked_for = _FOCUS.search(text)
    spans = [asked_for.span("of" if asked_for["of"] else "last")] if asked_for else []
    return next((asked for concept, asked in found if asked.topical and _overlaps(concept.words[0], spans)), None)


def _overlaps(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)
