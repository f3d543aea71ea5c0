"""/help: what the bot can do."""

from __future__ import annotations

import pytest

from tests.bot.views import Server, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_help_names_every_command(server: Server) -> None:
    shown = texts(await server.alice.slash(server.channel, "help"))
    for command in ("/paper search", "/paper show", "/paper ask", "/daily", "/corpus reload"):
        assert command in shown
