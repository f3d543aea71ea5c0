"""`paperbot run`: the library, the state and the client, started and stopped together."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from bot.cli.config import Config
from bot.core.app import App
from bot.core.deadlines import close
from bot.discord.client import Paperbot
from bot.discord.connection import connect
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.state import State, StateError
from retrieval.library import Library

log = logging.getLogger(__name__)


async def serve(config: Config) -> None:
    """Answer in Discord until SIGTERM or SIGINT.

    Raises TokenRefused, Unreachable, StoreError and CorpusError where it cannot begin or go on.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    opening = asyncio.create_task(
        Library.open(config.corpus_database, config.digests, glossary=config.glossary, fetched=config.fetched)
    )
    await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if opening.done():
        await _answer(config, await opening, stopping)
    log.info("stopped")


async def _answer(config: Config, library: Library, stopping: asyncio.Task[bool]) -> None:
    async with AsyncExitStack() as stack:
        stack.push_async_callback(close, library.close)
        log.info("%d papers on %d days", library.status().papers, library.status().days)
        state = State(config.state_database)
        stack.push_async_callback(close, state.close)
        try:
            await state.reach()
        except StateError as error:
            log.error("going on without what people asked to remember, and trying again every minute: %s", error)
        settings, token = config.discord, config.discord.token.get_secret_value()
        app = App(library, state, lambda: datetime.now(UTC), FEATURES, config.fetcher)
        client = Paperbot(app, EXTENSIONS, settings.shards, settings.shard_count)
        await connect(client, token, stopping, api_base=settings.api_base, gateway=settings.gateway)


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
