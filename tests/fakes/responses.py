"""Answers in JSON."""

from __future__ import annotations

import json

from aiohttp import web


def answer(body: object, status: int = 200) -> web.Response:
    """Discord names no charset, and clients compare the whole header."""
    return web.Response(body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json"})
