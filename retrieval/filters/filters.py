"""Which papers meet the conditions of a query: their days, votes, authors, links and phrases, by document number."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.names import name_words
from retrieval.filters.author_names import AuthorNames
from retrieval.filters.authors import Authors
from retrieval.filters.phrases import Phrases, TermIndex
from retrieval.filters.wordings import Wordings
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper
from retrieval.query.conditions import Author, Condition, Days, HasCode, Phrase, Votes

_UNKNOWN = -1  # votes
_REPOSITORY = lazy_regex(
    r"(?<![\w-])(?:github\.com|gitlab\.[a-z0-9.-]{2,40}|bitbucket\.org|codeberg\.org|gitee\.com|git\.sr\.ht"
    r"|sourceforge\.net/projects|anonymous\.4open\.science|modelscope\.cn"
    r"|(?:huggingface\.co|hf\.co)(?!/(?:papers|blog|docs|posts|collections)\b))/[\w.~-]",
    re.ASCII,
)


class Filters:
    """The columns of the papers that conditions are about. Immutable once built."""

    def __init__(self, papers: Sequence[Paper], names: AuthorNames, terms: TermIndex) -> None:
        """`papers`, and what finds them by full name and by term, in the order of their document numbers, from 0."""
        days = [(each.date.toordinal(), number) for number, paper in enumerate(papers) for each in paper.appearances]
        self._days, self._owners = np.array(days, np.int32).reshape(-1, 2).T.copy()
        self.votes = np.array([newest_votes(paper) for paper in papers], np.int32)
        self._code = np.array([_has_code(paper) for paper in papers], np.bool_)
        self._authors = Authors(paper.authors for paper in papers)
        self._phrases = Phrases.of(papers)
        self._names = names
        self._terms = terms
        self.wordings = Wordings(self._phrases.positions, terms, len(papers))

    def updated(self, move: Renumbering, papers: Sequence[Paper], names: AuthorNames, terms: TermIndex) -> Filters:
        """Those of the papers that stay, and of `papers`, those that come; `names` and `terms` are of all."""
        new = Filters(papers, names, terms)
        new._owners, new._days = move.owned((self._owners, self._days), (new._owners, new._days))
        new.votes = move.column(self.votes, new.votes)
        new._code = move.column(self._code, new._code)
        new._authors = self._authors.updated(move, (paper.authors for paper in papers))
        new._phrases = self._phrases.updated(move, new._phrases)
        new.wordings = Wordings(new._phrases.positions, terms, move.size)
        return new

    def newest_days(self) -> NDArray[np.int32]:
        """The last day of each paper, by its ordinal."""
        newest = np.zeros(len(self.votes), np.int32)
        np.maximum.at(newest, self._owners, self._days)
        return newest

    def allowed(
        self, required: Sequence[Condition], excluded: Sequence[Condition], among: NDArray[np.bool_] | None = None
    ) -> NDArray[np.bool_]:
        """Marks the documents (of those marked in `among`) that meet all that is `required`, and nothing that is
        `excluded`."""
        allowed = np.ones(len(self.votes), np.bool_) if among is None else among.copy()
        period = [each for each in required if isinstance(each, Days)]
        if period:  # of several, one day has to be in all
            allowed &= self._on(Days(max(each.first for each in period), min(each.last for each in period)))
        # Phrases last: they are sought only where all else holds.
        others = [each for each in required if not isinstance(each, Days)]
        for condition in sorted(others, key=_is_phrase):
            allowed &= self._meeting(condition, allowed)
        for unwanted in sorted(excluded, key=_is_phrase):
            allowed &= ~self._meeting(unwanted, allowed)
        return allowed

    def saying(self, text: str, among: NDArray[np.bool_], *, title: bool = False) -> NDArray[np.bool_]:
        """Marks the documents of `among` that have `text`, plural or not and however its Hangul is spaced."""
        return self._marked(self._phrases.find(Phrase(text, exact=False, title=title), among, self._terms))

    def first_days(self) -> NDArray[np.int32]:
        """The first day of each paper, by its ordinal."""
        first = np.full(len(self._code), np.iinfo(np.int32).max, np.int32)
        np.minimum.at(first, self._owners, self._days)
        return first

    def is_author(self, words: Sequence[str]) -> bool:
        """Whether some author's name has all these words of a name."""
        return self._authors.known(words)

    def _meeting(self, condition: Condition, among: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Marks the documents that meet `condition`; of those not in `among` some may be missing."""
        match condition:
            case Days():
                return self._on(condition)
            case Votes(least, most):
                return (self.votes >= least) & (self.votes <= most)
            case HasCode():
                return self._code
            case Author(words):
                return self._marked(self._authors.named(words))
            case Phrase(text, _, title):
                found = self._marked(self._phrases.find(condition, among, self._terms))
                # A name in quotes is the author's papers too.
                return found if title else found | self._marked(self._names.full(name_words(text)))

    def _on(self, days: Days) -> NDArray[np.bool_]:
        within = (self._days >= days.first.toordinal()) & (self._days <= days.last.toordinal())
        return self._marked(self._owners[within])

    def _marked(self, documents: NDArray[np.integer]) -> NDArray[np.bool_]:
        marked = np.zeros(len(self.votes), np.bool_)
        marked[documents] = True
        return marked


def newest_votes(paper: Paper) -> int:
    """The votes on the newest day for which they are known; below 0 where they are for none."""
    return next((each.votes for each in reversed(paper.appearances) if each.votes is not None), _UNKNOWN)


def _has_code(paper: Paper) -> bool:
    return any("/" in point.text and _REPOSITORY.search(point.text.lower()) is not None for point in paper.points)


def _is_phrase(condition: Condition) -> bool:
    return isinstance(condition, Phrase)
