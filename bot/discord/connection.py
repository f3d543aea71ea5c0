"""Connecting the client to Discord, or to what stands in for it."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import discord
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.core.deadlines import CLOSE_WITHIN, close
from bot.discord.client import Paperbot

ANSWERED_WITHIN = 0.5  # seconds, for all that is being answered
_DISCORD_API = Route.BASE
_AUTHENTICATION_FAILED = 4004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
_GATEWAY_TIMEOUT = aiohttp.ClientTimeout(total=10)


class TokenRefused(Exception):
    """Discord does not know the token."""


class Unreachable(Exception):
    """Discord, or what stands in for it, does not answer; the message says where and why."""


async def connect(client: Paperbot, token: str, stopping: asyncio.Task[bool], *, api_base: str, gateway: str) -> None:
    """Answer in Discord until `stopping` is done. Raises TokenRefused and Unreachable."""
    try:
        await _point_at(api_base, gateway)
        await _stay(client, token, stopping)
    except discord.LoginFailure:
        raise TokenRefused from None
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            raise TokenRefused from None
        raise Unreachable(f"the gateway closed the connection: {error}") from error
    except (OSError, aiohttp.ClientError, discord.HTTPException) as error:
        raise Unreachable(f"{api_base}: {str(error) or type(error).__name__}") from error


async def _stay(client: Paperbot, token: str, stopping: asyncio.Task[bool]) -> None:
    connection = asyncio.create_task(client.start(token))
    jobs = asyncio.create_task(_run_jobs(client))
    await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
    jobs.cancel()
    await asyncio.wait({jobs}, timeout=CLOSE_WITHIN)
    # Before the client closes: it would take its closed sockets for lost ones, and connect again.
    connection.cancel()
    await asyncio.wait({connection})
    await _end_answers({stopping})
    await close(client.close)
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


async def _run_jobs(client: Paperbot) -> None:
    """Do what is due, from when the client is ready."""
    await client.up.wait()
    await client.scheduler.run()


async def _point_at(api_base: str, gateway: str) -> None:
    """Make discord.py talk to that API and gateway; these three places decide it."""
    if api_base != _DISCORD_API:
        Route.BASE = api_base
        Asset.BASE = str(URL(api_base).origin())
    if chosen := gateway or await _answered_gateway(api_base):
        DiscordWebSocket.DEFAULT_GATEWAY = URL(chosen)


async def _answered_gateway(api_base: str) -> str:
    if api_base == _DISCORD_API:
        return ""
    async with aiohttp.ClientSession(timeout=_GATEWAY_TIMEOUT) as session, session.get(f"{api_base}/gateway") as answer:
        answer.raise_for_status()
        body = await answer.json()
    if not isinstance(body, dict) or not isinstance(body.get("url"), str):
        raise Unreachable(f"{api_base}/gateway did not name a gateway")
    return str(body["url"])
