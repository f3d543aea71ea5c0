"""/follow: new papers on a topic, a term or an author come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.core.answer import MAX_CHOICES, Answer, Notice
from bot.core.asker import Asker
from bot.core.send_failure import MISSING_PERMISSIONS, say_permissions
from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.discord.permissions import missing_permissions, place_of
from bot.features.follow import phrases
from bot.rendering.snippet import clip

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

_CHOICE_CHARS = 100


class FollowGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_FOLLOW),
            description=text(phrases.ABOUT_FOLLOW),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(phrases.CMD_ADD), description=text(phrases.ABOUT_ADD))
    @app_commands.rename(query=text(phrases.OPT_QUERY), channel=text(phrases.OPT_CHANNEL))
    @app_commands.describe(query=text(phrases.ABOUT_QUERY), channel=text(phrases.ABOUT_CHANNEL))
    async def add(
        self, interaction: discord.Interaction[Paperbot], query: str, channel: discord.TextChannel | None = None
    ) -> None:
        if channel:
            if interaction.guild_id is None:
                raise app_commands.NoPrivateMessage
            if not interaction.permissions.manage_guild:
                raise app_commands.MissingPermissions(["manage_guild"])

        async def request(asker: Asker) -> Answer:
            if channel and (missing := missing_permissions(channel, thread=False)):
                permissions = say_permissions(missing, asker.language)
                return Notice(MISSING_PERMISSIONS, {"channel": f"#{channel.name}", "permissions": permissions})
            named = (channel.id, f"#{channel.name}") if channel else None
            return await interaction.client.follower.add(asker, query, named)

        await interaction.client.respond(interaction, request, private=True)
        await _tell_of_troubles(interaction)

    @app_commands.command(name=text(phrases.CMD_LIST), description=text(phrases.ABOUT_LIST))
    async def overview(self, interaction: discord.Interaction[Paperbot]) -> None:
        place = place_of(interaction)
        await interaction.client.respond(
            interaction, lambda asker: interaction.client.follower.overview(asker, place), private=True
        )
        await _tell_of_troubles(interaction)

    @app_commands.command(name=text(phrases.CMD_REMOVE), description=text(phrases.ABOUT_REMOVE))
    @app_commands.rename(which=text(phrases.OPT_WHICH))
    @app_commands.describe(which=text(phrases.ABOUT_WHICH))
    async def remove(self, interaction: discord.Interaction[Paperbot], which: str) -> None:
        place = place_of(interaction)
        await interaction.client.respond(
            interaction, lambda asker: interaction.client.follower.remove(asker, which, place), private=True
        )
        await _tell_of_troubles(interaction)

    @remove.autocomplete("which")
    async def suggest(self, interaction: discord.Interaction[Paperbot], typed: str) -> list[app_commands.Choice[str]]:
        asker = await interaction.client.asker(interaction)
        found = await interaction.client.follower.choices(asker, place_of(interaction))
        fitting = [(name, value) for name, value in found if typed.casefold() in name.casefold()]
        return [
            app_commands.Choice(name=clip(name, _CHOICE_CHARS), value=value) for name, value in fitting[:MAX_CHOICES]
        ]


async def _tell_of_troubles(interaction: discord.Interaction[Paperbot]) -> None:
    """Say to admins what could not be said when it happened: that a channel of theirs gets no alerts."""
    client, place = interaction.client, place_of(interaction)
    if place.manages:
        asker = await client.asker(interaction)
        for notice in await client.follower.untold(asker.user_id, place.guild_id, asker.language):
            await client.add(interaction, notice, asker.language)
