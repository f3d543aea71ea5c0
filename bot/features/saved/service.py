"""Requests about saved papers → answers."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process, utils

from bot.core.answer import MAX_CHOICES, Answer, Attachment, Choice, Document, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.paging import Page
from bot.features.papers import phrases as papers_phrases
from bot.features.saved import phrases
from bot.features.saved.answers import Bookmark, SavedList
from bot.features.saved.entry import Entry
from bot.features.saved.export import Format, export
from bot.state.saved import MAX_SAVED, SavedPaper
from retrieval.paper import Paper, arxiv_url, parse_arxiv_id

PER_PAGE = 10
MAX_FILE_BYTES = 8 * 1024 * 1024  # Discord takes 10 MiB: https://discord.com/developers/docs/reference#uploading-files
_LIKELY = 70  # of 100: how alike a part of a title has to be to be named in place of what was typed


class SavedPapers:
    """Saves and lists papers, for the asker only. Every method raises StateError where the state database fails."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._store = app.state.saved
        self._now = app.now

    async def save(self, asker: Asker, arxiv_id: str) -> Answer:
        """Save the paper of that id. One that is saved stays so."""
        if paper := (await self._saved(asker)).get(arxiv_id):
            return Bookmark(phrases.ALREADY_SAVED, paper.arxiv_id, paper.title, saved=True)
        found = await self._library.paper(arxiv_id)
        if found is None:
            return Notice(phrases.LEFT_CORPUS, {"arxiv_id": arxiv_id, "url": arxiv_url(arxiv_id)})
        return await self._save(asker, found)

    async def unsave(self, asker: Asker, arxiv_id: str) -> Answer:
        """Remove the paper of that id. One that is not saved stays so."""
        if paper := (await self._saved(asker)).get(arxiv_id):
            return await self._remove(asker, paper)
        found = await self._library.paper(arxiv_id)
        title = found.title if found else arxiv_id
        return Bookmark(phrases.REMOVED_ALREADY, arxiv_id, title, saved=False, undo=found is not None)

    async def add(self, asker: Asker, text: str) -> Answer:
        """Save the paper that `text` names by id, link or title."""
        if not text.strip():
            return Notice(papers_phrases.EMPTY_PAPER, reason=Reason.MISUSE)
        found = await self._library.paper(text)
        if found is None:
            return await self._unknown(text)
        return await self.save(asker, found.arxiv_id)

    async def _unknown(self, text: str) -> Notice:
        """That `text` names no paper, and which comes closest."""
        arxiv_id = parse_arxiv_id(text)
        near = await self._library.nearest_paper(arxiv_id or text)
        if not near and not arxiv_id and (hits := (await self._library.search(self._library.parse(text), 1)).hits):
            near = hits[0].paper
        if near is None:
            return Notice(phrases.UNKNOWN, {"text": text})
        return Notice(phrases.UNKNOWN_NEAREST, {"text": text, "title": near.title, "arxiv_id": near.arxiv_id})

    async def _save(self, asker: Asker, paper: Paper) -> Answer:
        saved = SavedPaper(paper.arxiv_id, paper.title, self._now())
        if not await self._store.add(asker.user_id, saved):
            return Notice(phrases.FULL, {"limit": f"{MAX_SAVED:,}"})
        return Bookmark(phrases.SAVED, paper.arxiv_id, paper.title, saved=True)

    async def _remove(self, asker: Asker, paper: SavedPaper) -> Bookmark:
        await self._store.remove(asker.user_id, paper.arxiv_id)
        there = paper.arxiv_id in self._library.ids()
        return Bookmark(phrases.REMOVED, paper.arxiv_id, paper.title, saved=False, undo=there)

    async def _saved(self, asker: Asker) -> Mapping[str, SavedPaper]:
        """What the asker has saved, by arXiv id, the latest first."""
        return {paper.arxiv_id: paper for paper in await self._store.of(asker.user_id)}

    async def list(self, asker: Asker, page: int = 1) -> Answer:
        """A page of what is saved, the latest first; the last page where there are fewer."""
        saved = await self._store.of(asker.user_id)
        if not saved:
            return Notice(phrases.NOTHING_SAVED)
        shown = Page.of(len(saved), PER_PAGE, page)
        return SavedList(await self._entries(shown.cut(saved)), len(saved), shown)

    async def _entries(self, saved: Sequence[SavedPaper]) -> tuple[Entry, ...]:
        """Saved papers with what is known of them now."""
        papers = {paper.arxiv_id: paper for paper in await self._library.papers([one.arxiv_id for one in saved])}
        return tuple(Entry(one, papers.get(one.arxiv_id)) for one in saved)

    async def search(self, asker: Asker, text: str) -> Answer:
        """The saved papers that match best; those that have left the corpus are found by the text of their titles."""
        query = self._library.parse(text)
        if not query.text:
            return Notice(papers_phrases.EMPTY_QUERY, reason=Reason.MISUSE)
        saved = await self._saved(asker)
        if not saved:
            return Notice(phrases.NOTHING_SAVED)
        ranked = [saved[arxiv_id] for arxiv_id in await self._library.ranked(query) if arxiv_id in saved]
        ranked += [paper for paper in saved.values() if _holds(paper, query.text) and paper not in ranked]
        if not ranked:
            return Notice(phrases.NO_MATCH, {"query": query.text})
        best = await self._entries(ranked[:PER_PAGE])
        return SavedList(best, len(ranked), Page.of(len(best), PER_PAGE, 1), query.text)

    async def remove(self, asker: Asker, text: str) -> Answer:
        """Remove the saved paper that `text` names by id, link or title."""
        saved = await self._saved(asker)
        if not saved:
            return Notice(phrases.NOTHING_SAVED)
        typed = text.strip().casefold()
        titled = (paper for paper in saved.values() if paper.title.casefold() == typed)
        if paper := saved.get(parse_arxiv_id(text) or "") or next(titled, None):
            return await self._remove(asker, paper)
        titles = {paper.arxiv_id: paper.title for paper in saved.values()}
        near = process.extractOne(
            text, titles, scorer=fuzz.partial_ratio, processor=utils.default_process, score_cutoff=_LIKELY
        )
        if near:
            return Notice(phrases.NOT_SAVED_NEAREST, {"text": text, "title": near[0], "arxiv_id": near[2]})
        return Notice(phrases.NOT_SAVED, {"text": text})

    async def suggest(self, user_id: int, text: str) -> tuple[Choice, ...]:
        """The saved papers whose titles or ids hold what is typed so far, the latest first."""
        fitting = [paper for paper in await self._store.of(user_id) if _holds(paper, text)]
        return tuple(Choice(paper.title, paper.arxiv_id) for paper in fitting[:MAX_CHOICES])

    async def export(self, asker: Asker, name: str) -> Answer:
        """Everything that is saved, as a file; `name` is that of a format, or the end of a file's name."""
        kind = next((one for one in Format if name.strip().lower() in (one.value, one.name.lower())), None)
        if kind is None:
            return Notice(phrases.UNKNOWN_FORMAT, reason=Reason.MISUSE)
        saved = await self._saved(asker)
        if not saved:
            return Notice(phrases.NOTHING_SAVED)
        entries = await self._entries(tuple(saved.values()))
        content = await asyncio.to_thread(export, entries, kind)
        if len(content) > MAX_FILE_BYTES:
            return Notice(phrases.FILE_TOO_LARGE, {"limit": MAX_FILE_BYTES // 1024**2})
        notice = Notice(phrases.EXPORTED, {"papers": len(saved)})
        return Document(notice, Attachment(f"saved-papers.{kind}", content))


def _holds(paper: SavedPaper, text: str) -> bool:
    typed = text.strip().casefold()
    return typed in paper.title.casefold() or typed in paper.arxiv_id
