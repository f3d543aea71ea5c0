"""Discord's gateway: HELLO, IDENTIFY, READY and guilds, heartbeats, RESUME, and the close codes for what is wrong."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets

from aiohttp import web

from .payloads import guild_payload, self_payload
from .sessions import Connection, Session, compressor
from .world import Json, World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 3, 6, 7, 9, 10, 11
HEARTBEAT_MS = 41_250
MAX_FRAME = 4096
INTENTS = (1 << 17) - 1 | 0b11 << 20 | 0b11 << 24
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, BAD_TOKEN, AUTHENTICATED = 4001, 4002, 4003, 4004, 4005
BAD_SEQUENCE, BAD_SHARD, BAD_INTENTS, FORBIDDEN_INTENTS = 4007, 4010, 4013, 4014


class RefusedError(Exception):
    """The client is closed with `code`."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Gateway:
    def __init__(self, world: World) -> None:
        self._world = world
        self._connections: set[Connection] = set()
        self.sessions: dict[str, Session] = {}
        self.url = ""
        self.resumes = 0

    def dispatch(self, event: str, data: Json, guild_id: str | None) -> None:
        """Sends an event to the shard that a guild (None: direct messages) belongs to, if it asked for such events."""
        wanted = _intent(event, guild_id)
        for session in self.sessions.values():
            number, count = session.shard
            home = 0 if guild_id is None else (int(guild_id) >> 22) % count
            if session.ready and home == number and session.intents & wanted == wanted:
                session.dispatch(event, data)

    @property
    def complete(self) -> bool:
        """Whether every shard of the bot is ready and connected."""
        live = {session.shard for session in self.sessions.values() if session.ready and session.connection}
        return any({(number, count) for number in range(count)} <= live for _, count in live)

    def drop(self) -> None:
        """Cuts every connection, as a network does: no close frame."""
        for session in self._live():
            self._leave(session).abort()

    def ask_to_reconnect(self) -> None:
        """Sends RECONNECT to every shard: each resumes on a new connection."""
        for session in self._live():
            self._leave(session).send({"op": RECONNECT, "d": None})

    def invalidate(self) -> None:
        """Sends INVALID_SESSION, not resumable, to every shard: each identifies anew."""
        for session in self._live():
            del self.sessions[session.id]
            self._leave(session).send({"op": INVALID_SESSION, "d": False})

    def _live(self) -> list[Session]:
        return [session for session in self.sessions.values() if session.connection is not None]

    @staticmethod
    def _leave(session: Session) -> Connection:
        connection, session.connection = session.connection, None
        assert connection is not None
        return connection

    def close(self) -> None:
        for connection in self._connections:
            connection.close(1001)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """The websocket endpoint."""
        socket = web.WebSocketResponse(max_msg_size=MAX_FRAME, timeout=1.0)
        await socket.prepare(request)
        connection = Connection(socket, request.transport, compressor(request.query.get("compress", "")))
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        try:
            if request.query.get("v") != "10" or request.query.get("encoding") != "json":
                raise RefusedError(4012, "the gateway is spoken in v=10 and encoding=json")
            await self._converse(connection)
        except RefusedError as refusal:
            self._world.problem(f"gateway: closed with {refusal.code}: {refusal}")
            connection.close(refusal.code)
            await writer
        finally:
            self._connections.discard(connection)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await writer
            self._forget(connection)
        return socket

    def _forget(self, connection: Connection) -> None:
        """A client that closes with 1000 or 1001 ends its session; any other close leaves it to be resumed."""
        for session in self._live():
            if session.connection is connection:
                session.connection = None
                if connection.client_code in (1000, 1001):
                    del self.sessions[session.id]
        self._world.bell.ring()

    async def _converse(self, connection: Connection) -> None:
        connection.send({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS, "_trace": []}})
        session: Session | None = None
        while (message := await connection.receive()) is not None:
            frame = _decode(message.data)
            op, data = frame.get("op"), frame.get("d")
            if op == HEARTBEAT:
                connection.send({"op": ACK})
            elif op in (IDENTIFY, RESUME):
                if session is not None:
                    raise RefusedError(AUTHENTICATED, "identified twice")
                if not isinstance(data, dict) or data.get("token") != self._world.token:
                    raise RefusedError(BAD_TOKEN, "the token is not the bot's")
                session = self._identify(connection, data) if op == IDENTIFY else self._resume(connection, data)
            elif session is None:
                raise RefusedError(NOT_AUTHENTICATED, f"opcode {op} before IDENTIFY")
            elif op != PRESENCE:
                raise RefusedError(UNKNOWN_OPCODE, f"opcode {op} is not one this bot has use for")

    def _identify(self, connection: Connection, data: Json) -> Session:
        intents, shard = data.get("intents"), data.get("shard", [0, 1])
        if not isinstance(data.get("properties"), dict):
            raise RefusedError(DECODE_ERROR, "IDENTIFY without properties")
        if not isinstance(intents, int) or intents & ~INTENTS:
            raise RefusedError(BAD_INTENTS, f"intents {intents!r}")
        if intents & PRIVILEGED:
            raise RefusedError(FORBIDDEN_INTENTS, f"privileged intents {intents & PRIVILEGED:#x}")
        if not (isinstance(shard, list) and len(shard) == 2 and all(isinstance(part, int) for part in shard)):
            raise RefusedError(BAD_SHARD, f"shard {shard!r}")
        number, count = shard
        if not 0 <= number < count:
            raise RefusedError(BAD_SHARD, f"shard {shard!r}")
        session = Session(secrets.token_hex(16), (number, count), intents, connection)
        self.sessions[session.id] = session
        self._welcome(session)
        return session

    def _welcome(self, session: Session) -> None:
        world = self._world
        number, count = session.shard
        guilds = [guild for guild in world.guilds.values() if guild.joined and (int(guild.id) >> 22) % count == number]
        ready: Json = {
            "v": 10,
            "user": self_payload(world),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self.url,
            "shard": [number, count],
            "application": {"id": world.application_id, "flags": 0},
            "private_channels": [],
            "relationships": [],
            "presences": [],
        }
        session.dispatch("READY", ready)
        if session.intents & GUILDS:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", guild_payload(world, guild))
        session.ready = True
        world.bell.ring()

    def _resume(self, connection: Connection, data: Json) -> Session | None:
        session = self.sessions.get(str(data.get("session_id")))
        if session is None:
            connection.send({"op": INVALID_SESSION, "d": False})
            return None
        seen = data.get("seq")
        if not isinstance(seen, int) or not 0 <= seen <= session.sequence:
            del self.sessions[session.id]
            raise RefusedError(BAD_SEQUENCE, f"seq {seen!r}")
        session.connection = connection
        for frame in session.log[seen:]:
            connection.send(frame)
        session.dispatch("RESUMED", {"_trace": []})
        self.resumes += 1
        self._world.bell.ring()
        return session


def _decode(data: object) -> Json:
    try:
        frame = json.loads(data) if isinstance(data, (str, bytes)) else None
    except ValueError:
        frame = None
    if not isinstance(frame, dict):
        raise RefusedError(DECODE_ERROR, "a frame that is not a JSON object")
    return frame


def _intent(event: str, guild_id: str | None) -> int:
    if event.startswith("MESSAGE_"):
        return DIRECT_MESSAGES if guild_id is None else GUILD_MESSAGES
    return GUILDS if event.startswith(("GUILD_", "CHANNEL_", "THREAD_")) else 0
