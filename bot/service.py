"""`paperbot run`: the library, the state and the client, started and stopped together."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import aiohttp
import discord
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.answers import Answers
from bot.client import Paperbot
from bot.config import DISCORD_API, Config, Discord
from bot.state import SQLiteState, State, StateError
from retrieval.library import Library

log = logging.getLogger(__name__)

CLOSE_WITHIN = 2.0  # seconds, for each thing that is closed: who sends SIGTERM soon sends SIGKILL
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
    async with AsyncExitStack() as stack:
        library = await Library.open(config.corpus_database, config.digests)
        stack.push_async_callback(_close, library.close)
        log.info("%d papers on %d days", library.status().papers, library.status().days)
        state = await _open_state(config)
        stack.push_async_callback(_close, state.close)
        try:
            await _point_at(config.discord)
            await _run(Paperbot(Answers(library, lambda: datetime.now(UTC)), state), config.discord, stop)
        except discord.LoginFailure:
            raise TokenRefused from None
        except discord.ConnectionClosed as error:
            if error.code == _AUTHENTICATION_FAILED:
                raise TokenRefused from None
            raise Unreachable(f"the gateway closed the connection: {error}") from error
        except (OSError, aiohttp.ClientError, discord.HTTPException) as error:
            raise Unreachable(f"{config.discord.api_base}: {error}") from error
    log.info("stopped")


async def _run(client: Paperbot, settings: Discord, stop: asyncio.Event) -> None:
    connection = asyncio.create_task(client.start(settings.token.get_secret_value()))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    # Before the client closes: it would take its closed sockets for lost ones, and connect again.
    connection.cancel()
    await asyncio.wait({connection})
    await _close(client.close)
    if not connection.cancelled():
        await connection


async def _close(close: Callable[[], Awaitable[None]]) -> None:
    """A thread that waits for SQLite, or a socket for its other end, cannot be hurried. What it writes is one
    transaction, so that leaving it behind leaves nothing half done."""
    closing = asyncio.ensure_future(close())
    done, _ = await asyncio.wait({closing}, timeout=CLOSE_WITHIN)
    if not done:
        log.warning("stopped without waiting for what was still going on")
        logging.shutdown()
        os._exit(0)
    await closing


async def _open_state(config: Config) -> State:
    try:
        return await SQLiteState.open(config.state_database)
    except StateError as error:
        log.error("going on without what people asked to remember: %s", error)
        return await SQLiteState.open(":memory:")


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
