"""Alerts: which papers come, once, in one message a day, and what happens where they do not come through."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.state import State
from bot.state.deliveries import RETRY_AFTER
from tests.bot.desk import Desk, ids, raw, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import assert_within_budget, texts
from tests.conftest import Clock
from tests.stating import execute

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_new_papers_come_as_one_message_under_what_they_were_found_by(desk: Desk) -> None:
    assert "You now follow “tokamak plasma”" in await follow(desk, "tokamak plasma")
    await follow(desk, "author:Hopper -boring")
    await desk.publish("2024-06-14", ["Tokamak plasma control", "A boring thing", "Compilers"])
    await desk.look()
    [alert] = alerts(desk)
    shown = said(alert)
    assert "New in what you follow: 2 papers" in shown
    assert shown.index("“tokamak plasma”") < shown.index("Tokamak plasma control")
    assert shown.index("“by Hopper · without ‘boring’”") < shown.index("Compilers")
    assert shown.count("Tokamak plasma control](") == 1
    assert "A boring thing" not in shown
    assert_within_budget(raw(alert))


async def test_papers_that_were_there_before_are_no_news(desk: Desk) -> None:
    assert "17 papers so far" in await follow(desk, "diffusion")
    await desk.look()
    assert alerts(desk) == []


async def test_at_the_first_start_over_a_full_corpus_nothing_is_news(desk: Desk, state: State) -> None:
    await follow(desk, "diffusion")
    await execute(state, "DELETE FROM seen_papers", "DELETE FROM notes WHERE name = 'alerts-begun'")
    await desk.env.restart_bot(Paperbot(desk.bot.app, EXTENSIONS))
    await desk.look()
    assert alerts(desk) == []


async def test_there_is_one_message_a_day_and_what_comes_meanwhile_waits_for_the_next(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    for number, day in enumerate(("2024-06-14", "2024-06-15", "2024-06-16")):
        await desk.publish(day, [f"Paper {number}"])
        await desk.look()
    assert len(alerts(desk)) == 1
    desk.clock.now += timedelta(hours=11, minutes=59)  # 23:59 in Seoul
    await desk.look()
    assert len(alerts(desk)) == 1
    desk.clock.now += timedelta(minutes=1)
    await desk.look()
    await desk.look()
    first, second = map(said, alerts(desk))
    assert "Paper 0" in first
    assert "Paper 0" not in second
    assert "Paper 1" in second
    assert "Paper 2" in second


async def test_no_paper_is_told_of_twice_even_if_it_goes_and_comes_back(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Only once"])
    await desk.look()
    (desk.digests / "2024-06-14.md").unlink()
    await desk.bot.app.library.reload()
    await desk.look()
    desk.clock.now += timedelta(days=2)
    await desk.publish("2024-06-14", ["Only once"])
    await desk.look()
    assert len(alerts(desk)) == 1


async def test_many_papers_are_counted_and_the_message_keeps_within_its_budget(desk: Desk) -> None:
    for query in ("author:Hopper", "author:Lovelace", *(f"word{number}" for number in range(20))):
        await follow(desk, query)
    titles = [f"word{number} {'아주 긴 제목 ' * 20}" for number in range(40)]
    await desk.publish("2024-06-14", titles)
    await desk.look()
    [alert] = alerts(desk)
    assert "40 papers" in said(alert)
    assert "The other 32 papers: /paper search author:Hopper sort:date" in said(alert).replace("\\", "")
    assert_within_budget(raw(alert))


async def test_closed_direct_messages_pause_the_alerts_with_a_note_at_the_next_command(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Waits"])
    private = desk.env.backend.get_dm_channel(desk.server.alice.id).id
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=403, code=50007, times=1)
    await desk.look()
    desk.clock.now += timedelta(days=1)
    await desk.look()
    assert alerts(desk) == []
    await desk.server.alice.slash(desk.server.channel, "paper search", query="diffusion")
    note = desk.server.channel.history(viewer=desk.server.alice)[-1]
    assert "Alerts could not be sent and are paused" in said(note)
    listed = await desk.server.alice.slash(desk.server.channel, "follow list")
    assert "Alerts are paused. Direct messages are closed" in texts(listed)
    assert listed.response
    resumed = await desk.server.alice.click(listed.response.message, label="Resume")
    assert "on again" in texts(resumed)
    await desk.look()
    assert "Waits" in said(alerts(desk)[0])
    await desk.server.alice.slash(desk.server.channel, "daily")
    assert "paused" not in said(desk.server.channel.history(viewer=desk.server.alice)[-1])


async def test_a_failing_discord_is_tried_again_until_the_alerts_pause(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Waits"])
    private = desk.env.backend.get_dm_channel(desk.server.alice.id).id
    desk.env.inject_error("POST", f"/channels/{private}/messages", status=503, times=6)
    await desk.look()
    for pause in RETRY_AFTER:
        desk.clock.now += pause
        await desk.look()
    assert alerts(desk) == []
    assert "paused" in texts(await desk.server.alice.slash(desk.server.channel, "follow list"))


async def test_an_alert_that_came_through_unnoticed_is_not_sent_again(desk: Desk, state: State, clock: Clock) -> None:
    """The process was killed after Discord took the message and before it noted that."""
    await follow(desk, "author:Hopper")
    await desk.publish("2024-06-14", ["Only once"])
    await desk.look()
    [alert] = alerts(desk)
    [marker] = [one for one in ids(alert) if one.startswith("follows:list:")]
    assert marker.endswith("/2024-06-14")
    stamp = clock.now.timestamp()
    await execute(
        state,
        "UPDATE mailboxes SET sent_on = ''",
        "INSERT INTO alerts SELECT m.id, '2406.14001', f.id, m.user_id, '2024-06-14' FROM mailboxes m, follows f",
        "INSERT INTO deliveries SELECT 'alerts:2024-06-14', id, 'killed', :first_at, :until, 1 FROM mailboxes",
        first_at=stamp - 60,
        until=stamp - 30,
    )
    await desk.look()
    assert len(alerts(desk)) == 1


async def test_papers_that_another_machine_found_first_are_told_of_once_they_are_here(
    desk: Desk, state: State, clock: Clock
) -> None:
    await follow(desk, "author:Hopper")
    [one] = await state.follows.all()
    await state.alerts.mark_seen(["2406.14001"], [(one.id, "2406.14001")])
    await desk.look()
    assert alerts(desk) == []
    await desk.publish("2024-06-14", ["From the other machine"])
    clock.now += timedelta(minutes=1)
    await desk.look()
    [alert] = alerts(desk)
    assert "From the other machine" in said(alert)
