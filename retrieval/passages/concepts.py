"""What a question speaks of, word by word: in which ways a paper may say it, and how much each word tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from math import log

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.analysis.subject import subject_terms
from retrieval.analysis.terms import Word, fold, terms
from retrieval.expansion.spelling import Correction
from retrieval.glossary.glossary import Expansion
from retrieval.inverted_index.bm25 import Weighted
from retrieval.passages.answer_types import Cue, find_cues
from retrieval.query.query import Query

_TRANSLATED = 0.9  # how sure a translation is, where it is the only one
_UNLIKE = 2  # how fast a correction gets unsure as it gets less similar
_SURE = 0.8  # similarity from which on a correction is what was meant

# What a word's idf is multiplied by.
_NAME = 1.3  # Latin among Korean, or capitalised: what the question is about
_PLAIN_LATIN = 0.5  # an English word that the glossary does not know: few summaries have it, whatever they speak of
_VERB, _UNKNOWN_VERB = 0.6, 0.3  # verbs are inflected, and found in other forms
_SYLLABLE = 0.3  # the terms of a text are of two syllables: one is mostly missed
_NAMED = 5  # documents up to which a known name stands for itself only
_ASKING = 0.5  # what says which kind of answer is wanted
_CUE = 0.4  # an answer of the wanted kind, as a part of the idf of what no paper has
_LEAST = 0.1

_OTHER_FORM = 0.8  # part of a Hangul word: another ending, or half of a compound
_PART_OF_NAME = 0.5

_PREDICATE = re.compile("[가-힣]+[아어여해돼지니나까요야냐래다죠가져라줘봐려]")
_CONDITIONS = ("면", "도록")
_MODIFIER = re.compile("[가-힣]+(?:[한된할될던]|[하되]는|하게)")
_LIGHT = re.compile("만[든들][가-힣]*|[잘못][가-힣]")
# A name that is not all lower case, and a number behind it that counts nothing: LLaMA 5, but not LLaMA 5개.
_VERSION = re.compile(
    r"\b(?=[A-Za-z-]*[A-Z])([A-Za-z][A-Za-z-]*?)[ -]?v?(\d{1,3}(?:\.\d{1,2})?)"
    r"(?=[\s?!,]|$|\.(?!\d)|(?:[은는의가이를을로와과에]|에서|에는|보다)(?:[\s?!,.]|$))"
)
_FINALS, _PAST = 28, 20  # of Hangul syllables: the number of final consonants, and ㅆ, the mark of the past


@dataclass(frozen=True, slots=True)
class Concept:
    """A word of a question. `ways` are the terms that may stand for it, each with how surely they do, from 0 to 1.

    `name`: it is, or may be, what somebody called a thing. `firm`: where it is spoken of, one of the ways is used.
    """

    importance: float
    ways: tuple[tuple[tuple[str, ...], float], ...]
    name: bool
    firm: bool

    def covered_by(self, found: Set[str]) -> float:
        """How much of the concept a text with these terms has, from 0 to 1."""
        return max((sure * _share(way, found) for way, sure in self.ways if not found.isdisjoint(way)), default=0.0)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its concepts, and the kinds of answer it wants, each with its importance (> 0).

    `versions` are names with the numbers of the versions that are asked about: llama and 5.
    """

    concepts: tuple[Concept, ...]
    cues: tuple[tuple[Cue, float], ...]
    versions: tuple[tuple[str, str], ...] = ()

    def has_versions(self, texts: Sequence[str]) -> bool:
        """Whether `texts` speak of every version that is asked about: what holds for one need not for another."""
        folded = list(map(fold, texts)) if self.versions else []
        patterns = (rf"{re.escape(name)}[\s-]*v?{re.escape(number)}(?!\d)" for name, number in self.versions)
        return all(any(re.search(pattern, text) for text in folded) for pattern in patterns)

    @property
    def rarest(self) -> tuple[Weighted, ...]:
        """The terms of the most important concept, with their weights: what the paper that answers should have."""
        if not self.concepts:
            return ()
        weights: dict[str, float] = {}
        for way, sure in max(self.concepts, key=lambda concept: concept.importance).ways:
            weights |= {term: max(sure / len(way), weights.get(term, 0.0)) for term in way}
        return tuple(weights.items())


