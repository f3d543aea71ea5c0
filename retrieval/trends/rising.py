"""Terms that the papers of late have more often than those of the months before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import log, sqrt
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.subject import subject
from retrieval.analysis.terms import located_terms, words
from retrieval.paper import Paper
from retrieval.trends.mentions import Mention, Mentions, first_day

MIN_MONTHS: Final = 2

_LEAST, _OF = 3, 80  # papers of late that a term needs: so many, and one of so many of them
_MOST = 0.5  # of the papers of late: what more of them have is no subject, but how digests are written
_SURE = 1.64  # standard errors: of rises by chance one in twenty seems to be one
_SAID = 2  # places in the corpus that give a term of the glossary in both languages
_GLOSSARY = 600  # of its terms are looked at, those given most often
_FINALISTS = 40  # are counted with all the ways to say them
_IN_SUMMARIES = 0.3  # of the papers with a term: where fewer have it outside of their titles, it is plain English
_SAME = 0.6  # of the papers of a term: where so many have another one as well, the two are one subject
_EXAMPLES = 5


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


class _Candidate(NamedTuple):
    """A term, its translation or "", and the least that it may have risen."""

    term: str
    translation: str
    score: float


def find_rises(mentions: Mentions, months: int, limit: int) -> Rises | None:
    """At most `limit` terms that rose in the newest quarter of those of the last `months` (at least MIN_MONTHS) months
    that have papers, and in one month at least. None where fewer than two of them have papers.

    Terms are those that the glossary knows in both languages, and Latin words of summaries.
    """
    newest = int(mentions.months.max(initial=0))
    present = np.unique(mentions.months[mentions.months > newest - months])
    if len(present) < MIN_MONTHS:
        return None
    quarter = max(1, round(len(present) / 4))
    first, until, since = int(present[0]), int(present[-quarter - 1]), int(present[-quarter])
    times = _Times(mentions.months >= since, (mentions.months >= first) & (mentions.months < since))
    lately, before = map(int, map(np.count_nonzero, times))
    rises = tuple(_distinct(mentions, times, limit))
    return Rises(first_day(first), first_day(until), first_day(since), first_day(newest), before, lately, rises)


def spelled(found: Rises, papers: Iterable[Paper]) -> Rises:
    """`found` with its Latin words as the example `papers` most often write them."""
    texts = {paper.arxiv_id: _text(paper) for paper in papers}
    return replace(found, rises=tuple(replace(rise, term=_spelling(rise, texts)) for rise in found.rises))


def _spelling(rise: Rise, texts: Mapping[str, str]) -> str:
    forms = Counter(
        text[each.start : each.end]
        for text in (texts[one] for one in rise.examples if one in texts and rise.term.isascii())
        for each in located_terms(text)
        if each.text == rise.term
    )
    return max(forms, key=lambda form: forms[form], default=rise.term)


def _distinct(mentions: Mentions, times: _Times, limit: int) -> Iterator[Rise]:
    """The terms that rose most, without those that are one subject with others before them."""
    candidates = sorted((*_words(mentions, times), *_terms(mentions, times)), key=lambda each: (-each.score, each.term))
    counted = [(each, mentions.of(each.term)) for each in candidates[:_FINALISTS]]
    scored = [(_risen(mention.marked, times), each, mention) for each, mention in counted]
    taken: list[NDArray[np.bool_]] = []
    for score, each, mention in sorted(scored, key=lambda one: (-one[0], not one[1].translation, one[1].term)):
        marked = mention.marked & times.lately
        if len(taken) == limit or score <= 0:
            return
        if any(_overlap(marked, other) >= _SAME for other in taken) or not _is_subject(mentions, each, mention):
            continue
        taken.append(marked)
        translation = each.translation or _translation(mentions, each.term, mention)
        examples = (mentions.ids[number] for number in np.flatnonzero(marked)[:_EXAMPLES].tolist())
        lately, before = times.counts(mention.marked)
        yield Rise(each.term, translation, before, lately, tuple(examples))


def _translation(mentions: Mentions, term: str, mention: Mention) -> str:
    """The Korean for a Latin word, where the corpus often says so; else ""."""
    found = mentions.glossary.lookup(term)
    usual = (each.term for each in found if each.mentions >= _SAID and each.term in mention.also)
    return next(filter(_has_hangul, usual), "")


def _words(mentions: Mentions, times: _Times) -> Iterator[_Candidate]:
    """Latin words."""
    bm25 = mentions.bm25
    for term in bm25.vocabulary:
        if term.isascii() and len(term) > 1 and term[0].isalpha() and bm25.frequency(term) >= _LEAST:
            marked = np.zeros_like(times.lately)
            marked[bm25.documents(term)] = True
            if (score := _risen(marked, times)) > 0 and subject(words(term)):
                yield _Candidate(term, "", score)


def _terms(mentions: Mentions, times: _Times) -> Iterator[_Candidate]:
    """Korean terms of the glossary."""
    stated = [pair for pair in mentions.glossary.pairs if pair.mentions >= _SAID and _has_hangul(pair.term)]
    among = times.lately | times.before
    for pair in sorted(stated, key=lambda pair: -pair.mentions)[:_GLOSSARY]:
        if (score := _risen(mentions.saying((pair.term, pair.english), among), times)) > 0:
            yield _Candidate(pair.term, pair.english, score)


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


def _is_subject(mentions: Mentions, candidate: _Candidate, mention: Mention) -> bool:
    """Whether summaries, which are in Korean, have the term too: it is no English word of titles."""
    titled = mentions.titled((candidate.term, *mention.also), mention.marked)
    return int(np.count_nonzero(titled)) <= (1 - _IN_SUMMARIES) * int(np.count_nonzero(mention.marked))


def _overlap(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """What part of the rarer of two terms' papers have the other."""
    rarer = min(int(np.count_nonzero(one)), int(np.count_nonzero(other)))
    return int(np.count_nonzero(one & other)) / max(1, rarer)


def _has_hangul(text: str) -> bool:
    return any(map(is_hangul, text))


def _text(paper: Paper) -> str:
    return "\n".join((paper.title, *(point.text for point in paper.points)))
