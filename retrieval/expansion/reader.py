"""Takes queries apart into concepts, with one corpus's glossary, speller and nouns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retrieval.analysis.nouns import Nouns
from retrieval.analysis.terms import Word, fold, phrase_words
from retrieval.expansion.common_words import is_common, is_foreign
from retrieval.expansion.comparison import compared
from retrieval.expansion.concepts import Concept, Understanding, Way
from retrieval.expansion.light_words import is_act, is_light, is_of_the_field
from retrieval.expansion.negation import negated
from retrieval.expansion.query_words import QueryWord, QueryWords
from retrieval.expansion.spelling import Correction, Speller
from retrieval.expansion.sureness import judged
from retrieval.expansion.ways import Ways
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.translations import is_stated
from retrieval.query.conditions import Phrase
from retrieval.query.query import Query

MAX_CONCEPTS = 16  # of a query; what follows is left out: bounds the time that a query takes

_RECENT = 64  # queries: a search reads its query for the ranking, the excerpts and the corrections
_SHORTEST = 2  # letters of what papers are asked to say
_SENTENCE, _TELLING = 4, 2  # words that are asked for, from which on a query is one; of which so many must be left


class Reader:
    """Reads queries. Immutable, but that it remembers the last ones; safe to use from several threads."""

    def __init__(
        self, glossary: Glossary, speller: Speller, nouns: Nouns, is_name: Callable[[Sequence[str]], bool]
    ) -> None:
        """`is_name` says of words whether somebody is called so."""
        self._glossary = glossary
        self._speller = speller
        self._words = QueryWords(glossary, nouns, speller.frequency)
        self._is_name = is_name
        self._recent: dict[Query, Understanding] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_recent": {}}

    def read(self, query: Query) -> Understanding:
        """`query`, concept by concept. What is quoted is taken by the letter."""
        found = self._recent.get(query)
        if found is None:
            if len(self._recent) >= _RECENT:
                self._recent = {}
            found = self._recent[query] = self._read(query)
        return found

    def _read(self, query: Query) -> Understanding:
        words, mended = self._words.of(query)
        free = [each.word.text for each in words if not each.quoted]
        corrections = tuple(judged(self._speller.repair(free), self._is_name, self._means))
        ways = Ways(self._glossary, self._speller.frequency, corrections, self._glossary.expand(" ".join(free)))
        joins = {tuple(each.original.split()) for each in corrections if each.sure and " " in each.original}
        terms = list(self._words.terms(words, joins))[:MAX_CONCEPTS]
        gone, others = negated(query), compared(query)
        concepts: list[Concept] = []
        for term, following in zip(terms, [*terms[1:], None], strict=False):
            concept = _literal(term[0].word, query) if term[0].quoted else self._concept(term, ways)
            if term[-1].word in gone:
                concept = Concept(concept.text, ways.without(concept.sure), required=False, unwanted=concept.sure)
            elif term[-1].word in others or term[0].word in others:
                concept = replace(concept, required=False)
            joined = following is not None and _adjoin(term[-1], following[0], query)
            concepts.append(replace(concept, joined=joined, words=tuple(each.word for each in term)))
        replacing = [each for each in corrections if each.replaces]
        replacing += [Correction(typed, (term,), 1.0, replaces=True, sure=True) for typed, term in mended.items()]
        made = {each.original for each in replacing if each.sure}
        return Understanding(
            _with_something_required(concepts),
            tuple(each for each in replacing if each.sure),
            tuple(each for each in replacing if each.original not in made),
        )

    def _concept(self, term: Sequence[QueryWord], ways: Ways) -> Concept:
        forms = self._words.forms(term)
        light = len(term) == 1 and (term[0].light or is_light(forms[0]))
        verbal = len(term) == 1 and term[0].optional
        optional = light or verbal or len("".join(forms)) < _SHORTEST
        parts = [self._concept(part, ways) for part in self._words.parts(term)] if len(term) > 1 else []
        telling = tuple(part for part in parts if not part.light)
        return Concept(
            " ".join(forms),
            ways.of(term, forms, light=light),
            required=not optional,
            light=light,
            parts=telling if len(telling) > 1 else (),
            act=is_act(forms[-1]),
        )

    def _means(self, word: str) -> bool:
        """Whether a word of Hangul is known to have a translation."""
        return any(map(is_stated, self._glossary.lookup(word))) and not is_foreign(word)


def _literal(word: Word, query: Query) -> Concept:
    phrases = (each.text for each in query.required if isinstance(each, Phrase) and not each.title)
    seen_to = any(word.text in fold(text) for text in phrases)
    words = phrase_words(word.text)
    return Concept(word.text, (Way.of(words, 1.0),) if words else (), literal=seen_to)


def _adjoin(one: QueryWord, other: QueryWord, query: Query) -> bool:
    """Whether the two were typed side by side, with no particle between them, and both say something."""
    between = query.plain[one.word.end : other.word.start]
    if one.quoted or other.quoted or between.strip(" -") or one.optional or other.optional:
        return False
    return not one.word.hangul or one.word.text == one.reading.stem


def _with_something_required(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Words of the field are asked for where no other noun is; then verbs are too, and at last all that is light. In a
    sentence no English words of every day are asked for beside others: nouns and verbs look alike there."""
    asked = [each for each in concepts if each.required and not is_of_the_field(each.text)]
    told = [each for each in asked if not _is_everyday(each)]
    if len(asked) >= _SENTENCE and len(told) >= _TELLING:
        concepts = [replace(each, required=each.required and not _is_everyday(each)) for each in concepts]
    if any(each.required and not is_of_the_field(each.text) for each in concepts):
        return tuple(replace(each, required=each.required and not is_of_the_field(each.text)) for each in concepts)
    without = [each for each in concepts if each.unwanted and each.ways]
    telling = [each for each in concepts if not each.light and not each.unwanted]
    wanted = without or telling or concepts
    return tuple(replace(each, required=each in wanted) for each in concepts)


def _is_everyday(concept: Concept) -> bool:
    """Whether a concept is a common English word or an adverb, and no term of the field."""
    common = concept.text.isascii() and (is_common(concept.text) or concept.text.endswith("ly"))
    return common and len(concept.sure) == 1
