"""Requests about the papers that somebody keeps → `Answer`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from rapidfuzz import fuzz, process, utils

from bot.core.answer import MAX_CHOICES, Answer, Attachment, Choice, Document, Notice
from bot.core.asker import Asker
from bot.features.papers import phrases as papers_phrases
from bot.features.saved import phrases
from bot.features.saved.answers import SavedList
from bot.features.saved.export import Entry, Format, export
from bot.state.saved import MAX_SAVED, Saved, SavedPaper
from retrieval.library import Library
from retrieval.paper import Paper, parse_arxiv_id

PER_PAGE = 10
MAX_FILE_BYTES = 8 * 1024 * 1024  # Discord takes 10 MiB: https://discord.com/developers/docs/reference#uploading-files
_LIKELY = 70  # of 100: how alike a part of a title has to be to be named in place of what was typed


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
            return await self._let_go(asker, paper)
        found = await self._library.paper(arxiv_id)
        if found is None:
            return Notice(phrases.GONE, {"arxiv_id": arxiv_id, "url": f"https://arxiv.org/abs/{arxiv_id}"})
        return await self._save(asker, found)

    async def add(self, asker: Asker, text: str) -> Answer:
        """Save the paper that `text` names by id, link or title."""
        if not text.strip():
            return Notice(papers_phrases.EMPTY_PAPER)
        found = await self._library.paper(text)
        if found is None:
            return await self._unknown(text)
        if any(paper.arxiv_id == found.arxiv_id for paper in await self._shelf.of(asker.user_id)):
            return Notice(phrases.ALREADY_SAVED, {"title": found.title})
        return await self._save(asker, found)

    async def _unknown(self, text: str) -> Notice:
        """That `text` names no paper, and which comes closest."""
        near = await self._library.nearest_paper(arxiv_id) if (arxiv_id := parse_arxiv_id(text)) else None
        if not arxiv_id and (hits := (await self._library.search(self._library.parse(text), 1)).hits):
            near = hits[0].paper
        if near is None:
            return Notice(phrases.UNKNOWN, {"text": text})
        return Notice(phrases.UNKNOWN_NEAREST, {"text": text, "title": near.title, "arxiv_id": near.arxiv_id})

    async def _save(self, asker: Asker, paper: Paper) -> Notice:
        saved = SavedPaper(paper.arxiv_id, paper.title, self._now())
        if not await self._shelf.add(asker.user_id, saved):
            return Notice(phrases.FULL, {"limit": f"{MAX_SAVED:,}"})
        return Notice(phrases.SAVED, {"title": paper.title})

    async def _let_go(self, asker: Asker, paper: SavedPaper) -> Notice:
        await self._shelf.remove(asker.user_id, paper.arxiv_id)
        return Notice(phrases.REMOVED, {"title": paper.title})

    async def list(self, asker: Asker, page: int = 1) -> Answer:
        """A page of what is kept, the newest first; the last one where there are not so many."""
        kept = await self._shelf.of(asker.user_id)
        if not kept:
            return Notice(phrases.NOTHING_SAVED)
        pages = -(-len(kept) // PER_PAGE)
        first = (min(max(page, 1), pages) - 1) * PER_PAGE
        return SavedList(kept[first : first + PER_PAGE], len(kept), first // PER_PAGE + 1, pages, first + 1)

    async def search(self, asker: Asker, text: str) -> Answer:
        """The saved papers that match best; those that left the corpus match by what is in their titles."""
        query = self._library.parse(text)
        if not query.text:
            return Notice(papers_phrases.EMPTY_QUERY)
        kept = {paper.arxiv_id: paper for paper in await self._shelf.of(asker.user_id)}
        if not kept:
            return Notice(phrases.NOTHING_SAVED)
        ranked = [kept[arxiv_id] for arxiv_id in await self._library.ranked(query) if arxiv_id in kept]
        ranked += [paper for paper in kept.values() if _holds(paper, query.text) and paper not in ranked]
        if not ranked:
            return Notice(phrases.NO_MATCH, {"query": query.text})
        return SavedList(tuple(ranked[:PER_PAGE]), len(ranked), 1, 1, 1, query.text)

    async def remove(self, asker: Asker, text: str) -> Answer:
        """Let go the saved paper that `text` names by id, link or title."""
        kept = {paper.arxiv_id: paper for paper in await self._shelf.of(asker.user_id)}
        if not kept:
            return Notice(phrases.NOTHING_SAVED)
        typed = text.strip().casefold()
        titled = (paper for paper in kept.values() if paper.title.casefold() == typed)
        if paper := kept.get(parse_arxiv_id(text) or "") or next(titled, None):
            return await self._let_go(asker, paper)
        titles = {paper.arxiv_id: paper.title for paper in kept.values()}
        near = process.extractOne(
            text, titles, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=_LIKELY
        )
        if near:
            return Notice(phrases.NOT_SAVED_NEAREST, {"text": text, "title": near[0], "arxiv_id": near[2]})
        return Notice(phrases.NOT_SAVED, {"text": text})

    async def suggest(self, user_id: int, text: str) -> tuple[Choice, ...]:
        """The saved papers whose titles or ids have what is typed so far, the newest first."""
        kept = [paper for paper in await self._shelf.of(user_id) if _holds(paper, text)]
        return tuple(Choice(paper.title, paper.arxiv_id) for paper in kept[:MAX_CHOICES])

    async def export(self, asker: Asker, name: str) -> Answer:
        """Everything that is kept, as a file; `name` is that of a format or the end of a file's name."""
        kind = next((one for one in Format if name.strip().lower() in (one.value, one.name.lower())), None)
        if kind is None:
            return Notice(phrases.UNKNOWN_FORMAT)
        kept = await self._shelf.of(asker.user_id)
        if not kept:
            return Notice(phrases.NOTHING_SAVED)
        papers = {paper.arxiv_id: paper for paper in await self._library.papers([one.arxiv_id for one in kept])}
        entries = [Entry(one, papers.get(one.arxiv_id)) for one in kept]
        content = await asyncio.to_thread(export, entries, kind)
        if len(content) > MAX_FILE_BYTES:
            return Notice(phrases.FILE_TOO_LARGE, {"limit": MAX_FILE_BYTES // 1024**2})
        notice = Notice(phrases.EXPORTED, {"papers": len(kept)})
        return Document(notice, Attachment(f"saved-papers.{kind}", content))


def _holds(paper: SavedPaper, text: str) -> bool:
    typed = text.strip().casefold()
    return typed in paper.title.casefold() or typed in paper.arxiv_id
