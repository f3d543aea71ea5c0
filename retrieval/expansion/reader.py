"""Takes queries apart into concepts, with one corpus's glossary, speller and vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import Word, word_terms
from retrieval.expansion.concepts import THIN, Concept, Understanding, Way
from retrieval.expansion.light_words import is_light, is_of_the_field
from retrieval.expansion.negation import negated
from retrieval.expansion.spelling import Correction, Speller
from retrieval.filters.phrases import pieces
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.glossary.synonyms import synonyms
from retrieval.query.query import Query

MAX_CONCEPTS = 16  # of a query; what follows is left out: bounds the time that a query takes

_LONGEST = 4  # words of a term
_SHORTEST = 2  # syllables of what a compound of Hangul falls into
_CONFIDENT, _OFTEN, _USUAL = 0.5, 2, 0.4  # of a translation: confidence, mentions, share of the best one's evidence
_TRANSLATED = 0.9  # how sure a translation is that the corpus backs
_MAX_WAYS = 12


class Reader:
    """Reads queries. Immutable."""

    def __init__(self, glossary: Glossary, speller: Speller) -> None:
        self._glossary = glossary
        self._speller = speller
        self._frequency = speller.frequency

    def read(self, query: Query) -> Understanding:
        """`query`, concept by concept. What is quoted is taken by the letter."""
        free = [word for word in query.subject if word not in query.quoted]
        corrections = self._speller.repair([word.text for word in free])
        expansions = self._glossary.expand(" ".join(word.text for word in free))
        gone = negated(query)
        spans = list(self._spans(query))[:MAX_CONCEPTS]
        concepts: list[Concept] = []
        for span, following in zip(spans, [*spans[1:], ()], strict=True):
            quoted = span[0] in query.quoted
            concept = _literal(span) if quoted else self._concept(span, expansions, corrections)
            if span[-1] in gone:
                concept = self._going_without(concept)
            joined = bool(following) and not quoted and _adjoin(span[-1], following[0], query)
            concepts.append(replace(concept, joined=joined))
        replacing = [each for each in corrections if each.replaces]
        return Understanding(
            _with_something_required(concepts),
            tuple(each for each in replacing if each.sure),
            tuple(each for each in replacing if not each.sure),
        )

    def _spans(self, query: Query) -> Iterator[tuple[Word, ...]]:
        """The terms of a query: of nested ones the longest that the glossary knows; else each word by itself."""
        words, start = query.subject, 0
        while start < len(words):
            count = 1
            for many in range(min(_LONGEST, len(words) - start), 1, -1):
                some = words[start : start + many]
                if not any(word in query.quoted for word in some) and self._is_term([word.text for word in some]):
                    count = many
                    break
            yield words[start : start + count]
            start += count

    def _is_term(self, words: Sequence[str]) -> bool:
        """Whether the glossary knows the words as one term, and they say something."""
        if all(is_light(word) or is_of_the_field(word) for word in words):
            return False
        found = self._glossary.lookup(" ".join(words))
        return any(each.mentions >= _OFTEN for each in found)

    def _concept(
        self, span: Sequence[Word], expansions: Sequence[Expansion], corrections: Sequence[Correction]
    ) -> Concept:
        typed = [word.text for word in span]
        forms = self._forms(typed)
        light = len(span) == 1 and (is_light(typed[0]) or is_light(forms[0]))
        ways = [Way.of(forms, 1.0), *self._spellings(forms), *self._corrected(typed, corrections)]
        if not light:
            ways += self._translated(forms, expansions)
        return Concept(" ".join(forms), _best(ways), required=not light, light=light)

    def _forms(self, typed: Sequence[str]) -> list[str]:
        """The words, the last without its particle; a compound of Hangul in the known terms that it is made of."""
        *before, last = typed
        if not is_hangul(last):
            return [piece for word in typed for piece in pieces(word)]
        forms = [piece for word in before for piece in pieces(word)]
        own = stem(last)
        if forms or self._glossary.lookup(own):
            return [*forms, own]
        for cut in range(len(own) - _SHORTEST, _SHORTEST - 1, -1):
            if self._glossary.lookup(own[:cut]) and self._glossary.lookup(own[cut:]):
                return [own[:cut], own[cut:]]
        return [own]

    def _spellings(self, forms: Sequence[str]) -> Iterator[Way]:
        """Several Latin words written as one, where the corpus does so: flashattention."""
        joined = "".join(forms)
        if len(forms) > 1 and joined.isascii() and (known := word_terms(joined)) and self._frequency(known[0]):
            yield Way.of((joined,), 1.0)

    def _translated(self, forms: Sequence[str], expansions: Sequence[Expansion]) -> Iterator[Way]:
        text = " ".join(forms)
        surely = dict.fromkeys((*self._surely(text), *synonyms(self._glossary, text)))
        for term in surely:
            yield Way.of(pieces(term), _TRANSLATED)
        for each in expansions:
            source = set(each.source.split())
            if each.source == text or source <= set(forms) or _is_in(each.source, text):
                whole = len("".join(source)) / max(1, len(text.replace(" ", "")))
                yield Way.of(pieces(each.text), min(THIN, each.weight * whole))

    def _surely(self, text: str) -> Iterator[str]:
        """The translations that the corpus backs well. What is only learnt from where words occur is sure enough from
        Korean to English: the other way round it finds Korean words for kinds of things."""
        known = self._glossary.lookup(text)
        most = max((each.evidence for each in known), default=0.0)
        for each in known:
            learnt = each.mentions == 0 and any(map(is_hangul, text))
            if each.evidence >= _USUAL * most and each.confidence >= _CONFIDENT and (each.mentions >= _OFTEN or learnt):
                yield each.term

    def _corrected(self, typed: Sequence[str], corrections: Sequence[Correction]) -> Iterator[Way]:
        for each in corrections:
            if set(each.original.split()) <= set(typed):
                sure = min(1.0, each.weight)
                yield Way(each.terms, each.terms, sure if each.sure else min(THIN, sure))

    def _going_without(self, concept: Concept) -> Concept:
        """`concept` as one that papers should go without."""
        ways = []
        for way in concept.sure:
            if is_hangul(way.words[-1]):
                ways += [Way.of((*way.words, no), 1.0) for no in ("없이", "없는")]
            else:
                ways += [Way.of((*way.words, "free"), 1.0), Way.of(("".join((*way.words, "free")),), 1.0)]
                ways += [Way.of(("without", *way.words), 1.0), Way.of((*way.words, "없이"), 1.0)]
        known = [way for way in ways if all(map(self._frequency, way.terms))]
        return Concept(concept.text, _best(known), required=False, unwanted=concept.sure)


def _literal(span: Sequence[Word]) -> Concept:
    words = [piece for word in span for piece in pieces(word.text)]
    return Concept(" ".join(words), (Way.of(words, 1.0),))


def _best(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The surest of each way, at most so many."""
    found: dict[tuple[str, ...], Way] = {}
    for way in ways:
        if way.terms and (way.words not in found or found[way.words].sure < way.sure):
            found[way.words] = way
    return tuple(sorted(found.values(), key=lambda way: -way.sure)[:_MAX_WAYS])


def _is_in(source: str, text: str) -> bool:
    return is_hangul(source) and len(source) >= _SHORTEST and source in text


def _adjoin(word: Word, following: Word, query: Query) -> bool:
    """Whether the two were typed side by side, with no particle between them."""
    between = query.plain[word.end : following.start]
    if between.strip(" -") or (is_hangul(word.text) and stem(word.text) != word.text):
        return False
    return not (is_light(word.text) or is_light(following.text))


def _with_something_required(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Words of the field are asked for where nothing else is, and so is what is light."""
    telling = [each for each in concepts if each.required and not is_of_the_field(each.text)]
    if telling:
        return tuple(replace(each, required=False) if is_of_the_field(each.text) else each for each in concepts)
    if any(each.required for each in concepts):
        return tuple(concepts)
    return tuple(replace(each, required=bool(each.ways)) for each in concepts)
