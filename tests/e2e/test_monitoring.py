"""/healthz, /readyz and /metrics of a bot that runs."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path
from typing import Any

from tests.e2e.conftest import ENGLISH, Home, deferred, secrets_shown
from tests.e2e.monitoring import found, free_port, get, monitored, samples, value
from tests.fakes import BotProcess, FakeDiscord, Person

CALLBACK = "POST /interactions/*/callback"
TYPED = "zzgiraffe"


async def ready(port: int, member: Person) -> dict[str, Any]:
    """What /readyz says once it says 200."""
    async with asyncio.timeout(20):
        while True:
            await member.slash("help")
            status, body = await found(port, "/readyz")
            if status == 200:
                return body


async def test_it_counts_and_times_what_it_answers_and_tells_nothing_of_people(
    discord: FakeDiscord, home: Home
) -> None:
    port, guild = free_port(), discord.guild("Lab of secrets")
    member = guild.member("somebody")
    async with BotProcess.start(discord, monitored(home, port).config) as bot:
        reply = await member.slash("paper search", query="diffusion model")
        await member.click(reply, label="Next →")
        await member.slash("paper search", query=TYPED)
        await member.slash("daily", date="someday")
        await member.autocomplete("paper show", paper=TYPED)
        await member.answer(member.mention("diffusion model"))
        discord.faults.cut(CALLBACK, after=True)
        await member.slash("paper ask", question=f"{TYPED}?")
        discord.gateway.drop()
        await member.slash("help")
        status, text = await get(port, "/metrics")
        assert await bot.stop() == 0
    assert status == 200
    read = samples(text)
    calls = {(has["kind"], has["command"], has["outcome"]): number for has, number in read["paperbot_calls_total"]}
    assert calls == {
        ("command", "paper search", "answered"): 1,
        ("press", "PageButton", "answered"): 1,
        ("command", "paper search", "nothing"): 1,
        ("command", "daily", "misused"): 1,
        ("autocomplete", "paper show", "answered"): 1,
        ("message", "unknown", "answered"): 1,
        ("command", "paper ask", "answered"): 1,
        ("command", "help", "answered"): 1,
    }
    assert value(read, "paperbot_interactions_received_total") == 7
    assert value(read, "paperbot_acknowledge_seconds_count", kind="command") == 5
    assert value(read, "paperbot_answer_seconds_count", kind="press") == 1
    assert value(read, "paperbot_discord_responses_total", status="lost") == 1
    assert value(read, "paperbot_gateway_connections_total", event="resumed") == 1
    assert value(read, "paperbot_gateway_connections_total", event="lost") >= 1
    assert value(read, "paperbot_papers") > 50
    assert value(read, "paperbot_index_bytes") > 1000
    assert value(read, "paperbot_ready") == value(read, "paperbot_state_reachable") == 1
    assert value(read, "process_resident_memory_bytes") > 1e7
    people = [user.id for user in (member.user, discord.world.owner)]
    for secret in (TYPED, "somebody", "Lab of secrets", "diffusion", guild.guild.id, *people, discord.token):
        assert str(secret) not in text
    assert secrets_shown(bot, discord) == []


async def test_a_command_or_a_button_that_it_does_not_know_becomes_no_label(discord: FakeDiscord, home: Home) -> None:
    port, member = free_port(), discord.guild().member()
    async with BotProcess.start(discord, monitored(home, port).config):
        for name in (TYPED, f"{TYPED}2"):
            interaction = member._open(2, {"id": "1", "type": 1, "name": name})
            await member._reply(interaction, name)
        _, text = await get(port, "/metrics")
    discord.take_problems()
    read = samples(text)
    assert TYPED not in text
    assert value(read, "paperbot_calls_total", command="unknown") == 2


async def test_healthy_is_what_runs_and_ready_what_answers(discord: FakeDiscord, home: Home) -> None:
    port, member = free_port(), discord.guild().member()
    held = discord.faults.hold("GET /gateway/bot")
    monitored(home, port)
    async with BotProcess.start(discord, home.config, ready=False):
        await held.met.wait()
        assert await found(port, "/healthz") == (200, {"status": "ok", "gateway": "not connected yet"})
        before = await found(port, "/readyz")
        held.release()
        await discord.ready()
        await member.slash("help")
        await ready(port, member)
    assert before == (
        503,
        {"status": "failing", "corpus": "loaded", "discord": "not connected", "state": "reachable"},
    )


async def test_ready_says_so_without_the_state_and_says_that_too(discord: FakeDiscord, home: Home) -> None:
    port = free_port()
    home.config.write_text(home.config.read_text().replace('"state.db"', '"config.toml/state.db"'))
    async with BotProcess.start(discord, monitored(home, port).config):
        assert (await ready(port, discord.guild().member()))["state"] == "not reachable"


async def test_a_port_in_use_is_said_and_costs_nothing_else(discord: FakeDiscord, home: Home) -> None:
    member = discord.guild().member()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        async with BotProcess.start(discord, monitored(home, taken.getsockname()[1]).config) as bot:
            assert (await member.slash("daily")).text
            assert await bot.stop() == 0
    assert "no monitoring at 127.0.0.1:" in bot.stderr
    assert "Traceback" not in bot.stderr


async def _hear(systemd: socket.socket, lines: asyncio.Queue[str]) -> None:
    while True:
        for line in (await asyncio.get_running_loop().sock_recv(systemd, 4096)).decode().splitlines():
            lines.put_nowait(line)


async def test_systemd_hears_when_it_is_ready_that_it_is_alive_and_when_it_stops(
    discord: FakeDiscord, home: Home, tmp_path: Path
) -> None:
    address, lines, heard = tmp_path / "notify", asyncio.Queue[str](), list[str]()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(address))
        systemd.setblocking(False)
        hearing = asyncio.create_task(_hear(systemd, lines))
        env = ENGLISH | {"NOTIFY_SOCKET": str(address), "WATCHDOG_USEC": "300000"}
        async with asyncio.timeout(60), BotProcess.start(discord, home.config, env=env) as bot:
            while heard.count("WATCHDOG=1") < 3 or "READY=1" not in heard:
                heard.append(await lines.get())
            assert await bot.stop() == 0
            while "STOPPING=1" not in heard:
                heard.append(await lines.get())
        hearing.cancel()
    assert heard.index("STATUS=reading the digests") < heard.index("READY=1") < heard.index("STOPPING=1")


async def test_what_is_deferred_is_acknowledged_long_before_it_is_answered(discord: FakeDiscord, home: Home) -> None:
    port, admin = free_port(), discord.guild().member("admin", manage_guild=True)
    async with BotProcess.start(discord, monitored(home, port).config):
        (home.digests / "2024-07-01.md").write_text("## Daily Papers (2024-07-01)\n")
        with home.corpus_being_written():
            reload = asyncio.create_task(admin.slash("corpus reload"))
            await deferred(discord)
            read = samples((await get(port, "/metrics"))[1])
            assert value(read, "paperbot_acknowledge_seconds_count", kind="command") == 1
            assert value(read, "paperbot_calls_total") == 0
        await reload
        async with asyncio.timeout(20):  # what was asked for a moment ago is answered again
            while value(read, "paperbot_reload_seconds_count", outcome="done") != 1:
                read = samples((await get(port, "/metrics"))[1])
    assert value(read, "paperbot_calls_total", command="corpus reload", outcome="answered") == 1
