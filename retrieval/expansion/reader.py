"""Takes queries apart into concepts, with one corpus's glossary, speller and vocabulary."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.analysis.forms import Form, Reading, read_forms
from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.nouns import Nouns, verbal_stem
from retrieval.analysis.terms import Word, fold, word_terms
from retrieval.expansion.common_words import is_foreign
from retrieval.expansion.concepts import THIN, Concept, Understanding, Way
from retrieval.expansion.light_words import is_act, is_light, is_of_the_field, is_quality, is_the_subject
from retrieval.expansion.negation import negated
from retrieval.expansion.spelling import Correction, Speller
from retrieval.expansion.sureness import judged
from retrieval.expansion.word_families import relatives
from retrieval.filters.phrases import pieces
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.glossary.translations import Translation
from retrieval.query.conditions import Phrase
from retrieval.query.query import Query

MAX_CONCEPTS = 16  # of a query; what follows is left out: bounds the time that a query takes

_LONGEST = 4  # words of a term
_SHORTEST = 2  # syllables of what a compound of Hangul falls into
_CONFIDENT, _OFTEN, _USUAL = 0.5, 2, 0.4  # of a translation: confidence, mentions, share of the best one's evidence
_RELATED = 0.9  # how sure another word of a family is, of the word
_TRANSLATED = 0.9  # how sure a translation is that the corpus backs
_LOOKED_AT = 20  # translations of one term
_MAX_WAYS = 16
_RECENT = 64  # queries: a search reads its query for the ranking, the excerpts and the corrections


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of a query, what kind of word it is, and whether it is meant to the letter."""

    word: Word
    reading: Reading
    quoted: bool
    glued: bool = False
    """It is a part of a compound, and the next word is another."""

    @property
    def light(self) -> bool:
        return self.reading.form in (Form.LIGHT, Form.COUNTER) or is_light(self.word.text)

    @property
    def optional(self) -> bool:
        """Whether papers may well leave it out, or say it in other words: verbs, and what they are made of."""
        text, stem = self.word.text, self.reading.stem
        return (
            self.light
            or self.reading.form in (Form.VERB, Form.ADJECTIVE)
            or (stem != text and verbal_stem(text) == stem)
        )


