"""What can be pressed in an alert, and in the list of follows."""

from __future__ import annotations

import pytest

from bot.core.answer import Notice
from bot.core.asker import Asker
from bot.core.server import Server
from bot.features.follow import phrases
from bot.features.follow.service import Following
from tests.bot.desk import Desk, ids, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import buttons, texts

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
