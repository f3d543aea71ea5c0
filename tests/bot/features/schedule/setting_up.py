"""Setting up daily posts in a simulated Discord."""

from __future__ import annotations

from simcord.results import InteractionResult

from tests.bot.desk import Desk


async def set_up(desk: Desk, time: str = "09:00", zone: str = "Asia/Seoul", **options: object) -> InteractionResult:
    options.setdefault("channel", desk.server.channel)
    return await desk.server.admin.slash(desk.server.channel, "schedule set", time=time, timezone=zone, **options)
