"""A bot in a simulated Discord, and a server with people in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from simcord.env import Env

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from tests.bot.desk import Desk, copy_seeds
from tests.bot.views import Server
from tests.conftest import Clock


@pytest.fixture
def simcord_bot(app: App) -> Paperbot:
    return Paperbot(app, EXTENSIONS)


@pytest.fixture
def server(simcord_env: Env) -> Server:
    guild = simcord_env.create_guild()
    manager = guild.create_role("manager", permissions=discord.Permissions(manage_guild=True))
    return Server(
        simcord_env,
        guild.create_text_channel("papers"),
        guild.add_member(simcord_env.create_user("alice")),
        guild.add_member(simcord_env.create_user("bob")),
        guild.add_member(simcord_env.create_user("admin"), roles=[manager]),
    )


@pytest.fixture
async def growing(tmp_path: Path, clock: Clock, state: State) -> AsyncIterator[App]:
    """An application over a folder of digests that a test can add to."""
    library = await Library.open(":memory:", [copy_seeds(tmp_path / "digests")], now=clock)
    yield App(library, state, clock, FEATURES)
    await library.close()


@pytest.fixture
async def desk(tmp_path: Path, simcord_bot: Paperbot, clock: Clock, server: Server) -> Desk:
    """It is noon of 14 June in Seoul, and the bot has seen all the seeds' papers. Tests that use it have `simcord_bot`
    stand on `growing`."""
    desk = Desk(tmp_path / "digests", simcord_bot, clock, server)
    await desk.look()
    return desk
