"""The words of a query, and which of them are one term."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from retrieval.analysis.forms import Form, Reading, read_forms
from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.nouns import Nouns, has_particle, verbal_stem
from retrieval.analysis.terms import Word, phrase_words, word_terms
from retrieval.expansion.common_words import is_common
from retrieval.expansion.light_words import is_light, is_of_the_field, is_quality, is_the_subject
from retrieval.expansion.slips import Slips
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import term_key
from retrieval.glossary.translations import is_stated
from retrieval.inverted_index.bm25 import Frequency
from retrieval.lazy_regex import lazy_regex
from retrieval.query.query import Query

_LONGEST = 4  # words of a term
_SHORTEST = 2  # syllables of what a compound of Hangul falls into
_LIMITING = ("만", "도", "들")
_OBJECT = lazy_regex("(?<=[가-힣]{2})[을를]$")


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word of a query, or of a compound in it, what kind of word it is, and whether it is meant to the letter."""

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


class QueryWords:
    """Finds the words of queries and the terms that they make, with one corpus's nouns and glossary. Immutable."""

    def __init__(self, glossary: Glossary, nouns: Nouns, frequency: Frequency) -> None:
        self._glossary = glossary
        self._nouns = nouns
        self._frequency = frequency
        self._slips = Slips(name for concept in glossary.concepts for name in concept.names)

    def of(self, query: Query) -> tuple[list[QueryWord], dict[str, str]]:
        """The words that `query` is about, compounds of Hangul in the words that they are made of; and those of them
        that were mistyped, as they are mended."""
        forms = dict(zip(query.words, read_forms(query.words, self._nouns), strict=True))
        words = [QueryWord(word, forms[word], word in query.quoted) for word in query.subject if word in forms]
        found: list[QueryWord] = []
        mended: dict[str, str] = {}
        for each in words:
            better = self._mended(each)
            if better is not None:
                mended[each.word.text] = better
                joined = better.replace(" ", "")
                word = Word(joined, each.word.start, each.word.end)
                each = QueryWord(word, Reading(Form.NOUN, joined, known=True), quoted=False)
            found += self._split(each)
        return found, mended

    def _mended(self, word: QueryWord) -> str | None:
        """A word of Hangul that no text has as the term that it is a slip of."""
        if word.quoted or word.optional or not is_hangul(word.word.text):
            return None
        forms = dict.fromkeys((word.reading.stem, word.word.text))
        if any(self._knows(form) or self._is_compound(form) for form in forms):
            return None
        return next(filter(None, map(self._slips.mend, forms)), None)

    def _is_compound(self, own: str) -> bool:
        """Whether texts may have a word, as all its pairs of syllables are there, or two words that make it up."""
        if all(map(self._frequency, word_terms(own))):
            return True
        cuts = range(_SHORTEST, len(own) - _SHORTEST + 1)
        return any(all(self._knows(part) or is_common(part) for part in (own[:cut], own[cut:])) for cut in cuts)

    def terms(self, words: Sequence[QueryWord], joins: Container[tuple[str, ...]]) -> Iterator[Sequence[QueryWord]]:
        """`words` in terms: of nested ones the longest that the glossary knows, or that is in `joins`; else each by
        itself."""
        start = 0
        while start < len(words):
            longest = range(min(_LONGEST, len(words) - start), 1, -1)
            spans = (words[start : start + count] for count in longest)
            span = next((some for some in spans if self._is_term(some, joins)), words[start : start + 1])
            yield span
            start += len(span)

    def parts(self, term: Sequence[QueryWord]) -> Iterator[Sequence[QueryWord]]:
        """The words of a term, or what of them is a term by itself: 3D | 가우시안 스플래팅."""
        start = 0
        while start < len(term):
            longest = range(min(len(term) - start, len(term) - 1), 1, -1)
            some = (term[start : start + count] for count in longest)
            part = next((one for one in some if self._is_term(one, ())), term[start : start + 1])
            yield part
            start += len(part)

    def forms(self, term: Sequence[QueryWord]) -> list[str]:
        """The words of a term as the glossary has them; else as texts do, the last without its particle."""
        *before, own = self._stated(term) or [*(each.word.text for each in term[:-1]), term[-1].reading.stem]
        if own[-1:] in _LIMITING and len(own) > _SHORTEST and own[:-1] in self._nouns:
            own = own[:-1]
        pieces = (piece for text in before for piece in phrase_words(text))
        return [*pieces, *([own] if is_hangul(own) else phrase_words(own) or [own])]

    def _stated(self, words: Sequence[QueryWord], *, listed: bool = False) -> list[str] | None:
        """Several words as the glossary has them as a term, or a list of terms; None where it has not."""
        for texts in _spellings(words) if len(words) > 1 else ():
            text = " ".join(texts)
            if self._glossary.listed(text) or (not listed and any(map(is_stated, self._glossary.lookup(text)))):
                return texts
        return None

    def _is_term(self, words: Sequence[QueryWord], joins: Container[tuple[str, ...]]) -> bool:
        """Whether the words are known as one term, and say something."""
        texts = [each.word.text for each in words]
        if any(each.quoted for each in words):
            return False
        if any(each.glued for each in words):
            return all(each.glued for each in words[:-1]) and not words[-1].glued
        if tuple(piece for text in texts for piece in (phrase_words(text) if text.isascii() else [text])) in joins:
            return True
        if len(texts) == 2 and is_quality(texts[0]) and words[1].reading.form in (Form.NOUN, Form.LATIN):
            return True
        if all(map(is_of_the_field, texts)):
            return is_the_subject(term_key(" ".join(texts)))
        light = all(map(_tells_little, texts[:-1])) and any(map(_tells_little, _lasts(words[-1])))
        if len(texts) == 2 and any(map(is_the_subject, texts)) and not light:
            return False  # 멀티모달 LLM: what is multimodal
        return self._stated(words, listed=light) is not None

    def _split(self, part: QueryWord) -> list[QueryWord]:
        """A compound of Hangul in the known words that it is made of: however it is spaced, it is the same."""
        own = part.reading.stem
        known = part.quoted or part.optional or not is_hangul(own) or len(own) < 2 * _SHORTEST
        found = () if known else self._fewest(own)
        if not found:
            return [part]
        place, parts = part.word.start, []
        for piece in found:
            word = Word(piece, place, place + len(piece))
            glued = word.end - part.word.start < len(own)
            parts.append(QueryWord(word, Reading(Form.NOUN, piece, known=True), quoted=False, glued=glued))
            place += len(piece)
        return parts

    def _fewest(self, own: str) -> tuple[str, ...]:
        """The fewest known words that make up `own`, two or more; () where it is not made of such."""
        best: dict[int, tuple[str, ...]] = {0: ()}
        for end in range(_SHORTEST, len(own) + 1):
            starts = (start for start in best if end - start < len(own) and self._knows(own[start:end]))
            ways = [(*best[start], own[start:end]) for start in starts]
            if ways:
                best[end] = min(ways, key=len)
        return best.get(len(own), ())

    def _knows(self, word: str) -> bool:
        """Whether `word` is a noun of the corpus, or a term of the glossary."""
        return len(word) >= _SHORTEST and (word in self._nouns or bool(self._glossary.lookup(word)))


def _spellings(words: Sequence[QueryWord]) -> Iterator[list[str]]:
    """Several words as a list of terms may have them: the last without its ending, or with it, as a verb may; those
    before as they are typed, or without the particle of an object."""
    typed = [each.word.text for each in words[:-1]]
    objects = [_OBJECT.sub("", text) for text in typed]
    for before in (typed, objects) if objects != typed else (typed,):
        yield from ([*before, last] for last in _lasts(words[-1]))


def _lasts(word: QueryWord) -> Iterable[str]:
    text, stem = word.word.text, word.reading.stem
    return dict.fromkeys((stem, text, text[:1] if is_hangul(text) and has_particle(text, 1) else text))


def _tells_little(text: str) -> bool:
    return is_light(text) or is_of_the_field(text)
