"""Following something in a simulated Discord, and the alerts that come."""

from __future__ import annotations

import discord
from simcord.builders import ChannelHandle

from tests.bot.desk import Desk
from tests.bot.views import texts


async def follow(desk: Desk, query: str, **options: object) -> str:
    actor = desk.server.admin if options else desk.server.alice
    return texts(await actor.slash(desk.server.channel, "follow add", query=query, **options))


def alerts(desk: Desk) -> list[discord.Message]:
    channel = desk.env.backend.get_dm_channel(desk.server.alice.id)
    return [one for one in ChannelHandle(desk.env, None, channel).history() if one.author.bot]
