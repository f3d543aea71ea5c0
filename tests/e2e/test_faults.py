"""What goes wrong between the bot and Discord while it runs."""

from __future__ import annotations

import asyncio

import pytest

from tests.e2e.conftest import Lab, deferred, shown_to_anyone

pytestmark = pytest.mark.asyncio(loop_scope="module")

CALLBACK = "POST /interactions/*/callback"


async def test_a_command_sent_while_the_connection_was_lost_is_answered(lab: Lab) -> None:
    resumes = lab.discord.gateway.resumes
    lab.discord.gateway.drop()
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text
    assert lab.discord.gateway.resumes == resumes + 1


async def test_it_reconnects_when_discord_asks_for_it(lab: Lab) -> None:
    resumes = lab.discord.gateway.resumes
    lab.discord.gateway.ask_to_reconnect()
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text
    assert lab.discord.gateway.resumes == resumes + 1


async def test_it_goes_on_after_an_invalid_session_and_does_not_register_its_commands_again(lab: Lab) -> None:
    before, syncs = set(lab.discord.gateway.sessions), lab.discord.syncs
    lab.discord.gateway.invalidate()
    await lab.discord.ready()
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text
    assert not before & set(lab.discord.gateway.sessions)
    assert lab.discord.syncs == syncs


async def test_a_server_joined_while_running_is_served(lab: Lab) -> None:
    newcomer = lab.discord.guild("Another lab").member()
    assert "12 papers" in (await newcomer.slash("daily", date="2024-02-14")).text


@pytest.mark.parametrize("after", [False, True], ids=["lost on the way there", "lost on the way back"])
async def test_a_reply_whose_connection_is_cut_is_seen_exactly_once(lab: Lab, after: bool) -> None:
    lab.discord.faults.cut(CALLBACK, after=after)
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    assert (await member.slash("daily", date="2024-02-14")).text.startswith("### Wed 14 Feb 2024")
    assert "**1. [" in reply.text
    assert shown_to_anyone(lab.discord, reply) == [reply.id]
    assert (reply.edits, reply.deleted) == (0, False)


@pytest.mark.parametrize("after", [False, True], ids=["lost on the way there", "lost on the way back"])
async def test_a_turned_page_whose_connection_is_cut_is_turned_once(lab: Lab, after: bool) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    lab.discord.faults.cut(CALLBACK, after=after)
    await member.click(reply, label="Next →")
    await member.slash("help")
    assert "**11. [" in reply.text
    assert reply.edits == 1


async def test_a_deferred_answer_is_seen_exactly_once_although_each_call_was_lost_on_the_way_back(lab: Lab) -> None:
    (lab.home.digests / "2024-07-01.md").write_text("## Daily Papers (2024-07-01)\n")
    lab.discord.faults.cut(CALLBACK, after=True)
    lab.discord.faults.cut("PATCH /webhooks/*", after=True)
    with lab.home.corpus_being_written():
        reload = asyncio.create_task(lab.admin().slash("corpus reload"))
        await deferred(lab.discord)
    reply = await reload
    await lab.member().slash("help")
    assert "Digests reloaded" in reply.text
    assert reply.ephemeral
    assert shown_to_anyone(lab.discord, reply) == [reply.id]


async def test_a_private_refusal_whose_connection_is_cut_stays_private(lab: Lab) -> None:
    lab.discord.faults.cut(CALLBACK)
    reply = await lab.member().force_slash("corpus reload")
    assert reply.ephemeral
    assert "Manage Server" in reply.text


@pytest.mark.parametrize(("status", "times"), [(500, 1), (502, 2), (503, 3)])
async def test_a_reply_that_discord_fails_on_is_sent_again_in_time(lab: Lab, status: int, times: int) -> None:
    lab.discord.faults.status(CALLBACK, status, times=times)
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text
    assert shown_to_anyone(lab.discord, reply) == [reply.id]


async def test_a_reply_that_arrived_although_discord_answered_500_is_seen_once(lab: Lab) -> None:
    lab.discord.faults.status(CALLBACK, 500, after=True)
    member = lab.member()
    reply = await member.slash("paper search", query="mixtures of experts deep RL")
    await member.slash("help")
    assert shown_to_anyone(lab.discord, reply) == [reply.id]
    assert not reply.deleted


async def test_a_rate_limit_is_waited_out(lab: Lab) -> None:
    lab.discord.faults.rate_limit(CALLBACK)
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text


async def test_a_rate_limit_without_the_header_via_is_waited_out_too(lab: Lab) -> None:
    lab.discord.faults.rate_limit(CALLBACK, via=False)
    reply = await lab.member().slash("paper search", query="mixtures of experts deep RL")
    assert "2402.08609" in reply.text


@pytest.mark.parametrize("event", ["CHANNEL_CREATE", "GUILD_ROLE_UPDATE", "MESSAGE_CREATE", "THREAD_CREATE"])
async def test_an_event_that_cannot_be_read_is_passed_over(lab: Lab, event: str) -> None:
    odd = {"guild_id": lab.guild.guild.id, "channel_id": "1", "id": "1", "type": 13, "role": {}}
    lab.discord.gateway.dispatch(event, odd, lab.guild.guild.id)
    assert not (await lab.member().slash("daily")).ephemeral


async def test_a_reply_that_discord_refuses_is_owned_up_to(lab: Lab) -> None:
    member = lab.member()
    lab.discord.faults.status(CALLBACK, 400)
    reply = await member.slash("paper search", query="mixtures of experts deep RL")
    assert "Something went wrong" in reply.text
    assert reply.ephemeral
    lab.discord.faults.status("POST /channels/*/messages", 400)
    assert "Something went wrong" in (await member.answer(member.mention("MoE"))).text


async def test_a_turn_that_discord_refuses_leaves_the_reply_and_is_owned_up_to(lab: Lab) -> None:
    member = lab.member()
    results = await member.slash("paper search", query="diffusion model")
    before = results.text
    lab.discord.faults.status(CALLBACK, 400)
    answer = await member.click(results, label="Next →")
    assert "Something went wrong" in answer.text
    assert (answer.ephemeral, results.text) == (True, before)
