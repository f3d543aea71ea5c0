"""In which ways a paper may say what a query says, as far as glossary, spelling and word families tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.terms import phrase_words, word_terms
from retrieval.expansion.common_words import is_common
from retrieval.expansion.concepts import THIN, Way
from retrieval.expansion.query_words import QueryWord
from retrieval.expansion.spelling import Correction
from retrieval.expansion.word_families import relatives
from retrieval.glossary.glossary import Expansion, Glossary
from retrieval.inverted_index.bm25 import Frequency

_SHORTEST = 2  # syllables of a word that is looked for within another
_CONFIDENT, _OFTEN, _USUAL = 0.5, 2, 0.4  # of a translation: confidence, mentions, share of the best one's evidence
_RELATED = 0.9  # how sure another word of a family is, of the word
_TRANSLATED = 0.9  # how sure a translation is that the corpus backs
_NAME, _VERSIONS = 3, "2345"  # letters of a name that may have versions: mamba2
_NARROWER = 0.7  # how sure the name of a kind is
_TITLED = 0.6  # how sure is what says more than what was asked for, in a title
_LOOKED_AT = 20  # translations of one term
_MAX_WAYS = 20


class Ways:
    """Finds ways to say things, for one query. Immutable."""

    def __init__(
        self,
        glossary: Glossary,
        frequency: Frequency,
        corrections: Sequence[Correction],
        expansions: Sequence[Expansion],
    ) -> None:
        """`corrections` and `expansions` are those of the words of the query."""
        self._glossary = glossary
        self._frequency = cache(frequency)
        self._corrections = corrections
        self._expansions = expansions

    def of(self, term: Sequence[QueryWord], forms: Sequence[str], *, light: bool) -> tuple[Way, ...]:
        """The ways to say a term of a query, whose words texts have in these `forms`; the surest first."""
        ways = [Way.of(forms, 1.0), *self._corrected(term, forms)]
        if not light:
            ways += self._translated(forms)
        ways += [other for way in ways for other in self._related(way)]
        if len(ways) > _MAX_WAYS:
            ways = [ways[0], *(way for way in ways[1:] if all(map(self._frequency, way.terms)))]
        return surest(ways)

    def without(self, ways: Iterable[Way]) -> tuple[Way, ...]:
        """The ways to say that something does without what `ways` say, as far as the corpus has them."""
        found = []
        for way in ways:
            if is_hangul(way.words[-1]):
                found += [Way.of((*way.words, no), 1.0) for no in ("없이", "없는")]
            else:
                found += [Way.of((*way.words, "free"), 1.0), Way.of(("".join((*way.words, "free")),), 1.0)]
                found += [Way.of(("without", *way.words), 1.0), Way.of((*way.words, "없이"), 1.0)]
        return surest(way for way in found if all(map(self._frequency, way.terms)))

    def _related(self, way: Way) -> Iterator[Way]:
        """A Latin way in other forms: its words written as one (flashattention, llama3), other words of its family, and
        the versions of what has a name (mamba2)."""
        joined = "".join(way.words)
        if way.sure <= THIN or not joined.isascii():
            return
        if len(way.words) > 1:
            if (known := word_terms(joined)) and self._frequency(known[0]):
                yield Way.of((joined,), way.sure, titled=way.titled)
            return
        others = relatives(joined, self._frequency)
        if joined.isalpha() and len(joined) >= _NAME and not is_common(joined):
            others = chain(others, filter(self._frequency, (f"{joined}{version}" for version in _VERSIONS)))
        yield from (Way.of((other,), _RELATED * way.sure, titled=way.titled) for other in others)

    def _translated(self, forms: Sequence[str]) -> Iterator[Way]:
        text = " ".join(forms)
        yield from (_way(term, _TRANSLATED) for term in self._surely(text))
        yield from (_way(term, _NARROWER) for term in self._glossary.narrower(text))
        yield from (_way(term, _TITLED, titled=True) for term in self._glossary.titled(text))
        for each in self._expansions:
            source = set(each.source.split())
            if each.source == text or source <= set(forms) or _is_in(each.source, text):
                whole = len("".join(source)) / max(1, len(text.replace(" ", "")))
                yield Way.of(phrase_words(each.text), min(THIN, each.weight * whole))

    def _surely(self, text: str) -> Iterator[str]:
        """The translations that lists of terms have; of a term that is in none, those that the corpus backs well."""
        listed = self._glossary.listed(text)
        yield from listed
        known = () if listed else [each for each in self._glossary.lookup(text, _LOOKED_AT) if not each.thin]
        most = max((each.evidence for each in known), default=0.0)
        for each in known:
            learnt = each.mentions == 0 and any(map(is_hangul, text))
            often = each.evidence >= _USUAL * most and (each.mentions >= _OFTEN or learnt)
            if often and each.confidence >= _CONFIDENT:
                yield each.term

    def _corrected(self, span: Sequence[QueryWord], forms: Sequence[str]) -> Iterator[Way]:
        """The span as it is corrected: as a whole, or each of its words in its place."""
        typed = [piece for each in span for piece in phrase_words(each.word.text)]
        better = list(forms)
        for each in self._corrections:
            original, sure = each.original.split(), min(1.0, each.weight)
            if original == typed or (len(span) == 1 and original == [span[0].word.text]):
                yield Way.of(each.terms, sure if each.sure else min(THIN, sure))
            elif len(original) == 1 and each.sure and original[0] in typed and len(typed) == len(forms):
                place = typed.index(original[0])
                if better[place] == forms[place]:
                    better[place] = " ".join(each.terms)
            elif set(original) <= set(typed):
                yield Way.of(each.terms, min(THIN, sure))
        if better != list(forms):
            yield Way.of([piece for word in better for piece in word.split()], 1.0)


def surest(ways: Iterable[Way]) -> tuple[Way, ...]:
    """The surest of each way, at most so many."""
    found: dict[tuple[str, ...], Way] = {}
    for way in ways:
        if way.terms and (way.words not in found or found[way.words].sure < way.sure):
            found[way.words] = way
    return tuple(sorted(found.values(), key=lambda way: -way.sure)[:_MAX_WAYS])


@lru_cache(maxsize=4096)
def _way(term: str, sure: float, *, titled: bool = False) -> Way:
    return Way.of(phrase_words(term), sure, term, titled=titled)


def _is_in(source: str, text: str) -> bool:
    return is_hangul(source) and len(source) >= _SHORTEST and source in text
