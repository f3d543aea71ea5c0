"""/schedule: each new day's digest in a channel, for those who run a server."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.core.answer import MAX_CHOICES, Answer, Notice
from bot.core.asker import Asker
from bot.discord.app_commands import BY_SERVERS, SERVERS, text
from bot.discord.permissions import missing_permissions
from bot.features.schedule import phrases
from bot.features.schedule.service import DEFAULT_TOP, MOST_TOP, Wish
from bot.features.schedule.time_zones import suggest_zones
from bot.rendering.phrases import SERVER_ONLY
from bot.rendering.snippet import clip

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

_CHOICE_CHARS = 100
Channel = discord.TextChannel | discord.ForumChannel


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
        """Server settings can let anyone see the commands; what counts is the permission of who calls."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not interaction.permissions.manage_guild:
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
        interaction: discord.Interaction[Paperbot],
        channel: Channel,
        time: str,
        timezone: str,
        top: app_commands.Range[int, 1, MOST_TOP] = DEFAULT_TOP,
        role: discord.Role | None = None,
        thread: bool = False,
    ) -> None:
        wish = Wish(
            channel.id,
            f"#{channel.name}",
            time,
            timezone,
            top,
            role.id if role else None,
            thread,
            tuple(missing_permissions(channel, thread=thread)),
        )

        async def request(asker: Asker, guild_id: int) -> Answer:
            if role and not _can_mention(role):
                return Notice(phrases.ROLE_NOT_MENTIONABLE, {"role": role.name})
            return await interaction.client.scheduling.set_up(asker, guild_id, wish)

        await _answer(interaction, request)

    @app_commands.command(name=text(phrases.CMD_PREVIEW), description=text(phrases.ABOUT_PREVIEW))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def preview(self, interaction: discord.Interaction[Paperbot], channel: str = "") -> None:
        scheduling = interaction.client.scheduling
        await _answer(interaction, lambda _, guild_id: scheduling.preview(guild_id, channel, _channels(interaction)))

    @app_commands.command(name=text(phrases.CMD_LIST), description=text(phrases.ABOUT_LIST))
    async def overview(self, interaction: discord.Interaction[Paperbot]) -> None:
        scheduling = interaction.client.scheduling
        await _answer(
            interaction, lambda asker, guild_id: scheduling.overview(guild_id, _channels(interaction), asker.language)
        )

    @app_commands.command(name=text(phrases.CMD_PAUSE), description=text(phrases.ABOUT_PAUSE))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def pause(self, interaction: discord.Interaction[Paperbot], channel: str = "") -> None:
        scheduling = interaction.client.scheduling
        await _answer(interaction, lambda _, guild_id: scheduling.pause(guild_id, channel, _channels(interaction)))

    @app_commands.command(name=text(phrases.CMD_OFF), description=text(phrases.ABOUT_OFF))
    @app_commands.rename(channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(channel=text(phrases.ABOUT_WHICH))
    async def off(self, interaction: discord.Interaction[Paperbot], channel: str = "") -> None:
        scheduling = interaction.client.scheduling
        await _answer(interaction, lambda _, guild_id: scheduling.off(guild_id, channel, _channels(interaction)))

    @set_up.autocomplete("timezone")
    async def suggest_timezone(
        self, interaction: discord.Interaction[Paperbot], typed: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=zone, value=zone) for zone in suggest_zones(typed, MAX_CHOICES)]

    @preview.autocomplete("channel")
    @pause.autocomplete("channel")
    @off.autocomplete("channel")
    async def suggest_channel(
        self, interaction: discord.Interaction[Paperbot], typed: str
    ) -> list[app_commands.Choice[str]]:
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            return []
        language = (await interaction.client.asker(interaction)).language
        found = await interaction.client.scheduling.choices(interaction.guild_id, _channels(interaction), language)
        fitting = [(name, value) for name, value in found if typed.lower().removeprefix("#") in name.lower()]
        return [
            app_commands.Choice(name=clip(name, _CHOICE_CHARS), value=value) for name, value in fitting[:MAX_CHOICES]
        ]


async def _answer(
    interaction: discord.Interaction[Paperbot], request: Callable[[Asker, int], Coroutine[Any, Any, Answer]]
) -> None:
    """Answer the admin; then have what may be due now looked at, and say what could not be said before."""
    client, guild_id = interaction.client, interaction.guild_id

    async def for_server(asker: Asker) -> Answer:
        return await request(asker, guild_id) if guild_id else Notice(SERVER_ONLY)

    await client.respond(interaction, for_server, private=True)
    client.scheduler.wake()
    if guild_id:
        language = (await client.asker(interaction)).language
        for notice in await client.scheduling.untold(guild_id, _channels(interaction), language):
            await client.add(interaction, notice, language)


def _channels(interaction: discord.Interaction[Any]) -> dict[int, str]:
    return {channel.id: f"#{channel.name}" for channel in interaction.guild.channels} if interaction.guild else {}


def _can_mention(role: discord.Role) -> bool:
    if role.is_default():
        return False
    return role.mentionable or role.guild.me.guild_permissions.mention_everyone
