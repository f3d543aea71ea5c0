"""In channels the fake lets the bot do what Discord lets it do, and no more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from . import FakeDiscord
from .permissions import (
    ATTACH_FILES,
    CREATE_PUBLIC_THREADS,
    MENTION_EVERYONE,
    READ_HISTORY,
    SEND_IN_THREADS,
    SEND_MESSAGES,
    VIEW_CHANNEL,
)
from .raw import COMMAND, Api
from .world import CATEGORY, COMPONENTS_V2, EPHEMERAL, FORUM, GROUP_DM, PUBLIC_THREAD, Json

HELLO: Json = {"content": "hello", "allowed_mentions": {"parse": []}}


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    """Any problem that a test does not take fails it."""
    async with FakeDiscord.start() as fake, aiohttp.ClientSession() as session:
        yield Api(fake, session)


async def test_a_message_is_sent_read_edited_and_taken_back(api: Api) -> None:
    channel = api.fake.guild().guild.channel
    _, sent = await api.send(channel, HELLO)
    path = f"/channels/{channel.id}/messages/{sent['id']}"
    assert (await api.bot("GET", path))[1]["content"] == "hello"
    assert (await api.bot("PATCH", path, {"content": "changed"}))[1]["content"] == "changed"
    [post] = api.fake.posts(channel)
    assert (post.text, post.edits) == ("changed", 1)
    assert (await api.bot("DELETE", path))[0] == 204
    assert api.fake.posts(channel) == []
    assert (await api.bot("GET", path))[1]["code"] == 10008
    assert api.codes() == [10008]


@pytest.mark.parametrize(
    ("denied", "files", "code"),
    [
        (VIEW_CHANNEL, None, 50001),
        (SEND_MESSAGES, None, 50013),
        (ATTACH_FILES, {"a.txt": b"x"}, 50013),
        (ATTACH_FILES, None, None),
    ],
)
async def test_a_permission_that_is_missing_in_a_channel_refuses_the_message(
    api: Api, denied: int, files: Json | None, code: int | None
) -> None:
    guild = api.fake.guild()
    channel = guild.channel(denied=denied)
    status, body = await api.send(channel, HELLO, files)
    assert (status, body.get("code")) == (403, code) if code else (200, None)
    assert api.codes() == [code] * bool(code)
    guild.deny(channel, denied, quietly=True)
    await api.send(channel, HELLO, files)
    assert api.codes() == []


async def test_a_guild_without_the_bot_and_a_group_chat_are_out_of_reach(api: Api) -> None:
    for channel in (api.fake.guild(joined=False).guild.channel, api.fake.group().channel):
        assert (await api.send(channel, HELLO))[1]["code"] == 50001
        assert (await api.bot("GET", f"/channels/{channel.id}"))[1]["code"] == 50001
    assert api.codes() == [50001] * 4


async def test_an_unknown_or_deleted_channel_is_unknown(api: Api) -> None:
    guild = api.fake.guild()
    channel, quiet = guild.channel(), guild.channel()
    guild.delete(channel)
    guild.delete(quiet, quietly=True)
    for number in ("1", channel.id, quiet.id):
        status, body = await api.bot("POST", f"/channels/{number}/messages", HELLO)
        assert (status, body["code"]) == (404, 10003)
    assert api.codes() == [10003, 10003]


async def test_a_channel_that_holds_no_messages_takes_none(api: Api) -> None:
    guild = api.fake.guild()
    for kind in (CATEGORY, FORUM):
        assert (await api.send(guild.channel(kind=kind), HELLO))[1]["code"] == 50008
    assert api.codes() == [50008] * 2


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"content": ""},
        HELLO | {"flags": EPHEMERAL},
        HELLO | {"flags": COMPONENTS_V2},
        HELLO | {"nonce": "x" * 26},
        HELLO | {"message_reference": {}},
        HELLO | {"message_reference": {"message_id": "1"}},
        HELLO | {"attachments": [{"id": "0"}]},
    ],
)
async def test_a_message_that_discord_refuses_is_refused(api: Api, body: Json) -> None:
    channel = api.fake.guild().guild.channel
    assert (await api.send(channel, body))[0] == 400
    assert len(api.fake.take_problems()) == 1
    assert api.fake.posts(channel) == []


async def test_the_same_nonce_is_sent_once_within_some_minutes(api: Api) -> None:
    guild = api.fake.guild()
    body = HELLO | {"nonce": "day:1", "enforce_nonce": True}
    _, first = await api.send(guild.guild.channel, body)
    _, again = await api.send(guild.channel(), body)
    _, loose = await api.send(guild.guild.channel, HELLO | {"nonce": "day:1"})
    assert first["nonce"] == "day:1"
    assert again["id"] == first["id"] != loose["id"]
    api.fake.advance(200)
    _, late = await api.send(guild.guild.channel, body)
    assert late["id"] != first["id"]


async def test_a_closed_direct_message_is_refused_without_blame(api: Api) -> None:
    person = api.fake.user()
    _, channel = await api.bot("POST", "/users/@me/channels", {"recipient_id": person.user.id})
    assert (channel["id"], channel["type"]) == (person.channel.id, 1)
    assert (await api.send(person.channel, HELLO))[0] == 200
    person.user.closed = True
    status, body = await api.send(person.channel, HELLO)
    assert (status, body["code"]) == (403, 50007)
    assert (await api.bot("POST", "/users/@me/channels", {"recipient_id": "1"}))[1]["code"] == 10013
    assert api.codes() == [10013]


async def test_a_reply_names_what_it_answers_and_needs_the_history(api: Api) -> None:
    guild = api.fake.guild()
    member = guild.member()
    said = member.mention("hi")
    reference = {"message_reference": {"message_id": said.id}}
    _, reply = await api.send(member.channel, HELLO | reference)
    assert (reply["type"], reply["message_reference"]["message_id"]) == (19, said.id)
    assert reply["referenced_message"]["author"]["id"] == member.user.id
    assert [one.text for one in member.answers_to(said)] == ["hello"]
    refused = await api.send(guild.channel(denied=READ_HISTORY), HELLO | reference)
    assert (refused[0], refused[1]["code"]) == (403, 160002)
    assert (await api.send(guild.channel(), HELLO | reference))[0] == 400
    assert api.codes() == [160002, 50035]


@pytest.mark.parametrize(
    ("allowed", "notifies"),
    [(None, True), ({"parse": [], "replied_user": True}, True), ({"parse": []}, False)],
)
async def test_a_reply_that_notifies_is_recorded(api: Api, allowed: Json | None, notifies: bool) -> None:
    member = api.fake.guild().member()
    said = member.say("hi")
    body = {"content": "x", "allowed_mentions": allowed, "message_reference": {"message_id": said.id}}
    await api.send(member.channel, body)
    assert [("notifies whom" in problem) for problem in api.fake.take_problems()] == [True] * notifies


async def test_only_a_role_that_is_allowed_by_its_id_and_may_be_mentioned_is_pinged(api: Api) -> None:
    guild = api.fake.guild()
    role, shy = guild.role(), guild.role(mentionable=False)
    body = {"content": f"<@&{role.id}> <@&{shy.id}>", "allowed_mentions": {"parse": [], "roles": [role.id, shy.id]}}
    await api.send(guild.guild.channel, body)
    loud = api.fake.guild(bot_permissions=guild.guild.bot_permissions | MENTION_EVERYONE)
    loud_role = loud.role(mentionable=False)
    body = {"content": f"<@&{loud_role.id}>", "allowed_mentions": {"parse": [], "roles": [loud_role.id]}}
    await api.send(loud.guild.channel, body)
    posts = [api.fake.posts(one.guild.channel)[0].message for one in (guild, loud)]
    assert [post.pinged for post in posts] == [[role.id], [loud_role.id]]


async def test_another_persons_message_is_not_edited_and_deleted_only_with_permission(api: Api) -> None:
    member = api.fake.guild().member()
    path = f"/channels/{member.channel.id}/messages/{member.say('mine').id}"
    assert (await api.bot("PATCH", path, {"content": "x"}))[1]["code"] == 50005
    assert (await api.bot("DELETE", path))[1]["code"] == 50013
    assert api.codes() == [50005, 50013]


async def test_history_is_newest_first_and_says_only_what_the_bot_may_read(api: Api) -> None:
    guild = api.fake.guild()
    member = guild.member()
    unread, read = member.say("among people"), member.mention("to the bot")
    await api.send(member.channel, HELLO)
    path = f"/channels/{member.channel.id}/messages"
    _, all_of_it = await api.bot("GET", path)
    assert [one["content"] for one in all_of_it] == ["hello", read.content, ""]
    _, older = await api.bot("GET", f"{path}?before={read.id}")
    assert [one["id"] for one in older] == [unread.id]
    _, newer = await api.bot("GET", f"{path}?limit=1&after={unread.id}")
    assert [one["id"] for one in newer] == [read.id]
    assert (await api.bot("GET", f"{path}?limit=101"))[0] == 400
    api.fake.take_problems()
    hidden = guild.channel(denied=READ_HISTORY)
    await api.send(hidden, HELLO)
    assert await api.bot("GET", f"/channels/{hidden.id}/messages") == (200, [])


async def test_typing_shows_where_the_bot_may_write(api: Api) -> None:
    guild = api.fake.guild()
    channel, shut = guild.channel(), guild.channel(denied=SEND_MESSAGES)
    assert (await api.bot("POST", f"/channels/{channel.id}/typing"))[0] == 204
    assert (await api.bot("POST", f"/channels/{shut.id}/typing"))[1]["code"] == 50013
    assert (channel.typing, shut.typing, api.codes()) == (1, 0, [50013])


async def test_files_are_kept_shown_and_listed(api: Api) -> None:
    channel = api.fake.guild().guild.channel
    layout: list[Any] = [{"type": 13, "file": {"url": "attachment://a.csv"}}]
    attachments: list[Json] = [{"id": 0, "filename": "a.csv", "description": "numbers"}]
    body: Json = {"flags": COMPONENTS_V2, "components": layout, "attachments": attachments}
    _, sent = await api.send(channel, body, {"a.csv": b"1,2"})
    [file] = sent["attachments"]
    assert (file["filename"], file["size"], file["description"]) == ("a.csv", 3, "numbers")
    assert sent["components"][0]["file"]["url"] == file["url"]
    [post] = api.fake.posts(channel)
    assert post.files == {"a.csv": b"1,2"}
    path = f"/channels/{channel.id}/messages/{post.id}"
    text: Json = {"components": [{"type": 10, "content": "x"}], "attachments": []}
    await api.bot("PATCH", path, text)
    assert post.files == {}


async def test_a_file_that_no_component_shows_is_recorded(api: Api) -> None:
    channel = api.fake.guild().guild.channel
    body: Json = {"flags": COMPONENTS_V2, "components": [{"type": 10, "content": "x"}]}
    assert (await api.send(channel, body, {"a.csv": b"1"}))[0] == 200
    assert ["no component shows" in one for one in api.fake.take_problems()] == [True]


async def test_a_file_that_is_too_large_or_not_there_is_refused(api: Api) -> None:
    channel = api.fake.guild().guild.channel
    large, _ = await api.send(channel, HELLO, {"a.bin": b"x" * (10 * 1024 * 1024 + 1)})
    missing, _ = await api.send(channel, HELLO | {"attachments": [{"id": 3}]}, {"a.txt": b"x"})
    layout = [{"type": 12, "items": [{"media": {"url": "attachment://b.png"}}]}]
    other, _ = await api.send(channel, {"flags": COMPONENTS_V2, "components": layout}, {"a.png": b"x"})
    assert (large, missing, other) == (413, 400, 400)
    assert len(api.fake.take_problems()) == 3


async def test_answers_to_interactions_carry_files_too(api: Api) -> None:
    interaction = api.open(COMMAND)
    data: Json = {"content": "here", "attachments": [{"id": 0, "filename": "a.txt"}]}
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("payload_json", '{"type": 5}')
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"
    assert (await api.call("POST", path, data=form))[0] == 204
    hook = f"/webhooks/{api.fake.world.application_id}/{interaction.token}"
    _, edited = await api.bot("PATCH", f"{hook}/messages/@original", data, {"a.txt": b"first"})
    _, followed = await api.bot("POST", hook, data, {"a.txt": b"second"})
    assert [one["attachments"][0]["size"] for one in (edited, followed)] == [5, 6]


async def test_a_thread_hangs_on_a_message_once(api: Api) -> None:
    guild = api.fake.guild()
    channel = guild.guild.channel
    _, sent = await api.send(channel, HELLO)
    path = f"/channels/{channel.id}/messages/{sent['id']}/threads"
    status, thread = await api.bot("POST", path, {"name": "2024-02-14", "auto_archive_duration": 1440})
    assert (status, thread["id"], thread["type"], thread["parent_id"]) == (201, sent["id"], PUBLIC_THREAD, channel.id)
    assert (await api.bot("POST", path, {"name": "again"}))[1]["code"] == 160004
    assert (await api.bot("POST", path, {"name": "x" * 101}))[1]["code"] == 50035
    assert (await api.bot("POST", path, {"name": "x", "auto_archive_duration": 7}))[1]["code"] == 50035
    [own] = [one for one in guild.guild.channels if one.type == PUBLIC_THREAD]
    assert (await api.send(own, HELLO))[0] == 200
    own.locked = True
    assert (await api.send(own, HELLO))[1]["code"] == 50083
    assert api.codes() == [160004, 50035, 50035, 50083]


async def test_threads_need_their_permissions(api: Api) -> None:
    guild = api.fake.guild()
    shut, mute = guild.channel(denied=CREATE_PUBLIC_THREADS), guild.channel(denied=SEND_IN_THREADS)
    body: Json = {"name": "a", "type": PUBLIC_THREAD}
    assert (await api.bot("POST", f"/channels/{shut.id}/threads", body))[1]["code"] == 50013
    _, thread = await api.bot("POST", f"/channels/{mute.id}/threads", body)
    assert (await api.bot("POST", f"/channels/{thread['id']}/messages", HELLO))[1]["code"] == 50013
    assert (await api.bot("POST", f"/channels/{guild.forum().id}/threads", {"name": "no message"}))[0] == 400
    assert api.codes() == [50013, 50013, 50035]


async def test_a_forum_takes_posts_with_a_message_and_its_tag(api: Api) -> None:
    guild = api.fake.guild()
    forum = guild.forum("papers", "daily", tag_required=True)
    path = f"/channels/{forum.id}/threads"
    status, thread = await api.bot(
        "POST", path, {"name": "today", "message": HELLO, "applied_tags": [forum.tags[0].id]}
    )
    assert (status, thread["parent_id"], thread["message"]["content"]) == (201, forum.id, "hello")
    assert (await api.bot("POST", path, {"name": "today", "message": HELLO}))[1]["code"] == 40067
    assert (await api.bot("POST", path, {"name": "a", "message": HELLO, "applied_tags": ["1"]}))[1]["code"] == 50035
    guild.deny(forum, SEND_MESSAGES)
    body = {"name": "today", "message": HELLO, "applied_tags": [forum.tags[0].id]}
    assert (await api.bot("POST", path, body))[1]["code"] == 50013
    assert api.codes() == [40067, 50035, 50013]


async def test_a_user_install_in_a_guild_without_the_bot_is_owned_by_the_person(api: Api) -> None:
    member = api.fake.guild(joined=False).member()
    group = api.fake.group()
    opened = [api.fake.interactions.open(COMMAND, one.user, one.guild, one.channel, {}) for one in (member, group)]
    assert [one.owners for one in opened] == [{"1": member.user.id}, {"1": group.user.id}]
    assert [one.payload["context"] for one in opened] == [0, 2]
    assert opened[1].payload["channel"]["type"] == GROUP_DM
