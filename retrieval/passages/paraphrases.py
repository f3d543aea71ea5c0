"""How papers say what people ask for in words of every day: 옷 → 의류, 줄이 → 감소, picture → 이미지."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.inflection import Inflections, beginnings
from retrieval.analysis.nouns import is_form
from retrieval.analysis.terms import Word, fold, phrase_words
from retrieval.expansion.concepts import Concept, Way

ReadWord = Callable[[Word], Iterable[Concept]]

_FILE = Path(__file__).with_name("paraphrases.txt")
_SURE = 0.6  # of a paraphrase: enough to find a paper by, less than what was typed
_VERB = "-"  # behind the stems of verbs and adjectives
_SHORTEST = 2  # syllables of what a verb's forms begin with, to be told from other words
_AFTER_ONE = "는고기을어은지"  # what tells the forms of a verb of one syllable that ends in a consonant
_VOWELS = "aeiou"


class Paraphrases:
    """What stands for words of every day. Immutable."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` as in paraphrases.txt."""
        self._ways: defaultdict[str, dict[str, None]] = defaultdict(dict)
        verbs: dict[str, None] = {}
        for line in lines:
            asked, _, said = line.partition(">")
            meaning = dict.fromkeys(_said_for(asked.split() + said.split()))
            for key in asked.split():
                self._ways[fold(key)] |= meaning
                if key.endswith(_VERB):
                    verbs[key.removesuffix(_VERB)] = None
        self._verbs = Inflections(verbs)
        self._english = {form: key for key in self._ways if key.isascii() for form in _forms(key)}

    def applied(
        self, concepts: Iterable[Concept], frequency: Callable[[str], int], read: ReadWord
    ) -> tuple[Concept, ...]:
        """`concepts`, those that are a word of every day with the ways to say it that papers have.

        `frequency` is in how many papers a term is; `read` gives the concepts of one word by itself.
        """
        return tuple(map(self._with_ways, _known(concepts, frequency, read)))

    def _with_ways(self, concept: Concept) -> Concept:
        if len(concept.words) != 1 or concept.unwanted or concept.literal:
            return concept
        known = {way.words for way in concept.ways}
        ways = [Way.of(phrase_words(text), _SURE) for key in self._keys(concept.words[0]) for text in self._ways[key]]
        found = dict.fromkeys(way for way in ways if way.words not in known)
        return replace(concept, ways=tuple(sorted((*concept.ways, *found), key=lambda way: -way.sure)))

    def _keys(self, word: Word) -> Iterator[str]:
        """The words of every day that `word` is a form of."""
        if not word.hangul:
            yield from filter(None, (self._english.get(word.text),))
            return
        ends = range(len(word.text), 0, -1)
        noun = next(
            (word.text[:end] for end in ends if word.text[:end] in self._ways and is_form(word.text, end)), None
        )
        yield from filter(None, (noun,))
        yield from (f"{stem}{_VERB}" for stem in self._verbs.stems_of(word.text))


def _known(concepts: Iterable[Concept], frequency: Callable[[str], int], read: ReadWord) -> Iterator[Concept]:
    """`concepts`, those of several words that no paper has in any sure way in these words (긴 글, phone-sized)."""
    for concept in concepts:
        known = any(all(map(frequency, way.terms)) for way in concept.sure)
        if known or concept.unwanted or len(concept.words) < 2:
            yield concept
        else:
            yield from (replace(each, words=(word,)) for word in concept.words for each in read(word))


@cache
def everyday() -> Paraphrases:
    """Those of paraphrases.txt."""
    lines = _FILE.read_text("utf-8").splitlines()
    return Paraphrases(line for line in lines if line and not line.startswith("#"))


def _said_for(words: Iterable[str]) -> Iterator[str]:
    """What to look for in texts."""
    for word in words:
        if not word.endswith(_VERB):
            yield from (
                _forms(word) if word.isascii() and word.islower() and "_" not in word else (word.replace("_", " "),)
            )
            continue
        stem = word.removesuffix(_VERB)
        if len(stem) >= _SHORTEST:
            yield from (text for text in beginnings(stem) if len(text) >= _SHORTEST)
        else:
            yield from (stem + ending for ending in _AFTER_ONE if _closed(stem))


def _closed(syllable: str) -> bool:
    """Whether a syllable of Hangul ends in a consonant."""
    return is_hangul(syllable) and (ord(syllable) - ord("가")) % 28 != 0


def _forms(word: str) -> Iterator[str]:
    """The regular forms of an English word, whether it is a verb or a noun."""
    yield word
    if word.endswith("e"):
        yield from (f"{word}s", f"{word}d", f"{word[:-1]}ing")
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    else:
        yield from (f"{word}{ending}" for ending in ("s", "ed", "ing"))
