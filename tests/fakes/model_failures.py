"""What goes wrong between a client and a model's server."""

from __future__ import annotations

import asyncio
import json

from aiohttp import web

from tests.fakes.model_server import Behaviour, Turn, completion

_SPENT = "You exceeded your current quota, please check your plan and billing details."


def error(status: int, kind: str, code: str | None = None, message: str = "Sorry.", **headers: str) -> Behaviour:
    """An error in the server's own dialect; `retry_after="3"` becomes a header."""

    async def play(turn: Turn) -> web.StreamResponse:
        response = turn.server.dialect.error(status, message, kind, code)
        response.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
        return response

    return play


def rate_limited(**headers: str) -> Behaviour:
    return error(429, "requests", "rate_limit_exceeded", "Rate limit reached", **headers)


def out_of_quota(code: str = "insufficient_quota") -> Behaviour:
    return error(429, "insufficient_quota", code, _SPENT)


def overloaded(**headers: str) -> Behaviour:
    return error(503, "server_error", "server_is_overloaded", **headers)


loading_model = error(503, "unavailable_error", message="Loading model")
internal_error = error(500, "server_error")


async def html(turn: Turn) -> web.StreamResponse:
    """A proxy's page, with success."""
    return web.Response(text="<html><body>Welcome to nginx!</body></html>", content_type="text/html")


def redirect(to: str, status: int = 307) -> Behaviour:
    async def play(turn: Turn) -> web.StreamResponse:
        return web.Response(status=status, headers={"Location": to})

    return play


def hang(seconds: float = 3_600) -> Behaviour:
    """Nothing, until the client goes away."""

    async def play(turn: Turn) -> web.StreamResponse:
        await asyncio.sleep(seconds)
        return turn.answer(turn.good())

    return play


async def drip(turn: Turn) -> web.StreamResponse:
    """A good answer, a byte at a time."""
    body = json.dumps(completion(turn.asked, json.dumps(turn.good())))
    response = await _begun(turn)
    for byte in body.encode():
        await response.write(bytes([byte]))
        await asyncio.sleep(0.05)
    return response


async def closed_connection(turn: Turn) -> web.StreamResponse:
    """No answer at all."""
    _cut_off(turn)
    return web.Response()


async def broken_off(turn: Turn) -> web.StreamResponse:
    """Less than its Content-Length."""
    response = await _begun(turn, {"Content-Length": "4096"})
    await response.write(b'{"id": "chatcmpl-1", "choices": [')
    _cut_off(turn)
    return response


async def half_a_body(turn: Turn) -> web.StreamResponse:
    """JSON that ends in the middle, and no word of it."""
    body = json.dumps(completion(turn.asked, json.dumps(turn.good()))).encode()
    return web.Response(body=body[: len(body) // 2], content_type="application/json")


async def endless(turn: Turn) -> web.StreamResponse:
    """Whitespace for as long as anybody listens."""
    response = await _begun(turn)
    while True:
        await response.write(b" " * 65_536)


async def packed_bomb(turn: Turn) -> web.StreamResponse:
    """A megabyte of gzip that is a gigabyte of nothing, though nobody said that they take it."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Encoding": "gzip"})
    await response.prepare(turn.request)
    await response.write(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")
    return response


def nonsense(body: object) -> Behaviour:
    """JSON that is no completion."""

    async def play(turn: Turn) -> web.StreamResponse:
        return web.json_response(body)

    return play


async def _begun(turn: Turn, headers: dict[str, str] | None = None) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/json", **(headers or {})})
    await response.prepare(turn.request)
    return response


def _cut_off(turn: Turn) -> None:
    if turn.request.transport is not None:
        turn.request.transport.abort()


FAILURES: dict[str, Behaviour] = {
    "rate limited": rate_limited(),
    "out of quota": out_of_quota(),
    "overloaded": overloaded(),
    "loading": loading_model,
    "internal error": internal_error,
    "html": html,
    "closed connection": closed_connection,
    "broken off": broken_off,
    "half a body": half_a_body,
    "packed": packed_bomb,
    "no choices": nonsense({"choices": []}),
    "a list": nonsense([]),
    "null": nonsense(None),
}
"""Each ends by itself; `hang`, `drip` and `endless` last until the client goes away."""
