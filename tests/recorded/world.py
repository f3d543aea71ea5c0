"""A bot over a folder of digests that grows, in a simulated Discord.

All that these tests import of the program is imported here.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import discord
import simcord
from simcord import ChannelHandle, Env, GuildHandle, MemberActor, RoleHandle

from bot.core.app import App
from bot.discord.client import Paperbot, template_of
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from tests.bot.model.writers import Scripted, configured, echoing
from tests.conftest import SEEDS, Clock


@dataclass(frozen=True, slots=True)
class World:
    """A server with two text channels, a forum and a role; and by language a member and who manages it.

    It is noon of 14 June 2024 in Seoul; the newest digest is that of the 13th.
    """

    env: Env
    clock: Clock
    digests: Path
    guild: GuildHandle
    channel: ChannelHandle
    threads: ChannelHandle
    forum: ChannelHandle
    readers: RoleHandle
    members: dict[str, MemberActor]
    managers: dict[str, MemberActor]
    _bot: Paperbot
    _library: Library

    async def publish(self, day: str, *papers: str) -> None:
        """Have a digest of the day read, in which each paper has the title and the points given, a line each."""
        (self.digests / f"{day}.md").write_text(_digest(date.fromisoformat(day), papers), "utf-8")
        await self._library.reload()

    async def look(self) -> None:
        """Do what the bot does by itself when it wakes."""
        await self._bot.scheduler.look()
        await self.env.settle()

    def have_model(self) -> None:
        """Have a model answer questions from here on, which repeats what it reads."""
        self._bot.app.model = configured(Scripted(echoing))

    def templates(self) -> Iterable[re.Pattern[str]]:
        """What the custom ids look like that the running client answers, in the order in which it tries them."""
        return map(template_of, self._bot.components)

    async def join(self, guild: GuildHandle) -> None:
        """Have the bot join a server that it can greet."""
        joined = self._bot.get_guild(guild.id)
        assert joined
        channel = joined.get_channel(guild.create_text_channel("lobby").id)
        assert isinstance(channel, discord.TextChannel)
        await joined.edit(system_channel=channel)
        await self.env.settle()
        await self._bot.on_guild_join(joined)
        await self.env.settle()


@asynccontextmanager
async def open_world(folder: Path, state_database: Path) -> AsyncIterator[World]:
    """`folder` is an empty one, for the digests."""
    for seed in SEEDS.glob("2024-*.md"):
        shutil.copy(seed, folder)
    clock = Clock()
    async with AsyncExitStack() as stack:
        library = await Library.open(":memory:", [folder], now=clock)
        stack.push_async_callback(library.close)
        state = await State.open(state_database)
        stack.push_async_callback(state.close)
        bot = Paperbot(App(library, state, clock, FEATURES), EXTENSIONS)
        env = await stack.enter_async_context(simcord.run(bot, shard_count=1))
        await env.advance_time(1.0)  # ids begin anew, however many commands have taken some
        yield _furnish(env, clock, folder, bot, library)


def _furnish(env: Env, clock: Clock, folder: Path, bot: Paperbot, library: Library) -> World:
    """The order decides the ids, which stand in the recorded states."""
    guild = env.create_guild("AI 논문 연구실")
    manager = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
    readers = guild.create_role("readers", mentionable=True)
    channel, threads = guild.create_text_channel("papers"), guild.create_text_channel("threads")
    forum = guild.create_forum_channel("daily")
    members = {one: guild.add_member(env.create_user(name)) for one, name in (("en", "alex"), ("ko", "jimin"))}
    managers = {
        one: guild.add_member(env.create_user(name), roles=[manager])
        for one, name in (("en", "robin"), ("ko", "seoyeon"))
    }
    return World(env, clock, folder, guild, channel, threads, forum, readers, members, managers, bot, library)


def _digest(day: date, papers: Sequence[str]) -> str:
    parts = []
    for number, paper in enumerate(papers, 1):
        title, *points = paper.splitlines()
        parts.append(
            f"### [{title}](https://arxiv.org/abs/{day:%y%m}.{day.day:02}{number:03})\n\nVote: {50 - number}\n\n"
            "Authors: Ada Lovelace, Grace Hopper\n\n"
            + "".join(f"- {point}\n" for point in points or [f"{title}에 관한 요약입니다."])
        )
    return f"## Daily Papers ({day})\n\n" + "\n".join(parts)
