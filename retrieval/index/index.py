"""One immutable snapshot of all that is searched: texts by their terms, authors, titles and ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.forms import read_forms
from retrieval.analysis.nouns import Nouns
from retrieval.analysis.terms import terms
from retrieval.expansion.concepts import Understanding, weighted_terms
from retrieval.expansion.expansion import Expander
from retrieval.expansion.reader import Reader
from retrieval.expansion.spelling import Correction
from retrieval.filters.author_names import AuthorNames
from retrieval.filters.filters import Filters, newest_votes
from retrieval.glossary.pairs import MAX_DOCUMENTS
from retrieval.glossary.term_list import TermEntry
from retrieval.glossary.translations import Translation
from retrieval.index.finder import Finder, Said
from retrieval.index.fusion import Alike
from retrieval.index.mismatch import Suspicion
from retrieval.index.nearest_id import nearest_id
from retrieval.index.ranking import Ranking
from retrieval.index.similar import Likeness
from retrieval.index.titles import Titles
from retrieval.inverted_index.bm25 import BM25, Weighted
from retrieval.inverted_index.fields import Abstracts, Fields
from retrieval.inverted_index.renumbering import Renumbering
from retrieval.inverted_index.vocabulary import Vocabulary
from retrieval.paper import Paper, parse_arxiv_id
from retrieval.passages.excerpt import Excerpt, Excerpts
from retrieval.passages.marking import Marker
from retrieval.passages.question import Question, understand
from retrieval.query.query import Query, parse_query
from retrieval.trends.mentions import Mentions
from retrieval.vectors.texts import Texts

_TITLE_COPIES = 3
_TRANSLATIONS = 24  # that are told of a term: more than there are of any that people know
_CHANGES = 0.02  # of the papers: what is learnt from all of them stays as it is for so many


class Index:
    """Finds papers by id, author, words and conditions. Safe to use from several threads."""

    def __init__(
        self,
        ids: Vocabulary,
        fields: Fields,
        names: AuthorNames,
        titles: Titles,
        newest: NDArray[np.int32],
        filters: Filters,
        expander: Expander,
        suspicion: Suspicion,
        nouns: Nouns,
        texts: Texts,
        spare: int,
    ) -> None:
        """For `build`. `newest` is each paper's place in `titles`, which go from the newest day to the oldest."""
        self._ids = ids
        self._fields = fields
        self._names = names
        self._titles = titles
        self._newest = newest
        self._filters = filters
        self._expander = expander
        self._suspicion = suspicion
        reader = Reader(expander.glossary, expander.speller, nouns, filters.is_author)
        self._finder = Finder(ids, fields, names, titles, newest, filters, reader, nouns)
        self.nouns = nouns
        self.texts = texts
        """What is compared by meaning."""
        self.spare = spare
        """How many papers may change before what was learnt from all of them should be learnt again."""

    @classmethod
    def build(cls, papers: Sequence[Paper], concepts: Sequence[TermEntry] = ()) -> Index:
        """An index of `papers`, of which none may come twice, with the `concepts` of lists of terms."""
        papers = sorted(papers, key=_order)
        fields = Fields(BM25(map(_paper_terms, papers)), Abstracts(map(_abstract_terms, papers)))
        names = AuthorNames(paper.authors for paper in papers)
        filters = Filters(papers, names, fields)
        by_day, newest = _by_day(filters)
        expander = Expander.build([papers[number] for number in by_day[:MAX_DOCUMENTS]], fields, concepts)
        return cls(
            Vocabulary.build(paper.arxiv_id for paper in papers),
            fields,
            names,
            Titles((papers[number].arxiv_id, papers[number].title) for number in by_day),
            newest,
            filters,
            expander,
            Suspicion.build(papers, expander.glossary),
            Nouns.count(_texts(papers)),
            Texts.of(papers),
            int(_CHANGES * len(papers)),
        )

    def updated(self, papers: Sequence[Paper], gone: Iterable[str]) -> Index:
        """An index with `papers`, new or changed, and without those of the ids `gone`, in a fraction of a build's time.

        It finds what `build` would find but for what is learnt from all papers at once: translations, nouns, and how
        much of a title a summary takes up. Of that it learns what `papers` add, and keeps the rest. That is as good
        while few papers change: no more than `spare`.
        """
        papers = sorted(papers, key=_order)
        leaving = {*gone, *(paper.arxiv_id for paper in papers)}
        stays = np.array([arxiv_id not in leaving for arxiv_id in self._ids], np.bool_)
        votes, days = self._filters.votes, self._filters.newest_days()
        move = Renumbering.of(
            stays,
            [_order(paper) for paper in papers],
            lambda number: (-int(votes[number]), -int(days[number]), self._ids[number]),
        )
        fields = self._fields.updated(move, map(_paper_terms, papers), map(_abstract_terms, papers))
        names = self._names.updated(move, (paper.authors for paper in papers))
        filters = self._filters.updated(move, papers, names, fields)
        by_day, newest = _by_day(filters)
        old_titles = [self._titles[place] for place in self._newest.tolist()]
        titles = move.listed(old_titles, [(paper.arxiv_id, paper.title) for paper in papers])
        expander = self._expander.updated(papers, fields)
        return Index(
            Vocabulary.build(arxiv_id for arxiv_id, _ in titles),
            fields,
            names,
            Titles(titles[number] for number in by_day),
            newest,
            filters,
            expander,
            self._suspicion.updated(leaving, papers, expander.glossary),
            self.nouns.updated(_texts(papers)),
            self.texts.updated(move, papers),
            self.spare - len(leaving),
        )

    @property
    def suspicious(self) -> frozenset[str]:
        """The ids of the papers whose summary may be another paper's."""
        return self._suspicion.ids

    def search(self, query: Query, limit: int, offset: int = 0, *, loose: bool = False) -> Ranking:
        """The papers that meet the conditions of `query`: of these the one it names, or its author's, or those that are
        about it, the best first, and with `loose` those near it after them; where it has no terms, all of them.

        `limit` and `offset` count papers, both ≥ 0. Of equal scores more votes go first, then the newer day. What is
        found otherwise goes from the newest day to the oldest, where `query` wants no other order.
        """
        return self._finder.search(query, limit, offset, loose=loose)

    def is_text(self, query: Query) -> bool:
        """Whether `query` says what papers are about: it is no id, no author's name, and not only conditions."""
        return self._finder.is_text(query)

    def said(self, query: Query) -> Said:
        """What the words of a query that is text find. That takes most of the time of a search."""
        return self._finder.said(query)

    def ranking(self, said: Said, limit: int, offset: int = 0, *, loose: bool, alike: Alike | None) -> Ranking:
        """As `search`, of what its words find, and how `alike` papers are to the query by meaning: that changes the
        order and what is near it, but not what is about it."""
        return self._finder.ranking(said, limit, offset, loose=loose, alike=alike)

    def matching(self, query: Query, among: Iterable[str]) -> frozenset[str]:
        """Those of the papers `among` that a search for `query` lists, if it says anything of what they are about.

        They meet its conditions, and are the paper that it names, or by the author, or about it.
        """
        return self._finder.matching(query, among)

    @property
    def ids(self) -> Sequence[str]:
        """Every paper's id, in no order that means anything."""
        return self._ids

    def weighted_terms(self, query: Query) -> tuple[Weighted, ...]:
        """The terms that stand for `query`, and how much each counts."""
        return weighted_terms(self.understand(query).concepts)

    def understand(self, query: Query) -> Understanding:
        """The concepts of `query`, and the corrections of its words; none of either where it is a paper or an author
        that it names."""
        return self._finder.understand(query)

    def corrections(self, query: Query) -> tuple[Correction, ...]:
        """What is searched for in place of words of `query` that no paper has."""
        return self.understand(query).corrections

    def excerpts(self, papers: Iterable[Paper], understood: Understanding) -> list[Excerpt | None]:
        """The sentence of each paper that says most of a query; None where it has no summary."""
        excerpts = Excerpts(understood.concepts, self._fields.frequency, self._fields.corpus_size)
        return [excerpts.of(paper) for paper in papers]

    @property
    def likeness(self) -> Likeness:
        """How much papers are about the same."""
        return Likeness(self._ids, self._fields.summaries, self.suspicious)

    def question(self, query: Query) -> Question:
        """`query` as a question."""
        concepts = self._finder.asked(query)
        marker = Marker(self.understand(query).concepts)
        forms = dict(zip(query.words, read_forms(query.words, self.nouns), strict=True))
        parts = (word for concept in concepts for word in concept.words if word not in forms)  # of compounds
        forms |= {word: reading for word in parts for reading in read_forms([word], self.nouns)}
        return understand(query, concepts, marker, forms, self._fields.frequency, self._fields.corpus_size)

    def candidates(self, query: Query, limit: int, alike: Alike | None = None) -> Ranking:
        """The papers that may answer a question, the best first, by its words and by how `alike` they are to it:
        people's sentences say more than papers do, so they need not be about it."""
        return self._finder.candidates(query, limit, self.suspicious, alike)

    def translations(self, term: str) -> tuple[Translation, ...]:
        """The other names of `term`, at most so many, what most speaks for first and what is thin last."""
        return self._expander.glossary.lookup(term, _TRANSLATIONS)

    def nearest_term(self, term: str) -> str | None:
        """The term with a translation that is written most like `term`, None where none is."""
        return self._expander.glossary.nearest(term)

    def nearest_id(self, typed: str) -> str | None:
        """The id that `typed` is but for one slip: see `nearest_id`."""
        return nearest_id(typed, self._ids)

    @property
    def mentions(self) -> Mentions:
        """Which papers speak of a term, and since when each is there."""
        return Mentions(self._ids, self._fields, self._filters, self._expander.glossary, self._finder.mention)

    def suggest(self, text: str, limit: int = 25) -> tuple[tuple[str, str], ...]:
        """At most `limit` ids and titles that may be meant by what is typed so far, the likeliest first.

        Where nothing is typed, the newest papers.
        """
        found = dict(self._titles.suggest(text, limit))
        if len(found) < limit and not parse_arxiv_id(text):
            typed = [(term, 1.0) for term in parse_query(text).terms]
            places = self._newest[self._fields.summaries.top(typed, limit).documents]
            found |= dict(map(self._titles.__getitem__, places.tolist()))
        return tuple(islice(found.items(), limit))

    def titled(self, text: str) -> str | None:
        """The id of the paper whose title is `text`, apart from case, accents and punctuation."""
        return self._titles.titled(text)


def _by_day(filters: Filters) -> tuple[list[int], NDArray[np.int32]]:
    """The numbers of the papers from the newest day to the oldest, and each paper's place among these."""
    by_day = np.argsort(-filters.newest_days(), kind="stable")
    newest = np.empty(len(by_day), np.int32)
    newest[by_day] = np.arange(len(by_day))
    return by_day.tolist(), newest


def _order(paper: Paper) -> tuple[int, int, str]:
    """Equal scores go by document number: so more votes come first, then the newer day."""
    return -newest_votes(paper), -paper.latest.date.toordinal(), paper.arxiv_id


def _paper_terms(paper: Paper) -> list[str]:
    found = terms(paper.title) * _TITLE_COPIES
    for point in paper.points:
        found += terms(point.label)
        found += terms(point.text)
    return found


def _abstract_terms(paper: Paper) -> list[str]:
    return terms(paper.abstract or "")


def _texts(papers: Iterable[Paper]) -> Iterator[str]:
    return (point.text for paper in papers for point in paper.points)
