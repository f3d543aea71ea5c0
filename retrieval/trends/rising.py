"""Terms that the papers of late have more often than those of the months before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import log, sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.subject import subject
from retrieval.analysis.terms import terms, words
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper
from retrieval.trends.mentions import Mention, Mentions, first_day
from retrieval.trends.topics import family_of, is_half, is_topic, name_of, what_follows

MIN_MONTHS: Final = 2

_LEAST, _OF = 3, 60  # papers of late that a term needs: so many, and one of so many of them
_MOST = 0.5  # of the papers of late: what more of them have is no subject, but how digests are written
_SURE = 1.64  # standard errors: of rises by chance one in twenty seems to be one
_SAID = 2  # places in the corpus that give a term of the glossary in both languages
_GLOSSARY = 600  # of its terms are looked at, those given most often
_FINALISTS = 80  # are counted with all the ways to say them
_READ = 20  # papers of late for each, which show how it is used
_ENOUGH, _ENOUGH_OF = 100, 0.2  # papers of late, or this part of all that are compared: fewer tell little
_SAME = 0.6  # of the papers of the commoner of two terms: where so many have the other as well, they are one subject
_IN_TITLES = 0.25  # of the papers with a single Korean word: fewer have it in their titles where it is no subject
_EXAMPLES = 5

_FIELD = frozenset({"ai", "ml", "arxiv", "technical report"})  # what papers are, or are all about
_SHORT = lazy_regex(r"[A-Z][A-Za-z0-9]*[A-Z0-9]s?")  # an abbreviation


@dataclass(frozen=True, slots=True)
class Rise:
    """A term, what it is in the other language ("" where that is not known), and how many papers speak of it, before
    and of late. `examples` are ids of some of the latter."""

    term: str
    translation: str
    before: int
    lately: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rises:
    """The terms that rose most, in order: from `since` to `last` beside `first` to `until`, months that all have
    papers, given by their first days. `papers_before` and `papers_lately` are how many these are, above 0."""

    first: date
    until: date
    since: date
    last: date
    papers_before: int
    papers_lately: int
    rises: tuple[Rise, ...]


class _Times(NamedTuple):
    """The papers of late and those before, marked."""

    lately: NDArray[np.bool_]
    before: NDArray[np.bool_]

    def counts(self, marked: NDArray[np.bool_]) -> tuple[int, int]:
        return int(np.count_nonzero(marked & self.lately)), int(np.count_nonzero(marked & self.before))


class _Finalist(NamedTuple):
    """A term, its papers with all the ways to say it counted, and its translation or ""."""

    term: str
    mention: Mention
    translation: str


class _Candidate(NamedTuple):
    """A term, its translation or "", and the least that it may have risen."""

    term: str
    translation: str
    score: float


class Risen:
    """Terms that papers of late have more often, before it is looked up which of them are topics."""

    def __init__(self, mentions: Mentions, times: _Times, months: tuple[int, int, int, int]) -> None:
        """For `find_risen`. `months` are those of `Rises`, counted from January 1970."""
        self._mentions = mentions
        self._times = times
        self._months = months
        candidates = (*_words(mentions, times), *_terms(mentions, times))
        best = sorted(candidates, key=lambda each: (-each.score, each.term))[:_FINALISTS]
        found = [_Finalist(each.term, mentions.of(each.term), each.translation) for each in best]
        sure = [each for each in found if not each.translation or each.translation in each.mention.also]
        self._finalists = sorted(sure, key=lambda each: (-_risen(each.mention.marked, times), each.term))

    @property
    def arxiv_ids(self) -> frozenset[str]:
        """The papers that show how the terms are used."""
        return frozenset(one for each in self._finalists for one in self._examples(each))

    def rises(self, papers: Iterable[Paper], limit: int) -> Rises:
        """At most `limit` of the terms, those that are topics in `papers`, which have to be those of `arxiv_ids`."""
        first, until, since, last = map(first_day, self._months)
        lately, before = map(int, map(np.count_nonzero, self._times))
        by_id = {paper.arxiv_id: paper for paper in papers}
        rises = tuple(islice(self._topics(by_id), limit))
        return Rises(first, until, since, last, before, lately, rises)

    def _topics(self, papers: Mapping[str, Paper]) -> Iterator[Rise]:
        """Without those that are one with others before them: their papers are, or they are of one model family."""
        taken: list[NDArray[np.bool_]] = []
        families: set[str] = set()
        for each in self._finalists:
            marked = each.mention.marked & self._times.lately
            if _risen(each.mention.marked, self._times) <= 0 or any(_overlap(marked, one) >= _SAME for one in taken):
                continue
            examples = self._examples(each)
            name, translation = _named(self._mentions, each, [papers[one] for one in examples if one in papers])
            if name and family_of(name) not in families:
                taken.append(marked)
                families.add(family_of(name))
                lately, before = self._times.counts(each.mention.marked)
                yield Rise(name, translation, before, lately, examples[:_EXAMPLES])

    def _examples(self, finalist: _Finalist) -> tuple[str, ...]:
        marked = np.flatnonzero(finalist.mention.marked & self._times.lately)
        return tuple(self._mentions.ids[number] for number in marked[:_READ].tolist())


def find_risen(mentions: Mentions, months: int) -> Risen | None:
    """What rose in the newest quarter of those of the last `months` (at least MIN_MONTHS) months that have papers, and
    in as many more as it takes for enough papers. None where fewer than two of them have papers.

    Terms are those that the glossary knows in both languages, and Latin words of summaries.
    """
    newest = int(mentions.months.max(initial=0))
    present = np.unique(mentions.months[mentions.months > newest - months])
    if len(present) < MIN_MONTHS:
        return None
    quarter = max(1, round(len(present) / 4))
    enough = min(_ENOUGH, _ENOUGH_OF * np.count_nonzero(mentions.months >= present[0]))
    while quarter < len(present) - 1 and np.count_nonzero(mentions.months >= present[-quarter]) < enough:
        quarter += 1
    first, until, since = int(present[0]), int(present[-quarter - 1]), int(present[-quarter])
    times = _Times(mentions.months >= since, (mentions.months >= first) & (mentions.months < since))
    return Risen(mentions, times, (first, until, since, newest))


def _named(mentions: Mentions, found: _Finalist, papers: Sequence[Paper]) -> tuple[str, str]:
    """A term as it is shown, and its translation; "" where it is no topic, or a half of another term."""
    term, mention = found.term, found.mention
    ways = (term, *mention.also)
    follows = what_follows(ways, papers)
    if not is_topic(ways, papers) or (follows and any(mentions.glossary.lookup(f"{way} {follows}") for way in ways)):
        return "", ""
    if not _has_hangul(term):
        return name_of(term, papers), _translation(mentions, term, mention)
    if is_half(ways, papers):
        return "", ""
    usual = max(filter(_has_hangul, ways), key=lambda way: np.count_nonzero(mentions.saying((way,), mention.marked)))
    for way in filter(_SHORT.fullmatch, mention.also):
        if short := name_of(terms(way)[-1], papers):
            return short, usual
    titled = int(np.count_nonzero(mentions.titled(ways, mention.marked)))
    plain = " " not in term and titled < _IN_TITLES * np.count_nonzero(mention.marked)
    english = (way for way in mention.also if not _has_hangul(way))
    return ("", "") if plain else (usual, max(english, key=len, default=found.translation))


def _translation(mentions: Mentions, term: str, mention: Mention) -> str:
    """The Korean for a Latin word, where the corpus often says so, else what it abbreviates; else ""."""
    found = mentions.glossary.lookup(term)
    usual = [each.term for each in found if each.mentions >= _SAID and each.term in mention.also]
    return next(filter(_has_hangul, usual), next(iter(usual), ""))


def _words(mentions: Mentions, times: _Times) -> Iterator[_Candidate]:
    """Latin words."""
    fields = mentions.fields
    for term in fields.vocabulary:
        if term.isascii() and len(term) > 1 and term[0].isalpha() and fields.frequency(term) >= _LEAST:
            marked = np.zeros_like(times.lately)
            marked[fields.documents(term)] = True
            if term not in _FIELD and (score := _risen(marked, times)) > 0 and subject(words(term)):
                yield _Candidate(term, "", score)


def _terms(mentions: Mentions, times: _Times) -> Iterator[_Candidate]:
    """Korean terms that the glossary was told in both languages, by the corpus or by a list."""
    stated = [pair for pair in mentions.glossary.pairs if pair.mentions >= _SAID and _has_hangul(pair.term)]
    usual = sorted(stated, key=lambda pair: -pair.mentions)[:_GLOSSARY]
    listed = (sorted(concept.names, key=_has_hangul) for concept in mentions.glossary.concepts)
    among = times.lately | times.before
    # Of a list, what is one word in every language is too plain a word to be a topic.
    wanted = [(names[-1], names[0]) for names in listed if _has_hangul(names[-1]) and _words_of(names[0]) > 1]
    for term, english in dict.fromkeys([*((pair.term, pair.english) for pair in usual), *wanted]):
        if english not in _FIELD and (score := _risen(mentions.saying((term, english), among), times)) > 0:
            yield _Candidate(term, english, score)


def _risen(marked: NDArray[np.bool_], times: _Times) -> float:
    """The logarithm of how many times as frequent a term is of late, less _SURE standard errors of it: 0 and below
    where it may not have risen at all, or is too rare or too common to tell anything.

    The interval of Katz et al. (1978) for a ratio of two shares, with a half added to each count.
    """
    lately, before = times.counts(marked)
    papers_lately, papers_before = map(int, map(np.count_nonzero, times))
    if lately < max(_LEAST, papers_lately / _OF) or lately > _MOST * papers_lately:
        return 0.0
    a, m, b, n = lately + 0.5, papers_lately + 0.5, before + 0.5, papers_before + 0.5
    return log(a / m * n / b) - _SURE * sqrt(1 / a - 1 / m + 1 / b - 1 / n)


def _words_of(term: str) -> int:
    return len(words(term.replace("-", " ")))


def _overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """What part of the commoner of two terms' papers have the other."""
    commoner = max(int(np.count_nonzero(one)), int(np.count_nonzero(other)))
    return int(np.count_nonzero(one & other)) / max(1, commoner)


def _has_hangul(text: str) -> bool:
    return any(map(is_hangul, text))
