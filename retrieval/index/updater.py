"""Keeps the index of a corpus up to date, in memory and on disk, with as little work as the changes ask for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path

from retrieval.glossary.term_list import TermEntry, fingerprint, packaged_terms
from retrieval.index.index import Index
from retrieval.index.persistence import collector_paused, load, save, saved_revision
from retrieval.paper import Paper
from retrieval.storage.store import Store

log = logging.getLogger(__name__)


class Upkeep:
    """Makes the index of what a store holds."""

    def __init__(self, store: Store, path: Path | None, concepts: Sequence[TermEntry] = ()) -> None:
        """`path` is where the index is saved; None keeps it in memory only. `concepts` stand beside those that come
        with Paperbot."""
        self._store = store
        self._path = path
        self._concepts = tuple(concepts)
        self._terms = fingerprint(self._concepts)
        self._saving: asyncio.Future[None] | None = None

    async def index(self, held: Index, revision: str, wanted: str) -> tuple[Index, str]:
        """The index of the corpus, and the revision that it is of: the one `held`, which is of `revision`, or the saved
        one, brought up to date; else one built from nothing. `wanted` is the revision that the corpus had of late.

        It is saved in the background: until that is done, a start brings the one saved before up to date.
        """
        found = await self._brought_up_to_date(held, revision)
        if not found and (saved := await asyncio.to_thread(self.load)):
            if saved[1] == wanted:
                return saved
            found = await self._brought_up_to_date(*saved)
        if not found:
            with collector_paused():
                contents = await self._store.contents()
                found = await asyncio.to_thread(self._build, contents.papers), contents.revision
        await self.saved()
        if self._path:
            self._saving = asyncio.ensure_future(asyncio.to_thread(self._save_if_possible, *found))
        return found

    def is_saved(self, revision: str) -> bool:
        """Whether the index of that revision is saved, as far as its header says. Reads from the disk."""
        return self._path is not None and saved_revision(self._path, self._terms) == revision

    def load(self, *, private: bool = False) -> tuple[Index, str] | None:
        """The saved index and its revision, None where there is none: see `persistence.load`."""
        return load(self._path, self._terms, private=private) if self._path else None

    def save(self, index: Index, revision: str) -> None:
        """Save the index now. Raises OSError."""
        if self._path:
            save(index, revision, self._path, self._terms)

    def _save_if_possible(self, index: Index, revision: str) -> None:
        try:
            self.save(index, revision)
        except OSError as error:
            log.warning("the index was not saved in %s (%s); the next start builds it again", self._path, error)

    def _build(self, papers: Sequence[Paper]) -> Index:
        return Index.build(papers, (*packaged_terms(), *self._concepts))

    async def saved(self) -> None:
        """Until the index is saved that is being saved."""
        if self._saving:
            await asyncio.wait([self._saving])  # which, unlike awaiting it, leaves it to its end when cancelled

    async def _brought_up_to_date(self, index: Index, revision: str) -> tuple[Index, str] | None:
        """None where so much changed that an index is better built from nothing."""
        news = await self._store.news_since(revision, index.spare)
        return (await asyncio.to_thread(index.updated, news.papers, news.gone), news.revision) if news else None
