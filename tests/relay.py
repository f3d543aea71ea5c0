"""A relay before a PostgreSQL, which can be cut off: to whom connects through it, the server is then gone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from sqlalchemy import URL

_SOCKET = ".s.PGSQL.5432"  # libpq's name for it


class Relay:
    """Passes on what is said between those who connect to `url` and the server behind it."""

    def __init__(self, behind: URL, folder: Path) -> None:
        self._behind = Path(str(behind.query["host"])) / _SOCKET
        self._here = folder / _SOCKET
        self._writers: set[asyncio.StreamWriter] = set()
        self._passing: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.url = behind.update_query_dict({"host": str(folder)})

    @classmethod
    @asynccontextmanager
    async def before(cls, behind: URL, folder: Path) -> AsyncIterator[Relay]:
        relay = cls(behind, folder)
        await relay.mend()
        try:
            yield relay
        finally:
            await relay.cut()

    async def mend(self) -> None:
        """Let connections through, from now on."""
        self._server = await asyncio.start_unix_server(self._connected, self._here)

    async def cut(self, *, refuse: bool = True) -> None:
        """End every connection, and `refuse` new ones."""
        if refuse and self._server:
            self._server.close()
            self._here.unlink(missing_ok=True)
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        await asyncio.gather(*self._passing, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, back = await asyncio.open_unix_connection(self._behind)
        except OSError:  # the server is just being restarted
            writer.transport.abort()
            return
        self._writers |= {writer, back}
        self._passing |= {asyncio.create_task(_pass_on(reader, back)), asyncio.create_task(_pass_on(there, writer))}


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while said := await reader.read(65_536):
            writer.write(said)
            await writer.drain()
    writer.close()
