"""Examples that fit the papers, before anybody asks for them."""

from __future__ import annotations

from datetime import datetime

from bot.discord.base import Client


class ExampleUpkeep:
    """Chooses examples anew once the papers have changed."""

    def __init__(self, client: Client) -> None:
        self._examples = client.app.examples

    async def due(self) -> datetime | None:
        await self._examples.current()
        return None
