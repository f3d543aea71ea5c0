"""/follow: what is followed, listed and removed."""

from __future__ import annotations

import pytest

from bot.core.asker import Asker
from bot.features.follow.service import Following
from tests.bot.desk import Desk, said
from tests.bot.features.follow.following import alerts, follow
from tests.bot.views import texts

pytestmark = pytest.mark.simcord(shard_count=1)


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
    [one] = await desk.bot.app.state.follows.all()
    refused = await desk.server.bob.slash(desk.server.channel, "follow remove", which=str(one.id))
    assert "follow nothing yet" in texts(refused)
    assert await desk.bot.app.state.follows.all() == (one,)


@pytest.mark.parametrize("query", ["   ", "논문 찾아줘", "?!", "sort:date"])
async def test_what_says_nothing_cannot_be_followed(desk: Desk, query: str) -> None:
    assert "Say what to follow" in await follow(desk, query)


async def test_the_same_twice_and_too_many_are_refused(desk: Desk) -> None:
    await follow(desk, "diffusion")
    assert "is followed already" in await follow(desk, " diffusion ")
    for number in range(49):
        await desk.bot.app.service(Following).add(Asker(desk.server.alice.id, None, "en"), f"word{number}")
    assert "You can follow 50 things" in await follow(desk, "one more")
