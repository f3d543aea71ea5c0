"""`paperbot run`: the library, the state and the client, started and stopped together."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime

from bot.cli.config import Config
from bot.cli.model import open_model
from bot.cli.vitals import Vitals
from bot.core.app import App
from bot.core.deadlines import close
from bot.discord.client import Paperbot
from bot.discord.connection import connect
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.model.model import Model
from bot.monitoring.pulse import beat
from bot.monitoring.systemd import READY, STOPPING, notify, watchdog_seconds
from bot.state import State, StateError, examine
from retrieval.digests.files import CorpusError, digest_files
from retrieval.lazy_regex import compile_all
from retrieval.library import Library
from retrieval.storage.faults import StoreError

log = logging.getLogger(__name__)

_SYSTEMD_WITHIN = 30.0  # seconds
_SMALL = 1 << 19  # bytes: some 300 papers
_COLLECT_EVERY = 5_000  # objects more than before: those of some answers


async def serve(config: Config) -> None:
    """Answer in Discord until SIGTERM or SIGINT.

    Raises TokenRefused, Unreachable, StoreError and CorpusError where it cannot begin or go on.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    vitals = Vitals(config)
    async with AsyncExitStack() as stack:
        stack.enter_context(_watched(vitals, stopping))
        notify("STATUS=reading the digests")
        vitals.state = state = State(config.state_database)  # nothing is opened before somebody asks for it
        stack.push_async_callback(close, state.close)
        model = open_model(config, state, _now)
        if model:
            stack.push_async_callback(close, model.close)
        opening = asyncio.create_task(
            Library.open(
                config.corpus_database,
                config.digests,
                glossary=config.glossary,
                fetched=config.fetched,
                apart=await asyncio.to_thread(_is_large, config),
                embedder=model.embedder if model else None,
            )
        )
        await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if opening.done():
            await _answer(vitals, await opening, state, model, stopping)
    log.info("stopped")


def _is_large(config: Config) -> bool:
    """Whether the digests take longer to read than a process of its own to start. Fetched ones add little a day."""
    try:
        return sum(file.path.stat().st_size for file in digest_files(config.digests).files) > _SMALL
    except (CorpusError, OSError):
        return True


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _watched(vitals: Vitals, stopping: asyncio.Task[bool]) -> Iterator[None]:
    """Let monitoring and systemd know how the bot is, until it is told to stop: then only answers are waited for."""
    listen = vitals.config.monitoring.listen
    watches = [asyncio.create_task(beat())] if listen or watchdog_seconds() else []
    if listen:
        from bot.monitoring.server import serve_monitoring  # here, because few need a server of HTTP

        watches.append(asyncio.create_task(serve_monitoring(vitals.looks, listen)))

    def end(_: object = None) -> None:
        notify(STOPPING)
        for watch in watches:
            watch.cancel()

    stopping.add_done_callback(end)
    try:
        yield
    finally:
        end()


async def _when_ready(client: Paperbot) -> None:
    await client.up.wait()
    await asyncio.to_thread(notify, READY, "STATUS=answering", within=_SYSTEMD_WITHIN)
    await asyncio.to_thread(compile_all)  # a first use, on the event loop, would keep everybody waiting


async def _answer(
    vitals: Vitals, library: Library, state: State, model: Model | None, stopping: asyncio.Task[bool]
) -> None:
    config = vitals.config
    async with AsyncExitStack() as stack:
        stack.push_async_callback(close, library.close)
        log.info("%d papers on %d days", library.status().papers, library.status().days)
        try:
            await state.reach()
        except StateError as error:
            log.error("going on without what people asked to remember, and trying again every minute: %s", error)
        else:
            await _examine(config)
        fetcher = config.fetcher
        if model:
            from bot.model.summaries.summarizer import summarizer_of

            fetcher.summarizer = summarizer_of(model, config.model.name, config.fetched)
        app = App(library, state, _now, FEATURES, fetcher, model, config.pace)
        client = Paperbot(app, EXTENSIONS, config.discord.shards, config.discord.shard_count)
        vitals.library, vitals.client = library, client
        when_ready = asyncio.create_task(_when_ready(client))
        stopping.add_done_callback(lambda _: when_ready.cancel())
        _spare_collector()
        settings, token = config.discord, config.discord.token.get_secret_value()
        await connect(client, token, stopping, api_base=settings.api_base, gateway=settings.gateway)


async def _examine(config: Config) -> None:
    try:
        await asyncio.to_thread(examine, config.state_database)
    except StoreError as error:
        log.error("going on with what can be read of what people asked to remember: %s", error)


def _spare_collector() -> None:
    """Keep Python's collector of cycles from walking all that was loaded, over and over, for the sake of the few
    objects of an answer: a sixth of the time that answers take. Whatever is let go without a cycle is freed as before.

    https://docs.python.org/3/library/gc.html#gc.freeze
    """
    gc.freeze()
    gc.set_threshold(_COLLECT_EVERY)


async def leave(code: int) -> None:
    """End the process with `code` if threads of its own would keep it from ending by itself.

    A thread that indexes, or waits for SQLite, cannot be hurried. What it writes is one transaction, so that leaving
    it behind leaves nothing half done.
    """
    await close(asyncio.get_running_loop().shutdown_default_executor)
    others = set(threading.enumerate()) - {threading.main_thread()}
    if any(thread.is_alive() and not thread.daemon for thread in others):
        log.warning("left without waiting for what was still going on")
        logging.shutdown()
        sys.stderr.flush()
        os._exit(code)
