"""Reloading without a platform: one at a time, and again at once where it failed."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.answer import Notice
from bot.core.app import App
from bot.features.corpus import phrases
from bot.features.corpus.answers import Reloaded
from bot.features.corpus.service import Corpus
from retrieval.storage.database import StoreError


async def test_whoever_asks_during_a_reload_is_told_that_it_runs(app: App) -> None:
    corpus = app.service(Corpus)
    first, second = await asyncio.gather(corpus.reload(), corpus.reload())
    assert isinstance(first, Reloaded)
    assert second == Notice(phrases.RELOAD_BUSY)


async def test_a_reload_that_failed_says_why_and_may_be_repeated_at_once(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail() -> None:
        raise StoreError("the disk is full")

    corpus = app.service(Corpus)
    with monkeypatch.context() as broken:
        broken.setattr(app.library, "reload", fail)
        assert await corpus.reload() == Notice(phrases.RELOAD_FAILED, {"reason": "the disk is full"})
    assert isinstance(await corpus.reload(), Reloaded)
