"""What people write goes on from what the bot showed: in threads, after what is gone, and beside other bots."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab
from tests.fakes.world import PUBLIC_THREAD

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_in_a_thread_one_goes_on_from_what_anybody_was_shown(lab: Lab) -> None:
    thread = lab.guild.channel("a talk", PUBLIC_THREAD, parent=lab.guild.guild.channel)
    first, second = lab.member().at(thread), lab.member().at(thread)
    await first.answer(first.mention("diffusion papers"))
    narrowed = await second.answer(second.mention("only with code"))
    assert "with code" in narrowed.text


async def test_in_a_channel_others_do_not_go_on_from_it(lab: Lab) -> None:
    first, second = lab.member(), lab.member()
    shown = await first.answer(first.mention("diffusion papers"))
    assert "I cannot tell which" in (await second.answer(second.mention("more please"))).text
    assert "11. " in (await second.answer(second.reply_to(shown, "more please"))).text


async def test_what_a_command_showed_is_gone_on_from_too(lab: Lab) -> None:
    member = lab.member()
    await member.slash("paper search", query="diffusion")
    assert "newest first" in (await member.answer(member.mention("newest first"))).text


async def test_a_reply_to_what_is_gone_or_to_another_bot_gets_one_sentence(lab: Lab) -> None:
    member, robot = lab.member(), lab.guild.member("robot", bot=True)
    shown = await member.answer(member.mention("diffusion papers"))
    shown.message.deleted = True
    gone = member.reply_to(shown, f"<@{lab.discord.world.bot.id}> open 2", ping=False)
    assert (
        await member.answer(gone)
    ).text == "I cannot tell which paper or list you mean. Add a topic, a paper's name or an arXiv id."
    said = member.reply_to(robot.say("1. a list"), f"<@{lab.discord.world.bot.id}> open 2", ping=False)
    reply = await member.answer(said)
    assert len(reply.text.splitlines()) == 1
    assert [len(member.answers_to(one)) for one in (gone, said)] == [1, 1]


async def test_in_a_direct_message_the_next_line_goes_on(lab: Lab) -> None:
    person = lab.discord.user()
    await person.answer(person.say("강화학습 논문"))
    card = await person.answer(person.say("2번 자세히"))
    assert "비슷한 논문" in [button.label for button in card.buttons]
    assert "← 검색 결과" in [button.label for button in card.buttons]
    saved = await person.answer(person.say("저장해줘"))
    assert "저장했습니다" in saved.text
    assert "최신순" in (await person.answer(person.say("최신순으로"))).text


async def test_where_the_history_cannot_be_read_nothing_was_shown(lab: Lab) -> None:
    person = lab.discord.user()
    await person.answer(person.say("강화학습 논문"))
    lab.discord.faults.status("GET /channels/*/messages", 403)
    assert "알 수 없습니다" in (await person.answer(person.say("더 보여줘"))).text
