"""What monitoring hears of Discord: calls that come in, how they were answered, and the connections."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Final

import aiohttp

from bot.core.answer import Answer, Notice, Reason
from bot.core.errors import is_failure
from bot.discord.base import Client, Draw
from bot.discord.drawn import Drawn
from bot.monitoring import metrics
from bot.monitoring.calls import Call, current
from bot.rendering.language import Language
from bot.rendering.phrases import CROWDED
from retrieval.lazy_regex import lazy_regex

# https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type
_KINDS: Final[Mapping[int, str]] = {2: "command", 3: "press", 4: "autocomplete", 5: "modal"}
_ROUTE = lazy_regex(r"/(?:(interactions)/\d+/[^/]+/callback|(webhooks)/\d+/.+|(channels)/\d+/messages)")
# A first response that only promises an answer, as the library writes it:
# https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object
_DEFERRALS = (b'{"type":5', b'{"type":6')
_NOT_FOUND = 404
_REFUSED = 400


def call_of(event: str, data: Any) -> Call:
    """The call that an event of the gateway is; it waits for an answer where somebody does."""
    if event == "INTERACTION_CREATE":
        number = data.get("type") if isinstance(data, dict) else None
        kind = _KINDS.get(number, "") if isinstance(number, int) else ""
        if kind:
            metrics.RECEIVED.labels(kind).inc()
        return Call(kind)
    return Call("message" if event == "MESSAGE_CREATE" else "")


def watched_draw(draw: Draw) -> Draw:
    """`draw`, which notes what is drawn as the outcome of the present call."""

    def drawn(answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> Drawn:
        if call := current():
            call.outcome = _outcome(answer)
        return draw(answer, language, newcomer=newcomer, reserved=reserved)

    return drawn


def _outcome(answer: Answer) -> str:
    if isinstance(answer, Notice) and answer.phrase is CROWDED:
        return "shed"
    if is_failure(answer):
        return "failed"
    if isinstance(answer, Notice):
        return "misused" if answer.reason is Reason.MISUSE else "nothing"
    return "answered"


def watched(trace: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
    """`trace`, which also times the present call's way to Discord."""

    async def ended(session: object, context: SimpleNamespace, parameters: aiohttp.TraceRequestEndParams) -> None:
        _note(parameters.url.path, parameters.method, parameters.response.status)

    async def broke(session: object, context: SimpleNamespace, lost: aiohttp.TraceRequestExceptionParams) -> None:
        metrics.RESPONSES.labels(_route(lost.url.path), "lost").inc()
        if call := current():
            call.was_cut = True

    async def wrote(session: object, context: SimpleNamespace, sent: aiohttp.TraceRequestChunkSentParams) -> None:
        if sent.chunk.startswith(_DEFERRALS) and _route(sent.url.path) == "interactions" and (call := current()):
            call.was_deferred = True

    trace.on_request_chunk_sent.append(wrote)
    trace.on_request_end.insert(0, ended)
    trace.on_request_exception.append(broke)
    return trace


def _route(path: str) -> str:
    found = _ROUTE.search(path)
    return str(found[found.lastindex or 0]) if found else "other"


def _note(path: str, method: str, status: int) -> None:
    route, call = _route(path), current()
    metrics.RESPONSES.labels(route, f"{status // 100}xx").inc()
    if call is None or not call.kind:
        return
    # A first response that came through, but whose answer was lost, is refused when it is sent again.
    taken = status < 300 or (status == _REFUSED and call.was_cut)
    if route == "interactions" and status == _NOT_FOUND:
        metrics.answered(call, "expired")
    elif route == "interactions" and taken:
        metrics.acknowledged(call)
        if not call.was_deferred:
            metrics.answered(call, call.outcome or "answered")
    elif method != "GET" and taken and ((route == "webhooks" and call.was_deferred) or route == "channels"):
        metrics.answered(call, call.outcome or "answered")


def silence(client: Client) -> float | None:
    """How many seconds ago the quietest shard was heard from; None before the first was. The library keeps the time in
    what sends the heartbeats, and shows it to nobody else."""
    heard = [
        beats._last_recv
        for shard in client.shards.values()
        if (socket := getattr(shard._parent, "ws", None)) and (beats := socket._keep_alive)
    ]
    return time.perf_counter() - min(heard) if heard else None
