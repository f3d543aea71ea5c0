from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import aiohttp
import pytest

from bot.monitoring import server
from bot.monitoring.looks import Finding, Looks
from bot.monitoring.server import MOST_CONNECTIONS, serve_monitoring


class Bot:
    """One that is looked at, and counts how often."""

    def __init__(self) -> None:
        self.looked = 0
        self.refreshing = asyncio.Event()
        self.refreshing.set()

    async def health(self) -> Finding:
        self.looked += 1
        return Finding(self.looked > 1, {"gateway": "quiet"})

    async def refresh(self) -> None:
        await self.refreshing.wait()

    @property
    def looks(self) -> Looks:
        return Looks(self.health, self.health, self.refresh)


@asynccontextmanager
async def running(looks: Looks) -> AsyncIterator[str]:
    started: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve_monitoring(looks, "127.0.0.1:0", started.set_result))
    try:
        yield f"http://127.0.0.1:{await started}"
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_what_is_not_well_is_answered_503_and_what_is_well_looked_at_once_a_second(
    session: aiohttp.ClientSession,
) -> None:
    bot = Bot()
    async with running(bot.looks) as address:
        async with session.get(f"{address}/healthz") as answer:
            assert (answer.status, await answer.json()) == (503, {"status": "failing", "gateway": "quiet"})
        for _ in range(3):
            async with session.get(f"{address}/healthz") as answer:
                assert (answer.status, await answer.json()) == (200, {"status": "ok", "gateway": "quiet"})
        assert bot.looked == 2


async def test_nothing_else_is_answered(session: aiohttp.ClientSession) -> None:
    async with running(Bot().looks) as address:
        async with session.get(f"{address}/../etc/passwd") as answer:
            assert answer.status == 404
        async with session.post(f"{address}/metrics", data=b"x" * 100_000) as answer:
            assert answer.status == 405
        async with session.head(f"{address}/readyz") as answer:
            assert (answer.status, await answer.read()) == (503, b"")


async def test_metrics_come_although_some_cannot_be_had_in_time(
    session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_LOOK_WITHIN", 0.01)
    bot = Bot()
    bot.refreshing.clear()
    async with running(bot.looks) as address, session.get(f"{address}/metrics") as answer:
        assert (answer.status, answer.content_type) == (200, "text/plain")
        assert "paperbot_event_loop_lag_seconds_bucket" in await answer.text()


async def test_who_sits_on_a_connection_is_cut_off_and_more_than_a_few_are_not_let_in(
    session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "CONNECTION_LASTS", 0.3)
    async with running(Bot().looks) as address:
        host, port = address.removeprefix("http://").split(":")
        sitting = [await asyncio.open_connection(host, int(port)) for _ in range(MOST_CONNECTIONS)]
        sitting[0][1].write(b"GET /metrics HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        one_more, writer = await asyncio.open_connection(host, int(port))
        with suppress(ConnectionError):
            assert await asyncio.wait_for(one_more.read(), 20) == b""
        for reader, _ in sitting:
            with suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), 20) in (b"",)
        async with session.get(f"{address}/metrics") as answer:
            assert answer.status == 200
        for each in (writer, *(writer for _, writer in sitting)):
            each.close()


async def test_a_port_that_is_taken_is_complained_of_once_and_had_when_it_is_free(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server, "_AGAIN_AFTER", 0.01)
    complaints, complained = list[str](), asyncio.Event()

    def complain(said: str, *_: object) -> None:
        complaints.append(said)
        complained.set()

    monkeypatch.setattr(server.log, "error", complain)
    other = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0)
    port = other.sockets[0].getsockname()[1]
    started: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve_monitoring(Bot().looks, f"127.0.0.1:{port}", started.set_result))
    await complained.wait()
    other.close()
    await other.wait_closed()
    assert await asyncio.wait_for(started, 20) == port
    assert len(complaints) == 1
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving
