"""A model's server of one's own, over a real socket, in the dialects of four real ones.

It writes what `writer` makes of a request. `play` has it behave otherwise for one request each, `always` for all:
`model_failures` holds what goes wrong on the wire, `model_lies` what models say. `asked` records every request.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
import zlib
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from aiohttp import web

from tests.fakes.model_dialects import LLAMACPP, OPENAI, Body, Dialect

MODEL, EMBEDDER = "fake-model", "fake-embedder"
DIMENSION = 256

Rows = npt.NDArray[np.float32]
_FENCED = re.compile(r"^(\S*[0-9a-f]{16,}\S*)\n(?P<material>.*)\n\1$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; `read` is as much of its words as the model sees."""

    path: str
    headers: dict[str, str]
    body: Body
    read: str = ""

    @property
    def texts(self) -> list[str]:
        """Everything in words that it says: of messages, or to embed."""
        said = self.body.get("input", [])
        return [message["content"] for message in self.body.get("messages", [])] + (
            [said] if isinstance(said, str) else said
        )

    @property
    def material(self) -> str:
        """What stands between the fences."""
        fenced = _FENCED.search(self.read or "\n".join(self.texts))
        return fenced["material"] if fenced else ""

    @property
    def task(self) -> str:
        """What stands before the fences."""
        words = self.read or "\n".join(self.texts)
        fenced = _FENCED.search(words)
        return words[: fenced.start()] if fenced else words

    @property
    def complaint(self) -> str:
        """The last message of a second try, "" of a first one."""
        return self.texts[-1] if len(self.texts) > 1 else ""

    @property
    def schema(self) -> Body:
        """What the answer is to look like; {} where the server was not told in a way that it understands."""
        wanted = self.body.get("response_format") or {}
        schema = wanted.get("json_schema", {}).get("schema", {})
        return schema if isinstance(schema, dict) else {}


@dataclass(frozen=True, slots=True)
class Turn:
    """One request, and what an answer to it is made of."""

    server: FakeModelServer
    request: web.Request
    asked: Asked

    def good(self) -> Any:
        """What the writer makes of the request."""
        return self.server.writer(self.asked)

    def say(self, content: str | None, finish: str = "stop", **message: Any) -> web.StreamResponse:
        """A completion; as a server does, it ends at the limit of tokens."""
        limit = self.asked.body.get("max_tokens") or self.asked.body.get("max_completion_tokens")
        if isinstance(content, str) and limit and tokens(content) > limit:
            content, finish = _cut(content, limit), "length"
        return web.json_response(completion(self.asked, content, finish, **message))

    def answer(self, output: Any) -> web.StreamResponse:
        """A completion of this object, or of this text."""
        return self.say(output if isinstance(output, str) else json.dumps(output, ensure_ascii=False))


Behaviour = Callable[[Turn], Awaitable[web.StreamResponse]]


async def answer_well(turn: Turn) -> web.StreamResponse:
    return turn.answer(turn.good())


def completion(asked: Asked, content: str | None, finish: str = "stop", **message: Any) -> Body:
    prompt, written = tokens(asked.read), tokens(content or "")
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1_780_000_000,
        "model": asked.body.get("model"),
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        ],
        "usage": {"prompt_tokens": prompt, "completion_tokens": written, "total_tokens": prompt + written},
    }


def tokens(text: str) -> int:
    return sum(1 if character.isascii() else 4 for character in text) // 4 + 1


def filled(schema: Body) -> Any:
    """Something of the shape, which says nothing."""
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return filled(schema["anyOf"][0])
    kind = schema.get("type")
    if kind == "object":
        return {key: filled(one) for key, one in schema.get("properties", {}).items()}
    if kind == "array":
        return [filled(schema["items"]) for _ in range(max(1, schema.get("minItems", 1)))]
    plain: dict[Any, Any] = {"string": "네.", "integer": 1, "number": 1.0, "boolean": True}
    return plain.get(kind)


