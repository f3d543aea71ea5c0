"""/schedule: setting daily posts up, looking at them, pausing and removing them."""

from __future__ import annotations

import discord
import pytest

from tests.bot.desk import Desk, said
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_preview_is_what_is_posted_for_the_admins_eyes_only(desk: Desk) -> None:
    await set_up(desk, top=3)
    await desk.publish("2024-06-14", ["One", "Two", "Three", "Four"])
    preview = await desk.server.admin.slash(desk.server.channel, "schedule preview")
    assert preview.ephemeral
    await desk.look()
    [post] = desk.posts()
    assert said(post) == texts(preview)


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
    assert await desk.bot.app.state.schedules.all() == ()


async def test_a_channel_where_the_bot_may_not_post_is_refused_with_what_is_missing(desk: Desk) -> None:
    everyone = desk.env.guild.default_role
    closed = desk.env.guild.create_text_channel(
        "closed", overwrites={everyone: discord.PermissionOverwrite(send_messages=False)}
    )
    assert "Send Messages" in texts(await set_up(desk, channel=closed))
    assert await desk.bot.app.state.schedules.all() == ()
