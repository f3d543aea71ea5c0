"""`paperbot run`: the library, the state and the client, started and stopped together."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any

import aiohttp
import discord
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.answers import Answers
from bot.client import Paperbot
from bot.config import DISCORD_API, Config, Discord
from bot.state import State, StateError
from retrieval.library import Library

log = logging.getLogger(__name__)

CLOSE_WITHIN = 1.0  # seconds, for each thing that is closed
ANSWERED_WITHIN = 0.5  # seconds, for all that is being answered
_AUTHENTICATION_FAILED = 4004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
_GATEWAY_TIMEOUT = aiohttp.ClientTimeout(total=10)


class TokenRefused(Exception):
    """Discord does not know the token."""


class Unreachable(Exception):
    """Discord, or what stands in for it, does not answer; the message says where and why."""


async def serve(config: Config) -> None:
    """Answer in Discord until SIGTERM or SIGINT.

    Raises TokenRefused, Unreachable, StoreError and CorpusError where it cannot begin or go on.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    stopping = asyncio.create_task(stop.wait())
    opening = asyncio.create_task(Library.open(config.corpus_database, config.digests, glossary=config.glossary))
    await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if opening.done():
        await _answer(config, await opening, stopping)
    log.info("stopped")


async def _answer(config: Config, library: Library, stopping: asyncio.Task[bool]) -> None:
    async with AsyncExitStack() as stack:
        stack.push_async_callback(_close, library.close)
        log.info("%d papers on %d days", library.status().papers, library.status().days)
        state = State(config.state_database)
        stack.push_async_callback(_close, state.close)
        try:
            await state.reach()
        except StateError as error:
            log.error("going on without what people asked to remember, and trying again every minute: %s", error)
        client = Paperbot(Answers(library, lambda: datetime.now(UTC)), state)
        try:
            await _point_at(config.discord)
            await _connect(client, config.discord, stopping)
        except discord.LoginFailure:
            raise TokenRefused from None
        except discord.ConnectionClosed as error:
            if error.code == _AUTHENTICATION_FAILED:
                raise TokenRefused from None
            raise Unreachable(f"the gateway closed the connection: {error}") from error
        except (OSError, aiohttp.ClientError, discord.HTTPException) as error:
            raise Unreachable(f"{config.discord.api_base}: {str(error) or type(error).__name__}") from error


async def _connect(client: Paperbot, settings: Discord, stopping: asyncio.Task[bool]) -> None:
    connection = asyncio.create_task(client.start(settings.token.get_secret_value()))
    unasked = asyncio.create_task(_unasked(client))
    await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
    unasked.cancel()
    await asyncio.wait({unasked}, timeout=CLOSE_WITHIN)
    # Before the client closes: it would take its closed sockets for lost ones, and connect again.
    connection.cancel()
    await asyncio.wait({connection})
    await _end_answers({stopping})
    await _close(client.close)
    if not connection.cancelled():
        await connection


async def _end_answers(others: set[asyncio.Task[Any]]) -> None:
    """Let what is being answered reach Discord if it is about to, and end what is not: after this there is no
    connection to answer by."""
    answers = asyncio.all_tasks() - {asyncio.current_task(), *others}
    if not answers:
        return
    _, late = await asyncio.wait(answers, timeout=ANSWERED_WITHIN)
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=ANSWERED_WITHIN)


async def _unasked(client: Paperbot) -> None:
    """Post and send what is due, from when the client is ready."""
    await client.up.wait()
    await client.scheduler.run()


async def _close(close: Callable[[], Awaitable[None]]) -> None:
    """Close something, but not at any price: who sends SIGTERM soon sends SIGKILL."""
    closing = asyncio.ensure_future(close())
    done, _ = await asyncio.wait({closing}, timeout=CLOSE_WITHIN)
    if done:
        await closing


async def leave(code: int) -> None:
    """End the process with `code` if threads of its own would keep it from ending by itself.

    A thread that indexes, or waits for SQLite, cannot be hurried. What it writes is one transaction, so that leaving
    it behind leaves nothing half done.
    """
    await _close(asyncio.get_running_loop().shutdown_default_executor)
    others = set(threading.enumerate()) - {threading.main_thread()}
    if any(thread.is_alive() and not thread.daemon for thread in others):
        log.warning("left without waiting for what was still going on")
        logging.shutdown()
        sys.stderr.flush()
        os._exit(code)


async def _point_at(settings: Discord) -> None:
    """Make discord.py talk to the API and gateway of the settings; these three places decide it."""
    if settings.api_base != DISCORD_API:
        Route.BASE = settings.api_base
        Asset.BASE = str(URL(settings.api_base).origin())
    if gateway := settings.gateway or await _answered_gateway(settings.api_base):
        DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway)


async def _answered_gateway(api_base: str) -> str:
    if api_base == DISCORD_API:
        return ""
    async with aiohttp.ClientSession(timeout=_GATEWAY_TIMEOUT) as session, session.get(f"{api_base}/gateway") as answer:
        answer.raise_for_status()
        body = await answer.json()
    if not isinstance(body, dict) or not isinstance(body.get("url"), str):
        raise Unreachable(f"{api_base}/gateway did not name a gateway")
    return str(body["url"])
