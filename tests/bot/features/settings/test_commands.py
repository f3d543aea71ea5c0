"""/settings: who is offered what."""

from __future__ import annotations

import pytest

from tests.bot.features.settings.panel import chosen, controls
from tests.bot.views import Server

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_members_are_offered_their_own_settings_only(server: Server) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    assert panel.ephemeral
    assert set(controls(panel)) == {"set:language", "set:private:on"}
    assert chosen(panel, "set:language") == "My language: same as Discord"
