"""People write to a real discord.py client: it hears what Discord would tell it, and no more."""

from __future__ import annotations

import pytest

from . import DriverError, FakeDiscord
from .permissions import SEND_MESSAGES
from .test_fake_discord import running
from .test_fake_gateway import connected, identify
from .world import VOICE_CHANNEL


async def test_without_the_privileged_intent_only_what_is_meant_for_the_bot_is_told() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member("reader")
        async with running(fake) as bot:
            member.say("among people")
            reply = await member.answer(member.mention("for you"))
            asked = member.reply_to(reply, "and this?")
            again = await member.answer(asked)
            member.reply_to(reply, "without a ping", ping=False)
            direct = member.direct()
            await direct.answer(direct.say("just us"))
            heard = [text for name, text in bot.heard if name == "reader"]
    me = f"<@{fake.world.bot.id}>"
    assert heard == ["", f"{me} for you", "and this?", "", "just us"]
    assert again.text.startswith("heard and this?")
    assert [len(member.answers_to(asked)), member.channel.typing] == [1, 2]


async def test_messages_are_told_to_those_who_asked_for_such_events() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with connected(fake) as socket:
            await socket.send(2, identify(fake, intents=1 | 1 << 12))
            assert [(await socket.read()).get("t") for _ in range(3)] == [None, "READY", "GUILD_CREATE"]
            member.mention("not asked for")
            member.direct().say("asked for")
            event = await socket.read()
    assert (event["t"], event["d"]["content"]) == ("MESSAGE_CREATE", "asked for")
    assert "guild_id" not in event["d"]


async def test_a_context_menu_has_the_whole_message_wherever_it_is_offered() -> None:
    async with FakeDiscord.start() as fake:
        member, stranger, reader = fake.guild().member(), fake.guild(joined=False).member(), fake.user()
        async with running(fake):
            for person in (member, stranger, reader):
                quoted = await person.context_menu("Quote", person.say("a long story"))
                assert (quoted.text, quoted.ephemeral) == (f"{person.user.username}: a long story", True)
            with pytest.raises(DriverError, match="no message command"):
                await member.context_menu("Nothing", member.say("x"))


async def test_a_bot_hears_that_it_joined_once_and_not_of_outages() -> None:
    async with FakeDiscord.start() as fake:
        before = fake.guild("before")
        async with running(fake) as bot:
            await bot.wait_until_ready()
            after = fake.guild("after")
            await fake.until(lambda: fake.posts(after.guild.channel) or None, "a greeting")
            before.outage()
            fake.gateway.invalidate()
            await fake.ready()
            member = before.member()
            await member.answer(member.mention("x"))
            assert bot.joined == ["after"]


async def test_channels_and_roles_are_picked_in_options_and_menus() -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild()
        role, other, voice = guild.role("readers"), guild.channel("other"), guild.channel("talk", VOICE_CHANNEL)
        member = guild.member()
        async with running(fake):
            reply = await member.slash("pick", channel=other, role=role)
            chosen = await member.choose(reply, other)
            for channel, given in ((voice, role), (role, role), ("other", role)):
                with pytest.raises(DriverError, match="cannot be"):
                    await member.slash("pick", channel=channel, role=given)
    assert reply.text == "other readers"
    assert chosen.text == "other"


async def test_a_bot_that_is_told_what_it_may_not_do_knows_it() -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild()
        async with running(fake) as bot:
            guild.deny(guild.guild.channel, SEND_MESSAGES)
            other = guild.channel("other")
            await bot.wait_until_ready()
            member = guild.member().at(other)
            await member.answer(member.mention("x"))
            [seen] = bot.guilds
            allowed = {channel.name: channel.permissions_for(seen.me).send_messages for channel in seen.text_channels}
    assert allowed == {"papers": False, "other": True}


async def test_a_message_of_a_webhook_and_of_another_bot_is_told_as_such() -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild()
        robot = guild.member("robot", bot=True)
        async with connected(fake) as socket:
            await socket.send(2, identify(fake, intents=1 | 1 << 9))
            for _ in range(3):
                await socket.read()
            robot.mention("hi")
            guild.member().say("@everyone look", webhook_id="7")
            first, third = [(await socket.read())["d"] for _ in range(2)]
    assert (first["author"]["bot"], "member" in first) == (True, True)
    assert (third["webhook_id"], third["mention_everyone"], "member" in third) == ("7", True, False)
