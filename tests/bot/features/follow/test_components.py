"""What can be pressed in an alert, and in the list of follows."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.core.answer import Notice
from bot.core.asker import Asker
from bot.core.server import Server
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.follow import phrases
from bot.features.follow.service import Following
from bot.state.follows import Owner
from tests.bot.desk import Desk, ids, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import assert_within_budget, buttons, texts
from tests.stating import execute

_TITLE = '"Mixtures of Experts Unlock Parameter Scaling for Deep RL"'
LONG_QUERY = f"{_TITLE} {'votes:>=0 ' * 9}"[:150].strip()

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_pressing_a_paper_in_an_alert_leaves_the_alert_as_it_is(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Open me"])
    await desk.look()
    [alert] = alerts(desk)
    opening = next(one for one in ids(alert) if one.startswith("open:"))
    opened = await desk.server.alice.user.click(alert, custom_id=opening)
    assert opened.ephemeral
    assert "Open me" in texts(opened)
    assert "New in what you follow" in said(alerts(desk)[0])


async def test_the_button_of_an_alert_shows_the_presser_what_they_follow_themselves(desk: Desk) -> None:
    await follow(desk, "author:Hopper", channel=desk.server.channel)
    await desk.publish("2024-06-14", ["For everybody"])
    await desk.look()
    [post] = desk.posts()
    await follow(desk, "diffusion")
    shown = await desk.server.alice.click(post, label="What I follow")
    assert shown.ephemeral
    assert "- diffusion" in texts(shown)
    assert "Hopper" not in texts(shown)


async def test_nobody_resumes_the_alerts_of_others(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Waits"])
    private = desk.env.backend.get_dm_channel(desk.server.alice.id).id
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=403, code=50007, times=1)
    await desk.look()
    listed = await desk.server.alice.slash(desk.server.channel, "follow list")
    assert listed.response
    [resume] = [button["custom_id"] for label, button in buttons(listed).items() if label == "Resume"]
    server = Server(desk.env.guild.id, {}, managed=True)
    other = Asker(desk.server.bob.id, desk.env.guild.id, "en")
    answer = await desk.bot.app.service(Following).resume(other, int(resume.rpartition(":")[2]), server)
    assert answer == Notice(phrases.FOLLOWS_NOTHING)
    await desk.look()
    assert alerts(desk) == []


async def test_what_a_reply_is_about_is_followed_for_the_presser_and_without_its_order(desk: Desk) -> None:
    query = "강화 학습 저자:Hopper 정렬:최신"
    found = await desk.server.bob.slash(desk.server.channel, "paper search", query="강화 학습 sort:date")
    long = await desk.server.bob.slash(desk.server.channel, "paper search", query=LONG_QUERY)
    chart = await desk.server.bob.slash(desk.server.channel, "trends", term="diffusion model")
    for reply in (found, long, chart):
        assert reply.response
        told = await desk.server.alice.click(reply.response.message, label="Follow this")
        assert told.ephemeral
        assert "You now follow" in texts(told)
    listed = texts(await desk.server.alice.slash(desk.server.channel, "follow list"))
    assert "- 강화 학습\n- exactly “Mixtures of Experts Unlock" in listed
    assert "…\n- diffusion model\n" in listed
    assert "Already following" in await follow(desk, "강화 학습 정렬:최신")
    assert "“강화 학습 · by Hopper”" in await follow(desk, query)


async def test_replies_about_nothing_in_particular_have_nothing_to_follow(desk: Desk) -> None:
    for command, options in (("daily", {}), ("top", {}), ("trends", {"term": "LLM, video"}), ("help", {})):
        name = f"{command} all" if command == "top" else command
        reply = await desk.server.alice.slash(desk.server.channel, name, **options)
        assert "Follow this" not in buttons(reply), command
    long = await desk.server.alice.slash(desk.server.channel, "paper search", query="diffusion model " * 10)
    assert "Follow this" not in buttons(long)


async def test_the_list_ends_a_follow_in_place_and_names_the_last_alert(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await follow(desk, "diffusion")
    listed = await desk.server.alice.slash(desk.server.channel, "follow list")
    assert "- diffusion\n-# no alert yet" in texts(listed)
    await desk.publish("2024-06-14", ["For Alice"])
    await desk.look()
    listed = await desk.server.alice.slash(desk.server.channel, "follow list")
    assert "- diffusion\n-# last alert Fri 14 Jun 2024" in texts(listed)
    assert listed.response
    first, second = await desk.bot.app.state.follows.all()
    await desk.env.restart_bot(Paperbot(desk.bot.app, EXTENSIONS))
    ended = await desk.server.alice.select(listed.response.message, [str(first.id)])
    assert ended.response
    assert ended.response.id == listed.response.id
    assert "Following: 1" in texts(ended)
    assert "Stopped following “by Hopper”." in texts(ended)
    last = await desk.server.alice.select(listed.response.message, [str(second.id)])
    assert "Stopped following “diffusion”.\nYou follow nothing yet" in texts(last)
    assert await desk.bot.app.state.follows.all() == ()


async def test_alerts_that_were_not_sent_are_not_spoken_of(desk: Desk) -> None:
    """All papers of the alert have left the corpus before it was sent."""
    await follow(desk, "author:Hopper")
    private = desk.env.backend.get_dm_channel(desk.server.alice.id).id
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=503, times=None)
    await desk.publish("2024-06-14", ["Gone soon"])
    await desk.look()
    (desk.digests / "2024-06-14.md").unlink()
    await desk.bot.app.library.reload()
    desk.clock.now += timedelta(hours=1)
    await desk.look()
    listed = await desk.server.alice.slash(desk.server.channel, "follow list")
    assert "no alert yet" in texts(listed)
    assert "paused" not in texts(listed)


async def test_nobody_ends_the_follows_of_others(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    [one] = await desk.bot.app.state.follows.all()
    other = Asker(desk.server.bob.id, desk.env.guild.id, "en")
    server = Server(desk.env.guild.id, {}, managed=True)
    answer = await desk.bot.app.service(Following).end(other, str(one.id), server, 1)
    assert answer == Notice(phrases.FOLLOWS_NOTHING)
    assert await desk.bot.app.state.follows.all() == (one,)


async def test_the_follows_of_many_channels_have_pages_that_fit_and_every_paused_one_its_button(desk: Desk) -> None:
    state, long = desk.bot.app.state, "아주-긴-채널-이름" * 10
    for number in range(60):
        channel = desk.env.guild.create_text_channel(f"{number:02}-{long}"[:100])
        await state.follows.add(Owner(None, channel.id, desk.env.guild.id), "강화 학습 " * 40, "ko")
    await execute(state, "UPDATE mailboxes SET paused = true, trouble = 'channel', told = false")
    await state.settings.set_language(desk.server.admin.id, "ko")
    page = await desk.server.admin.slash(desk.server.channel, "follow list")
    seen: list[str] = []
    for number in range(6):
        assert page.response
        assert_within_budget(page.response.components)
        shown = re.findall(r"\*\*#(\d\d)-", texts(page))
        assert re.findall(r"다시 받기 #(\d\d)-", "\n".join(buttons(page))) == shown
        seen += shown
        if number < 5:
            page = await desk.server.admin.click(page.response.message, label="다음 →")
    assert seen == [f"{number:02}" for number in range(60)]
    assert page.response
    resumed = await desk.server.admin.click(page.response.message, custom_id="follows:resume:60")
    assert "다시 보내 드립니다" in texts(resumed)
