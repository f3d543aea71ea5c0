"""/follow: new papers on a topic, a term or an author come by themselves."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.core.answer import Answer, Choice
from bot.core.asker import Asker
from bot.core.server import Server
from bot.discord.app_commands import ANYWHERE, BY_ANYONE, holding, suggestions, text
from bot.discord.base import Interaction
from bot.discord.controls import controls, topic_controls
from bot.discord.extension import Extension
from bot.discord.permissions import manages_server, server_of
from bot.discord.replies import add_reports, respond, who_asks
from bot.features.follow import phrases
from bot.features.follow.answers import Alert, Flood, Followed, FollowList
from bot.features.follow.components import (
    AlertButton,
    ConfirmButton,
    EndMenu,
    FollowButton,
    FollowsTurn,
    ResumeButton,
    add_in,
    alert_rows,
    flood_rows,
    follow_button,
    followed_rows,
    list_rows,
)
from bot.features.follow.job import PaperAlerts
from bot.features.follow.service import Following


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
    async def add(self, interaction: Interaction, query: str, channel: discord.TextChannel | None = None) -> None:
        if channel:
            if interaction.guild_id is None:
                raise app_commands.NoPrivateMessage
            if not manages_server(interaction):
                raise app_commands.MissingPermissions(["manage_guild"])

        async def request(following: Following, asker: Asker, _: Server) -> Answer:
            return await (add_in(interaction, asker, query, channel) if channel else following.add(asker, query))

        await _respond(interaction, request)

    @app_commands.command(name=text(phrases.CMD_LIST), description=text(phrases.ABOUT_LIST))
    async def overview(self, interaction: Interaction) -> None:
        await _respond(interaction, lambda following, asker, server: following.overview(asker, server))

    @app_commands.command(name=text(phrases.CMD_REMOVE), description=text(phrases.ABOUT_REMOVE))
    @app_commands.rename(which=text(phrases.OPT_WHICH))
    @app_commands.describe(which=text(phrases.ABOUT_WHICH))
    async def remove(self, interaction: Interaction, which: str) -> None:
        await _respond(interaction, lambda following, asker, server: following.remove(asker, which, server))

    @remove.autocomplete("which")
    async def suggest(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        async def look() -> list[Choice]:
            following, asker = interaction.client.app.service(Following), await who_asks(interaction)
            return holding(await following.suggest(asker, server_of(interaction)), typed)

        return await suggestions(interaction, look)


async def _respond(
    interaction: Interaction, request: Callable[[Following, Asker, Server], Coroutine[Any, Any, Answer]]
) -> None:
    """Answer the asker alone; then tell those who manage the server which of its channels get no alerts."""
    following, server = interaction.client.app.service(Following), server_of(interaction)
    await respond(interaction, lambda asker: request(following, asker, server), private=True)
    if server.managed:
        asker = await who_asks(interaction)
        await add_reports(interaction, asker, following.unreported(asker, server))


async def _tell_of_paused_alerts(interaction: Interaction, asker: Asker) -> None:
    """Say below a command what could not be said in a direct message, because those do not come through."""
    await add_reports(interaction, asker, interaction.client.app.service(Following).unreported(asker))


EXTENSION = Extension(
    commands=lambda: (FollowGroup(),),
    components=(AlertButton, ResumeButton, FollowButton, ConfirmButton, FollowsTurn, EndMenu),
    controls=(
        controls(Alert, alert_rows),
        controls(Followed, followed_rows),
        controls(Flood, flood_rows),
        controls(FollowList, list_rows),
        topic_controls(follow_button),
    ),
    jobs=(lambda client: PaperAlerts(client).due,),
    after_response=_tell_of_paused_alerts,
)
