"""A conversation on Discord: replies, direct messages and threads go on from what the bot showed."""

from __future__ import annotations

from itertools import pairwise

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from tests.bot.desk import ids, said
from tests.bot.views import Server

pytestmark = pytest.mark.simcord(shard_count=1)


def heard(server: Server, channel: ChannelHandle | None = None) -> list[discord.Message]:
    """What the bot wrote in a channel."""
    return [one for one in (channel or server.channel).history() if one.author.bot and not one.is_system()]


class Chat:
    """Alice and the bot, in the channel of a server."""

    def __init__(self, server: Server, bot: Paperbot) -> None:
        self.server, self.bot = server, bot

    @property
    def me(self) -> str:
        assert self.bot.user
        return f"<@{self.bot.user.id}>"

    async def mention(self, text: str, reply_to: discord.Message | None = None) -> discord.Message:
        """The one reply of the bot to a message that mentions it."""
        before = len(heard(self.server))
        await self.server.alice.send(self.server.channel, f"{self.me} {text}", reply_to=reply_to)
        [*_, last] = replies = heard(self.server)
        assert len(replies) == before + 1
        return last

    async def direct(self, text: str) -> discord.Message:
        """The one reply of the bot to a direct message."""
        before = len(self.directly())
        await self.server.alice.send_dm(text)
        [*_, last] = replies = self.directly()
        assert len(replies) == before + 1
        return last

    def directly(self) -> list[discord.Message]:
        env = self.server.env
        return heard(self.server, ChannelHandle(env, None, env.backend.get_dm_channel(self.server.alice.id)))


@pytest.fixture
def chat(server: Server, simcord_bot: Paperbot) -> Chat:
    return Chat(server, simcord_bot)


def first_line(message: discord.Message) -> str:
    return said(message).splitlines()[0]


async def test_a_reply_narrows_turns_and_opens_what_it_replies_to(chat: Chat) -> None:
    results = await chat.mention("확산 모델 논문")
    newest = await chat.mention("최신순으로", results)
    assert "최신순" in said(newest)
    second = await chat.mention("더", results)
    assert "11–" in said(second)
    assert "11. " in said(second)
    card = await chat.mention("3번 자세히", results)
    assert f"{_numbered(results)[3]}" in said(card)
    assert "← 검색 결과" in str([item.to_dict() for item in card.components])


def _numbered(message: discord.Message) -> dict[int, str]:
    """The arXiv ids of a list by its numbers."""
    found = {}
    lines = said(message).splitlines()
    for line, facts in pairwise(lines):
        number = line.removeprefix("**").partition(".")[0]
        if number.isdecimal():
            found[int(number)] = facts.rpartition(" ")[2]
    return found


async def test_a_direct_message_goes_on_from_the_last_reply(chat: Chat) -> None:
    await chat.direct("diffusion papers")
    refined = await chat.direct("only with code")
    assert "with code" in said(refined)
    assert "Results for “diffusion" in said(await chat.direct("back"))
    opened = await chat.direct("open the second")
    asked = await chat.direct("what is the key idea?")
    assert "What the summaries say" in said(asked)
    assert opened.id != asked.id


async def test_after_half_an_hour_nothing_is_gone_on_from(chat: Chat) -> None:
    await chat.direct("diffusion papers")
    await chat.server.env.advance_time(29 * 60)
    assert "Results for" in said(await chat.direct("more"))
    await chat.server.env.advance_time(31 * 60)
    assert "I cannot tell which" in said(await chat.direct("more"))


async def test_a_reply_of_any_age_is_gone_on_from_where_it_is_replied_to(chat: Chat) -> None:
    results = await chat.mention("diffusion papers")
    await chat.server.env.advance_time(5 * 3600)
    assert "11. " in said(await chat.mention("more", results))


async def test_in_a_channel_one_goes_on_from_what_oneself_was_shown(chat: Chat) -> None:
    results = await chat.mention("diffusion papers")
    await chat.server.bob.send(chat.server.channel, f"{chat.me} Lumos")
    second = await chat.mention("more")
    assert "11. " in said(second)
    assert results.id != second.id
    before = len(heard(chat.server))
    await chat.server.bob.send(chat.server.channel, f"{chat.me} 2번 자세히")
    [*_, told] = heard(chat.server)
    assert len(heard(chat.server)) == before + 1
    assert "하나뿐" in said(told) or "번은 여기에 없습니다" in said(told) or "### " in said(told)


async def test_it_goes_on_after_a_restart(chat: Chat, app: App) -> None:
    await chat.direct("강화학습 논문")
    chat.bot = Paperbot(app, EXTENSIONS)
    await chat.server.env.restart_bot(chat.bot)
    assert "최신순" in said(await chat.direct("최신순으로"))
    card = await chat.direct("2번")
    await chat.server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert "저장했습니다" in said(await chat.direct("이 논문 저장해줘"))
    assert ids(card)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("더 보여줘", "어떤 논문이나 목록을"),
        ("그중 코드 있는 것만", "어떤 논문이나 목록을"),
        ("3번 자세히", "어떤 논문이나 목록을"),
        ("이 논문 데이터는 얼마나 썼어?", "어떤 논문이나 목록을"),
        ("open the second", "I cannot tell which"),
    ],
)
async def test_where_nothing_was_shown_one_sentence_says_what_to_do(chat: Chat, text: str, told: str) -> None:
    reply = await chat.direct(text)
    assert told in said(reply)
    assert ids(reply) == []


async def test_a_number_that_is_not_there_is_said_to_be_so(chat: Chat) -> None:
    results = await chat.mention("2402.08609 2402.08268")
    assert said(await chat.mention("7번 보여줘", results)) == "7번은 여기에 없습니다. 1번부터 2번까지 있습니다."
    assert "몇 번 논문" in said(await chat.mention("이 논문 자세히", results))
    assert "여기까지가 전부입니다." in said(await chat.mention("더", results))


async def test_what_is_said_after_a_deleted_reply_gets_one_sentence(chat: Chat) -> None:
    results = await chat.mention("diffusion papers")
    await results.delete()
    await chat.server.env.settle()
    assert "I cannot tell" in said(await chat.mention("more please"))


async def test_a_shown_topic_is_followed_and_a_shown_paper_saved(chat: Chat) -> None:
    await chat.direct("강화학습 논문")
    assert "강화학습" in said(await chat.direct("이 주제 팔로우해줘"))
    assert "저장했습니다" in said(await chat.direct("2번 저장해줘"))
    assert "강화학습 추이" in said(await chat.direct("추이는?"))


async def test_turning_the_page_of_a_reply_keeps_the_language_that_it_was_asked_in(chat: Chat) -> None:
    reply = await chat.mention("확산 모델 논문")
    turned = await chat.server.alice.click(reply, label="다음 →")
    assert turned.response
    assert "검색 결과" in said(turned.response.message)


async def test_turning_the_page_keeps_what_was_understood_and_the_language(chat: Chat) -> None:
    reply = await chat.mention("newest diffusion papers")
    turned = await chat.server.alice.click(reply, label="Next →")
    assert turned.response
    message = turned.response.message
    assert message.id == reply.id
    assert any(one.startswith("typed/newest") for one in ids(message))
