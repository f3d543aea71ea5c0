"""The bot as its own process, which fetches a day by itself."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from tests.e2e.conftest import Home
from tests.fakes import BotProcess, FakeDiscord
from tests.fakes.huggingface import FakeHub, record
from tests.fakes.waiting import PATIENCE


async def test_a_day_that_is_fetched_by_itself_can_be_read(discord: FakeDiscord, home: Home) -> None:
    day = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    hub = FakeHub({day: [record("2611.00001", "A Paper That Was Fetched", 12)]}, now=lambda: datetime.now(UTC))
    async with hub.served():
        settings = (
            f'\n[sources]\nhuggingface = true\nhuggingface_base = "{hub.url}"\nfolder = "fetched"\nsince = "{day}"\n'
        )
        home.config.write_text(home.config.read_text() + settings)
        member = discord.guild().member("member", locale="en-US")
        async with BotProcess.start(discord, home.config) as bot:
            written = home.config.parent / "fetched" / f"{day}.md"
            async with asyncio.timeout(PATIENCE):
                while "papers fetched" not in bot.stderr:
                    await member.slash("help")  # meanwhile the bot answers
            assert written.exists()
            reply = await member.slash("paper show", paper="2611.00001")
            assert "A Paper That Was Fetched" in reply.text
            assert await bot.stop() == 0
        assert "Traceback" not in bot.stderr
