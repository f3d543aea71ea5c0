"""The words of a text that say what was asked for: whole words, of what was typed and of its sure translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.inflection import is_adjective, is_verb
from retrieval.analysis.nouns import is_form, verbal_stem
from retrieval.analysis.terms import spans, word_terms
from retrieval.expansion.concepts import Concept
from retrieval.lazy_regex import lazy_regex

MAX_SPANS = 20

_PART = lazy_regex(r"[^\W_]+(?:(?<=\d)\.(?=\d)[^\W_]+)*")
_JOINS = ("", " ", "-")


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    hangul: bool


@dataclass(frozen=True, slots=True)
class _Run:
    """What of a way to say something is in one script, without the spaces in it, which people leave out at will."""

    text: str
    hangul: bool


class Marker:
    """Finds where texts say one of some concepts. Immutable."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._ways: defaultdict[str, list[tuple[_Run, ...]]] = defaultdict(list)
        concepts = [each for each in concepts if not (each.light or each.unwanted or _is_inflected(each))]
        found = [way.words for each in concepts for way in each.sure]
        for one, other in pairwise(concepts):
            if one.joined:  # the two may be one word: 강화 학습, 강화학습
                found += [(*one.ways[0].words, *other.ways[0].words)]
        for words_of_way in sorted(set(found), key=lambda way: -len("".join(way))):
            runs = _runs(words_of_way)
            if runs:
                self._ways[runs[0].text[0]].append(runs)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """The ranges of `text` that say one of the concepts, in order and apart; at most the first MAX_SPANS."""
        if not self._ways:
            return ()
        tokens, spans, place = _tokens(text), list[tuple[int, int]](), 0
        while place < len(tokens) and len(spans) < MAX_SPANS:
            found = self._at(tokens, place, text) if tokens[place].text[0] in self._ways else None
            if found is None:
                place += 1
                continue
            after, end = found
            start = tokens[place].start
            if spans and text[spans[-1][1] : start] in _JOINS:
                spans[-1] = spans[-1][0], end
            else:
                spans.append((start, end))
            place = after
        return tuple(spans)

    def _at(self, tokens: Sequence[_Token], place: int, text: str) -> tuple[int, int] | None:
        """The token after the longest way that begins at `place`, and where the way ends in the text."""
        for runs in self._ways[tokens[place].text[0]]:
            after, end = place, tokens[place].start
            for run in runs:
                if (step := _follow(run, tokens, after, text, first=after == place)) is None:
                    break
                after, end = step
            else:
                return after, end
        return None


def _is_inflected(concept: Concept) -> bool:
    """Whether it is a verb or an adjective, of which texts have other forms."""
    return bool(concept.words) and all(
        is_hangul(word.text) and not verbal_stem(word.text) and (is_verb(word.text) or is_adjective(word.text))
        for word in concept.words
    )


def _follow(run: _Run, tokens: Sequence[_Token], place: int, text: str, *, first: bool) -> tuple[int, int] | None:
    said = ""
    for number in range(place, len(tokens)):
        token = tokens[number]
        apart = number > place or not first
        if token.hangul != run.hangul or (apart and text[tokens[number - 1].end : token.start] not in _JOINS):
            return None
        rest = run.text[len(said) :]
        if run.hangul and token.text.startswith(rest):
            whole = is_form(token.text, len(rest))
            return (number + 1, token.start + len(rest)) if whole else None
        if not run.hangul and rest in (token.text, *word_terms(token.text)[:1]):
            return number + 1, token.end
        if not rest.startswith(token.text):
            return None
        said += token.text
    return None


def _runs(way: Iterable[str]) -> tuple[_Run, ...]:
    runs = ((script, list(group)) for script, group in groupby(filter(None, way), key=is_hangul))
    return tuple(_Run("".join(group) if script else _joined(group), script) for script, group in runs)


def _joined(latin: Sequence[str]) -> str:
    """Latin words as one, the last in the singular."""
    return "".join((*latin[:-1], (word_terms(latin[-1]) or (latin[-1],))[0]))


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for word, start, end in spans(text):
        hangul = "가" <= word[0] <= "힣"
        if hangul or word.isalnum() or end - start != len(word):
            found.append(_Token(word, start, end, hangul))
        else:
            parts = _PART.finditer(word)
            found += [_Token(part[0], start + part.start(), start + part.end(), False) for part in parts]
    return found
