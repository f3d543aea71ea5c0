"""A Hugging Face of one's own, over a real socket: as strict as the real one, and as hostile as it may be."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from aiohttp import web

Record = dict[str, Any]
Trick = Callable[[web.Request], Awaitable[web.StreamResponse]]

_PARAMETERS = {"date", "week", "month", "submitter", "sort", "limit", "p"}
_HTML = "<html><body><h1>504 Gateway Timeout</h1></body></html>"


def record(arxiv_id: str, title: str = "A Paper", votes: int = 5, **fields: Any) -> Record:
    """A list record as the Hub gives it; `fields` replace those under `paper`, None takes one out."""
    people = [{"_id": "6", "name": name, "hidden": False} for name in ("Ann Author", "Bo Author")]
    paper: Record = {
        "id": arxiv_id,
        "title": title,
        "summary": f"We present {title}. It is better than everything that was there before it.",
        "authors": people,
        "upvotes": votes,
        "publishedAt": "2026-11-18T17:08:18.000Z",
        "submittedOnDailyAt": "2026-11-20T00:00:00.000Z",
    }
    paper = {key: value for key, value in (paper | fields).items() if value is not None}
    thumbnail = f"https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/{arxiv_id}.png"
    return {
        "paper": paper,
        "publishedAt": "2026-11-18T12:08:18.000Z",
        "title": title,
        "summary": paper.get("summary"),
        "thumbnail": thumbnail,
        "numComments": 2,
        "submittedBy": {"name": "someone"},
    }


@dataclass(slots=True)
class FakeHub:
    """`days` are its lists. `tricks` are played before a day is answered, one a request."""

    days: dict[str, list[Record]] = field(default_factory=dict)
    tricks: defaultdict[str, deque[Trick]] = field(default_factory=lambda: defaultdict(deque))
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    now: Callable[[], datetime] = lambda: datetime(2026, 11, 21, 3, tzinfo=UTC)
    links: bool = True
    url: str = ""

    def play(self, day: str, *tricks: Trick) -> None:
        self.tricks[day] += tricks

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[FakeHub]:
        app = web.Application()
        app.router.add_get("/api/daily_papers", self._list)
        app.router.add_get("/api/papers/{arxiv_id:.+}", self._paper)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _list(self, request: web.Request) -> web.StreamResponse:
        query = request.query
        day = query.get("date", "")
        self.asked.append(f"{day} p={query.get('p', '0')}")
        self.headers.append(dict(request.headers))
        if self.tricks[day]:
            return await self.tricks[day].popleft()(request)
        limit, page = query.get("limit", "50"), query.get("p", "0")
        if not (limit.isdigit() and 1 <= int(limit) <= 100 and page.isdigit() and _PARAMETERS.issuperset(query)):
            return _error(400, "Invalid query parameters")
        try:
            if date.fromisoformat(day) > self.now().astimezone(UTC).date():
                return _error(400, f"date {day} has not begun")
        except ValueError:
            return _error(400, "Invalid date")
        begin, end = int(page) * int(limit), (int(page) + 1) * int(limit)
        records = self.days.get(day, [])
        more = self.links and end < len(records)
        link = {"Link": f'<{self.url}/api/daily_papers?date={day}&p={int(page) + 1}>; rel="next"'} if more else {}
        return web.json_response(records[begin:end], headers=link)

    async def _paper(self, request: web.Request) -> web.StreamResponse:
        arxiv_id = request.match_info["arxiv_id"]
        self.asked.append(arxiv_id)
        if self.tricks[arxiv_id]:
            return await self.tricks[arxiv_id].popleft()(request)
        found = (one["paper"] for records in self.days.values() for one in records if one["paper"]["id"] == arxiv_id)
        paper = next(found, None)
        return web.json_response(paper) if paper else _error(404, "Paper not found")


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status, headers={"X-Error-Message": text})


def html(status: int) -> Trick:
    """An error page of the CDN."""

    async def play(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=_HTML, content_type="text/html")

    return play


def limited(**headers: str) -> Trick:
    """Too many requests, said in these headers (`_` for `-`)."""

    async def play(request: web.Request) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.json_response({"error": "We had to rate limit you"}, status=429, headers=named)

    return play


def says(value: Any, content_type: str = "application/json") -> Trick:
    """200 with any JSON, or any text."""

    async def play(request: web.Request) -> web.StreamResponse:
        text = value if isinstance(value, str) and content_type != "application/json" else json.dumps(value)
        return web.Response(text=text, content_type=content_type)

    return play


def redirect(to: str) -> Trick:
    async def play(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": to})

    return play


async def cut(request: web.Request) -> web.StreamResponse:
    """Breaks off in the middle of a body."""
    response = web.StreamResponse(headers={"Content-Length": "5000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'[{"paper": {"id": "2611.0')
    if request.transport:
        request.transport.close()
    return response


async def half(request: web.Request) -> web.StreamResponse:
    """A whole body, but half a JSON."""
    return web.Response(text='[{"paper": {"id": "2611.0', content_type="application/json")


async def endless(request: web.Request) -> web.StreamResponse:
    """A body that never ends."""
    response = web.StreamResponse(headers={"Content-Type": "application/json"})
    await response.prepare(request)
    while True:
        await response.write(b" " * 65_536)


async def hang(request: web.Request) -> web.StreamResponse:
    """Never answers."""
    await asyncio.Event().wait()
    return web.Response()


async def drop(request: web.Request) -> web.StreamResponse:
    """Closes the connection without a word."""
    if request.transport:
        request.transport.close()
    return web.Response()
