"""An arXiv of one's own, over a real socket: its query interface, as terse as the real one."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from aiohttp import web

Trick = Callable[[web.Request], Awaitable[web.StreamResponse]]

_ENTRY = """<entry><id>http://arxiv.org/abs/{id}v1</id><title>A
  Title</title><summary>  {abstract}
</summary></entry>"""
_FEED = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title>{}</feed>'


@dataclass(slots=True)
class FakeArxiv:
    """`abstracts` by id; those it does not have are left out silently. `asked` are the ids of each request."""

    abstracts: dict[str, str] = field(default_factory=dict)
    tricks: deque[Trick] = field(default_factory=deque)
    asked: list[list[str]] = field(default_factory=list)
    url: str = ""

    @asynccontextmanager
    async def served(self) -> AsyncIterator[FakeArxiv]:
        app = web.Application()
        app.router.add_get("/api/query", self._query)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _query(self, request: web.Request) -> web.StreamResponse:
        ids = request.query.get("id_list", "").split(",")
        self.asked.append(ids)
        if self.tricks:
            return await self.tricks.popleft()(request)
        most = int(request.query.get("max_results", "10"))
        found = [each for each in ids if each in self.abstracts][:most]
        entries = (_ENTRY.format(id=each, abstract=escape(self.abstracts[each])) for each in found)
        return web.Response(text=_FEED.format("".join(entries)), content_type="application/atom+xml")


def feed(text: str) -> Trick:
    """200 with that text between the tags of a feed."""

    async def play(request: web.Request) -> web.StreamResponse:
        return web.Response(text=_FEED.format(text), content_type="application/atom+xml")

    return play
