"""The button below a daily post."""

from __future__ import annotations

import pytest

from tests.bot.desk import Desk, ids
from tests.bot.features.schedule.setting_up import set_up
from tests.bot.views import texts

pytestmark = pytest.mark.simcord(shard_count=1)


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
