"""Reloading without a platform: one at a time, and again at once where it failed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.answer import Notice
from bot.core.app import App
from bot.core.scheduler import Pace
from bot.features.corpus import phrases
from bot.features.corpus.answers import Reloaded
from bot.features.corpus.service import Corpus
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from retrieval.storage.faults import StoreError, StoreFault
from tests.conftest import Clock


async def test_whoever_asks_during_a_reload_is_told_that_it_runs(app: App) -> None:
    corpus = app.service(Corpus)
    first, second = await asyncio.gather(corpus.reload(), corpus.reload())
    assert isinstance(first, Reloaded)
    assert second == Notice(phrases.RELOAD_BUSY)


async def test_a_reload_that_failed_says_why_and_may_be_repeated_at_once(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = StoreError(StoreFault.FULL, path="a.db", detail="disk I/O")

    async def fail() -> None:
        raise error

    corpus = app.service(Corpus)
    with monkeypatch.context() as broken:
        broken.setattr(app.library, "reload", fail)
        failed = await corpus.reload()
    assert isinstance(failed, Notice)
    assert failed.say("ko").endswith(
        "이유: 디스크가 가득 차서 데이터베이스 a.db에 더 쓸 수 없습니다(disk I/O)."
        " 폴더의 권한과 남은 공간을 확인하거나, 다른 경로를 설정해 주세요."
    )
    assert "Reason: The database a.db cannot grow: the disk is full" in failed.say("en")
    assert isinstance(await corpus.reload(), Reloaded)


async def test_the_cooldown_between_two_reloads_can_be_other_and_none(
    library: Library, state: State, clock: Clock
) -> None:
    async def reloads(cooldown: int, after: int) -> bool:
        corpus = Corpus(App(library, state, clock, FEATURES, pace=Pace(cooldown=timedelta(seconds=cooldown))))
        assert isinstance(await corpus.reload(), Reloaded)
        clock.now += timedelta(seconds=after)
        return isinstance(await corpus.reload(), Reloaded)

    assert await reloads(0, 0)
    assert await reloads(5, 5)
    assert not await reloads(5, 4)