def bag_of_words(texts: Sequence[str]) -> Rows:
    """Vectors of texts that share words lie close."""
    rows = np.zeros((len(texts), DIMENSION), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in text.lower().split() or [text]:
            row[zlib.crc32(word.encode()) % DIMENSION] += 1
    return rows


@dataclass(slots=True)
class FakeModelServer:
    """`url` ends in /v1. Keys are wanted where the dialect has one. `spoil` makes an embedding answer another one."""

    dialect: Dialect = OPENAI
    writer: Callable[[Asked], Any] = lambda asked: filled(asked.schema)
    embedder: Callable[[Sequence[str]], Rows] = bag_of_words
    models: set[str] = field(default_factory=lambda: {MODEL, EMBEDDER})
    always: Behaviour = answer_well
    spoil: Callable[[Body], Body] = lambda answer: answer
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    most_at_once: int = 0
    _at_once: int = 0
    _begun: asyncio.Condition = field(default_factory=asyncio.Condition)
    _played: deque[Behaviour] = field(default_factory=deque)

    def play(self, *behaviours: Behaviour) -> None:
        self._played += behaviours

    @property
    def headers_seen(self) -> str:
        return "\n".join(f"{name}: {value}" for asked in self.asked for name, value in asked.headers.items())

    async def busy_with(self, calls: int) -> None:
        """Wait until it is answering so many completions at once."""
        async with self._begun:
            await self._begun.wait_for(lambda: self._at_once >= calls)

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[FakeModelServer]:
        app = web.Application(client_max_size=64 * 1024**2)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_post("/v1/embeddings", self._embed)
        app.router.add_get("/v1/models", self._models)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        asked = await self._recorded(request)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        async with self._begun:
            self._begun.notify_all()
        try:
            behaviour = self._played.popleft() if self._played else self.always
            return self._refusal(asked) or await behaviour(Turn(self, request, asked))
        finally:
            self._at_once -= 1

    async def _embed(self, request: web.Request) -> web.StreamResponse:
        asked = await self._recorded(request)
        refusal = self.dialect.refusal(asked.headers, asked.body, self.models)
        if refusal:
            return refusal
        if self._played:
            return await self._played.popleft()(Turn(self, request, asked))
        rows = self.embedder(asked.texts)
        packed = asked.body.get("encoding_format") == "base64" and self.dialect.knows_base64
        data = [
            {"object": "embedding", "index": index, "embedding": _packed(row) if packed else row.tolist()}
            for index, row in enumerate(rows)
        ]
        used = sum(map(tokens, asked.texts))
        usage = {"prompt_tokens": used, "total_tokens": used}
        answer = {"object": "list", "data": data, "model": asked.body["model"], "usage": usage}
        return web.json_response(self.spoil(answer))

    async def _models(self, request: web.Request) -> web.StreamResponse:
        asked = Asked(request.path, dict(request.headers), {})
        self.asked.append(asked)
        refusal = self.dialect.refusal(asked.headers, {"model": MODEL, "input": ["-"]}, {MODEL})
        data = [{"id": name, "object": "model", "owned_by": self.dialect.name} for name in sorted(self.models)]
        return refusal or web.json_response({"object": "list", "data": data})

    async def _recorded(self, request: web.Request) -> Asked:
        body = json.loads(await request.read())
        words = "\n".join(message.get("content") or "" for message in body.get("messages", []))
        if self.dialect.cuts:
            words = _last(words, self.dialect.window)
        self.asked.append(asked := Asked(request.path, dict(request.headers), body, words))
        return asked

    def _refusal(self, asked: Asked) -> web.Response | None:
        limit = asked.body.get("max_tokens") or asked.body.get("max_completion_tokens") or 0
        refusal = self.dialect.refusal(asked.headers, asked.body, self.models)
        return refusal or self.dialect.too_long(tokens(asked.read), limit)


def _packed(row: npt.NDArray[np.float32]) -> str:
    return base64.b64encode(row.astype("<f4").tobytes()).decode()


def _cut(text: str, limit: int) -> str:
    while tokens(text) > limit:
        text = text[: max(0, min(len(text) - 1, len(text) * limit // tokens(text)))]
    return text


def _last(text: str, window: int) -> str:
    while tokens(text) > window:
        text = text[max(1, len(text) - len(text) * window // tokens(text)) :]
    return text


@asynccontextmanager
async def loading(server: FakeModelServer) -> AsyncIterator[None]:
    """llama.cpp while it reads its weights."""
    before, server.always = server.always, _loading
    yield
    server.always = before


async def _loading(turn: Turn) -> web.StreamResponse:
    await asyncio.sleep(0)
    return LLAMACPP.error(503, "Loading model", "unavailable_error")
