"""Connecting the client to Discord."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.cli.config import DISCORD_API, Discord
from bot.cli.run import CLOSE_WITHIN, _close
from bot.discord.client import Paperbot

ANSWERED_WITHIN = 0.5  # seconds, for all that is being answered
_AUTHENTICATION_FAILED = 4004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
_GATEWAY_TIMEOUT = aiohttp.ClientTimeout(total=10)


class TokenRefused(Exception):
    """Discord does not know the token."""


class Unreachable(Exception):
    """Discord, or what stands in for it, does not answer; the message says where and why."""


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
