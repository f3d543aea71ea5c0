"""Requests about the papers that somebody keeps → `Answer`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot import saved_words
from bot.answer import Answer, Notice
from bot.asker import Asker
from bot.state.saved import MAX_SAVED, Saved, SavedPaper
from retrieval.library import Library
from retrieval.paper import Paper


class SavedPapers:
    """Answers about saved papers, each to be seen by the asker only. `now` gives the present time, aware of its zone.

    Every method raises StateError where the state database fails it.
    """

    def __init__(self, library: Library, shelf: Saved, now: Callable[[], datetime]) -> None:
        self._library = library
        self._shelf = shelf
        self._now = now

    async def toggle(self, asker: Asker, arxiv_id: str) -> Answer:
        """Save the paper, or let it go: what a button on its card does. To be let go it need not be in the corpus."""
        kept = {paper.arxiv_id: paper for paper in await self._shelf.of(asker.user_id)}
        if paper := kept.get(arxiv_id):
            await self._shelf.remove(asker.user_id, arxiv_id)
            return Notice(saved_words.REMOVED, {"title": paper.title})
        found = await self._library.paper(arxiv_id)
        if found is None:
            return Notice(saved_words.GONE, {"arxiv_id": arxiv_id, "url": f"https://arxiv.org/abs/{arxiv_id}"})
        return await self._save(asker, found)

    async def _save(self, asker: Asker, paper: Paper) -> Notice:
        saved = SavedPaper(paper.arxiv_id, paper.title, self._now())
        if not await self._shelf.add(asker.user_id, saved):
            return Notice(saved_words.FULL, {"limit": f"{MAX_SAVED:,}"})
        return Notice(saved_words.SAVED, {"title": paper.title})
