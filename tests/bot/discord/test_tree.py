"""The registration of commands with Discord."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from tests.bot.views import Server

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_commands_are_registered_again_only_when_they_changed(server: Server, app: App) -> None:
    def syncs() -> int:
        return sum(entry.method == "PUT" and entry.path.endswith("/commands") for entry in server.env.http_requests)

    before = syncs()
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert syncs() == before
    other = Paperbot(app, EXTENSIONS)
    other.tree.remove_command("help")
    await server.env.restart_bot(other)
    assert syncs() == before + 1
