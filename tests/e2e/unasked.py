"""What the bot does over sockets without being asked, and the time that it lets pass before."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import date

from tests.bot.desk import digest
from tests.e2e.conftest import Home
from tests.fakes import BotProcess, FakeDiscord, Reply
from tests.fakes.world import Channel, Message

DAY = "2024-06-14"
SEND = "POST /channels/*/messages"


def publish(home: Home, day: str = DAY) -> None:
    (home.digests / f"{day}.md").write_text(digest(date.fromisoformat(day), ["A new paper"]))


def let_claims_end(home: Home) -> None:
    """As if the time had passed for which claims are held, and which lies between attempts."""
    with closing(sqlite3.connect(home.config.parent / "state.db")) as state, state:
        state.execute("UPDATE deliveries SET until = 0")


def in_channel(discord: FakeDiscord, channel: Channel) -> list[Message]:
    """What the bot posted there of its own accord."""
    return [
        message
        for message in discord.world.messages.values()
        if message.channel is channel and message.author is discord.world.bot and not message.source
    ]


async def posted(discord: FakeDiscord, channel: Channel, count: int = 1) -> list[Message]:
    return await discord.until(
        lambda: found if len(found := in_channel(discord, channel)) >= count else None, f"{count} posts"
    )


async def said(bot: BotProcess, line: str) -> None:
    """Waits until the process has logged a line."""
    for _ in range(1000):
        if line in bot.stderr:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(bot.stderr)


def text(message: Message) -> str:
    return Reply(message).text