class Reader:
    """Reads queries. Immutable, but that it remembers the last ones; safe to use from several threads."""

    def __init__(
        self, glossary: Glossary, speller: Speller, nouns: Nouns, is_name: Callable[[Sequence[str]], bool]
    ) -> None:
        """`is_name` says of words whether somebody is called so."""
        self._glossary = glossary
        self._speller = speller
        self._nouns = nouns
        self._is_name = is_name
        self._frequency = speller.frequency
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
        forms = dict(zip(query.words, read_forms(query.words, self._nouns), strict=True))
        parts = [_Part(word, forms[word], word in query.quoted) for word in query.subject if word in forms]
        words = [piece for part in parts for piece in self._split(part)]
        free = [part.word.text for part in words if not part.quoted]
        corrections = tuple(judged(self._speller.repair(free), self._is_name, self._means))
        expansions = self._glossary.expand(" ".join(free))
        gone = negated(query)
        spans = list(self._spans(words, corrections))[:MAX_CONCEPTS]
        concepts: list[Concept] = []
        for span, following in zip(spans, [*spans[1:], None], strict=False):
            concept = _literal(span[0].word, query) if span[0].quoted else self._concept(span, expansions, corrections)
            if span[-1].word in gone:
                concept = self._going_without(concept)
            joined = following is not None and _adjoin(span[-1], following[0], query)
            concepts.append(replace(concept, joined=joined, words=tuple(part.word for part in span)))
        replacing = [each for each in corrections if each.replaces]
        return Understanding(
            _with_something_required(concepts),
            tuple(each for each in replacing if each.sure),
            tuple(each for each in replacing if not each.sure),
        )

    def _spans(self, words: Sequence[_Part], corrections: Iterable[Correction]) -> Iterator[Sequence[_Part]]:
        """The terms of a query: of nested ones the longest that the glossary knows, or that corrections join; else each
        word by itself."""
        joins = {tuple(each.original.split()) for each in corrections if each.sure and " " in each.original}
        start = 0
        while start < len(words):
            longest = range(min(_LONGEST, len(words) - start), 1, -1)
            spans = (words[start : start + count] for count in longest)
            span = next((some for some in spans if self._is_term(some, joins)), words[start : start + 1])
            yield span
            start += len(span)

    def _is_term(self, words: Sequence[_Part], joins: Container[tuple[str, ...]]) -> bool:
        """Whether the words are known as one term, and say something."""
        texts = [each.word.text for each in words]
        if any(each.quoted for each in words):
            return False
        if any(each.glued for each in words):
            return all(each.glued for each in words[:-1]) and not words[-1].glued
        if tuple(piece for text in texts for piece in (pieces(text) if text.isascii() else [text])) in joins:
            return True
        if len(texts) == 2 and is_quality(texts[0]) and words[1].reading.form in (Form.NOUN, Form.LATIN):
            return True
        if all(is_light(text) or is_of_the_field(text) for text in texts):
            return " ".join(texts) in ("언어 모델", "language model")
        if len(texts) == 2 and any(map(is_the_subject, texts)):
            return False  # 멀티모달 LLM: what is multimodal
        return any(map(_is_stated, self._glossary.lookup(" ".join(texts))))

    def _concept(
        self, span: Sequence[_Part], expansions: Sequence[Expansion], corrections: Sequence[Correction]
    ) -> Concept:
        forms = self._forms(span)
        light = len(span) == 1 and (span[0].light or is_light(forms[0]))
        ways = [Way.of(forms, 1.0), *self._spellings(forms), *self._corrected(span, forms, corrections)]
        if not light:
            ways += self._translated(forms, expansions)
        ways += [Way.of((other,), _RELATED * way.sure) for way in ways for other in self._relatives(way)]
        optional = light or all(each.optional for each in span) or len("".join(forms)) < _SHORTEST
        parts = [self._concept(some, expansions, corrections) for some in self._parts(span)] if len(span) > 1 else []
        telling = tuple(part for part in parts if not part.light)
        return Concept(
            " ".join(forms),
            _best(ways),
            required=not optional,
            light=light,
            parts=telling if len(telling) > 1 else (),
            act=is_act(forms[-1]),
        )

    def _parts(self, span: Sequence[_Part]) -> Iterator[Sequence[_Part]]:
        """The words of a term, or what of them is a term by itself: 3D | 가우시안 스플래팅."""
        start = 0
        while start < len(span):
            longest = range(min(len(span) - start, len(span) - 1), 1, -1)
            some = (span[start : start + count] for count in longest)
            part = next((one for one in some if self._is_term(one, ())), span[start : start + 1])
            yield part
            start += len(part)

    def _forms(self, span: Sequence[_Part]) -> list[str]:
        """The words, the last without its particle; a compound of Hangul in the known terms that it is made of."""
        forms = [piece for each in span[:-1] for piece in pieces(each.word.text)]
        own = self._bare(span[-1].reading.stem)
        if not is_hangul(own):
            return [*forms, *pieces(own)]
        return [*forms, own]

    def _bare(self, own: str) -> str:
        """`own` without what only limits it: 파라미터만."""
        shorter = own[:-1]
        return shorter if own[-1:] in ("만", "도", "들") and len(shorter) > 1 and shorter in self._nouns else own

    def _split(self, part: _Part) -> list[_Part]:
        """A compound of Hangul in the known words that it is made of, if it is not one itself."""
        own = part.reading.stem
        known = part.quoted or part.optional or not is_hangul(own) or len(own) < 2 * _SHORTEST or self._knows(own)
        found = () if known else self._fewest(own)
        if not found:
            return [part]
        place, pieces = part.word.start, []
        for piece in found:
            word = Word(piece, place, place + len(piece))
            glued = word.end - part.word.start < len(own)
            pieces.append(_Part(word, Reading(Form.NOUN, piece, known=True), quoted=False, glued=glued))
            place += len(piece)
        return pieces

    def _fewest(self, own: str) -> tuple[str, ...]:
        """The fewest known words that make up `own`; () where it is not made of such."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(_SHORTEST, len(own) + 1):
            ways = [(*best[start], own[start:end]) for start in best if self._knows(own[start:end])]
            if ways:
                best[end] = min(ways, key=len)
        return best.get(len(own), ())

    def _knows(self, word: str) -> bool:
        """Whether `word` is a noun of the corpus, or a term of the glossary."""
        return len(word) >= _SHORTEST and (word in self._nouns or bool(self._glossary.lookup(word)))

    def _relatives(self, way: Way) -> Iterator[str]:
        if way.sure > THIN and len(way.words) == 1 and way.text.isascii():
            yield from relatives(way.text, self._frequency)

    def _means(self, word: str) -> bool:
        """Whether a word of Hangul is known to have a translation."""
        return any(map(_is_stated, self._glossary.lookup(word))) and not is_foreign(word)

    def _spellings(self, forms: Sequence[str]) -> Iterator[Way]:
        """Several Latin words written as one, where the corpus does so: flashattention."""
        joined = "".join(forms)
        if len(forms) > 1 and joined.isascii() and (known := word_terms(joined)) and self._frequency(known[0]):
            yield Way.of((joined,), 1.0)

    def _translated(self, forms: Sequence[str], expansions: Sequence[Expansion]) -> Iterator[Way]:
        text = " ".join(forms)
        yield from (Way.of(pieces(term), _TRANSLATED) for term in self._surely(text))
        for each in expansions:
            source = set(each.source.split())
            if each.source == text or source <= set(forms) or _is_in(each.source, text):
                whole = len("".join(source)) / max(1, len(text.replace(" ", "")))
                yield Way.of(pieces(each.text), min(THIN, each.weight * whole))

    def _surely(self, text: str) -> Iterator[str]:
        """The translations that lists of terms have; of a term that is in none, those that the corpus backs well."""
        known = [each for each in self._glossary.lookup(text, _LOOKED_AT) if not each.thin]
        listed = [each for each in known if each.origin == "curated"]
        most = max((each.evidence for each in known), default=0.0)
        for each in listed or known:
            learnt = each.mentions == 0 and any(map(is_hangul, text))
            often = each.evidence >= _USUAL * most and (each.mentions >= _OFTEN or learnt)
            if listed or (often and each.confidence >= _CONFIDENT):
                yield each.term

    def _corrected(
        self, span: Sequence[_Part], forms: Sequence[str], corrections: Sequence[Correction]
    ) -> Iterator[Way]:
        """The span as it is corrected: as a whole, or each of its words in its place."""
        typed = [
            piece for each in span for piece in (pieces(each.word.text) if not each.word.hangul else [each.word.text])
        ]
        better = list(forms)
        for each in corrections:
            original, sure = each.original.split(), min(1.0, each.weight)
            if original == typed or (len(span) == 1 and original == [span[0].word.text]):
                yield Way(each.terms, each.terms, sure if each.sure else min(THIN, sure))
            elif len(original) == 1 and each.sure and original[0] in typed and len(typed) == len(forms):
                place = typed.index(original[0])
                if better[place] == forms[place]:
                    better[place] = " ".join(each.terms)
            elif set(original) <= set(typed):
                yield Way(each.terms, each.terms, min(THIN, sure))
        if better != list(forms):
            yield Way.of([piece for word in better for piece in word.split()], 1.0)

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


def _literal(word: Word, query: Query) -> Concept:
    phrases = (each.text for each in query.required if isinstance(each, Phrase) and not each.title)
    seen_to = any(word.text in fold(text) for text in phrases)
    return Concept(word.text, _best([Way.of(pieces(word.text), 1.0)]), literal=seen_to)


def _best(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The surest of each way, at most so many."""
    found: dict[tuple[str, ...], Way] = {}
    for way in ways:
        if way.terms and (way.words not in found or found[way.words].sure < way.sure):
            found[way.words] = way
    return tuple(sorted(found.values(), key=lambda way: -way.sure)[:_MAX_WAYS])


def _is_stated(translation: Translation) -> bool:
    """Whether somebody says so: a list of terms, or the corpus more than once."""
    return translation.origin == "curated" or (translation.mentions >= _OFTEN and not translation.thin)


def _is_in(source: str, text: str) -> bool:
    return is_hangul(source) and len(source) >= _SHORTEST and source in text


def _adjoin(one: _Part, other: _Part, query: Query) -> bool:
    """Whether the two were typed side by side, with no particle between them, and both say something."""
    between = query.plain[one.word.end : other.word.start]
    if one.quoted or other.quoted or between.strip(" -") or one.optional or other.optional:
        return False
    return not one.word.hangul or one.word.text == one.reading.stem


def _with_something_required(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Words of the field are asked for where no other noun is; then verbs are too, and at last all that is light."""
    if any(each.required and not is_of_the_field(each.text) for each in concepts):
        return tuple(replace(each, required=each.required and not is_of_the_field(each.text)) for each in concepts)
    telling = [each for each in concepts if not each.light and not each.unwanted]
    wanted = telling or concepts
    return tuple(replace(each, required=each in wanted) for each in concepts)
