"""Digests and stores for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from retrieval.digests.files import read_changes
from retrieval.storage.changes import Delta
from retrieval.storage.store import Contents, Store


def paper(arxiv_id: str, votes: int | None = 1, title: str = "A title", points: str = "- A point.") -> str:
    said = "-" if votes is None else str(votes)
    return f"### [{title}](https://arxiv.org/abs/{arxiv_id})\n\nVote: {said}\n\nAuthors: A. Author\n\n{points}\n"


def write(path: Path, *papers: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(papers), encoding="utf-8")
    return path


async def reload(store: Store, *sources: Path) -> Delta:
    return await store.apply(read_changes(sources, await store.known()))


@asynccontextmanager
async def opened(path: Path | str) -> AsyncIterator[Store]:
    found = await Store.open(path)
    try:
        yield found
    finally:
        await found.close()


async def built_anew(*sources: Path) -> Contents:
    async with opened(":memory:") as found:
        await reload(found, *sources)
        return await found.contents()
