"""The fake's gateway speaks as Discord's does, and closes on what Discord closes on."""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest

from . import FakeDiscord
from .world import Json

GUILDS = 1
PLAIN = "?v=10&encoding=json"


class Socket:
    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._inflate = zlib.decompressobj()
        self.compressed = False

    async def read(self) -> Any:
        """The next frame; the close code when the server closes."""
        message = await self._socket.receive(timeout=10)
        if message.type is aiohttp.WSMsgType.BINARY:
            self.compressed = True
            return json.loads(self._inflate.decompress(message.data))
        return json.loads(message.data) if message.type is aiohttp.WSMsgType.TEXT else self._socket.close_code

    async def send(self, op: int, data: Any) -> None:
        await self._socket.send_json({"op": op, "d": data})

    async def close(self, code: int = 1000) -> None:
        await self._socket.close(code=code)


@asynccontextmanager
async def connected(fake: FakeDiscord, query: str = PLAIN) -> AsyncIterator[Socket]:
    async with aiohttp.ClientSession() as session, session.ws_connect(fake.gateway.url + query) as socket:
        yield Socket(socket)


def identify(fake: FakeDiscord, **other: Any) -> Json:
    return {"token": fake.token, "properties": {"os": "linux"}, "intents": GUILDS, "shard": [0, 1]} | other


@pytest.mark.parametrize("compression", ["", "&compress=zlib-stream"])
async def test_a_session_begins_with_hello_ready_and_guilds(compression: str) -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild("Lab")
        async with connected(fake, PLAIN + compression) as socket:
            hello = await socket.read()
            await socket.send(1, None)
            beat = await socket.read()
            await socket.send(2, identify(fake))
            ready, created = await socket.read(), await socket.read()
    assert socket.compressed is bool(compression)
    assert (hello["op"], hello["d"]["heartbeat_interval"], beat["op"]) == (10, 41_250, 11)
    assert (ready["t"], ready["s"], ready["d"]["guilds"]) == ("READY", 1, [{"id": guild.guild.id, "unavailable": True}])
    assert ready["d"]["application"]["id"] == fake.world.application_id
    assert ready["d"]["resume_gateway_url"] == fake.gateway.url
    assert (created["t"], created["d"]["name"], created["d"]["unavailable"]) == ("GUILD_CREATE", "Lab", False)


@pytest.mark.parametrize(
    ("frames", "code"),
    [
        ([(2, {"token": "wrong"})], 4004),
        ([(2, {"properties": None})], 4002),
        ([(2, {"intents": 1 << 1})], 4014),
        ([(2, {"intents": 1 << 8})], 4014),
        ([(2, {"intents": 1 << 15})], 4014),
        ([(2, {"intents": 1 << 40})], 4013),
        ([(2, {"intents": None})], 4013),
        ([(2, {"shard": [1, 1]})], 4010),
        ([(2, {"shard": "0"})], 4010),
        ([(2, {}), (2, {})], 4005),
        ([(3, {})], 4003),
        ([(2, {}), (8, {})], 4001),
    ],
)
async def test_a_bad_frame_is_answered_with_discords_close_code(frames: list[tuple[int, Json]], code: int) -> None:
    async with FakeDiscord.start() as fake:
        async with connected(fake) as socket:
            for op, changes in frames:
                await socket.send(op, identify(fake, **changes))
            while isinstance(answer := await socket.read(), dict):
                pass
        assert answer == code
        assert [f"closed with {code}" in problem for problem in fake.take_problems()] == [True]


async def test_a_client_that_speaks_another_version_is_refused() -> None:
    async with FakeDiscord.start() as fake:
        async with connected(fake, "?v=9&encoding=json") as socket:
            assert await socket.read() == 4012
        assert len(fake.take_problems()) == 1


async def test_a_cut_session_resumes_with_what_it_missed() -> None:
    async with FakeDiscord.start() as fake:
        async with connected(fake) as socket:
            await socket.send(2, identify(fake))
            session = [await socket.read(), await socket.read()][1]["d"]["session_id"]
            await socket.close(4000)
        fake.guild("Missed")
        async with connected(fake) as socket:
            await socket.send(6, {"token": fake.token, "session_id": session, "seq": 1})
            frames = [await socket.read() for _ in range(3)]
    assert [frame["t"] for frame in frames[1:]] == ["GUILD_CREATE", "RESUMED"]
    assert [frame["s"] for frame in frames[1:]] == [2, 3]


async def test_a_session_the_client_ended_cannot_be_resumed() -> None:
    async with FakeDiscord.start() as fake:
        async with connected(fake) as socket:
            await socket.send(2, identify(fake))
            session = [await socket.read(), await socket.read()][1]["d"]["session_id"]
            await socket.close(1000)
        await fake.until(lambda: not fake.gateway.sessions or None, "the end of the session")
        async with connected(fake) as socket:
            await socket.send(6, {"token": fake.token, "session_id": session, "seq": 1})
            answers = [await socket.read(), await socket.read()]
    assert answers[1] == {"op": 9, "d": False}


async def test_a_sequence_from_the_future_is_refused() -> None:
    async with FakeDiscord.start() as fake:
        async with connected(fake) as socket:
            await socket.send(2, identify(fake))
            session = [await socket.read(), await socket.read()][1]["d"]["session_id"]
            await socket.close(4000)
        async with connected(fake) as socket:
            await socket.send(6, {"token": fake.token, "session_id": session, "seq": 99})
            while isinstance(answer := await socket.read(), dict):
                pass
        assert answer == 4007
        fake.take_problems()


async def test_events_go_to_the_shard_of_their_guild() -> None:
    async with FakeDiscord.start(shards=2) as fake:
        homes: list[int] = []
        async with connected(fake) as first, connected(fake) as second:
            for number, socket in enumerate((first, second)):
                await socket.send(2, identify(fake, shard=[number, 2]))
                await socket.read()
                await socket.read()
            await fake.ready()
            for name in ("a", "b", "c"):
                guild = fake.guild(name).guild
                homes.append((int(guild.id) >> 22) % 2)
                event = await (first, second)[homes[-1]].read()
                assert event["d"]["id"] == guild.id
    assert len(homes) == 3
