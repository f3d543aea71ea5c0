"""Gateway sessions: what was sent to a shard, kept so that it can resume; and the socket it has at the moment."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import WSMessage, WSMsgType, web

from .world import Json

Compress = Callable[[bytes], bytes]


def compressor(name: str) -> Compress | None:
    """The transport compression a client asked for in `compress=`; None for plain text frames.

    zstd-stream gets text frames, which clients take as well: no codec for it comes with every Python we support.
    """
    if name != "zlib-stream":
        return None
    stream = zlib.compressobj()
    return lambda data: stream.compress(data) + stream.flush(zlib.Z_SYNC_FLUSH)


class Connection:
    """One websocket; frames and the closing of it go out in the order they were asked for."""

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, compress: Compress | None
    ) -> None:
        self._socket = socket
        self._transport = transport
        self._compress = compress
        self._outbox: asyncio.Queue[Json | int] = asyncio.Queue()
        self.closed_by_us = False

    def send(self, frame: Json) -> None:
        self._outbox.put_nowait(frame)

    def close(self, code: int) -> None:
        self.closed_by_us = True
        self._outbox.put_nowait(code)

    def abort(self) -> None:
        """Cuts the connection without a closing handshake."""
        self.closed_by_us = True
        if self._transport is not None:
            self._transport.abort()

    async def write(self) -> None:
        """Sends what is queued until a close is."""
        while True:
            frame = await self._outbox.get()
            if isinstance(frame, int):
                await self._socket.close(code=frame)
                return
            data = json.dumps(frame)
            if self._compress is None:
                await self._socket.send_str(data)
            else:
                await self._socket.send_bytes(self._compress(data.encode()))

    async def receive(self) -> WSMessage | None:
        """The next text or binary frame; None when the client is gone."""
        message = await self._socket.receive()
        return message if message.type in (WSMsgType.TEXT, WSMsgType.BINARY) else None

    @property
    def client_code(self) -> int | None:
        return None if self.closed_by_us else self._socket.close_code


@dataclass(slots=True)
class Session:
    id: str
    shard: tuple[int, int]
    intents: int
    connection: Connection | None
    log: list[Json] = field(default_factory=list)
    ready: bool = False

    @property
    def sequence(self) -> int:
        return len(self.log)

    def dispatch(self, event: str, data: Json) -> None:
        """Sends an event now, or when the shard resumes."""
        frame = {"op": 0, "t": event, "s": self.sequence + 1, "d": data}
        self.log.append(frame)
        if self.connection is not None:
            self.connection.send(frame)
