"""Daily posts: when a day is posted, how it looks, and that it comes once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.bot.desk import Desk, ids, raw, said
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import assert_within_budget, texts

pytestmark = pytest.mark.simcord(shard_count=1)


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
    assert "The bot was away at 09:00" in said(post)


async def test_a_time_missed_in_the_night_is_made_up_for_before_it_comes_again(desk: Desk) -> None:
    await set_up(desk, "23:30")
    await desk.publish("2024-06-14")
    await desk.look()
    desk.clock.now = datetime(2024, 6, 14, 16, 0, tzinfo=UTC)  # 01:00 on the 15th
    await desk.look()
    assert "The bot was away at 23:30" in said(desk.posts()[0])


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


async def test_korean_servers_get_korean_posts(desk: Desk) -> None:
    await desk.bot.app.state.settings.set_server_language(desk.env.guild.id, "ko")
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
