"""Daily posts that do not come through: what is tried again, paused, and reported."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.features.schedule.answers import DailyPost
from bot.features.schedule.service import Scheduling
from bot.state.deliveries import RETRY_AFTER
from bot.state.schedules import Schedule
from tests.bot.desk import Desk, said
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import texts
from tests.conftest import Clock
from tests.stating import execute

pytestmark = pytest.mark.simcord(shard_count=1)


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
    assert "I could not message you about this" in shown[-1]
    await desk.server.admin.slash(desk.server.channel, "schedule list")
    again = [said(one) for one in desk.server.channel.history(viewer=desk.server.admin)]
    assert "I could not message you about this" not in again[-1]


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
    [schedule] = await desk.bot.app.state.schedules.all()
    stamp = clock.now.timestamp()
    await execute(
        desk.bot.app.state,
        "UPDATE schedules SET last_day = '2024-06-13'",
        "INSERT INTO deliveries VALUES ('post:2024-06-14', :channel_id, 'killed', :first_at, :until, 1)",
        channel_id=schedule.channel_id,
        first_at=stamp - 60,
        until=stamp - 30,
    )
    await desk.look()
    assert len(desk.posts()) == 1
    [schedule] = await desk.bot.app.state.schedules.all()
    assert schedule.last_day.isoformat() == "2024-06-14"


async def test_a_claim_that_is_held_is_left_alone_until_it_ends(desk: Desk, clock: Clock) -> None:
    await set_up(desk)
    await desk.publish("2024-06-14")
    [schedule] = await desk.bot.app.state.schedules.all()
    held = await desk.bot.app.state.schedules.claim(
        schedule.channel_id, schedule.last_day.replace(day=14), "other", clock()
    )
    assert held
    await desk.look()
    assert desk.posts() == []
    clock.now += timedelta(seconds=31)
    await desk.look()
    assert len(desk.posts()) == 1


async def test_one_channel_that_fails_does_not_hold_up_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    other = desk.env.guild.create_text_channel("other")
    await set_up(desk)
    await set_up(desk, channel=other)
    await desk.publish("2024-06-14")
    scheduling = desk.bot.app.service(Scheduling)
    post = scheduling.post

    async def broken(schedule: Schedule, day: date) -> DailyPost | None:
        if schedule.channel_id == desk.server.channel.id:
            raise RuntimeError("boom")
        return await post(schedule, day)

    monkeypatch.setattr(scheduling, "post", broken)
    await desk.look()
    assert len(desk.posts(other)) == 1
    assert desk.posts() == []
    assert "boom" in caplog.text
    monkeypatch.undo()
    desk.clock.now += timedelta(minutes=1)
    await desk.look()
    assert len(desk.posts()) == 1
