"""Daily posts over sockets: several processes, kills, lost answers, and what admins hear of troubles."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import UTC, date, datetime
from signal import SIGKILL

import pytest

from bot.state import State
from bot.state.schedules import Schedule
from tests.e2e.conftest import Home
from tests.e2e.unasked import DAY, SEND, in_channel, let_claims_end, posted, publish, said, text
from tests.fakes import BotProcess, FakeDiscord, GuildDriver, Person
from tests.fakes.permissions import READ_HISTORY, SEND_MESSAGES
from tests.fakes.world import Channel


@pytest.fixture
def guild(discord: FakeDiscord) -> GuildDriver:
    return discord.guild()


@pytest.fixture
def admin(guild: GuildDriver) -> Person:
    return guild.member("admin", manage_guild=True)


async def set_up(home: Home, admin: Person, *channels: Channel, role: str = "", thread: bool = False) -> None:
    """What /schedule set would leave behind for the admin's channel, or others, at the time that days begin with."""
    state = await State.open(home.config.parent / "state.db")
    assert admin.guild
    for channel in channels or (admin.channel,):
        schedule = Schedule(
            channel_id=int(channel.id),
            guild_id=int(admin.guild.id),
            minute=0,
            timezone="UTC",
            top=5,
            role_id=int(role) if role else None,
            thread=thread,
            language="en",
            last_day=date(2024, 6, 13),
            set_at=datetime.now(UTC),
            user_id=int(admin.user.id),
        )
        assert await state.schedules.set(schedule)
    await state.close()


async def noted(home: Home) -> None:
    """Waits until a process has noted that the day is done."""
    await _written(home, "SELECT 1 FROM schedules WHERE last_day = ?", DAY)


async def failed(home: Home) -> None:
    """Waits until a process has noted that an attempt failed: what it logs comes before."""
    await _written(home, "SELECT 1 FROM schedules WHERE trouble IS NOT NULL")


async def _written(home: Home, query: str, *values: str) -> None:
    for _ in range(200):
        with closing(sqlite3.connect(home.config.parent / "state.db")) as state:
            if state.execute(query, values).fetchall():
                return
        await asyncio.sleep(0.02)
    raise AssertionError(f"nothing was ever written: {query}")


