"""The fake Discord: what a test starts, and what the bot talks to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from aiohttp import web

from .channel_routes import ChannelRoutes
from .channels import Channels
from .chat import Chat
from .errors import DriverError
from .faults import Faults
from .gateway import Gateway
from .guilds import GuildDriver
from .interactions import Interactions
from .people import Person
from .permissions import EVERYONE
from .reply import Reply
from .rest import API, Rest
from .waiting import PATIENCE
from .world import GROUP_DM, TEXT_CHANNEL, Channel, Guild, Json, World

T = TypeVar("T")

MAX_BODY = 25 * 1024 * 1024


class FakeDiscord:
    """A Discord on a loopback port. Use `async with FakeDiscord.start() as discord`.

    Leaving the block fails the test when the bot did anything that Discord refuses, or that people would mind
    (`problems`), or when a planned fault was never met. A test that provokes a problem takes it: `take_problems`.
    """

    def __init__(self, shards: int) -> None:
        self.world = World()
        self.faults = Faults()
        self.gateway = Gateway(self.world)
        self.chat = Chat(self.world, self.gateway.dispatch)
        self.interactions = Interactions(self.world, self.chat, self.gateway.dispatch)
        channels = ChannelRoutes(self.world, Channels(self.world, self.chat))
        self._rest = Rest(self.world, self.interactions, channels, self.faults, shards)
        self.api_base = ""

    @classmethod
    @asynccontextmanager
    async def start(cls, *, shards: int = 1) -> AsyncIterator[FakeDiscord]:
        """`shards` is how many /gateway/bot recommends."""
        discord = cls(shards)
        app = web.Application(middlewares=[discord._rest.middleware], client_max_size=MAX_BODY)
        app.add_routes([*discord._rest.routes(), web.get("/", discord.gateway.serve)])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=2.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            host, port = runner.addresses[0]
            discord.api_base = f"http://{host}:{port}{API}"
            discord._rest.gateway_url = discord.gateway.url = f"ws://{host}:{port}/"
            yield discord
        finally:
            discord.gateway.close()
            await runner.cleanup()
        discord._settle()

    @property
    def token(self) -> str:
        """The bot's token, another one in every fake."""
        return self.world.token

    @property
    def problems(self) -> list[str]:
        """What the bot did wrong so far, in words."""
        return self.world.problems

    def take_problems(self) -> list[str]:
        """The problems so far, which this test expects; they no longer fail it."""
        taken = self.world.problems[:]
        self.world.problems.clear()
        return taken

    def _settle(self) -> None:
        if wrong := [*self.world.problems, *self.faults.unmet]:
            raise AssertionError("Discord would not have it:\n" + "\n".join(wrong))

    @property
    def commands(self) -> list[Json]:
        """The application commands as last synced."""
        return self.world.commands

    @property
    def syncs(self) -> int:
        """How often the commands were overwritten."""
        return self.world.syncs

    def guild(
        self, name: str = "Lab", *, locale: str = "en-US", bot_permissions: int = EVERYONE, joined: bool = True
    ) -> GuildDriver:
        """A guild with the bot in it; a connected bot hears that it joined. One that the bot has not `joined` is there
        for people who installed it for themselves."""
        world = self.world
        number = world.snowflake()
        channel = world.channel(TEXT_CHANNEL, "papers", number)
        guild = Guild(number, name, locale, world.owner, channel, bot_permissions, channel, joined, [channel])
        world.guilds[number] = guild
        driver = GuildDriver(self, guild)
        if joined:
            driver.join()
        return driver

    def user(self, name: str = "reader", *, locale: str = "en-US") -> Person:
        """Somebody who installed the bot for themselves, in a direct message with it."""
        user = self.world.user(name, locale)
        return Person(self, user, None, self.world.direct(user), 0)

    def group(self, name: str = "reader", *, locale: str = "en-US") -> Person:
        """Somebody who installed the bot for themselves, in a group chat, which the bot is not in."""
        user = self.world.user(name, locale)
        return Person(self, user, None, self.world.channel(GROUP_DM, recipient=self.world.user("friend")), 0)

    def posts(self, channel: Channel) -> list[Reply]:
        """What the bot wrote in a channel (a person's direct one: `person.channel`) without an interaction."""
        own = (one for one in self.world.messages.values() if one.author is self.world.bot and one.source is None)
        return [Reply(one) for one in own if one.channel is channel and not one.deleted]

    def advance(self, seconds: float) -> None:
        """Lets time pass for Discord: deadlines and token lifetimes."""
        self.world.clock.advance(seconds)

    async def ready(self) -> None:
        """Waits until every shard of a bot is connected and has its guilds."""
        await self.until(lambda: self.gateway.complete or None, "the bot to be ready")

    async def until(self, look: Callable[[], T | None], what: str, timeout: float = PATIENCE) -> T:
        """What `look` returns once that is not None, looked at again at every change; never polls."""
        try:
            return await self.world.bell.until(look, timeout)
        except TimeoutError:
            raise DriverError(f"waited {timeout:g} s for {what}; problems: {self.problems or 'none'}") from None
