"""Pairs of terms that mean the same, mined from a corpus.

From the parentheses of titles and summaries, `지식 증류(knowledge distillation; KD)`; from how the words in them align;
and from papers whose English title and Korean summary go together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from retrieval.analysis.hangul import is_hangul
from retrieval.glossary.alignment import WordLinks, cut, learn_links
from retrieval.glossary.cooccurrence import learn_translations
from retrieval.glossary.parentheses import Mention, statements, term_words
from retrieval.lazy_regex import lazy_regex

MAX_DOCUMENTS = 10_000  # that are mined: more of them add time, and hardly a term that anybody asks for

_MEANINGS = 2  # of one abbreviation, that a mention may have
_MIN_COUNT, _MIN_STRENGTH = 1.0, 0.25  # expected mentions, and strength, of a link between two words
_SPACING = lazy_regex(r"[\W_]+")


class Pair(NamedTuple):
    """Two terms that mean the same, as the corpus writes them most often, and how sure that is.

    `english` is in English, `term` in Korean, or in English where it abbreviates `english`. `mentions` is in how
    many places the corpus says so, `strength`, of words, how much they go together elsewhere, from 0 to 1.
    """

    term: str
    english: str
    mentions: int
    strength: float


def term_key(text: str) -> str:
    """What all ways to space and inflect a term have in common."""
    return "".join(term_words(text))


def mine_pairs(documents: Sequence[tuple[str, str]]) -> list[Pair]:
    """The pairs of (title, summary text) documents, of which the first MAX_DOCUMENTS are read."""
    documents = documents[:MAX_DOCUMENTS]
    mined = _Mined(documents)
    links = mined.add_mentions(())
    return list(mined.tally.pairs(_word_strengths(links, learn_translations(documents))))


def mine_more_pairs(documents: Sequence[tuple[str, str]], known: Iterable[Pair]) -> list[Pair]:
    """The pairs that the parentheses of a few more documents state, which are cut as `known` pairs suggest."""
    mined = _Mined(documents)
    mined.add_mentions([pair for pair in known if pair.mentions])
    return list(mined.tally.pairs({}))


class _Mined:
    """What the parentheses of documents state."""

    def __init__(self, documents: Iterable[tuple[str, str]]) -> None:
        self.tally = _Tally()
        self._mentions: list[Mention] = []
        self._full_forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for title, text in documents:
            for statement in statements(f"{title}\n{text}"):
                if isinstance(statement, Mention):
                    self._mentions.append(statement)
                else:
                    self._full_forms[term_key(statement.short)][statement.full] += 1
                    self.tally.add(statement.short, statement.full)

    def add_mentions(self, known: Iterable[Pair]) -> WordLinks:
        """Tally the mentions, cut by the links, which are returned, between their words and those of `known` pairs."""
        examples = list(self._examples(known))
        mentions = [*self._mentions, *examples]
        meanings = [_meanings(mention, self._full_forms) for mention in mentions]
        links = learn_links([(mention, words) for mention, ((words, _), *_) in zip(mentions, meanings, strict=True)])
        for korean, mention in islice(_cut(mentions, meanings, links), len(self._mentions)):
            self.tally.add(korean, mention.spelled)
        return links

    def _examples(self, known: Iterable[Pair]) -> Iterator[Mention]:
        """Those of the pairs that share an English word with a mention, each as one; full forms are added."""
        told = {word for mention in self._mentions for word in mention.english}
        some = re.compile("|".join(map(re.escape, sorted(told))) or r"(?!)")
        for pair in known:
            if is_hangul(pair.term[:1]) and some.search(pair.english.lower()):
                words = term_words(pair.english)
                if not told.isdisjoint(words):
                    yield Mention(tuple(pair.term.split()), words, pair.english, whole=True)
            elif pair.term.isascii() and (key := term_key(pair.term)) in told:
                self._full_forms[key][pair.english] += pair.mentions


class _Tally:
    """How often two terms are said to mean the same, however they are spaced and inflected."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._written: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, term: str, english: str) -> None:
        keys = term_key(term), term_key(english)
        if min(map(len, keys)) > 1 and keys[0] != keys[1]:
            self._counts[keys] += 1
            self._written[keys[0]][term] += 1
            self._written[keys[1]][english] += 1

    def pairs(self, strengths: dict[tuple[str, str], float]) -> Iterator[Pair]:
        """The pairs that were added, and those of `strengths`, which are of words."""
        best = {key: min(written, key=lambda form: (-written[form], form)) for key, written in self._written.items()}
        for keys, mentions in self._counts.items():
            yield Pair(best[keys[0]], best[keys[1]], mentions, strengths.get(keys, 0.0))
        for keys, strength in strengths.items():
            if keys not in self._counts:
                yield Pair(*keys, 0, strength)


def _meanings(mention: Mention, full_forms: dict[str, Counter[str]]) -> list[tuple[tuple[str, ...], int]]:
    """The English words that a mention may stand for, with their number; that alone where they are not known."""
    letters = mention.spelled.removesuffix("s")
    if " " in letters or sum(map(str.isupper, letters)) < max(2, 0.6 * len(letters)):
        return [(mention.english, len(mention.english))]
    known = full_forms.get("".join(mention.english), Counter[str]()).most_common(_MEANINGS)
    words = [term_words(full) for full, _ in known]
    return [(full, len(full)) for full in words] or [((), sum(map(str.isupper, letters)))]


def _cut(
    mentions: Sequence[Mention], meanings: Sequence[list[tuple[tuple[str, ...], int]]], links: WordLinks
) -> Iterator[tuple[str, Mention]]:
    """The Korean term of each mention."""
    tails = [_tails(mention) for mention in mentions]
    seen = Counter((mention.english, tail) for mention, own in zip(mentions, tails, strict=True) for tail in own)
    for mention, options, own in zip(mentions, meanings, tails, strict=True):
        count = len(mention.korean)
        if not mention.whole:
            frequencies = [seen[mention.english, tail] for tail in own]
            count = max(cut(mention.korean, words, length, links, frequencies) for words, length in options)[1]
        yield " ".join(mention.korean[-count:]), mention


def _tails(mention: Mention) -> list[str]:
    """The last word of a mention, the last two, and so on, without their spacing."""
    tails = [""]
    for word in reversed(mention.korean):
        tails.append(_SPACING.sub("", word.lower()) + tails[-1])
    return tails[1:]


def _word_strengths(links: WordLinks, translations: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    strengths = dict(translations)
    for pair, count in links.counts.items():
        strength = min(links.strengths[pair])
        if count >= _MIN_COUNT and strength >= _MIN_STRENGTH and is_hangul(pair[0]) and min(map(len, pair)) > 1:
            strengths[pair] = max(strengths.get(pair, 0.0), strength)
    return strengths
