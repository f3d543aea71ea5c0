"""The vectors of what people ask: soon or not at all, and the same for all pages of a list."""

from __future__ import annotations

import asyncio

import pytest

from retrieval.vectors import asked
from retrieval.vectors.asked import AskedVectors
from tests.retrieval.vectors.embedders import Topics


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def until_idle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_query_is_embedded_once() -> None:
    embedder = Topics()
    vectors = AskedVectors(embedder, Seconds())
    one, other = await vectors.of("robot"), await vectors.of("robot")
    assert one is not None
    assert other is not None
    assert (one == other).all()
    assert embedder.sent == ["robot"]


async def test_few_queries_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "_REMEMBERED", 2)
    embedder = Topics()
    vectors = AskedVectors(embedder, Seconds())
    for text in ("a", "b", "a", "c", "a", "b"):
        await vectors.of(text)
    assert embedder.sent == ["a", "b", "c", "b"]


async def test_after_a_failure_it_is_tried_behind_peoples_backs() -> None:
    embedder, clock = Topics(), Seconds()
    vectors = AskedVectors(embedder, clock)
    embedder.gone = True
    assert await vectors.of("one") is None
    for text in ("two", "three", "four"):
        assert await vectors.of(text) is None
        await until_idle()
    assert embedder.batches == 2  # the second was sent in the background, and the others come too soon
    embedder.gone, clock.now = False, 11.0
    assert await vectors.of("five") is None  # nobody waits for a trial
    await until_idle()
    assert embedder.sent == ["five"]
    assert await vectors.of("six") is not None
    await vectors.close()


async def test_one_late_answer_costs_no_pause() -> None:
    embedder = Topics()
    vectors = AskedVectors(embedder, Seconds())
    embedder.gone = True
    assert await vectors.of("one") is None
    embedder.gone = False
    assert await vectors.of("two") is None
    await until_idle()
    assert await vectors.of("three") is not None
    await vectors.close()


async def test_pauses_grow_while_it_stays_gone() -> None:
    embedder, clock = Topics(), Seconds()
    vectors = AskedVectors(embedder, clock)
    embedder.gone = True
    for second in range(10_000):
        clock.now = float(second)
        await vectors.of(f"query {second}")
        await until_idle()
    assert 10 < embedder.batches < 30


async def test_all_pages_of_a_list_are_of_one_order() -> None:
    embedder, clock = Topics(), Seconds()
    vectors = AskedVectors(embedder, clock)
    embedder.gone = True
    assert await vectors.of("robot") is None
    embedder.gone, clock.now = False, 11.0
    await vectors.of("song")
    await until_idle()
    assert await vectors.of("song 2") is not None
    assert await vectors.of("robot") is None  # as on the first page
    clock.now = 700.0
    assert await vectors.of("robot") is not None
    await vectors.close()


@pytest.mark.parametrize("spoils", [True, False])
async def test_a_vector_that_cannot_be_is_none(spoils: bool) -> None:
    embedder = Topics()
    embedder.spoils = spoils
    assert (await AskedVectors(embedder, Seconds()).of("robot") is None) is spoils
