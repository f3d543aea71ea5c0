"""Joining servers, and the tour."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Lab
from tests.fakes import GuildDriver, Reply
from tests.fakes.permissions import SEND_MESSAGES

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def settled(lab: Lab) -> None:
    """Returns when the bot has been ready, and has heard everything that happened so far."""
    member = lab.member()
    await member.answer(member.mention("Lumos"))


async def welcome(lab: Lab, guild: GuildDriver) -> Reply:

    return await lab.discord.until(lambda: next(iter(lab.discord.posts(guild.guild.channel)), None), "a welcome")


async def test_a_server_is_welcomed_once_in_its_own_language(lab: Lab) -> None:
    await settled(lab)
    korean, english = lab.discord.guild("연구실", locale="ko"), lab.discord.guild("Group", locale="fr")
    said = await welcome(lab, korean)
    assert "서버를 관리하시는 분께" in said.text
    assert "/예약 설정" in said.text
    assert "For those who run this server" in (await welcome(lab, english)).text
    lab.discord.advance(3600)  # Discord itself no longer knows the first one by its nonce
    korean.kick()
    korean.join()
    korean.outage()
    lab.discord.gateway.invalidate()
    await lab.discord.ready()
    await settled(lab)
    assert len(lab.discord.posts(korean.guild.channel)) == 1


async def test_servers_that_were_there_before_or_let_nobody_speak_are_not_welcomed(lab: Lab) -> None:
    await settled(lab)
    mute = lab.discord.guild("mute", bot_permissions=lab.guild.guild.bot_permissions & ~SEND_MESSAGES)
    await settled(lab)
    assert lab.discord.posts(mute.guild.channel) == []
    assert all("For those who run" not in post.text for post in lab.discord.posts(lab.guild.guild.channel))


async def test_the_buttons_of_a_welcome_answer_whoever_presses_them(lab: Lab) -> None:
    await settled(lab)
    guild = lab.discord.guild("연구실", locale="ko")
    said = await welcome(lab, guild)
    member = guild.member(locale="ko")
    labels = [button.label or "" for button in said.buttons]
    for label, kind, shown in zip(
        labels,
        ("질문: ", "검색: ", "최신 다이제스트", "사용법"),
        ("{text}", "‘{text}’ 검색 결과", "2024년 6월 13일", "AI 논문을 찾아 드립니다"),
        strict=True,
    ):
        answer = await member.click(said, label=label)
        assert label.startswith(kind)
        assert answer.ephemeral
        assert shown.format(text=label.removeprefix(kind)) in answer.text
    assert said.edits == 0


async def test_help_is_a_tour_in_both_languages(lab: Lab) -> None:
    korean = await lab.guild.member(locale="ko").slash("도움말")
    english = await lab.member().slash("help")
    assert [len(reply.buttons) for reply in (korean, english)] == [4, 4]
    assert korean.buttons[-1].label == "모든 사용법"
    assert "Summaries are in Korean" in english.text
    member = lab.member()
    found = await member.click(await member.slash("help"), label="Everything I can do")
    assert "/paper search" in found.text
