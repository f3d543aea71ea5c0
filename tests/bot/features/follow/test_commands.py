"""/follow: what is followed, listed and removed."""

from __future__ import annotations

import discord
import pytest

from bot.core.asker import Asker
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.follow.service import Following
from tests.bot.desk import Desk, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import buttons, texts

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_a_channel_follows_for_a_server_where_its_admins_say_so(desk: Desk) -> None:
    assert "#papers now follows" in await follow(desk, "author:Hopper", channel=desk.server.channel)
    await desk.publish("2024-06-14", ["For everybody"])
    await desk.look()
    [post] = desk.posts()
    assert "New in what this channel follows: 1 paper" in said(post)
    listed = texts(await desk.server.admin.slash(desk.server.channel, "follow list"))
    assert "**#papers**\n- by Hopper\n-# last alert Fri 14 Jun 2024" in listed
    others = texts(await desk.server.alice.slash(desk.server.channel, "follow list"))
    assert "You follow nothing yet" in others


async def test_removing_ends_it_by_choice_from_what_is_suggested(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    await follow(desk, "diffusion -video")
    choices = await desk.server.alice.autocomplete(desk.server.channel, "follow remove", "which", "hop")
    assert [one["name"] for one in choices] == ["author:Hopper"]
    gone = await desk.server.alice.slash(desk.server.channel, "follow remove", which=choices[0]["value"])
    assert "Stopped following" in texts(gone)
    await desk.publish("2024-06-14", ["Unwanted"])
    await desk.look()
    assert alerts(desk) == []
    wrong = await desk.server.alice.slash(desk.server.channel, "follow remove", which="no such thing")
    assert "What you follow: diffusion -video" in texts(wrong)
    again = await desk.server.alice.slash(desk.server.channel, "follow remove", which="Diffusion -video")
    assert "Stopped following" in texts(again)
    assert "nothing yet" in texts(await desk.server.alice.slash(desk.server.channel, "follow list"))


async def test_nobody_can_remove_what_others_follow(desk: Desk) -> None:
    await follow(desk, "author:Hopper")
    [one] = await desk.bot.app.state.follows.all()
    refused = await desk.server.bob.slash(desk.server.channel, "follow remove", which=str(one.id))
    assert "follow nothing yet" in texts(refused)
    assert await desk.bot.app.state.follows.all() == (one,)


@pytest.mark.parametrize("query", ["   ", "논문 찾아줘", "?!", "sort:date"])
async def test_what_says_nothing_cannot_be_followed(desk: Desk, query: str) -> None:
    assert "Say what to follow" in await follow(desk, query)


async def test_the_same_twice_and_too_many_are_refused(desk: Desk) -> None:
    await follow(desk, "diffusion")
    assert "Already following" in await follow(desk, " diffusion ")
    for number in range(49):
        await desk.bot.app.service(Following).add(Asker(desk.server.alice.id, None, "en"), f"word{number}")
    assert "You can follow up to 50 things" in await follow(desk, "one more")


async def test_what_to_expect_is_said_before_the_first_alert(desk: Desk) -> None:
    assert "Expect about 3 papers a day (17 papers so far)." in await follow(desk, "diffusion")
    assert "2 papers so far would have matched." in await follow(desk, "author:Willi")
    assert "No paper so far would have matched" in await follow(desk, "tokamak")


async def test_what_would_bring_many_papers_is_followed_only_once_that_is_confirmed(desk: Desk) -> None:
    asked = await desk.server.alice.slash(desk.server.channel, "follow add", query="model")
    assert asked.ephemeral
    assert "“model” matches about 11 papers a day, which is a lot" in texts(asked)
    assert await desk.bot.app.state.follows.all() == ()
    await desk.env.restart_bot(Paperbot(desk.bot.app, EXTENSIONS))
    assert asked.response
    done = await desk.server.alice.click(asked.response.message, label="Follow as it is")
    assert done.response
    assert done.response.id == asked.response.id
    assert "You now follow “model”" in texts(done)
    assert [one.query for one in await desk.bot.app.state.follows.all()] == ["model"]
    again = await desk.server.alice.slash(desk.server.channel, "follow add", query="model")
    assert "Already following" in texts(again)


async def test_a_flood_can_be_cut_down_to_the_papers_with_most_votes(desk: Desk) -> None:
    asked = await desk.server.alice.slash(desk.server.channel, "follow add", query="model")
    assert asked.response
    [label] = [one for one in buttons(asked) if one.startswith("Only ")]
    assert label == "Only 20+ votes (about 4 papers a day)"
    narrowed = await desk.server.alice.click(asked.response.message, label=label)
    assert "Expect about 4 papers a day" in texts(narrowed)
    assert [one.query for one in await desk.bot.app.state.follows.all()] == ["votes:>=20 model"]


async def test_a_flood_in_a_channel_is_confirmed_by_who_manages_the_server(desk: Desk) -> None:
    admin, channel = desk.server.admin, desk.server.channel
    asked = await admin.slash(channel, "follow add", query="model", channel=channel)
    assert asked.response
    admin.guild.remove_member(admin)
    demoted = admin.guild.add_member(admin.user)
    refused = await demoted.click(asked.response.message, label="Follow as it is")
    assert "Manage Server" in texts(refused)
    assert await desk.bot.app.state.follows.all() == ()
    manager = desk.env.guild.create_role("another manager", permissions=discord.Permissions(manage_guild=True))
    admin.guild.remove_member(demoted)
    admin.guild.add_member(admin.user, roles=[manager])
    done = await admin.click(asked.response.message, label="Follow as it is")
    assert "#papers now follows “model”" in texts(done)
