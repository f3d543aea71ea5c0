"""/schedule: setting daily posts up, looking at them, pausing and removing them."""

from __future__ import annotations

import re

import discord
import pytest

from tests.bot.desk import Desk, said
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import assert_within_budget, buttons, texts

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
    assert "is resumed" in texts(await desk.server.admin.slash(desk.server.channel, "schedule pause"))
    await desk.look()
    assert len(desk.posts()) == 1


async def test_the_list_tells_of_a_post_only_once_there_was_one(desk: Desk) -> None:
    async def listed() -> str:
        return texts(await desk.server.admin.slash(desk.server.channel, "schedule list"))

    await set_up(desk)
    assert "nothing posted yet · starts after Thu 13 Jun 2024" in await listed()
    await desk.publish("2024-06-14")
    await desk.look()
    assert "last posted: digest of Fri 14 Jun 2024" in await listed()
    await set_up(desk, "10:00")
    assert "last posted: digest of Fri 14 Jun 2024" in await listed(), "the channel still has had it"
    await desk.server.admin.slash(desk.server.channel, "schedule off")
    await set_up(desk)
    assert "nothing posted yet · starts after Fri 14 Jun 2024" in await listed()


async def test_a_long_list_has_pages_for_those_who_manage_the_server(desk: Desk) -> None:
    for number in range(20):
        name = f"{number:02}-{'아주-긴-채널-이름' * 10}"[:100]
        await set_up(desk, channel=desk.env.guild.create_text_channel(name))
    first = await desk.server.admin.slash(desk.server.channel, "schedule list")
    assert first.response
    assert_within_budget(first.response.components)
    shown = texts(first)
    assert "Daily posts in this server: 20" in shown
    second = await desk.server.admin.click(first.response.message, label="Next →")
    assert second.response
    assert_within_budget(second.response.components)
    shown += texts(second)
    assert re.findall(r"\[#(\d\d)-", shown) == [f"{number:02}" for number in range(20)]
    assert buttons(second)["Next →"]["disabled"]
    admin = desk.server.admin
    admin.guild.remove_member(admin)
    demoted = admin.guild.add_member(admin.user)
    refused = await demoted.click(first.response.message, custom_id="schedules:1")
    assert "Manage Server" in texts(refused)


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
