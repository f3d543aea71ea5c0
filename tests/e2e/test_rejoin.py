"""A server is greeted once, over restarts too."""

from __future__ import annotations

from tests.e2e.conftest import Home
from tests.fakes import BotProcess, FakeDiscord


async def test_a_restart_welcomes_nobody_again(discord: FakeDiscord, home: Home) -> None:
    before = discord.guild("before")
    async with BotProcess.start(discord, home.config) as bot:
        member = before.member()
        await member.answer(member.mention("Lumos"))
        after = discord.guild("after")
        await discord.until(lambda: discord.posts(after.guild.channel) or None, "a welcome")
        assert await bot.stop() == 0
    async with BotProcess.start(discord, home.config) as bot:
        await member.answer(member.mention("Lumos"))
        assert await bot.stop() == 0
    texts = [post.text for guild in (before, after) for post in discord.posts(guild.guild.channel)]
    assert sum("For those who run" in text for text in texts) == 1
