"""What can be pressed in an alert."""

from __future__ import annotations

import pytest

from tests.bot.desk import Desk, ids, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import texts

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
