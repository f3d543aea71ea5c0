"""The papers that were read of late, so that those that many ask for are not made of rows again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from retrieval.paper import Paper
from retrieval.storage.store import Store

RECENT_PAPERS: Final = 300  # two to three megabytes


class RecentPapers:
    """The last papers read from a store, at most RECENT_PAPERS. A new one is made where the papers change.

    `known` may be called in any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._papers: dict[str, Paper] = {}

    def known(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...] | None:
        """Those papers, where all of them were read before; else None."""
        found = list(map(self._papers.get, arxiv_ids))
        papers = tuple(filter(None, found))
        return papers if len(papers) == len(found) else None

    async def read(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...]:
        """Those of the papers that there are, in the order given."""
        papers = {arxiv_id: paper for arxiv_id in arxiv_ids if (paper := self._papers.get(arxiv_id))}
        if missing := [arxiv_id for arxiv_id in arxiv_ids if arxiv_id not in papers]:
            read = await self._store.papers_by_id(missing)
            papers |= {paper.arxiv_id: paper for paper in read}
            self._keep(read)
        return tuple(papers[arxiv_id] for arxiv_id in arxiv_ids if arxiv_id in papers)

    def _keep(self, papers: Iterable[Paper]) -> None:
        for paper in papers:
            if len(self._papers) >= RECENT_PAPERS:
                del self._papers[next(iter(self._papers))]
            self._papers[paper.arxiv_id] = paper
