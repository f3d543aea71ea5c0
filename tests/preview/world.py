"""A server in a simulated Discord, with the real bot in it and people to be."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import discord
import simcord.interactions
from simcord import ChannelHandle, Env, MemberActor, SetupError, UserHandle
from simcord.preview import Preview

from bot.cli.config import Config
from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.rendering.language import Language
from bot.state import State
from retrieval.library import Library
from tests.preview.stand_in import stand_in

_SETTLED_WITHIN = 30.0  # seconds that the bot may take for one command, on a slow machine and a large corpus
_DISCORD_LOCALE: Mapping[Language, str] = {"ko": "ko", "en": "en-US"}


class PortTaken(Exception):
    """The page cannot be served at the port asked for; the message says why."""


@dataclass(frozen=True, slots=True)
class World:
    """A channel of a server, and by the language of their Discord: who is in it, and who may manage it."""

    env: Env
    library: Library
    channel: ChannelHandle
    members: Mapping[Language, MemberActor]
    managers: Mapping[Language, MemberActor]

    @asynccontextmanager
    async def page(
        self, *, layout: Literal["message", "channel"] = "channel", alone: Language | None = None, port: int = 0
    ) -> AsyncIterator[Preview]:
        """Serve the world to browsers on this machine: the channel, or a member's direct messages with the bot.

        `layout` "message" shows one message by itself. `port` 0 is any free one. Raises PortTaken.
        """
        channel = self.channel
        viewers: list[MemberActor | UserHandle] = [*self.members.values(), *self.managers.values()]
        if alone:
            viewer = self.members[alone].user
            channel, viewers = viewer.dm_channel, [viewer]
        pictures = {url: ("picture.png", stand_in(url)) for url in await self._pictures()}
        preview = self.env.preview(
            channel, viewers=viewers, layout=layout, timezone="Asia/Seoul", assets=pictures, port=port
        )
        async with AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(preview)
            except SetupError as error:
                if isinstance(error.__cause__, OSError):
                    raise PortTaken(os.strerror(error.__cause__.errno or 0)) from error
                raise
            yield preview

    async def look(self) -> None:
        """Have the bot send what is due."""
        bot = self.env.bot
        assert isinstance(bot, Paperbot)
        await bot.scheduler.look()
        await self.env.settle()

    @property
    def mention(self) -> str:
        """What a message holds that mentions the bot."""
        return self.env.bot.user.mention if self.env.bot.user else ""

    async def _pictures(self) -> set[str]:
        days = [await self.library.day(day) for day in self.library.days()]
        return {paper.media.url for day in days for paper in day.papers if paper.media}


@asynccontextmanager
async def open_world(config: Config) -> AsyncIterator[World]:
    """The configured corpus, and a state that is forgotten at the end. Raises as `Library.open` does."""
    async with AsyncExitStack() as stack:
        library = await Library.open(
            config.corpus_database, config.digests, glossary=config.glossary, fetched=config.fetched
        )
        stack.push_async_callback(library.close)
        state = await State.open(":memory:")
        stack.push_async_callback(state.close)
        bot = Paperbot(App(library, state, lambda: datetime.now(UTC), FEATURES), EXTENSIONS)
        simulation = simcord.run(bot, shard_count=1, check_errors=False, settle_timeout=_SETTLED_WITHIN)
        world = await _furnish(await stack.enter_async_context(simulation), library)
        spoken = {person.id: one for group in (world.members, world.managers) for one, person in group.items()}
        stack.enter_context(_languages(spoken))
        yield world


async def _furnish(env: Env, library: Library) -> World:
    if env.bot.user:
        await env.bot.user.edit(username="Paperbot")
    guild = env.create_guild("AI 논문 연구실", preferred_locale="ko")
    manager = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))

    def person(name: str, shown: str, **fields: Any) -> MemberActor:
        return guild.add_member(env.create_user(name, global_name=shown), **fields)

    return World(
        env,
        library,
        guild.create_text_channel("논문-papers"),
        {"ko": person("jimin", "지민"), "en": person("alex", "Alex")},
        {
            "ko": person("seoyeon", "서연 (서버 관리)", roles=[manager]),
            "en": person("robin", "Robin (Manage Server)", roles=[manager]),
        },
    )


@contextmanager
def _languages(spoken: Mapping[int, Language]) -> Iterator[None]:
    """Have what people do come from a Discord in their language, by user id; simcord's is in English for everyone."""
    plain = simcord.interactions.base_payload

    def in_language(*args: Any, user_id: int, **rest: Any) -> Any:
        record, payload = plain(*args, user_id=user_id, **rest)
        payload["locale"] = _DISCORD_LOCALE[spoken[user_id]]
        return record, payload

    simcord.interactions.base_payload = in_language
    try:
        yield
    finally:
        simcord.interactions.base_payload = plain
