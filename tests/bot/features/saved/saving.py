"""/saved in a simulated Discord."""

from __future__ import annotations

from typing import Final

from simcord.results import InteractionResult

from tests.bot.views import Server, assert_within_budget

MOE: Final = "2402.08609"


async def saved(server: Server, command: str, **options: object) -> InteractionResult:
    result = await server.alice.slash(server.channel, f"saved {command}", **options)
    assert result.ephemeral, "what somebody saved is nobody else's business"
    assert result.response
    assert_within_budget(result.response.components)
    return result
