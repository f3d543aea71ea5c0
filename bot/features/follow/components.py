"""The buttons below alerts, below the list of follows, and below whatever is about something that can be followed."""

from __future__ import annotations

import re

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, Rows
from bot.discord.navigation import carried, carrying
from bot.discord.permissions import server_of
from bot.discord.replies import respond
from bot.features.follow import phrases
from bot.features.follow.answers import Alert, FollowList
from bot.features.follow.service import Following
from bot.rendering.language import Language

_MAX_TOPIC = 150  # characters: two ids carry them, this button's and that of the one paper there may be
_MOST_BUTTONS = 5  # in a row: https://discord.com/developers/docs/components/reference#action-row


class AlertButton(LastingButton, template=re.compile(r"follows:list:[0-9][0-9/-]{0,30}")):
    """Shows the presser what they follow. It stands below every alert, and its custom id tells them apart."""

    unsolicited = True

    async def press(self, interaction: Interaction) -> None:
        following, server = interaction.client.app.service(Following), server_of(interaction)
        await respond(interaction, lambda asker: following.overview(asker, server), private=True)


class ResumeButton(LastingButton, template=re.compile(r"follows:resume:(?P<mailbox>[0-9]{1,31})")):
    """Resumes a paused mailbox."""

    async def press(self, interaction: Interaction) -> None:
        following, server = interaction.client.app.service(Following), server_of(interaction)
        mailbox_id = int(self.fields["mailbox"])
        await respond(interaction, lambda asker: following.resume(asker, mailbox_id, server), private=True)
        interaction.client.scheduler.wake()


class FollowButton(LastingButton, template=carrying("follow:")):
    """Follows what the reply is about, for the presser."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, location = interaction.client.app, carried(interaction.message)

        async def request(asker: Asker) -> Answer:
            if location is None:
                return await app.open(None, asker)
            return await app.service(Following).add(asker, location.text)

        await respond(interaction, request, private=True)


def follow_button(topic: str, language: Language) -> Item | None:
    """To follow a topic; what is longer than _MAX_TOPIC is none, and the ids of a message may have no room for it."""
    return FollowButton("follow::", phrases.FOLLOW_THIS.say(language)) if len(topic) <= _MAX_TOPIC else None


def marker(mailbox_id: int, batch: str) -> str:
    """The custom id that only this alert has."""
    return f"follows:list:{mailbox_id}/{batch}"


def alert_rows(answer: Alert, language: Language) -> Rows:
    return [[AlertButton(marker(answer.mailbox.id, answer.batch), phrases.MANAGE.say(language))]]


def list_rows(answer: FollowList, language: Language) -> Rows:
    paused = [row.mailbox.id for row in answer.rows if row.mailbox.paused][:_MOST_BUTTONS]
    label = phrases.RESUME.say(language)
    row: list[Item] = [ResumeButton(f"follows:resume:{mailbox_id}", label) for mailbox_id in paused]
    return [row]
