"""The buttons of alerts, of follows and their list, and below whatever is about something that can be followed."""

from __future__ import annotations

import re

import discord

from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.send_failure import MISSING_PERMISSIONS, say_permissions
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, option, page_buttons
from bot.discord.navigation import carried, carrying
from bot.discord.permissions import manages_server, missing_permissions, server_of
from bot.discord.replies import respond, turn, turn_unseen
from bot.features.follow import phrases
from bot.features.follow.answers import Alert, Flood, Followed, FollowList, FollowRow
from bot.features.follow.service import Following
from bot.rendering.conditions import say_query
from bot.rendering.language import Language
from bot.rendering.phrases import NO_PERMISSION, UNSEEN_CHANNEL
from bot.rendering.snippet import clip
from retrieval.query.query import parse_query

_MAX_TOPIC = 150  # characters: two ids carry them, this button's and that of the one paper there may be
_MOST_BUTTONS = 5  # in a row: https://discord.com/developers/docs/components/reference#action-row
_MAX_LABEL = 80  # https://discord.com/developers/docs/components/reference#button


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


class ConfirmButton(
    LastingButton, template=re.compile(r"follows:add:(?P<channel>[0-9]{1,20}):(?P<query>.+)", re.DOTALL)
):
    """Follows a query that brings many papers, for the presser or (a channel's id, not 0) for a channel."""

    async def press(self, interaction: Interaction) -> None:
        guild, channel_id, query = interaction.guild, int(self.fields["channel"]), self.fields["query"]
        channel = guild.get_channel(channel_id) if guild else None

        async def request(asker: Asker) -> Answer:
            if not channel_id:
                return await interaction.client.app.service(Following).add(asker, query, sure=True)
            if not manages_server(interaction):
                return Notice(NO_PERMISSION)
            if not isinstance(channel, discord.TextChannel):
                return Notice(UNSEEN_CHANNEL)
            return await add_in(interaction, asker, query, channel, sure=True)

        await turn(interaction, request)


class FollowsTurn(LastingButton, template=re.compile(r"follows:page:(?P<page>[0-9]{1,6})")):
    """Shows the presser a page of what they follow."""

    async def press(self, interaction: Interaction) -> None:
        following, server = interaction.client.app.service(Following), server_of(interaction)
        page = int(self.fields["page"])
        await turn_unseen(interaction, lambda asker: following.overview(asker, server, page))


class EndMenu(LastingMenu, template=re.compile(r"follows:end:(?P<page>[0-9]{1,6})")):
    """Ends one of the follows of a page."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        following, server = interaction.client.app.service(Following), server_of(interaction)
        page, [follow_id] = int(self.fields["page"]), values
        await turn(interaction, lambda asker: following.end(asker, follow_id, server, page))


async def add_in(
    interaction: Interaction, asker: Asker, query: str, channel: discord.TextChannel, *, sure: bool = False
) -> Answer:
    """Follow a query in a channel of the server, if the bot may post there."""
    if missing := missing_permissions(channel, thread=False):
        permissions = say_permissions(missing, asker.language)
        return Notice(MISSING_PERMISSIONS, {"channel": f"#{channel.name}", "permissions": permissions})
    following = interaction.client.app.service(Following)
    return await following.add(asker, query, (channel.id, f"#{channel.name}"), sure=sure)


def follow_button(topic: str, language: Language) -> Item | None:
    """To follow a topic; what is longer than _MAX_TOPIC is none, and the ids of a message may have no room for it."""
    return FollowButton("follow::", phrases.FOLLOW_THIS.say(language)) if len(topic) <= _MAX_TOPIC else None


def marker(mailbox_id: int, batch: str) -> str:
    """The custom id that only this alert has."""
    return f"follows:list:{mailbox_id}/{batch}"


def alert_rows(answer: Alert, language: Language) -> Rows:
    return [[AlertButton(marker(answer.mailbox.id, answer.batch), phrases.MANAGE.say(language))]]


def followed_rows(_: Followed, language: Language) -> Rows:
    return [[FollowsTurn("follows:page:1", phrases.SEE_ALL.say(language))]]


def flood_rows(answer: Flood, language: Language) -> Rows:
    """To follow fewer papers, and to follow them all."""
    place, fewer = f"follows:add:{answer.channel_id or 0}", answer.narrower
    row: list[Item] = [ConfirmButton(f"{place}:{answer.query}", phrases.FLOOD_CONFIRM.say(language))]
    if fewer:
        rate = fewer.expectation.say_rate(language)
        label = phrases.FLOOD_NARROW.say(language, votes=fewer.votes, rate=rate)
        row.insert(0, ConfirmButton(f"{place}:{fewer.query}", label, style=discord.ButtonStyle.primary))
    return [row]


def list_rows(answer: FollowList, language: Language) -> Rows:
    """The menu that ends follows, the pages, and a button for each mailbox that is paused."""
    options = [
        option(say_query(parse_query(follow.query), language), str(follow.id), row.place(language))
        for row in answer.rows
        for follow in row.follows
    ]
    end = EndMenu(f"follows:end:{answer.page.number}", options, phrases.END.say(language))
    pages = page_buttons(answer.page, language, FollowsTurn, lambda page: f"follows:page:{page}")
    paused: list[Item] = [_resume(row, language) for row in answer.rows if row.mailbox.paused]
    rows = [paused[start : start + _MOST_BUTTONS] for start in range(0, len(paused), _MOST_BUTTONS)]
    return [[end] if options else [], pages, *rows]


def _resume(row: FollowRow, language: Language) -> ResumeButton:
    label = f"{phrases.RESUME.say(language)} {row.channel}".strip()
    return ResumeButton(f"follows:resume:{row.mailbox.id}", clip(label, _MAX_LABEL))
