"""Alerts over sockets: several processes, kills, closed direct messages, and people without a server."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from signal import SIGKILL

import pytest

from bot.rendering.language import Language
from bot.state import State
from bot.state.follows import Owner
from tests.e2e.conftest import Home
from tests.e2e.unasked import SEND, in_channel, let_claims_end, posted, publish, said, text
from tests.fakes import BotProcess, FakeDiscord, Person
from tests.fakes.world import Channel
from tests.stating import execute


async def follow(home: Home, *people: Person, language: Language = "en") -> None:
    """What /follow add would leave behind, where alerts have begun."""
    state = await State.open(home.config.parent / "state.db")
    await state.alerts.mark_seen(())
    for person in people:
        assert await state.follows.add(Owner(int(person.user.id)), "author:Hopper", language)
    await state.close()


async def noted(home: Home) -> None:
    """Waits until nothing waits any more."""
    for _ in range(400):
        state = await State.open(home.config.parent / "state.db")
        [(seen, waiting)] = await execute(
            state, "SELECT (SELECT count(*) FROM seen_papers), (SELECT count(*) FROM alerts)"
        )
        await state.close()
        if seen and not waiting:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the alerts never went")


def private(person: Person) -> Channel:
    return person.direct().channel


async def test_two_processes_on_one_state_database_tell_each_person_once(discord: FakeDiscord, home: Home) -> None:
    guild = discord.guild()
    people = [guild.member(f"reader{number}") for number in range(3)]
    await follow(home, *people)
    publish(home)
    async with AsyncExitStack() as stack:
        starts = (BotProcess.start(discord, home.config) for _ in range(2))
        await asyncio.gather(*(stack.enter_async_context(start) for start in starts))
        await noted(home)
    for person in people:
        [alert] = in_channel(discord, private(person))
        assert "A new paper" in text(alert)


@pytest.mark.parametrize("after", [False, True], ids=["before Discord had it", "after Discord had it"])
async def test_a_process_killed_while_it_tells_somebody_leaves_them_told_once(
    discord: FakeDiscord, home: Home, after: bool
) -> None:
    reader = discord.guild().member("reader")
    await follow(home, reader)
    publish(home)
    held = discord.faults.hold(SEND, after=after)
    async with BotProcess.start(discord, home.config) as bot:
        await held.met.wait()
        await bot.stop(SIGKILL)
        held.release()
    let_claims_end(home)
    discord.advance(600)  # so that no nonce is remembered
    async with BotProcess.start(discord, home.config):
        await noted(home)
    assert len(in_channel(discord, private(reader))) == 1


async def test_closed_direct_messages_are_noticed_and_said_at_the_next_command(
    discord: FakeDiscord, home: Home
) -> None:
    reader = discord.user("독자", locale="ko")
    await follow(home, reader, language="ko")
    publish(home)
    reader.user.closed = True
    async with BotProcess.start(discord, home.config) as bot:
        await said(bot, ": closed (")
        await reader.slash("데일리")
        notes = await discord.until(
            lambda: [one for one in discord.world.messages.values() if "보내지 못해 멈췄습니다" in text(one)] or None,
            "the note",
        )
        assert notes[0].ephemeral
        listed = await reader.slash("팔로우 목록")
        assert "저자 Hopper" in listed.text
        reader.user.closed = False
        await reader.click(listed, label="다시 받기")
        await noted(home)
    [alert] = [one for one in in_channel(discord, private(reader)) if "A new paper" in text(one)]
    assert "팔로우 알림: 새 논문 1편" in text(alert)


async def test_somebody_who_installed_the_bot_follows_and_hears_after_a_reload(
    discord: FakeDiscord, home: Home
) -> None:
    reader, admin = discord.user("독자", locale="ko"), discord.guild().member("admin", manage_guild=True)
    async with BotProcess.start(discord, home.config):
        added = await reader.slash("팔로우 추가", 검색어="저자:Hopper -비디오")
        assert "‘저자 Hopper · ‘비디오’ 제외’ 팔로우를 시작했습니다" in added.text
        publish(home)
        await admin.slash("corpus reload")
        [alert] = await posted(discord, private(reader))
        assert "A new paper" in text(alert)
        suggested = await reader.autocomplete("팔로우 삭제", 무엇을="hopper")
        gone = await reader.slash("팔로우 삭제", 무엇을=suggested[0].value)
        assert "해제했습니다" in gone.text


async def test_a_channel_that_the_bot_is_not_in_cannot_follow_and_the_reason_is_said(
    discord: FakeDiscord, home: Home
) -> None:
    admin = discord.guild(joined=False).member("관리자", locale="ko", manage_guild=True)
    async with BotProcess.start(discord, home.config):
        reply = await admin.slash("팔로우 추가", 검색어="확산", 채널=admin.channel)
        assert "봇이 볼 수 없는 채널입니다" in reply.text
        assert reply.ephemeral


async def test_only_admins_make_channels_follow(discord: FakeDiscord, home: Home) -> None:
    guild = discord.guild()
    member, admin = guild.member(), guild.member("admin", manage_guild=True)
    async with BotProcess.start(discord, home.config):
        refused = await member.slash("follow add", query="author:Hopper", channel=member.channel)
        assert "Manage Server" in refused.text
        await admin.slash("follow add", query="author:Hopper", channel=member.channel)
        publish(home)
        await admin.slash("corpus reload")
        [post] = await posted(discord, member.channel)
        assert "New in what this channel follows" in text(post)


async def test_a_topic_that_would_flood_is_confirmed_cut_down_and_ended_from_the_list(
    discord: FakeDiscord, home: Home
) -> None:
    member = discord.guild().member(locale="ko")
    async with BotProcess.start(discord, home.config) as bot:
        asked = await member.slash("팔로우 추가", 검색어="model")
        assert asked.ephemeral
        assert "꽤 많습니다" in asked.text
        await member.click(asked, label="이대로 팔로우")
        assert "하루 평균 약 11편" in asked.text
        await member.click(asked, label="팔로우 목록")
        assert "아직 보낸 알림 없음" in asked.text
        await member.choose(asked, asked.selects[0]["options"][0]["value"])
        assert "‘model’ 팔로우를 해제했습니다" in asked.text
        assert discord.take_problems() == []
        assert await bot.stop() == 0
