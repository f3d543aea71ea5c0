"""Daily posts: setting them up, and getting each new day into its channel once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import discord
import pytest
from simcord.results import InteractionResult

from bot.discord.client import Paperbot
from bot.features.papers.service import Answers
from bot.features.schedule.answers import DailyPost
from bot.state import State
from bot.state.deliveries import RETRY_AFTER
from bot.state.schedules import Schedule
from retrieval.library import Library
from tests.bot.delivering import Desk, copy_seeds, ids, raw, said
from tests.bot.test_discord import Server, server, state, texts
from tests.bot.views import assert_within_budget
from tests.conftest import Clock

__all__ = ["server", "state"]

pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.fixture
async def growing(tmp_path: Path, clock: Clock) -> AsyncIterator[Library]:
    library = await Library.open(":memory:", [copy_seeds(tmp_path / "digests")], now=clock)
    yield library
    await library.close()


@pytest.fixture
def simcord_bot(growing: Library, clock: Clock, state: State) -> Paperbot:
    return Paperbot(Answers(growing, clock), state)


@pytest.fixture
def desk(tmp_path: Path, simcord_bot: Paperbot, clock: Clock, server: Server) -> Desk:
    """It is noon of 14 June in Seoul; the newest digest is that of the 13th."""
    return Desk(tmp_path / "digests", simcord_bot, clock, server)


async def set_up(desk: Desk, time: str = "09:00", zone: str = "Asia/Seoul", **options: object) -> InteractionResult:
    options.setdefault("channel", desk.server.channel)
    return await desk.server.admin.slash(desk.server.channel, "schedule set", time=time, timezone=zone, **options)


async def test_a_new_day_is_posted_once_with_its_best_papers(desk: Desk) -> None:
    assert "Asia/Seoul" in texts(await set_up(desk, top=2))
    await desk.look()
    assert desk.posts() == []
    await desk.publish("2024-06-14", ["Best of all", "Second", "Third"])
    await desk.look()
    await desk.look()
    [post] = desk.posts()
    assert "Fri 14 Jun 2024 · 3 papers" in said(post)
    assert "Second" in said(post)
    assert "Third" not in said(post)
    assert "post:2024-06-14" in ids(post)
    assert_within_budget(raw(post))


async def test_a_day_that_comes_before_its_time_waits_for_it(desk: Desk) -> None:
    await set_up(desk, "15:00")
    await desk.publish("2024-06-14")
    await desk.look()
    assert desk.posts() == []
    desk.clock.now = datetime(2024, 6, 14, 6, 0, tzinfo=UTC)
    await desk.look()
    assert len(desk.posts()) == 1


async def test_the_scheduler_asks_to_be_woken_at_the_next_time(desk: Desk) -> None:
    await set_up(desk, "12:05", "KST")
    assert await desk.bot.scheduler.look() == datetime(2024, 6, 14, 3, 5, tzinfo=UTC)


async def test_after_downtime_only_the_newest_day_is_posted_and_says_what_is_missing(desk: Desk) -> None:
    await set_up(desk)
    await desk.look()
    for day in ("2024-06-14", "2024-06-15", "2024-06-16"):
        await desk.publish(day)
    desk.clock.now += timedelta(days=3, hours=2)
    await desk.look()
    [post] = desk.posts()
    assert "Sun 16 Jun 2024" in said(post)
    assert "Not posted in the meantime: Fri 14 Jun 2024, Sat 15 Jun 2024" in said(post)
    assert "The post of 09:00 was missed" in said(post)


async def test_a_time_missed_in_the_night_is_made_up_for_before_it_comes_again(desk: Desk) -> None:
    await set_up(desk, "23:30")
    await desk.publish("2024-06-14")
    await desk.look()
    desk.clock.now = datetime(2024, 6, 14, 16, 0, tzinfo=UTC)  # 01:00 on the 15th
    await desk.look()
    assert "The post of 23:30 was missed" in said(desk.posts()[0])


async def test_a_post_mentions_the_role_and_nobody_else(desk: Desk) -> None:
    role = desk.env.guild.create_role("readers", mentionable=True)
    await set_up(desk, role=role)
    await desk.publish("2024-06-14", ["@everyone read <@&1>"])
    await desk.look()
    [post] = desk.posts()
    assert said(post).startswith(role.mention)
    sent = next(e for e in reversed(desk.env.http_requests) if e.path.endswith(f"{desk.server.channel.id}/messages"))
    assert sent.json
    assert sent.json["allowed_mentions"] == {"parse": [], "roles": [role.id]}
    assert sent.json["enforce_nonce"]


async def test_a_thread_takes_the_papers_and_the_channel_the_headline(desk: Desk) -> None:
    await set_up(desk, thread=True)
    await desk.publish("2024-06-14")
    await desk.look()
    await desk.look()
    [head] = desk.posts()
    assert "A new paper" not in said(head)
    [thread] = desk.server.channel.threads
    assert thread.name == "2024-06-14 · 1 paper on AI"
    assert "A new paper" in "".join(map(said, desk.posts(thread)))


async def test_a_forum_gets_a_post(desk: Desk) -> None:
    forum = desk.env.guild.create_forum_channel("daily")
    await set_up(desk, channel=forum)
    await desk.publish("2024-06-14")
    await desk.look()
    await desk.look()
    [thread] = forum.threads
    assert thread.name == "2024-06-14 · 1 paper on AI"
    assert "A new paper" in said(thread.history()[0])


async def test_preview_is_what_is_posted_for_the_admins_eyes_only(desk: Desk) -> None:
    await set_up(desk, top=3)
    await desk.publish("2024-06-14", ["One", "Two", "Three", "Four"])
    preview = await desk.server.admin.slash(desk.server.channel, "schedule preview")
    assert preview.ephemeral
    await desk.look()
    [post] = desk.posts()
    assert said(post) == texts(preview)


async def test_the_posted_button_shows_the_whole_day_and_leaves_the_post_alone(desk: Desk) -> None:
    await set_up(desk, top=1)
    await desk.publish("2024-06-14", ["One", "Two"])
    await desk.look()
    [post] = desk.posts()
    shown = await desk.server.alice.click(post, custom_id="post:2024-06-14")
    assert shown.ephemeral
    assert "Two" in texts(shown)
    turned = await desk.server.alice.click(post, label="← 2024-06-13")
    assert turned.ephemeral
    assert "post:2024-06-14" in ids(desk.posts()[0])


async def test_a_paused_schedule_stays_silent_and_goes_on_with_the_newest_day(desk: Desk) -> None:
    await set_up(desk)
    assert "paused" in texts(await desk.server.admin.slash(desk.server.channel, "schedule pause"))
    await desk.publish("2024-06-14")
    await desk.look()
    assert desk.posts() == []
    assert "paused" in texts(await desk.server.admin.slash(desk.server.channel, "schedule list"))
    assert "goes on" in texts(await desk.server.admin.slash(desk.server.channel, "schedule pause"))
    await desk.look()
    assert len(desk.posts()) == 1


async def test_off_ends_it(desk: Desk) -> None:
    await set_up(desk)
    assert "removed" in texts(await desk.server.admin.slash(desk.server.channel, "schedule off", channel="papers"))
    await desk.publish("2024-06-14")
    await desk.look()
    assert desk.posts() == []
    assert "no daily post" in texts(await desk.server.admin.slash(desk.server.channel, "schedule list"))


async def test_setting_it_again_replaces_it_and_posts_nothing_twice(desk: Desk) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    await desk.look()
    await set_up(desk, "10:00", "UTC", top=7)
    await desk.look()
    assert len(desk.posts()) == 1
    shown = texts(await desk.server.admin.slash(desk.server.channel, "schedule list"))
    assert "from 10:00 (UTC), 7 papers" in shown
    assert "09:00" not in shown


@pytest.mark.parametrize(
    ("time", "zone", "said"),
    [
        ("25:00", "Asia/Seoul", "“25:00” is not a time I know"),
        ("soon", "Asia/Seoul", "“soon” is not a time I know"),
        ("09:00", "Soul", "Did you mean one of these? Asia/Seoul"),
        ("09:00", "@everyone", "is not a time zone I know"),
    ],
)
async def test_bad_options_are_answered_with_what_would_be_right(desk: Desk, time: str, zone: str, said: str) -> None:
    result = await set_up(desk, time, zone)
    assert result.ephemeral
    assert said in texts(result)
    assert await desk.bot.state.schedules.all() == ()


async def test_a_channel_where_the_bot_may_not_post_is_refused_with_what_is_missing(desk: Desk) -> None:
    everyone = desk.env.guild.default_role
    closed = desk.env.guild.create_text_channel(
        "closed", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)}
    )
    assert "Send Messages" in texts(await set_up(desk, channel=closed))
    assert await desk.bot.state.schedules.all() == ()


async def retry_until_paused(desk: Desk) -> None:
    for pause in RETRY_AFTER:
        desk.clock.now += pause
        await desk.look()


async def test_a_lost_permission_is_reported_retried_and_then_pauses(desk: Desk) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    path = f"/channels/{desk.server.channel.id}/messages"
    desk.env.inject_error("POST", path, status=403, code=50013, message="Missing Permissions", times=6)
    await desk.look()
    [report] = desk.reports()
    assert "#papers" in report
    assert "2024-06-14 12:01" in report
    await desk.look()
    assert len(desk.reports()) == 1
    await retry_until_paused(desk)
    assert len(desk.reports()) == 2
    assert "paused" in desk.reports()[1]
    assert desk.posts() == []
    listed = texts(await desk.server.admin.slash(desk.server.channel, "schedule list"))
    assert "paused" in listed
    assert "⚠" in listed
    await desk.server.admin.slash(desk.server.channel, "schedule pause")
    await desk.look()
    assert len(desk.posts()) == 1


async def test_a_failure_that_passes_is_retried_without_a_word_and_without_a_second_post(desk: Desk) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    path = f"/channels/{desk.server.channel.id}/messages"
    desk.env.inject_error("POST", path, status=503)
    await desk.look()
    assert desk.posts() == []
    desk.clock.now += RETRY_AFTER[0]
    await desk.look()
    await desk.look()
    assert len(desk.posts()) == 1
    assert desk.reports() == []


async def test_a_deleted_channel_is_reported_and_then_paused(desk: Desk) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    path = f"/channels/{desk.server.channel.id}/messages"
    desk.env.inject_error("POST", path, status=404, code=10003, message="Unknown Channel", times=None)
    await desk.look()
    assert "The channel is deleted" in desk.reports()[0]
    desk.env.inject_error("GET", path, status=404, code=10003, message="Unknown Channel", times=None)
    await retry_until_paused(desk)
    assert "paused" in desk.reports()[-1]


async def test_a_report_that_cannot_be_delivered_is_shown_at_the_next_command(desk: Desk) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    channel = desk.server.channel.id
    private = desk.env.backend.get_dm_channel(desk.server.admin.id).id
    desk.env.inject_error("POST", f"/channels/{channel}/messages", status=403, code=50013, times=1)
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=403, code=50007, times=1)
    await desk.look()
    assert desk.reports() == []
    await desk.server.admin.slash(desk.server.channel, "schedule list")
    shown = [said(one) for one in desk.server.channel.history(viewer=desk.server.admin)]
    assert "What could not be sent to you" in shown[-1]
    await desk.server.admin.slash(desk.server.channel, "schedule list")
    again = [said(one) for one in desk.server.channel.history(viewer=desk.server.admin)]
    assert "What could not be sent to you" not in again[-1]


async def test_a_deleted_role_is_reported_and_does_not_keep_the_day_from_being_posted(desk: Desk) -> None:
    role = desk.env.guild.create_role("readers", mentionable=True)
    await set_up(desk, role=role)
    guild = desk.bot.get_guild(desk.env.guild.id)
    assert guild
    guild._remove_role(role.id)
    await desk.publish("2024-06-14")
    await desk.look()
    [post] = desk.posts()
    assert role.mention not in said(post)
    assert "is deleted" in desk.reports()[0]
    await desk.publish("2024-06-15")
    desk.clock.now += timedelta(days=1)
    await desk.look()
    assert len(desk.posts()) == 2
    assert len(desk.reports()) == 1


async def test_a_deleted_role_that_nobody_could_be_told_of_is_said_at_the_next_command(desk: Desk) -> None:
    role = desk.env.guild.create_role("readers", mentionable=True)
    await set_up(desk, role=role)
    guild = desk.bot.get_guild(desk.env.guild.id)
    assert guild
    guild._remove_role(role.id)
    private = desk.env.backend.get_dm_channel(desk.server.admin.id).id
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=403, code=50007, times=1)
    await desk.publish("2024-06-14")
    await desk.look()
    assert len(desk.posts()) == 1
    await desk.server.admin.slash(desk.server.channel, "schedule preview")
    shown = [said(one) for one in desk.server.channel.history(viewer=desk.server.admin)]
    assert "Its role is deleted" in shown[-1]


async def test_a_post_that_came_through_unnoticed_is_found_and_not_repeated(desk: Desk, clock: Clock) -> None:
    """The process was killed after Discord took the post and before it noted that."""
    await set_up(desk)
    await desk.publish("2024-06-14")
    await desk.look()
    [schedule] = await desk.bot.state.schedules.all()
    async with desk.bot.state._database.writing() as connection:
        await connection.execute("UPDATE schedules SET last_day = '2024-06-13'")
        stamp = clock.now.timestamp()
        await connection.execute(
            "INSERT INTO deliveries VALUES ('post:2024-06-14', ?, 'killed', ?, ?, 1)",
            (schedule.channel_id, stamp - 60, stamp - 30),
        )
    await desk.look()
    assert len(desk.posts()) == 1
    [schedule] = await desk.bot.state.schedules.all()
    assert schedule.last_day.isoformat() == "2024-06-14"


async def test_a_claim_that_is_held_is_left_alone_until_it_ends(desk: Desk, clock: Clock) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    [schedule] = await desk.bot.state.schedules.all()
    held = await desk.bot.state.schedules.claim(
        schedule.channel_id, schedule.last_day.replace(day=14), "other", clock()
    )
    assert held
    await desk.look()
    assert desk.posts() == []
    clock.now += timedelta(seconds=31)
    await desk.look()
    assert len(desk.posts()) == 1


async def test_korean_servers_get_korean_posts(desk: Desk) -> None:
    async with desk.bot.state._database.writing() as connection:
        await connection.execute(
            "INSERT INTO server_settings (guild_id, language) VALUES (?, 'ko')", (desk.env.guild.id,)
        )
    await set_up(desk)
    await desk.publish("2024-06-14")
    await desk.look()
    assert "2024년 6월 14일 (금) 논문 1편" in said(desk.posts()[0])


async def test_the_digests_are_read_again_by_themselves(desk: Desk) -> None:
    await set_up(desk)
    (desk.digests / "2024-06-14.md").write_text((desk.digests / "2024-06-13.md").read_text().replace("06-13", "06-14"))
    desk.clock.now += timedelta(minutes=15)
    await desk.look()
    assert len(desk.posts()) == 1


async def test_the_digests_are_read_again_before_a_post(desk: Desk) -> None:
    await set_up(desk, "12:05")
    await desk.look()
    (desk.digests / "2024-06-14.md").write_text((desk.digests / "2024-06-13.md").read_text().replace("06-13", "06-14"))
    desk.clock.now += timedelta(minutes=5)
    await desk.look()
    assert "Fri 14 Jun 2024" in said(desk.posts()[0])


async def test_one_channel_that_fails_does_not_hold_up_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    other = desk.env.guild.create_text_channel("other")
    await set_up(desk)
    await set_up(desk, channel=other)
    await desk.publish("2024-06-14")
    post = desk.bot.scheduling.post

    async def broken(schedule: Schedule, day: date) -> DailyPost | None:
        if schedule.channel_id == desk.server.channel.id:
            raise RuntimeError("boom")
        return await post(schedule, day)

    monkeypatch.setattr(desk.bot.scheduling, "post", broken)
    await desk.look()
    assert len(desk.posts(other)) == 1
    assert desk.posts() == []
    assert "boom" in caplog.text
    monkeypatch.undo()
    desk.clock.now += timedelta(minutes=1)
    await desk.look()
    assert len(desk.posts()) == 1


async def test_a_fault_in_one_look_does_not_end_the_scheduler(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    async def broken() -> datetime | None:
        raise RuntimeError("boom")

    desk.bot.scheduler._parts = (broken, *desk.bot.scheduler._parts)
    await set_up(desk)
    await desk.publish("2024-06-14")
    await desk.look()
    assert len(desk.posts()) == 1
    assert "boom" in caplog.text


async def test_the_day_is_posted_once_on_the_day_when_clocks_go_back(desk: Desk) -> None:
    desk.clock.now = datetime(2024, 11, 3, 0, 0, tzinfo=UTC)
    await set_up(desk, "01:30", "America/New_York")
    await desk.publish("2024-11-02")
    for minutes in range(0, 24 * 60, 30):
        desk.clock.now = datetime(2024, 11, 3, 4, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        await desk.look()
        if minutes < 90:
            assert desk.posts() == []
    assert len(desk.posts()) == 1
