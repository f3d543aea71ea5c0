"""What is counted and timed. No value of a label comes from outside: no names, ids or queries, and few of each."""

from __future__ import annotations

import time
from collections.abc import Awaitable
from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from bot.monitoring.calls import Call

T = TypeVar("T")

REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

# Discord wants a first response within 3 s.
_ACKNOWLEDGE_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
_ANSWER_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0, 60.0, 600.0)
_RELOAD_BUCKETS = (0.01, 0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 300.0, 1800.0)
_LAG_BUCKETS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

RECEIVED: Final = Counter(
    "paperbot_interactions_received", "Commands, presses and suggestions asked for.", ["kind"], registry=REGISTRY
)
CALLS: Final = Counter(
    "paperbot_calls",
    "What was answered, by what answered it: answered, nothing (there is none), misused (it cannot be understood), "
    "failed, shed (too much was asked at once), expired (Discord had given up waiting).",
    ["kind", "command", "outcome"],
    registry=REGISTRY,
)
ACKNOWLEDGED: Final = Histogram(
    "paperbot_acknowledge_seconds",
    "From an interaction's arrival to the first response that Discord took.",
    ["kind"],
    buckets=_ACKNOWLEDGE_BUCKETS,
    registry=REGISTRY,
)
ANSWERED: Final = Histogram(
    "paperbot_answer_seconds",
    "From the arrival of an interaction or a message to the answer that Discord took.",
    ["kind"],
    buckets=_ANSWER_BUCKETS,
    registry=REGISTRY,
)
RESPONSES: Final = Counter(
    "paperbot_discord_responses",
    "What Discord's API answered: 2xx to 5xx, or lost where the connection broke.",
    ["route", "status"],
    registry=REGISTRY,
)
CONNECTIONS: Final = Counter(
    "paperbot_gateway_connections",
    "Connections to the gateway: connected, resumed and lost ones.",
    ["event"],
    registry=REGISTRY,
)
RELOADS: Final = Histogram(
    "paperbot_reload_seconds",
    "How long reading the digests again took, by how it ended: done or failed.",
    ["outcome"],
    buckets=_RELOAD_BUCKETS,
    registry=REGISTRY,
)
SENT: Final = Counter(
    "paperbot_messages_sent",
    "Daily posts (post) and alerts (alerts): sent, or what kept them from being sent.",
    ["kind", "outcome"],
    registry=REGISTRY,
)
LAG: Final = Histogram(
    "paperbot_event_loop_lag_seconds", "How late the event loop is.", buckets=_LAG_BUCKETS, registry=REGISTRY
)
LOGGED: Final = Counter("paperbot_log_lines", "Lines of the log.", ["level"], registry=REGISTRY)
READY: Final = Gauge("paperbot_ready", "1 while it is connected to Discord with its papers loaded.", registry=REGISTRY)
GATEWAY_HEARD: Final = Gauge(
    "paperbot_gateway_silence_seconds", "How long ago the quietest shard was heard from.", registry=REGISTRY
)
STATE: Final = Gauge(
    "paperbot_state_reachable", "1 while what people asked to remember can be read.", registry=REGISTRY
)
TASKS: Final = Gauge("paperbot_tasks", "What goes on in the event loop.", registry=REGISTRY)
PAPERS: Final = Gauge("paperbot_papers", "Papers that are searched.", registry=REGISTRY)
WARNINGS: Final = Gauge("paperbot_digest_warnings", "Things in digests that are not understood.", registry=REGISTRY)
INDEX: Final = Gauge("paperbot_index_bytes", "The saved index.", registry=REGISTRY)
CORPUS: Final = Gauge("paperbot_corpus_bytes", "The database of papers.", registry=REGISTRY)
NEWEST: Final = Gauge("paperbot_newest_day_timestamp_seconds", "The newest digest's day, 0: none.", registry=REGISTRY)
LOADED: Final = Gauge("paperbot_loaded_timestamp_seconds", "When digests were last looked at.", registry=REGISTRY)
FETCHED: Final = Gauge(
    "paperbot_source_success_timestamp_seconds", "When papers were last fetched, 0: never.", registry=REGISTRY
)
FAILING: Final = Gauge(
    "paperbot_source_failing_timestamp_seconds", "Since when fetching has failed, 0: it does not.", registry=REGISTRY
)


def acknowledged(call: Call) -> None:
    """Discord took the first response to a call; what comes after the first does not count."""
    if not call.acknowledged:
        call.acknowledged = True
        ACKNOWLEDGED.labels(call.kind).observe(call.seconds)


def answered(call: Call, outcome: str) -> None:
    """A call has come to its end; what comes after the first end does not count."""
    if not call.answered:
        call.answered = True
        ANSWERED.labels(call.kind).observe(call.seconds)
        CALLS.labels(call.kind, call.command, outcome).inc()


async def timed_reload(reload: Awaitable[T]) -> T:
    """What the reload gives, its time noted."""
    began, outcome = time.perf_counter(), "failed"
    try:
        result = await reload
        outcome = "done"
        return result
    finally:
        RELOADS.labels(outcome).observe(time.perf_counter() - began)


def sent(name: str, failure: str = "") -> None:
    """A claimed message (`post:…`, `alerts:…`) was sent; or, with `failure`, was not."""
    SENT.labels(name.partition(":")[0], failure.partition(":")[0] or "sent").inc()
