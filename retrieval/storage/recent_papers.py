"""The papers that were read of late, so that those that many ask for are not made of rows again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Final

from retrieval.paper import Paper
from retrieval.storage.store import Store

RECENT_PAPERS: Final = 300  # two to three megabytes


class RecentPapers:
    """The last papers read from a store, at most RECENT_PAPERS. A new one is made where the papers change."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._papers: dict[str, Paper] = {}
        self._turn = Lock()

    def read_here(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...] | None:
        """As `read`, in the thread that calls; None where that cannot be done, and `read` says why."""
        papers = {arxiv_id: paper for arxiv_id in arxiv_ids if (paper := self._papers.get(arxiv_id))}
        if missing := [arxiv_id for arxiv_id in arxiv_ids if arxiv_id not in papers]:
            read = self._store.papers_here(missing)
            if read is None:
                return None
            papers |= {paper.arxiv_id: paper for paper in read}
            self._keep(read)
        return tuple(papers[arxiv_id] for arxiv_id in arxiv_ids if arxiv_id in papers)

    async def read(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...]:
        """Those of the papers that there are, in the order given."""
        papers = {arxiv_id: paper for arxiv_id in arxiv_ids if (paper := self._papers.get(arxiv_id))}
        if missing := [arxiv_id for arxiv_id in arxiv_ids if arxiv_id not in papers]:
            read = await self._store.papers_by_id(missing)
            papers |= {paper.arxiv_id: paper for paper in read}
            self._keep(read)
        return tuple(papers[arxiv_id] for arxiv_id in arxiv_ids if arxiv_id in papers)

    def _keep(self, papers: Iterable[Paper]) -> None:
        with self._turn:
            for paper in papers:
                if len(self._papers) >= RECENT_PAPERS:
                    del self._papers[next(iter(self._papers))]
                self._papers[paper.arxiv_id] = paper
