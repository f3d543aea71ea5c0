"""Connecting the client to Discord, or to what stands in for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import discord
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context
from yarl import URL

from bot.core.answer import Notice
from bot.core.deadlines import CLOSE_WITHIN, close
from bot.core.faults import why_unreached
from bot.discord.adapter import TerseAdapter
from bot.discord.client import Paperbot
from bot.rendering.language import Phrase

ANSWERED_WITHIN = 0.5  # seconds, for all that is being answered
_DISCORD_API = Route.BASE
_AUTHENTICATION_FAILED = 4004  # https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
# At a time, with each host: discord.py would open one for each of hundreds of answers, which takes longer than to wait
# for one that is open. A gateway takes one for each shard.
_MOST_CONNECTIONS = 100
_GATEWAY_TIMEOUT = aiohttp.ClientTimeout(total=10)

UNREACHABLE = Phrase("{api_base}에 연결할 수 없습니다({reason}).", "{api_base} cannot be reached ({reason}).")
GATEWAY_CLOSED = Phrase("Discord가 연결을 끊었습니다({reason}).", "Discord closed the connection ({reason}).")
NO_GATEWAY = Phrase(
    "{api_base}/gateway가 게이트웨이 주소를 알려 주지 않았습니다.", "{api_base}/gateway did not name a gateway."
)


class TokenRefused(Exception):
    """Discord does not know the token."""


class Unreachable(Exception):
    """Discord, or what stands in for it, does not answer; `notice` says where and why."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.say("en"))
        self.notice = notice


async def connect(client: Paperbot, token: str, stopping: asyncio.Task[bool], *, api_base: str, gateway: str) -> None:
    """Answer in Discord until `stopping` is done. Raises TokenRefused and Unreachable."""
    client.http.connector = aiohttp.TCPConnector(limit=0, limit_per_host=_MOST_CONNECTIONS)
    if not client.app.writes_answers:  # else replies are found again by the ids that Discord tells of them
        adapter: Callable[[], AsyncWebhookAdapter] = TerseAdapter
        async_context.set(adapter())  # for all tasks that begin from here on
    try:
        await _point_at(api_base, gateway)
        await _stay(client, token, stopping)
    except discord.LoginFailure:
        raise TokenRefused from None
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            raise TokenRefused from None
        raise Unreachable(Notice(GATEWAY_CLOSED, {"reason": str(error)})) from error
    except (OSError, aiohttp.ClientError, discord.HTTPException) as error:
        raise Unreachable(Notice(UNREACHABLE, {"api_base": api_base, "reason": why_unreached(error)})) from error


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
        raise Unreachable(Notice(NO_GATEWAY, {"api_base": api_base}))
    return str(body["url"])