def understand(
    query: Query,
    expansions: Sequence[Expansion],
    corrections: Iterable[Correction],
    frequency: Callable[[str], int],
    documents: int,
) -> Question:
    """`query` as a question, with its words' translations and corrections.

    `frequency` is in how many of the `documents` a term is.
    """
    cues = list(find_cues(query.plain))
    asked = [span for cue in cues for span in cue.asked]
    best: dict[str, float] = {}
    for each in expansions:
        best[each.source] = max(each.weight, best.get(each.source, 0.0))
    translations = [(each.source.split(), each.text, each.weight / best[each.source]) for each in expansions]
    reader = _Reader(query, translations, list(corrections), frequency, documents)
    concepts = [reader.concept(word, _overlaps(word, asked)) for word in query.subject]
    importance = _CUE * log(documents + 1)
    return Question(
        tuple(concept for concept in concepts if concept is not None),
        tuple((cue, importance) for cue in cues),
        tuple((fold(match[1]), match[2]) for match in _VERSION.finditer(query.plain)),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    query: Query
    translations: Sequence[tuple[Sequence[str], str, float]]
    corrections: Sequence[Correction]
    frequency: Callable[[str], int]
    documents: int

    def concept(self, word: Word, asking: bool) -> Concept | None:
        own = tuple(dict.fromkeys(subject_terms([word])))
        verb = word.hangul and self._is_verb(word)
        if verb:
            own = own[:1]  # the others are of its ending
        ways, documents = [(own, 1.0)], self._documents(own)
        known = documents
        named = self._is_name(word)
        translations = [] if named and 0 < documents <= _NAMED else list(self._translated(word))
        for way, sure, whole in (*translations, *self._corrected(word, documents)):
            ways.append((way, sure))
            if whole and not (documents and named):
                known = max(known, self._documents(way))
        factor = self._factor(word, verb, documents, bool(translations))
        if asking:
            factor *= _ASKING if translations or not word.hangul else 0
        rarity = max(log((self.documents + 1) / (known + 0.5)), _LEAST)
        return Concept(rarity * factor, tuple(ways), named and not asking, factor >= 1) if factor else None

    def _factor(self, word: Word, verb: bool, documents: int, translated: bool) -> float:
        if not word.hangul:
            return _NAME if self._is_name(word) else 1.0 if translated else _PLAIN_LATIN
        syllable = _SYLLABLE if len(stem(word.text)) < 2 else 1.0
        if verb and not translated:
            return syllable * (_VERB if documents else _UNKNOWN_VERB)
        return syllable

    def _is_name(self, word: Word) -> bool:
        if word.hangul or word.text.replace(".", "").isdecimal():
            return False
        typed = self.query.plain[word.start : word.end]
        return any(map(_is_korean, self.query.words)) or not typed[word.start == 0 :].islower()

    def _translated(self, word: Word) -> Iterator[tuple[tuple[str, ...], float, bool]]:
        """The translations of `word` or of a part of it; how sure they are, and whether they stand for all of it."""
        whole = stem(word.text) if word.hangul else word.text
        for source, text, share in self.translations:
            part = max((_part(whole, piece) for piece in source), default=0.0)
            if part:
                way = tuple(dict.fromkeys(terms(text)))
                yield way, _TRANSLATED * share * part, part == 1 and len(source) == 1 and share == 1

    def _corrected(self, word: Word, documents: int) -> Iterator[tuple[tuple[str, ...], float, bool]]:
        for each in self.corrections:
            same_number = _digits(each.original) == _digits("".join(each.terms))  # GPT-5 is no misspelt GPT-4
            if same_number and word.text in each.original.split():
                sure = min(1.0, each.weight) ** _UNLIKE
                yield each.terms, sure, not documents and each.weight > _SURE

    def _documents(self, way: Sequence[str]) -> int:
        """At most how many documents have all of `way`."""
        return min(map(self.frequency, way), default=0)

    def _is_verb(self, word: Word) -> bool:
        past = any((ord(letter) - ord("가")) % _FINALS == _PAST for letter in word.text[1:])
        if past or word.text.endswith(_CONDITIONS) or _LIGHT.fullmatch(word.text):
            return True
        if _MODIFIER.fullmatch(word.text) and not self._documents(subject_terms([word])[:1]):
            return True
        last = word.end == self.query.words[-1].end
        return last and stem(word.text) == word.text and _PREDICATE.fullmatch(word.text) is not None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_korean(word: Word) -> bool:
    return word.hangul


def _part(whole: str, piece: str) -> float:
    """What part of a word `piece` is; a Latin word is taken whole or not at all."""
    if not is_hangul(whole):
        return float(piece in terms(whole)[-1:] or piece == whole)
    return min(1.0, len(piece) / len(whole)) if len(piece) > 1 and (piece in whole or whole in piece) else 0.0


def _share(way: Sequence[str], found: Set[str]) -> float:
    """What part of the terms of one way to say something are found."""
    count = sum(term in found for term in way)
    if count == len(way) or (way[-1] in found and way[-1] == "".join(way[:-1])):
        return 1.0
    return count / len(way) * (_OTHER_FORM if is_hangul(way[0]) else _PART_OF_NAME)


def _overlaps(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < word.end and word.start < end for start, end in spans)
