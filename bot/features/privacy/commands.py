"""/privacy: what is kept on who asks."""

from __future__ import annotations

from discord import app_commands

from bot.discord.app_commands import ANYWHERE, BY_ANYONE, text
from bot.discord.base import Interaction
from bot.discord.controls import controls
from bot.discord.extension import Extension
from bot.discord.replies import respond
from bot.features.privacy import phrases
from bot.features.privacy.answers import Deletion
from bot.features.privacy.components import ForgetButton, deletion_rows
from bot.features.privacy.service import PersonalData


class PrivacyGroup(app_commands.Group):
    def __init__(self) -> None:
        super().__init__(
            name=text(phrases.CMD_PRIVACY),
            description=text(phrases.ABOUT_PRIVACY),
            allowed_contexts=ANYWHERE,
            allowed_installs=BY_ANYONE,
        )

    @app_commands.command(name=text(phrases.CMD_SHOW), description=text(phrases.ABOUT_SHOW))
    async def show(self, interaction: Interaction) -> None:
        await respond(interaction, interaction.client.app.service(PersonalData).show, private=True)

    @app_commands.command(name=text(phrases.CMD_DELETE), description=text(phrases.ABOUT_DELETE))
    async def delete(self, interaction: Interaction) -> None:
        await respond(interaction, interaction.client.app.service(PersonalData).ask_to_delete, private=True)


EXTENSION = Extension(
    commands=lambda: (PrivacyGroup(),),
    components=(ForgetButton,),
    controls=(controls(Deletion, deletion_rows),),
)
