"""/healthz, /readyz and /metrics over HTTP, on the event loop of the bot: no client of it may cost the bot much."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.monitoring.looks import Finding, Looks
from bot.monitoring.metrics import REGISTRY

log = logging.getLogger(__name__)

MOST_CONNECTIONS: Final = 32
CONNECTION_LASTS: Final = 10.0
"""Seconds after which a connection is cut, whether its client has asked for something or sits on it."""
_GOOD_FOR = 1.0  # seconds, for which an answer that all is well is given again, however often it is asked for
_AGAIN_AFTER = 30.0  # seconds, where the port is taken
_LOOK_WITHIN = 2.0


async def serve_monitoring(looks: Looks, listen: str, started: Callable[[int], object] = lambda port: None) -> None:
    """Answer at `listen`, a host and a port, until cancelled. While the port cannot be had, it is tried again."""
    bounded = _Bounded(_Answers(looks).answer, access_log=None)
    server = await _bound(bounded, listen)
    log.info("monitoring at %s", listen)
    started(server.sockets[0].getsockname()[1])
    try:
        await server.serve_forever()
    finally:
        server.close()
        await bounded.shutdown(0.1)


class _Bounded(web.Server):
    """Holds few connections, none of them for long."""

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            asyncio.get_running_loop().call_later(CONNECTION_LASTS, transport.abort)


async def _bound(protocols: Callable[[], asyncio.BaseProtocol], listen: str) -> asyncio.Server:
    host, _, port = listen.rpartition(":")
    complained = False
    while True:
        try:
            return await asyncio.get_running_loop().create_server(protocols, host.strip("[]"), int(port))
        except OSError as error:
            if not complained:
                log.error("no monitoring at %s for now: %s", listen, error)
            complained = True
        await asyncio.sleep(_AGAIN_AFTER)


class _Answers:
    def __init__(self, looks: Looks) -> None:
        self._pages = {
            "/healthz": lambda: _found(looks.health),
            "/readyz": lambda: _found(looks.readiness),
            "/metrics": lambda: _metrics(looks.refresh),
        }
        self._kept: dict[str, tuple[float, web.Response]] = {}
        self._turn = asyncio.Lock()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        page = self._pages.get(request.path)
        if page is None:
            return web.Response(status=404, text=f"There are {' '.join(self._pages)}.\n")
        if request.method not in {"GET", "HEAD"}:
            return web.Response(status=405, headers={"Allow": "GET, HEAD"})
        async with self._turn:
            at, made = self._kept.get(request.path, (0.0, None))
            if made is None or time.monotonic() - at > _GOOD_FOR:
                made = await page()
                if made.status == web.HTTPOk.status_code:
                    self._kept[request.path] = (time.monotonic(), made)
        return web.Response(status=made.status, body=made.body, headers=made.headers)


async def _found(look: Callable[[], Awaitable[Finding]]) -> web.Response:
    finding = await look()
    body = {"status": "ok" if finding.well else "failing", **finding.parts}
    return web.json_response(body, status=200 if finding.well else 503)


async def _metrics(refresh: Callable[[], Awaitable[None]]) -> web.Response:
    try:
        async with asyncio.timeout(_LOOK_WITHIN):
            await refresh()
    except TimeoutError:
        log.warning("some of the metrics are out of date: they could not be had within %.0f s", _LOOK_WITHIN)
    body = await asyncio.to_thread(generate_latest, REGISTRY)
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})
