"""Searching a snapshot: what a query names, or what is about it and near it, under its conditions and in its order."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.names import name_words
from retrieval.expansion.concepts import Concept, Understanding
from retrieval.expansion.light_words import is_news
from retrieval.expansion.reader import Reader
from retrieval.filters.author_names import AuthorNames
from retrieval.filters.filters import Filters
from retrieval.index.about import About
from retrieval.index.fusion import ABOUT, ASKED, NEAR, Alike, fuse, standing_out
from retrieval.index.ranking import MAX_NEAR, Ranking
from retrieval.index.scoring import score
from retrieval.index.titles import Heading, Titles
from retrieval.inverted_index.fields import Fields
from retrieval.inverted_index.vocabulary import Vocabulary
from retrieval.passages.paraphrases import everyday
from retrieval.query.conditions import Author, Condition, Sort
from retrieval.query.query import Query, parse_query
from retrieval.trends.mentions import MAX_ALSO, Mention

_LEAST_SCORE = 1e-9  # of what conditions find that no word tells apart
_NEAR = 0.4  # of what a query asks for, what is near it has
_LONGEST_NAME = 4  # words of an author's name within a query
_HEADED = {Heading.WHOLE: 2.0, Heading.PART: 1.15, Heading.NONE: 1.0}  # what scores are multiplied by
_HEADS_SOUGHT = 100  # among the best papers
_NEWS = 0.02  # of the best score, what the newest paper is ahead of the oldest where what is new is asked for

_Numbers = NDArray[np.integer]
_Marks = NDArray[np.bool_]


class Said(NamedTuple):
    """What the words of a query find: for each paper its score and how much of the query it has, and marks of those
    that are about it, and of those that meet its conditions."""

    query: Query
    scores: NDArray[np.float64]
    coverage: NDArray[np.float64]
    about: _Marks
    allowed: _Marks


class Finder:
    """Searches one index. Safe to use from several threads."""

    def __init__(
        self,
        ids: Vocabulary,
        fields: Fields,
        names: AuthorNames,
        titles: Titles,
        newest: NDArray[np.int32],
        filters: Filters,
        reader: Reader,
        nouns: Iterable[str],
    ) -> None:
        """`newest` is each paper's place in `titles`, which go from the newest day to the oldest."""
        self._ids = ids
        self._fields = fields
        self._names = names
        self._titles = titles
        self._newest = newest
        self._filters = filters
        self._reader = reader
        self._wordings = filters.wordings
        self._about = About(fields, filters.wordings, nouns)

    def search(self, query: Query, limit: int, offset: int = 0, *, loose: bool = False) -> Ranking:
        """See `Index.search`."""
        if self.is_text(query):
            return self.ranking(self.said(query), limit, offset, loose=loose)
        return self._listed(self.prepared(query), limit, offset)

    def is_text(self, query: Query) -> bool:
        """See `Index.is_text`."""
        query = self.prepared(query)  # of which an author's name may have left no terms
        return bool(query.terms) and self._named(query) is None

    def said(self, query: Query) -> Said:
        """See `Index.said`."""
        query = self.prepared(query)
        concepts = self._reader.read(query).concepts
        allowed = self._filters.allowed(query.required, query.excluded)
        scores, coverage = score(self._fields, self._wordings, concepts)
        return Said(query, scores, coverage, self._about.marks(concepts), allowed)

    def _listed(self, query: Query, limit: int, offset: int) -> Ranking:
        """What a prepared query names, or, where it has no terms, all that meets its conditions."""
        named = self._named(query)
        everything = named is None and bool(query.required or query.excluded or query.sort)
        marked = self._marked(named) if named is not None else np.full(len(self._ids), everything)
        if named is not None:
            query = query.without_phrases()  # they are the name
        found = np.flatnonzero(self._filters.allowed(query.required, query.excluded, marked))
        listed = self._ordered(found, query.sort)[offset : offset + limit]
        hits = tuple((self._ids[number], 1.0) for number in listed.tolist())
        return Ranking(hits, len(found), without=() if len(found) else self._without(query, marked))

    def matching(self, query: Query, among: Iterable[str]) -> frozenset[str]:
        """See `Index.matching`."""
        marked = self._marked([number for each in among if (number := self._ids.number(each)) is not None])
        found = self._matching(self.prepared(query), marked)
        return frozenset(self._ids[number] for number in np.flatnonzero(found).tolist())

    def _matching(self, query: Query, marked: _Marks) -> _Marks:
        """Marks those of the papers `marked` that a search for a prepared `query` lists."""
        named = self._named(query)
        if named is not None:
            query = query.without_phrases()
            marked = marked & self._marked(named)
        elif query.terms:
            marked = marked & self._about.marks(self._reader.read(query).concepts)
        elif not (query.required or query.excluded):
            return np.zeros_like(marked)
        return self._filters.allowed(query.required, query.excluded, marked)

    def mention(self, text: str) -> Mention:
        """The papers that a search for `text` lists."""
        query = self.prepared(parse_query(text))
        concepts = [each for each in self._reader.read(query).concepts if each.required and self._named(query) is None]
        ways = concepts[0].sure if len(concepts) == 1 else ()
        said = dict.fromkeys(way.text for way in ways[1:] if len(self._wordings.documents(way.words)))
        found = self._matching(query, np.ones(len(self._ids), np.bool_))
        return Mention(found, tuple(said)[:MAX_ALSO], scattered=len(concepts) > 1 and bool(found.any()))

    def candidates(self, query: Query, limit: int, but: Container[str], alike: Alike | None) -> Ranking:
        """See `Index.candidates`; `but` are the ids of papers that are left out."""
        query = self.prepared(query)
        scores, _ = score(self._fields, self._wordings, self.asked(query))
        meeting = self._filters.allowed(query.required, query.excluded)
        if alike is not None:
            some = np.union1d(np.flatnonzero(meeting & (scores > 0)), standing_out(alike, meeting))
            fuse(scores, alike, some, ASKED)
        allowed = np.flatnonzero(meeting & (scores > 0))
        self._lift(query, allowed, scores)
        ranked = ((self._ids[number], scores.item(number)) for number in self._by_score(allowed, scores).tolist())
        return Ranking(tuple(islice((each for each in ranked if each[0] not in but), limit)), len(allowed))

    def asked(self, query: Query) -> tuple[Concept, ...]:
        """The concepts of a question, with the ways of papers to say what it says in words of every day."""
        concepts = self.understand(query).concepts
        return everyday().applied(
            concepts, self._fields.frequency, lambda word: self._reader.read(parse_query(word.text)).concepts
        )

    def understand(self, query: Query) -> Understanding:
        """See `Index.understand`."""
        query = self.prepared(query)
        understood = self._reader.read(query)
        return Understanding(understood.concepts) if self._named(query) is not None else understood

    def ranking(
        self, said: Said, limit: int, offset: int, *, loose: bool = False, alike: Alike | None = None
    ) -> Ranking:
        """See `Index.ranking`."""
        query, scores, about = said.query, said.scores.copy(), said.about
        hits = np.flatnonzero(about & said.allowed)
        near = self._near(said, scores, alike, alone=not len(hits))
        if alike is not None:
            fuse(scores, alike, hits, ABOUT)
        self._lift(query, hits, scores)
        by_score = query.sort in (None, Sort.RELEVANCE)
        listed = [
            self._by_score(some, scores) if by_score else self._ordered(some, query.sort) for some in (hits, near)
        ]
        numbers = np.concatenate(listed if loose else listed[:1])[offset : offset + limit]
        return Ranking(
            self._ranked(numbers, scores),
            len(hits),
            len(near),
            () if len(hits) else self._ranked(listed[1][:MAX_NEAR], scores),
            () if len(hits) else self._without(query, about),
        )

    def _ranked(self, numbers: _Numbers, scores: NDArray[np.float64]) -> tuple[tuple[str, float], ...]:
        values = np.maximum(scores[numbers], _LEAST_SCORE).tolist()
        return tuple(zip(map(self._ids.__getitem__, numbers.tolist()), values, strict=True))

    def _by_score(self, numbers: _Numbers, scores: NDArray[np.float64]) -> _Numbers:
        return numbers[np.argsort(-scores[numbers], kind="stable")]

    def _lift(self, query: Query, hits: _Numbers, scores: NDArray[np.float64]) -> None:
        """Raise the scores of papers whose titles begin with the query, which gave its name to something, and of newer
        ones where what is new is asked for."""
        name = _text(query)
        best = self._by_score(hits, scores)[:_HEADS_SOUGHT]
        scores[best] *= [_HEADED[each] for each in self._titles.headings(self._newest[best].tolist(), name)]
        if any(is_news(word.text) for word in query.words):
            scores += _NEWS * scores.max(initial=0.0) * (1 - self._newest / max(1, len(self._newest)))

    def _near(self, said: Said, scores: NDArray[np.float64], alike: Alike | None, *, alone: bool) -> _Numbers:
        """What is near a query; `alone`, where nothing is about it, with what has most of it, and before all the papers
        whose names are written much like it. Of the beginning of a name a model makes nothing."""
        near: _Numbers = np.flatnonzero((said.coverage >= _NEAR) & said.allowed & ~said.about)
        if alone and len(near) < MAX_NEAR:
            some = np.flatnonzero((scores > 0) & said.allowed)
            near = np.sort(self._by_score(some, scores)[:MAX_NEAR])
        found = self._titles.named_like(_text(said.query), MAX_NEAR) if alone else {}
        likeness = {number: found[each] for each in found if (number := self._ids.number(each)) is not None}
        named = np.array([number for number in likeness if said.allowed[number]], np.int64)
        if alike is not None:
            near = near if len(named) else np.union1d(near, standing_out(alike, said.allowed & ~said.about))
            fuse(scores, alike, near, NEAR)
        scores[named] = scores.max(initial=0.0) + [likeness[number] for number in named.tolist()]
        return np.union1d(near, named)

    def _without(self, query: Query, marked: _Marks) -> tuple[tuple[Condition | None, int], ...]:
        """How many of the papers `marked` there are without the conditions that leave none of them."""
        if not marked.any() or not (query.required or query.excluded):
            return ()
        found: list[tuple[Condition | None, int]] = []
        for condition in (*query.required, *query.excluded):
            required = [each for each in query.required if each is not condition]
            excluded = [each for each in query.excluded if each is not condition]
            if count := int(np.count_nonzero(self._filters.allowed(required, excluded, marked))):
                found.append((condition, count))
        return tuple(found) or ((None, int(np.count_nonzero(marked))),)

    def prepared(self, query: Query) -> Query:
        """`query` with the names in it taken as such: with the words after `author:Yann` that make it somebody's whole
        name (`LeCun`), and with an author's full name among other words as a condition."""
        for author in (each for each in query.required if isinstance(each, Author)):
            names = map(author.with_more, range(len(author.more), 0, -1))
            if whole := next((name for name in names if self._filters.is_author(name.words)), None):
                query = query.naming(author, whole)
        return self._with_author(query)

    def _with_author(self, query: Query) -> Query:
        about = [word for word in query.subject if word not in query.quoted]
        for count in range(min(_LONGEST_NAME, len(about) - 1), 1, -1):
            for start in range(len(about) - count + 1):
                run = about[start : start + count]
                if any(word.hangul for word in run):
                    continue
                name = name_words(query.plain[run[0].start : run[-1].end])
                if len(name) == count and len(self._names.full(name)):
                    return query.by(Author(tuple(name)), run)
        return query

    def _named(self, query: Query) -> _Numbers | None:
        """The paper or the author's papers that `query` names; None where it names neither."""
        if query.arxiv_id:
            number = self._ids.number(query.arxiv_id)
            return np.array([] if number is None else [number], np.int64)
        by_author = self._by_author(query)
        return by_author if len(by_author) else None

    def _by_author(self, query: Query) -> NDArray[np.int32]:
        """The papers of the author whose name the query, or what it is about, is; or of all of that last name, unless
        some text has it."""
        nobody = self._names.full(())
        if not query.subject:
            return nobody
        about = name_words(query.plain[query.subject[0].start : query.subject[-1].end])
        for name in (name_words(query.plain), about):
            if len(found := self._names.full(name)):
                return found
        if len(about) == 1 and not any(map(self._fields.frequency, query.terms)):
            return self._names.last(about[0])
        return nobody

    def _ordered(self, numbers: _Numbers, sort: Sort | None) -> _Numbers:
        """The `numbers`, which ascend, by votes, else from the newest day to the oldest."""
        return numbers if sort is Sort.VOTES else numbers[np.argsort(self._newest[numbers])]

    def _marked(self, numbers: Sequence[int] | _Numbers) -> _Marks:
        marked = np.zeros(len(self._ids), np.bool_)
        marked[numbers] = True
        return marked


def _text(query: Query) -> str:
    """What a query is about, as one text."""
    return " ".join(word.text for word in query.subject)
