"""The buttons on follows: on what new papers were told of, and on the list of follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.core.answer import Answer
from bot.discord.permissions import place_of
from bot.features.follow import phrases
from bot.features.follow.answers import Alert, FollowList
from bot.rendering.language import Language

if TYPE_CHECKING:
    from bot.discord.client import Paperbot


class FollowButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(r"follows:(?P<verb>list|resume):(?P<argument>[0-9][0-9/-]{0,30})"),
):
    """Shows the presser what they follow, or lets a paused mailbox go on."""

    def __init__(self, custom_id: str, label: str = "…") -> None:
        super().__init__(ui.Button(label=label, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(match[0])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        _, verb, argument = str(self.item.custom_id).split(":")
        place = place_of(interaction)
        if verb == "resume" and argument.isdecimal():
            number = int(argument)
            await bot.respond(interaction, lambda asker: bot.follower.resume(asker, number, place), private=True)
            bot.scheduler.wake()
        else:
            await bot.respond(interaction, lambda asker: bot.follower.overview(asker, place), private=True)


def marker(mailbox_id: int, batch: str) -> str:
    """The custom id that tells a message from all others."""
    return f"follows:list:{mailbox_id}/{batch}"


def is_alert(custom_id: str) -> bool:
    """Whether a message with that custom id tells of new papers."""
    return custom_id.startswith("follows:list:")


def follow_row(answer: Answer, language: Language) -> list[FollowButton]:
    """The buttons below what is about follows."""
    match answer:
        case Alert():
            return [FollowButton(marker(answer.mailbox.id, answer.batch), phrases.MANAGE.say(language))]
        case FollowList():
            paused = [row.mailbox for row in answer.rows if row.mailbox.paused][:5]
            return [FollowButton(f"follows:resume:{one.id}", phrases.RESUME.say(language)) for one in paused]
    return []
