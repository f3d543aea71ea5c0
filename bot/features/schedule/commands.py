"""/schedule: each new day's papers in a channel, for those who manage a server."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.core.answer import MAX_CHOICES, Answer, Choice, Notice
from bot.core.asker import Asker
from bot.core.server import Server
from bot.discord.app_commands import BY_SERVERS, SERVERS, choices, holding, suggestions, text
from bot.discord.base import Interaction
from bot.discord.controls import controls, frame
from bot.discord.extension import Extension
from bot.discord.permissions import manages_server, missing_permissions, server_of
from bot.discord.replies import add_reports, respond, who_asks
from bot.features.schedule import phrases
from bot.features.schedule.answers import DailyPost, ScheduleList
from bot.features.schedule.components import PostButton, ScheduleTurn, list_rows, post_view
from bot.features.schedule.job import DailyPosts
from bot.features.schedule.service import DEFAULT_TOP, MOST_TOP, ScheduleRequest, Scheduling
from bot.features.schedule.time_zones import suggest_zones


class ScheduleGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_SCHEDULE),
            description=text(phrases.ABOUT_SCHEDULE),
            allowed_contexts=SERVERS,
            allowed_installs=BY_SERVERS,
            default_permissions=discord.Permissions(manage_guild=True),
        )

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Let in who manages the server; a server's settings can show the commands to anyone."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not manages_server(interaction):
            raise app_commands.MissingPermissions(["manage_guild"])
        return True

    @app_commands.command(name=text(phrases.CMD_SET), description=text(phrases.ABOUT_SET))
    @app_commands.rename(
        channel=text(phrases.OPT_CHANNEL),
        time=text(phrases.OPT_TIME),
        timezone=text(phrases.OPT_TIMEZONE),
        top=text(phrases.OPT_TOP),
        role=text(phrases.OPT_ROLE),
        thread=text(phrases.OPT_THREAD),
    )
    @app_commands.describe(
        channel=text(phrases.ABOUT_CHANNEL),
        time=text(phrases.ABOUT_TIME),
        timezone=text(phrases.ABOUT_TIMEZONE),
        top=text(phrases.ABOUT_TOP),
        role=text(phrases.ABOUT_ROLE),
        thread=text(phrases.ABOUT_THREAD),
    )
    async def set_up(
        self,
        interaction: Interaction,
        channel: discord.TextChannel | discord.ForumChannel,
        time: str,
        timezone: str,
        top: app_commands.Range[int, 1, MOST_TOP] = DEFAULT_TOP,
        role: discord.Role | None = None,
        thread: bool = False,
    ) -> None:
        role_id, missing = role.id if role else None, tuple(missing_permissions(channel, thread=thread))
        wanted = ScheduleRequest(
            channel.guild.id, channel.id, f"#{channel.name}", time, timezone, top, role_id, thread, missing
        )

        async def request(scheduling: Scheduling, asker: Asker, _: Server) -> Answer:
            if role and not _can_mention(role):
                return Notice(phrases.ROLE_NOT_MENTIONABLE, {"role": role.name})
            return await scheduling.set_up(asker, wanted)

        await _respond(interaction, request)

    @app_commands.command(name=text(phrases.CMD_PREVIEW), description=text(phrases.ABOUT_PREVIEW))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def preview(self, interaction: Interaction, channel: str = "") -> None:
        await _respond(interaction, lambda scheduling, _, server: scheduling.preview(server, channel))

    @app_commands.command(name=text(phrases.CMD_LIST), description=text(phrases.ABOUT_LIST))
    async def overview(self, interaction: Interaction) -> None:
        await _respond(interaction, lambda scheduling, asker, server: scheduling.overview(asker, server))

    @app_commands.command(name=text(phrases.CMD_PAUSE), description=text(phrases.ABOUT_PAUSE))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def pause(self, interaction: Interaction, channel: str = "") -> None:
        await _respond(interaction, lambda scheduling, _, server: scheduling.pause(server, channel))

    @app_commands.command(name=text(phrases.CMD_OFF), description=text(phrases.ABOUT_OFF))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def off(self, interaction: Interaction, channel: str = "") -> None:
        await _respond(interaction, lambda scheduling, _, server: scheduling.off(server, channel))

    @set_up.autocomplete("timezone")
    async def suggest_timezone(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return choices(Choice(zone, zone) for zone in suggest_zones(typed, MAX_CHOICES))

    @preview.autocomplete("channel")
    @pause.autocomplete("channel")
    @off.autocomplete("channel")
    async def suggest_channel(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        server = server_of(interaction)
        if not server.managed:
            return []

        async def look() -> list[Choice]:
            scheduling, asker = interaction.client.app.service(Scheduling), await who_asks(interaction)
            return holding(await scheduling.suggest(asker, server), typed.removeprefix("#"))

        return await suggestions(interaction, look)


async def _respond(
    interaction: Interaction, request: Callable[[Scheduling, Asker, Server], Coroutine[Any, Any, Answer]]
) -> None:
    """Answer the admin alone; then post what may be due now, and tell of failures that nobody could be told of."""
    scheduling, server = interaction.client.app.service(Scheduling), server_of(interaction)
    await respond(interaction, lambda asker: request(scheduling, asker, server), private=True)
    interaction.client.scheduler.wake()
    asker = await who_asks(interaction)
    await add_reports(interaction, asker, scheduling.unreported(asker, server))


def _can_mention(role: discord.Role) -> bool:
    if role.is_default():
        return False
    return role.mentionable or role.guild.me.guild_permissions.mention_everyone


EXTENSION = Extension(
    commands=lambda: (ScheduleGroup(),),
    components=(PostButton, ScheduleTurn),
    controls=(controls(ScheduleList, list_rows),),
    frames=(frame(DailyPost, post_view),),
    jobs=(lambda client: DailyPosts(client).due,),
)
