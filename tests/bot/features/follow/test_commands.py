"""Follows: what is asked for, and how new papers on it are told of."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest
from simcord.builders import ChannelHandle

from bot.core.asker import Asker
from bot.discord.client import Paperbot
from bot.features.papers.service import Answers
from bot.state import State
from bot.state.deliveries import RETRY_AFTER
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
async def desk(tmp_path: Path, simcord_bot: Paperbot, clock: Clock, server: Server) -> Desk:
    """It is noon of 14 June in Seoul, and the bot has seen all the seeds' papers."""
    desk = Desk(tmp_path / "digests", simcord_bot, clock, server)
    await desk.look()
    return desk


async def follow(desk: Desk, query: str, **options: object) -> str:
    actor = desk.server.admin if options else desk.server.alice
    return texts(await actor.slash(desk.server.channel, "follow add", query=query, **options))


def alerts(desk: Desk) -> list[discord.Message]:
    channel = desk.env.backend.get_dm_channel(desk.server.alice.id)
    return [one for one in ChannelHandle(desk.env, None, channel).history() if one.author.bot]


async def test_new_papers_come_as_one_message_under_what_they_were_found_by(desk: Desk) -> None:
    assert "You now follow “tokamak plasma”" in await follow(desk, "tokamak plasma")
    await follow(desk, "author:Hopper -boring")
    await desk.publish("2024-06-14", ["Tokamak plasma control", "A boring thing", "Compilers"])
    await desk.look()
    [alert] = alerts(desk)
    shown = said(alert)
    assert "New in what you follow: 2 papers" in shown
    assert shown.index("“tokamak plasma”") < shown.index("Tokamak plasma control")
    assert shown.index("“author:Hopper -boring”") < shown.index("Compilers")
    assert shown.count("Tokamak plasma control](") == 1
    assert "A boring thing" not in shown
    assert_within_budget(raw(alert))


async def test_papers_that_were_there_before_are_no_news(desk: Desk) -> None:
    assert "would have matched" in await follow(desk, "diffusion")
    await desk.look()
    assert alerts(desk) == []


async def test_at_the_first_start_over_a_full_corpus_nothing_is_news(desk: Desk, state: State) -> None:
    await follow(desk, "diffusion")
    async with state._database.writing() as connection:
        await connection.execute("DELETE FROM seen_papers")
        await connection.execute("DELETE FROM notes WHERE name = 'alerts-begun'")
    await desk.env.restart_bot(Paperbot(desk.bot.answers, state))
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
    await desk.bot.answers.library.reload()
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
    assert "32 papers more: /paper search author:Hopper sort:date" in said(alert).replace("\\", "")
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
    assert "sent again" in texts(resumed)
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
    async with state._database.writing() as connection:
        await connection.execute("UPDATE mailboxes SET sent_on = ''")
        await connection.execute(
            "INSERT INTO alerts SELECT m.id, '2406.14001', f.id, m.user_id, '2024-06-14' FROM mailboxes m, follows f"
        )
        stamp = clock.now.timestamp()
        await connection.execute(
            "INSERT INTO deliveries SELECT 'alerts:2024-06-14', id, 'killed', ?, ?, 1 FROM mailboxes",
            (stamp - 60, stamp - 30),
        )
    await desk.look()
    assert len(alerts(desk)) == 1


async def test_a_channel_follows_for_a_server_where_its_admins_say_so(desk: Desk) -> None:
    assert "#papers now follows" in await follow(desk, "author:Hopper", channel=desk.server.channel)
    await desk.publish("2024-06-14", ["For everybody"])
    await desk.look()
    [post] = desk.posts()
    assert "New in what this channel follows: 1 paper" in said(post)
    listed = texts(await desk.server.admin.slash(desk.server.channel, "follow list"))
    assert "In #papers" in listed
    others = texts(await desk.server.alice.slash(desk.server.channel, "follow list"))
    assert "You follow nothing yet" in others


async def test_removing_ends_it_by_choice_from_what_is_suggested(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await follow(desk, "diffusion -video")
    choices = await desk.server.alice.autocomplete(desk.server.channel, "follow remove", "which", "hop")
    assert [one["name"] for one in choices] == ["author:Hopper"]
    gone = await desk.server.alice.slash(desk.server.channel, "follow remove", which=choices[0]["value"])
    assert "no longer followed" in texts(gone)
    await desk.publish("2024-06-14", ["Unwanted"])
    await desk.look()
    assert alerts(desk) == []
    wrong = await desk.server.alice.slash(desk.server.channel, "follow remove", which="no such thing")
    assert "What is: diffusion -video" in texts(wrong)
    again = await desk.server.alice.slash(desk.server.channel, "follow remove", which="Diffusion -video")
    assert "no longer followed" in texts(again)
    assert "nothing yet" in texts(await desk.server.alice.slash(desk.server.channel, "follow list"))


async def test_nobody_can_remove_what_others_follow(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    [one] = await desk.bot.state.follows.all()
    refused = await desk.server.bob.slash(desk.server.channel, "follow remove", which=str(one.id))
    assert "follow nothing yet" in texts(refused)
    assert await desk.bot.state.follows.all() == (one,)


@pytest.mark.parametrize("query", ["   ", "논문 찾아줘", "?!", "sort:date"])
async def test_what_says_nothing_cannot_be_followed(desk: Desk, query: str) -> None:
    assert "Say what to follow" in await follow(desk, query)


async def test_the_same_twice_and_too_many_are_refused(desk: Desk) -> None:
    await follow(desk, "diffusion")
    assert "is followed already" in await follow(desk, " diffusion ")
    for number in range(49):
        await desk.bot.follower.add(Asker(desk.server.alice.id, None, "en"), f"word{number}")
    assert "You can follow 50 things" in await follow(desk, "one more")


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