async def test_two_processes_on_one_state_database_post_a_day_once(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    others = [guild.channel(f"c{number}") for number in range(3)]
    await set_up(home, admin, admin.channel, *others)
    publish(home)
    async with AsyncExitStack() as stack:
        starts = (BotProcess.start(discord, home.config) for _ in range(2))
        await asyncio.gather(*(stack.enter_async_context(start) for start in starts))
        for channel in (admin.channel, *others):
            await posted(discord, channel)
        await noted(home)
    for channel in (admin.channel, *others):
        [post] = in_channel(discord, channel)
        assert "A new paper" in text(post)


@pytest.mark.parametrize("after", [False, True], ids=["before Discord had the post", "after Discord had the post"])
async def test_a_process_killed_between_claim_and_note_leaves_the_day_posted_once(
    discord: FakeDiscord, home: Home, admin: Person, after: bool
) -> None:
    await set_up(home, admin)
    publish(home)
    held = discord.faults.hold(SEND, after=after)
    async with BotProcess.start(discord, home.config) as bot:
        await held.met.wait()
        await bot.stop(SIGKILL)
        held.release()
    assert len(in_channel(discord, admin.channel)) == after
    let_claims_end(home)
    discord.advance(600)  # so that no nonce is remembered
    async with BotProcess.start(discord, home.config) as bot:
        await noted(home)
        assert len(in_channel(discord, admin.channel)) == 1
        assert await bot.stop() == 0
    assert "Traceback" not in bot.stderr


@pytest.mark.parametrize("after", [False, True], ids=["lost on the way there", "lost on the way back"])
async def test_a_post_whose_connection_is_cut_is_there_once(
    discord: FakeDiscord, home: Home, admin: Person, after: bool
) -> None:
    await set_up(home, admin)
    publish(home)
    discord.faults.cut(SEND, after=after)
    async with BotProcess.start(discord, home.config):
        await failed(home)
        let_claims_end(home)
        await admin.slash("schedule list")  # wakes the scheduler
        await noted(home)
        assert len(in_channel(discord, admin.channel)) == 1


async def test_a_post_that_arrived_although_discord_answered_500_is_there_once(
    discord: FakeDiscord, home: Home, admin: Person
) -> None:
    await set_up(home, admin)
    publish(home)
    discord.faults.status(SEND, 500, after=True)
    async with BotProcess.start(discord, home.config):
        await noted(home)
    assert len(in_channel(discord, admin.channel)) == 1


async def test_a_forum_post_that_arrived_although_discord_answered_500_is_there_once(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    forum = guild.forum("daily", "news", tag_required=True)
    await set_up(home, admin, forum)
    publish(home)
    discord.faults.status("POST /channels/*/threads", 500, after=True)
    async with BotProcess.start(discord, home.config):
        await failed(home)
        let_claims_end(home)
        await admin.slash("schedule list")
        await noted(home)
    [thread] = [channel for channel in guild.guild.channels if channel.parent is forum]
    assert thread.applied_tags == (forum.tags[0].id,)
    [post] = in_channel(discord, thread)
    assert "A new paper" in text(post)


async def test_a_lost_permission_is_told_to_the_admin_and_the_day_follows_when_it_is_back(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    await set_up(home, admin)
    publish(home)
    guild.deny(admin.channel, SEND_MESSAGES)
    private = admin.direct().channel
    async with BotProcess.start(discord, home.config):
        [report] = await posted(discord, private)
        assert "Send Messages" in text(report)
        assert in_channel(discord, admin.channel) == []
        guild.deny(admin.channel, 0)
        let_claims_end(home)
        await admin.slash("schedule list")
        await noted(home)
    assert len(in_channel(discord, admin.channel)) == 1
    assert len(in_channel(discord, private)) == 1


async def test_a_deleted_channel_is_told_to_the_admin_or_noted_where_messages_are_closed(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    channel = guild.channel("doomed")
    await set_up(home, admin, channel)
    publish(home)
    guild.delete(channel)
    admin.user.closed = True
    async with BotProcess.start(discord, home.config) as bot:
        await said(bot, "could not be delivered")
        await admin.slash("schedule list")
        notes = await discord.until(
            lambda: [one for one in discord.world.messages.values() if "could not message you" in text(one)] or None,
            "the note",
        )
        assert "deleted channel" in text(notes[0])
        assert notes[0].ephemeral


async def test_without_the_history_no_second_post_is_risked(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    await set_up(home, admin)
    publish(home)
    held = discord.faults.hold(SEND, after=True)
    async with BotProcess.start(discord, home.config) as bot:
        await held.met.wait()
        await bot.stop(SIGKILL)
        held.release()
    let_claims_end(home)
    discord.advance(600)
    guild.deny(admin.channel, READ_HISTORY)
    async with BotProcess.start(discord, home.config):
        [report] = await posted(discord, admin.direct().channel)
        assert "Read Message History" in text(report)
    assert len(in_channel(discord, admin.channel)) == 1


async def test_a_role_is_notified_and_a_deleted_one_is_told_of(
    discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person
) -> None:
    role, other = guild.role("readers"), guild.channel("other")
    doomed = guild.role("doomed")
    await set_up(home, admin, admin.channel, role=role.id)
    await set_up(home, admin, other, role=doomed.id)
    guild.delete_role(doomed)
    publish(home)
    async with BotProcess.start(discord, home.config):
        [first] = await posted(discord, admin.channel)
        [second] = await posted(discord, other)
        [report] = await posted(discord, admin.direct().channel)
    assert (first.pinged, second.pinged) == ([role.id], [])
    assert "#other" in text(report)


async def test_a_thread_holds_the_papers(discord: FakeDiscord, home: Home, guild: GuildDriver, admin: Person) -> None:
    await set_up(home, admin, thread=True)
    publish(home)
    discord.faults.cut("POST /channels/*/messages/*/threads", after=True)
    async with BotProcess.start(discord, home.config):
        await failed(home)
        let_claims_end(home)
        await admin.slash("schedule list")
        await noted(home)
    [head] = in_channel(discord, admin.channel)
    assert head.thread
    [papers] = in_channel(discord, head.thread)
    assert "A new paper" in text(papers)


async def test_an_admin_sets_up_a_post_in_korean_and_gets_it_after_a_reload(
    discord: FakeDiscord, home: Home, guild: GuildDriver
) -> None:
    admin = guild.member("관리자", locale="ko", manage_guild=True)
    async with BotProcess.start(discord, home.config):
        suggested = await admin.autocomplete("예약 설정", 시간대="한국")
        reply = await admin.slash("예약 설정", 채널=admin.channel, 시각="오전 0시", 시간대=suggested[0].value, 편수=3)
        assert "#papers 채널에 매일 00:00(Asia/Seoul)부터" in reply.text
        publish(home)
        await admin.slash("코퍼스 새로읽기")
        [post] = await posted(discord, admin.channel)
        assert "2024년 6월 14일 (금) 논문 1편" in text(post)
        listed = await admin.slash("예약 목록")
        assert "매일 00:00부터 (Asia/Seoul), 3편" in listed.text


async def test_members_are_refused_even_where_the_server_shows_them_the_command(
    discord: FakeDiscord, home: Home, guild: GuildDriver
) -> None:
    member = guild.member()
    async with BotProcess.start(discord, home.config):
        for command in ("list", "pause", "off", "preview"):
            reply = await member.force_slash(f"schedule {command}")
            assert "Manage Server" in reply.text
            assert reply.ephemeral
