"""A real discord.py client against the fake: what works on Discord works here, and the fake sees what does not."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from discord import gateway, http

from . import BotProcess, DriverError, FakeDiscord
from .tiny import TinyBot, point_at

TINY = str(Path(__file__).with_name("tiny.py"))


@asynccontextmanager
async def running(fake: FakeDiscord) -> AsyncIterator[TinyBot]:
    """The tiny bot in this process, connected."""
    base, default = http.Route.BASE, gateway.DiscordWebSocket.DEFAULT_GATEWAY
    point_at(fake.api_base)
    bot = TinyBot()
    try:
        await bot.login(fake.token)
        connection = asyncio.create_task(bot.connect())
        await fake.ready()
        yield bot
    finally:
        await bot.close()
        http.Route.BASE, gateway.DiscordWebSocket.DEFAULT_GATEWAY = base, default
    await connection


async def test_a_slash_command_is_answered_with_components() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member(locale="en-US")
        async with running(fake):
            reply = await member.slash("echo", text="hello")
    assert reply.text == "en-US: hello\na section"
    assert [button.label for button in reply.buttons] == ["Count 0", "arXiv"]
    assert reply.images == ["https://example.com/a.png"]
    assert not reply.ephemeral
    assert fake.syncs == 1


async def test_a_korean_member_uses_the_localized_names() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild(locale="ko").member(locale="ko")
        async with running(fake):
            reply = await member.slash("따라하기", 글="안녕")
    assert reply.text.startswith("ko: 안녕")


async def test_a_press_edits_the_message_it_is_on() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake):
            reply = await member.slash("echo", text="x")
            pressed = await member.click(reply, label="Count 0")
    assert pressed.id == reply.id
    assert (reply.text, reply.edits) == ("pressed 1\na section", 1)
    assert [button.label for button in reply.buttons] == ["Count 1", "arXiv"]


async def test_a_user_install_works_in_a_direct_message() -> None:
    async with FakeDiscord.start() as fake:
        user = fake.user(locale="ko")
        async with running(fake):
            reply = await user.slash("echo", text="x")
            pressed = await user.click(reply, label="Count 0")
            with pytest.raises(DriverError, match="integration_types"):
                await user.slash("day", date="2024-02-14")
            with pytest.raises(DriverError, match="contexts"):
                await user.slash("slow")
    assert pressed.text.startswith("pressed 1")
    assert reply.interaction.owners == {"1": user.user.id}


async def test_a_select_menu_is_chosen_from() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake):
            menu = await member.slash("menu")
            picked = await member.choose(menu, "2024-03-11")
            with pytest.raises(DriverError, match="cannot be chosen"):
                await member.choose(menu, "1999-01-01")
    assert (picked.text[:17], picked.ephemeral) == ("picked 2024-03-11", True)
    assert picked.id != menu.id


async def test_only_what_a_person_sees_and_can_press_is_pressed() -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild()
        member, other = guild.member(), guild.member()
        async with running(fake):
            public, private = await member.slash("echo", text="x"), await member.slash("menu")
            for person, reply, label, why in (
                (member, public, "arXiv", "it is a link"),
                (member, public, "Count 9", "0 buttons fit"),
                (member, private, "Dead", "cannot be pressed"),
            ):
                with pytest.raises(DriverError, match=why):
                    await person.click(reply, label=label)
            with pytest.raises(DriverError, match="ephemeral"):
                await other.choose(private, "2024-03-11")
            public.forge(public.button("Count 0"), "count:41")
            forged = await other.click(public, custom_id="count:41")
    assert forged.text.startswith("pressed 42")


async def test_autocompletion_suggests() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake):
            some = await member.autocomplete("day", date="2024-02")
            none = await member.autocomplete("day", date="1999")
    assert [(choice.name, choice.value) for choice in some] == [("Day 2024-02-14", "2024-02-14")]
    assert none == []


async def test_a_command_for_admins_is_hidden_yet_can_be_forced() -> None:
    async with FakeDiscord.start() as fake:
        guild = fake.guild()
        member, admin = guild.member(), guild.member(manage_guild=True)
        async with running(fake):
            with pytest.raises(DriverError, match="default_member_permissions"):
                await member.slash("admin check")
            refused = await member.force_slash("admin check")
            welcomed = await admin.slash("admin check")
    assert (refused.text, refused.ephemeral) == ("not for you", True)
    assert welcomed.text == "welcome"


@pytest.mark.parametrize(
    ("command", "options", "message"),
    [
        ("echo", {}, "required"),
        ("echo", {"text": ""}, "blank"),
        ("echo", {"text": "x" * 101}, "length"),
        ("echo", {"text": 3}, "cannot be 3"),
        ("echo", {"text": "x", "other": 1}, "no option"),
        ("ekko", {}, "no command"),
        ("admin", {}, "group"),
    ],
)
async def test_a_client_does_not_send_what_the_definition_excludes(
    command: str, options: dict[str, object], message: str
) -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member(manage_guild=True)
        async with running(fake):
            with pytest.raises(DriverError, match=message):
                await member.slash(command, **options)


async def test_a_followup_completes_a_public_defer_and_stays_public() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake) as bot:
            bot.released.set()
            reply = await member.slash("slow")
            await fake.until(lambda: reply.edits or None, "the edit")
    assert reply.text.startswith("edited")
    assert not reply.ephemeral
    assert [(other.text[:6], other.ephemeral) for other in reply.followups] == [("second", True)]


async def test_a_lost_connection_is_resumed_and_misses_nothing() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake):
            fake.gateway.drop()
            reply = await member.slash("echo", text="sent while away")
            assert fake.gateway.resumes == 1
            fake.gateway.ask_to_reconnect()
            again = await member.slash("echo", text="again")
    assert fake.gateway.resumes == 2
    assert "sent while away" in reply.text
    assert "again" in again.text


async def test_an_invalid_session_is_identified_anew() -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        async with running(fake):
            (before,) = fake.gateway.sessions
            fake.gateway.invalidate()
            await fake.ready()
            (after,) = fake.gateway.sessions
            reply = await member.slash("echo", text="x")
    assert before != after
    assert reply.text.startswith("en-US: x")


async def test_each_guild_is_served_by_its_shard() -> None:
    async with FakeDiscord.start(shards=2) as fake:
        guilds = [fake.guild(f"guild {number}") for number in range(4)]
        async with running(fake) as bot:
            replies = [await guild.member().slash("echo", text="x") for guild in guilds]
            shards = sorted(session.shard for session in fake.gateway.sessions.values())
            assert bot.shard_count == 2
    assert shards == [(0, 2), (1, 2)]
    assert len(replies) == 4


async def test_a_process_is_started_stopped_and_started_again(tmp_path: Path) -> None:
    async with FakeDiscord.start() as fake:
        member = fake.guild().member()
        config = tmp_path / "tiny.json"
        config.write_text(json.dumps({"api_base": fake.api_base, "token": fake.token}))
        async with BotProcess.start(fake, config, command=[TINY]) as bot:
            reply = await member.slash("echo", text="before")
            assert await bot.stop() == 0
        async with BotProcess.start(fake, config, command=[TINY]) as bot:
            await member.click(reply, label="Count 0")
            assert await bot.stop() == 0
    assert reply.text.startswith("pressed 1")


async def test_a_process_left_running_is_killed(tmp_path: Path) -> None:
    async with FakeDiscord.start() as fake:
        config = tmp_path / "tiny.json"
        config.write_text(json.dumps({"api_base": fake.api_base, "token": fake.token}))
        async with BotProcess.start(fake, config, command=[TINY]) as bot:
            assert fake.gateway.complete
        await fake.until(lambda: not fake.gateway.complete or None, "the bot to be gone")
        assert await bot.exit() == -9


async def test_a_process_that_cannot_start_says_why(tmp_path: Path) -> None:
    async with FakeDiscord.start() as fake:
        config = tmp_path / "tiny.json"
        config.write_text(json.dumps({"api_base": fake.api_base, "token": "wrong"}))
        with pytest.raises(DriverError, match=r"ended with 1 .*(?s:.*)Improper token"):
            async with BotProcess.start(fake, config, command=[TINY]):
                pass
        assert fake.take_problems() == ["GET /users/@me: 401 (0) 401: Unauthorized"]
