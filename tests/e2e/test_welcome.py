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
    assert "서버를 관리하는 분께" in said.text
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
    for label, shown in (
        ("검색: 확산 모델 비디오", "‘확산 모델 비디오’ 검색 결과"),
        ("질문: 비디오 생성은 어떻게 빨라지나요?", "비디오 생성은 어떻게 빨라지나요?"),
        ("최근 인기 논문", "arXiv"),
        ("최근 하루의 논문", "2024년 6월 13일"),
        ("사용법", "Discord에서 말로 물어보기"),
    ):
        answer = await member.click(said, label=label)
        assert answer.ephemeral
        assert shown in answer.text + str([button.label for button in answer.buttons])
    assert said.edits == 0


async def test_help_is_a_tour_in_both_languages(lab: Lab) -> None:
    korean = await lab.guild.member(locale="ko").slash("도움말")
    english = await lab.member().slash("help")
    assert [button.label for button in korean.buttons] == [
        "검색: 확산 모델 비디오",
        "질문: 비디오 생성은 어떻게 빨라지나요?",
        "최근 인기 논문",
        "최근 하루의 논문",
    ]
    assert "In Discord, just ask" in english.text
    found = await lab.member().click(english, label="Search: diffusion video") if not english.ephemeral else None
    assert found is None
