"""Searches and questions: what an index finds by words and by meaning, with the papers that a store has of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from functools import partial

from retrieval.index.fusion import Alike
from retrieval.index.index import Index
from retrieval.index.ranking import Ranking
from retrieval.paper import Paper
from retrieval.passages.passages import best_answers
from retrieval.query.query import Query
from retrieval.search_result import Answered, Hit, SearchResult, search_result
from retrieval.storage.faults import StoreError
from retrieval.storage.recent_papers import RecentPapers
from retrieval.storage.store import Store
from retrieval.vectors.filling import ReadPapers
from retrieval.vectors.meaning import Meaning

_ASK_DEPTH, _DEFINE_DEPTH = 14, 60  # papers whose points compete to answer a question, and to say what a thing is


def papers_to_embed(store: Store) -> ReadPapers:
    """Reads papers for what runs behind everything else."""

    async def read(arxiv_ids: Sequence[str]) -> Sequence[Paper]:
        try:
            return await store.papers_by_id(arxiv_ids)
        except StoreError as error:
            raise OSError(f"the papers cannot be read: {error}") from error

    return read


class Searching:
    """Searches any index of what is in a store, as long as that stays the same."""

    def __init__(self, store: Store, meaning: Meaning | None) -> None:
        self._recent = RecentPapers(store)
        self._meaning = meaning

    async def papers(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...]:
        """Those of the papers that there are, in the order given."""
        return await self._recent.read(arxiv_ids)

    async def search(self, index: Index, query: Query, limit: int, offset: int, *, loose: bool) -> SearchResult:
        """See `Library.search`. It takes one turn of a thread."""
        started = time.perf_counter()
        rank = partial(index.search, query, limit, offset, loose=loose)
        if self._meaning and index.is_text(query):
            said, alike = await asyncio.gather(asyncio.to_thread(index.said, query), self._alike(index, query))
            rank = partial(index.ranking, said, limit, offset, loose=loose, alike=alike)

        def told(ranking: Ranking, papers: Sequence[Paper]) -> SearchResult:
            return search_result(index, query, ranking, offset, papers, started)

        def ranked() -> Ranking | SearchResult:
            ranking = rank()
            papers = self._recent.read_here(ranking.ids)
            return ranking if papers is None else told(ranking, papers)

        found = await asyncio.to_thread(ranked)
        if isinstance(found, Ranking):
            found = await asyncio.to_thread(told, found, await self.papers(found.ids))
        return found

    async def ask(self, index: Index, query: Query, limit: int) -> Answered:
        """See `Library.ask`."""
        asked, alike = await asyncio.gather(asyncio.to_thread(index.question, query), self._alike(index, query))
        depth = _DEFINE_DEPTH if asked.definer else _ASK_DEPTH
        ranking = await asyncio.to_thread(index.candidates, query, depth, alike)
        scores = dict(ranking.hits)
        papers = [(paper, scores[paper.arxiv_id]) for paper in await self.papers(list(scores))]
        found = await asyncio.to_thread(best_answers, papers, asked, limit)
        near = [paper for paper, _ in found.nearest]
        excerpts = await asyncio.to_thread(lambda: index.excerpts(near, index.understand(query)))
        hits = zip(found.nearest, excerpts, strict=True)
        return Answered(found.passages, tuple(Hit(paper, score, one, loose=True) for (paper, score), one in hits))

    async def similar(self, index: Index, arxiv_id: str, limit: int) -> tuple[Hit, ...]:
        """See `Library.similar`."""
        likeness, paper = index.likeness, next(iter(await self.papers([arxiv_id])), None)
        if paper is None or arxiv_id not in index.texts.ids:
            return ()
        alike = await self._meaning.like(arxiv_id, index.texts) if self._meaning else None
        candidates = await self.papers(await asyncio.to_thread(likeness.candidates, paper, alike))
        found = await asyncio.to_thread(likeness.most_similar, paper, candidates, limit, alike)
        return tuple(Hit(each.paper, each.likeness, each.excerpt) for each in found)

    async def _alike(self, index: Index, query: Query) -> Alike | None:
        """How alike papers are to `query` by meaning, if that is known in time."""
        return await self._meaning.to(" ".join(query.plain.split()), index.texts) if self._meaning else None
